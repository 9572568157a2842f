"""Workshop files that are valid SQLite with impossible content; each harm has a name."""

import json
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from facilitator.store.workshop.schema import MIGRATIONS, WORKSHOP_FILE
from tests.helpers.files import open_workshop

Harm = Callable[[Path], None]

OLD = Path(__file__).parents[1] / "store" / "old" / "workshop-2.sql"
LAST = len(MIGRATIONS)
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
DEEP = "[" * 100_000 + "]" * 100_000
STEP = "id = (SELECT id FROM step ORDER BY place LIMIT 1)"
THRICE = [["en", "a"], ["en", "b"], ["cy", "c"]]
JSON_COLUMNS = (
    ("workshop", "plan_title"),
    ("workshop", "languages"),
    ("workshop", "shortened"),
    ("workshop", "held_since"),
    ("workshop", "letters"),
    ("workshop", "left_out"),
    ("gathering", "gone"),
    ("board", "time_of"),
    ("board", "under"),
    ("board", "before_care"),
    ("board", "cue"),
    ("board", "cue_of"),
    ("step", "content"),
    ("agreement", "checking"),
    ("agreement", "moves"),
    ("agreement", "undone"),
    ("agreement_line", "joins"),
    ("agreement_line", "tally"),
)
VALUES: tuple[object, ...] = (
    *(None, "", "x", "nowhere", "[]", "{}", "null", "[[]]", "[1]", '"x"', "[null]", '[["en", 1]]'),
    *("[NaN]", "[1e999]", "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59-12:00", "2030-01-01"),
    *("opened", "now", "running", "lines", "one", "\0", "\u202e", "e" * 70_000, "\ud83d"),
    *(-1, 0, 1, 2, 3, 7, 99, 10**6, 2**31, 2**63 - 1, -(2**63), 0.5, 1e308, -1.0),
    *(float("inf"), b"\xff\xfe", b""),
)


def a_whole_file(path: Path) -> Path:
    """Write a workshop with lines, an agreement and opened contributions, as the newest version."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript(OLD.read_text(encoding="utf-8"))
    open_workshop(path).close()
    return path


def sql(*statements: str) -> Harm:
    """Return what runs these statements on a file, whatever SQLite would keep us from."""

    def harm(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("PRAGMA writable_schema = ON")
            db.execute("PRAGMA ignore_check_constraints = ON")
            for statement in statements:
                db.execute(statement)

    return harm


def put(table: str, column: str, value: object, where: str = "1") -> Harm:
    """Return what puts a value into a column."""

    def harm(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("PRAGMA ignore_check_constraints = ON")
            db.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (value,))

    return harm


def in_step(**changes: object) -> Harm:
    """Return what changes fields of the first step's JSON."""

    def harm(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            (content,) = db.execute(f"SELECT content FROM step WHERE {STEP}").fetchone()
            changed = json.dumps(json.loads(content) | changes)
            db.execute(f"UPDATE step SET content = ? WHERE {STEP}", (changed,))

    return harm


def many(into: str, count: int) -> Harm:
    """Return what puts many rows into a table."""
    return sql(f"INSERT INTO {into} FROM ({ENDLESS} SELECT i FROM n LIMIT {count})")


def view(table: str) -> Harm:
    """Return what replaces a table by a view that never ends, with the same columns."""

    def harm(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            rows = db.execute(f"PRAGMA table_info({table})").fetchall()
            names = ", ".join(f"'x' AS {row[1]}" for row in rows)
            db.execute("PRAGMA legacy_alter_table = ON")
            db.execute(f"ALTER TABLE {table} RENAME TO was_{table}")
            db.execute(f"CREATE VIEW {table} AS {ENDLESS} SELECT {names} FROM n")

    return harm


def with_check(table: str, expression: str) -> Harm:
    """Return what gives a table one more CHECK, as if it had always been there."""
    more = f", CHECK ({expression})) STRICT"
    return sql(
        f"""UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', '{more}')
            WHERE name = '{table}'"""
    )


def in_bytes(at: int, content: bytes) -> Harm:
    """Return what writes over some bytes of a file."""

    def harm(path: Path) -> None:
        whole = path.read_bytes()
        path.write_bytes(whole[:at] + content + whole[at + len(content) :])

    return harm


def a_new_database(*statements: str) -> Harm:
    """Return what puts another database with our application id in the file's place."""

    def harm(path: Path) -> None:
        path.unlink()
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute(f"PRAGMA application_id = {WORKSHOP_FILE.application_id}")
            for statement in statements:
                db.execute(statement)

    return harm


def many_tables(path: Path) -> None:
    """Make a schema so long that SQLite would parse it for minutes."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute(
            f"""INSERT INTO sqlite_schema {ENDLESS}
                SELECT 'table', 't' || i, 't' || i, 2, 'CREATE TABLE t' || i || '(a)'
                FROM n LIMIT 200000"""
        )


def cut(path: Path) -> None:
    """Cut the file off in the middle."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def all_harms() -> Iterator[tuple[str, Harm]]:
    """Yield harms that somebody thought of, by their names."""
    for version in (*range(LAST), -1, LAST + 1, 2**31 - 1):
        yield f"version {version}", sql(f"PRAGMA user_version = {version}")
    for table in ("contribution", "said_line", "step", "agreement_line", "workshop", "round"):
        yield f"endless view {table}", view(table)
        costly = "length(hex(randomblob(900000000))) > 0"
        yield f"costly check {table}", with_check(table, costly)
        endless = f"(SELECT count(*) FROM ({ENDLESS} SELECT i FROM n)) > 0"
        yield f"endless check {table}", with_check(table, endless)
        yield f"no rows {table}", sql("PRAGMA foreign_keys = OFF", f"DELETE FROM {table}")
    for table, column in JSON_COLUMNS:
        yield f"deep {table}.{column}", put(table, column, DEEP)
        yield f"long {table}.{column}", put(table, column, "[" + "1," * 3_000_000 + "1]")
    yield from _of_the_schema()
    yield from _too_much()
    yield from _out_of_range()
    yield from _out_of_place()
    yield from _of_the_bytes()


def _of_the_schema() -> Iterator[tuple[str, Harm]]:
    yield "an empty database of ours", a_new_database()
    yield "a foreign database of ours", a_new_database("CREATE TABLE theirs (a)")
    yield (
        "a foreign workshop table",
        a_new_database("CREATE TABLE workshop (a)", f"PRAGMA user_version = {LAST}"),
    )
    for event in ("INSERT ON contribution", "DELETE ON contribution", "UPDATE ON step"):
        name = f"on_{event.replace(' ', '_')}"
        raising = "SELECT raise(ABORT, 'no')"
        yield (
            f"raising trigger {event}",
            sql(f"CREATE TRIGGER {name} AFTER {event} BEGIN {raising}; END"),
        )
        loading = "SELECT load_extension('x')"
        yield (
            f"loading trigger {event}",
            sql(f"CREATE TRIGGER {name} AFTER {event} BEGIN {loading}; END"),
        )
    yield "a table more", sql("CREATE TABLE more (a)")
    yield "an index more", sql("CREATE INDEX more ON said_line (length(text))")
    yield (
        "a generated column",
        sql("ALTER TABLE said_line ADD COLUMN g AS (hex(randomblob(900000000)))"),
    )
    yield "a virtual table", sql("CREATE VIRTUAL TABLE more USING fts5 (a)")
    yield "a table less", sql("DROP TABLE said_line")
    yield "a column renamed", sql("ALTER TABLE said_line RENAME COLUMN text TO said")
    default = ", more TEXT DEFAULT (load_extension(1))) STRICT"
    yield (
        "a default more",
        sql(f"UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', '{default}')"),
    )
    yield "statistics", sql("ANALYZE")
    yield "many tables", many_tables
    no_text = "CAST(x'4352454154452054fffe' AS TEXT)"
    yield "a schema that is no text", sql(f"UPDATE sqlite_schema SET sql = {no_text}")


def _too_much() -> Iterator[tuple[str, Harm]]:
    first = "rowid = 1"
    yield "a contribution of 100 MB", put("contribution", "text", "x" * 100_000_000)
    yield "a contribution of 3 MB", put("contribution", "text", "x" * 3_000_000)
    yield "a title of 5 MB", put("setup", "title", "T" * 5_000_000, first)
    yield "a title of 30 kB", put("setup", "title", "T" * 30_000, first)
    yield "a title of 500 kB", put("setup", "title", "T" * 500_000, first)
    lines = "SELECT printf('%016x', i), (SELECT step_id FROM gathering LIMIT 1), 'x', 1, NULL, 0"
    contributions = f"contribution (id, step_id, text, in_record, set_aside, late) {lines}"
    yield "200,000 contributions", many(contributions, 200_000)
    yield "15,000 contributions", many(contributions, 15_000)
    columns = "said_line (id, place, step_id, text, in_record) SELECT 'n' || i, i, 'said', 'x', 1"
    yield "100,000 said lines", many(columns, 100_000)
    steps = f"""step (id, place, content, segment, standing)
        SELECT 'n' || i, 1000 + i, (SELECT json_set(content, '$.id', 'n' || i) FROM step
        WHERE {STEP}), 0, 'waiting'"""
    yield "100,000 steps", many(steps, 100_000)
    yield "400 steps", many(steps, 400)
    lines = (
        "agreement_line SELECT 'n' || i, i, 'suggested', NULL, NULL, NULL, 1, '[]', 0, NULL, 1, 0"
    )
    yield "100,000 lines of the agreement", many(lines, 100_000)


def _out_of_range() -> Iterator[tuple[str, Harm]]:
    for value in (2**63 - 1, -(2**63), -1, 10**17):
        for table, column in (
            ("workshop", "planned_us"),
            ("workshop", "held_us"),
            ("round", "length_us"),
            ("round", "used_us"),
            ("round", "earlier_us"),
            ("setup", "people"),
            ("gathering", "turns"),
            ("board", "page"),
            ("board", "fewer"),
        ):
            yield f"{table}.{column} {value}", put(table, column, value)
    numbers: tuple[object, ...] = (10**30, -5, 1e300, None, "x", [], True)
    for number in numbers:
        yield f"minutes {number}", in_step(length=number)
        yield f"floor {number}", in_step(floor=number)
        yield f"notes {number}", in_step(notes_a_turn=number)
    wrong: tuple[object, ...] = (7, None, {}, [[]], "x" * 50_000, THRICE)
    for field in ("say", "id", "segments", "title", "scale", "of", "protect", "kind", "ways"):
        for other in wrong:
            yield f"{field} {str(other)[:9]}", in_step(**{field: other})
    for time in (
        "0001-01-01T00:00:00+00:00",
        "9999-12-31T23:59:59+00:00",
        "2030-01-01T10:00:00",
        "2030-01-01",
        "soon",
    ):
        yield f"starts {time}", put("setup", "starts_at", time)
        yield f"due {time}", put("round", "due_wall", time)
        yield f"held since {time}", put("workshop", "held_since", json.dumps([0, time, "b"]))
    for size in (float("inf"), -1.0, 1e300, 1e-300):
        yield f"image {size}", put("setup", "image_height_m", size)
        yield f"back row {size}", put("setup", "back_row_m", size)


def _out_of_place() -> Iterator[tuple[str, Harm]]:
    yield "place 99", put("workshop", "place", 99)
    for segment in (99, -1):
        yield f"segment {segment}", put("step", "segment", segment)
    for languages in ([], ["en", "en"], ["en", "cy", "ar"], ["../x"], "en", [1], None):
        yield f"languages {languages}", put("workshop", "languages", json.dumps(languages))
    nowhere = json.dumps(["step", "nowhere", 0])
    yield "a page of no step", put("board", "under", nowhere)
    yield "lines of no step", sql("UPDATE board SET showing = 'lines', of_step = 'nowhere'")
    yield "one line of no step", sql("UPDATE board SET showing = 'one', of_step = NULL")
    yield "lines of a talk", sql("UPDATE board SET showing = 'lines', of_step = 'talk'")
    yield "time of no step", put("board", "time_of", '[["nowhere", "ring"]]')
    yield "no gatherings", sql("PRAGMA foreign_keys = OFF", "DELETE FROM gathering")
    yield "a gathering of no step", sql("UPDATE gathering SET step_id = 'nowhere'")
    yield "a said line of no step", put("said_line", "step_id", "nowhere")
    yield "two steps now", put("step", "standing", "now")
    yield "no step now", put("step", "standing", "done")
    yield "a step that is a number", put("step", "content", "7")
    yield "a step of another id", in_step(id="another")
    yield from _out_of_step()


def _out_of_step() -> Iterator[tuple[str, Harm]]:
    yield "rounds that are not there", sql("DELETE FROM round WHERE segment = 0")
    yield (
        "a round more",
        sql(
            "INSERT INTO round SELECT step_id, 9, length_us, state, used_us, earlier_us, "
            "since_reading_us, since_wall, since_boot, due_wall FROM round WHERE segment = 0"
        ),
    )
    yield "running since never", sql("UPDATE round SET state = 'running', since_wall = NULL")
    yield "opened and never opened", sql("UPDATE gathering SET state = 'opened', was_opened = 0")
    yield "a line of no wording", sql("DELETE FROM agreement_wording")
    yield "a wording that is not there", put("agreement_line", "wording", 9)
    yield "parked for no reason", sql("UPDATE agreement_line SET state = 'parked', reason = NULL")
    yield (
        "joined into itself",
        sql("UPDATE agreement_line SET into_line = id, joins = json_array(id)"),
    )
    yield (
        "joined in a ring",
        sql(
            """UPDATE agreement_line SET into_line = (SELECT b.id FROM agreement_line b
           WHERE b.id <> agreement_line.id ORDER BY b.id LIMIT 1)"""
        ),
    )
    yield "joined from nothing", put("agreement_line", "joins", '["nowhere"]')
    tally = ["../../x", [1, 2], 0, 0, "hands"]
    yield (
        "a check of nothing",
        put("agreement", "checking", json.dumps([["nowhere"], tally, False])),
    )
    yield "a check of another kind", put("agreement", "checking", json.dumps([[], tally, False]))
    closed = json.dumps([[], ["3-consent", [1] * 9, 8, 0, "corner"], True])
    yield "a check of too many positions", put("agreement", "checking", closed)
    yield "a move of nothing", put("agreement", "moves", '[[["nowhere", null, null]]]')
    yield "shortened, nothing", put("workshop", "shortened", '[["nowhere", "now", [1]]]')
    yield "shortened, in parts", put("workshop", "shortened", '[["talk", "waiting", [1]]]')


def _of_the_bytes() -> Iterator[tuple[str, Harm]]:
    yield "cut off", cut
    yield "a write-ahead log", in_bytes(18, b"\x02\x02")
    yield "UTF-16", in_bytes(56, b"\0\0\0\x02")
    yield "pages of another size", in_bytes(16, b"\x02\x00")
    yield "no first page", in_bytes(100, bytes(3996))
    yield "a text that is none", sql("UPDATE setup SET title = CAST(x'fffe' AS TEXT)")
    for at in (4096, 8192, 12288, 20480, 28672):
        yield f"a page of noughts at {at}", in_bytes(at, bytes(4096))
        yield f"a page of noise at {at}", in_bytes(at, random.Random(at).randbytes(4096))


def at_random(chance: random.Random) -> tuple[str, Harm]:
    """Return one harm, or several, that nobody thought of."""
    if chance.random() < 0.25:
        at, length = chance.randrange(60_000), chance.choice((1, 1, 4, 60))
        return f"bytes at {at}", in_bytes(at, chance.randbytes(length))
    return "values", lambda path: _some_values(path, chance)


def _some_values(path: Path, chance: random.Random) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        tables = [
            row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            table = chance.choice(tables)
            columns = db.execute(f"PRAGMA table_info({table})").fetchall()
            rows = db.execute(f"SELECT * FROM {table}").fetchall()
            if not rows:
                continue
            place, row = chance.randrange(len(columns)), chance.choice(rows)
            value = _harmed(row[place], chance)
            keys = [column for column in columns if column[5]]
            where = " AND ".join(f"{key[1]} = ?" for key in keys)
            key_values = [row[key[0]] for key in keys]
            try:
                db.execute(
                    f"UPDATE {table} SET {columns[place][1]} = ? WHERE {where}",
                    (value, *key_values),
                )
            except (sqlite3.Error, UnicodeEncodeError, OverflowError):
                continue  # a column is strict, or a key is there twice


def _harmed(value: object, chance: random.Random) -> object:
    if isinstance(value, str) and value[:1] in ("[", "{") and chance.random() < 0.8:
        return json.dumps(_harmed_json(json.loads(value), chance))
    return chance.choice(VALUES)


def _harmed_json(value: object, chance: random.Random) -> object:
    """Change one value somewhere inside."""
    inside = list(value) if isinstance(value, list) else value
    if not isinstance(inside, list | dict) or not inside or chance.random() < 0.15:
        plain = [value for value in VALUES if not isinstance(value, bytes)]
        return chance.choice([*plain, [], {}, True, [value], [value, value]])
    if isinstance(inside, list):
        place = chance.randrange(len(inside))
        if chance.random() < 0.2:
            del inside[place]
        else:
            inside[place] = _harmed_json(inside[place], chance)
        return inside
    key = chance.choice(list(inside))
    return inside | {key: _harmed_json(inside[key], chance)}


def change_state(folder: Path, change: Callable[[Any], None]) -> None:
    """Change the fields that the only workshop file of a folder holds of its only state."""
    (path,) = folder.glob("*.workshop")
    with closing(sqlite3.connect(path)) as db, db:
        (content,) = db.execute("SELECT content FROM step_state").fetchone()
        state = json.loads(content)
        change(state["fields"])
        db.execute("UPDATE step_state SET content = ?", (json.dumps(state),))
