"""The agenda in the workshop file: steps as they are run, and their rounds."""

from facilitator.bounded_json import bounded_json
from facilitator.domain.agenda.agenda import Agenda, Standing, StepRun
from facilitator.domain.agenda.finishing import Undo
from facilitator.domain.ids import StepId
from facilitator.domain.time.round import Round, RoundState
from facilitator.store.database import Row, Store
from facilitator.store.kinds import StoredKinds
from facilitator.store.workshop.steps import content_of, step_of
from facilitator.store.workshop.values import (
    json_of,
    length_of,
    microseconds,
    moment_of,
    text_of,
    time_of,
)


def save_agenda(db: Store, agenda: Agenda) -> None:
    """Keep all steps and the place of the one that is now. The caller has the transaction."""
    db.execute("DELETE FROM step")
    for place, run in enumerate(agenda.runs):
        db.execute(
            "INSERT INTO step (id, place, content, segment, standing) VALUES (?, ?, ?, ?, ?)",
            (run.step.id, place, content_of(run.step), run.segment, run.standing),
        )
        _add_rounds(db, run)
    db.execute("UPDATE workshop SET place = ?", (agenda.place,))


def save_run(db: Store, run: StepRun) -> None:
    """Keep one step that is in the agenda already. The caller has the transaction."""
    db.execute(
        "UPDATE step SET content = ?, segment = ?, standing = ? WHERE id = ?",
        (content_of(run.step), run.segment, run.standing, run.step.id),
    )
    db.execute("DELETE FROM round WHERE step_id = ?", (run.step.id,))
    _add_rounds(db, run)


def save_changed_runs(db: Store, before: Agenda, after: Agenda) -> None:
    """Save each step that is run differently, and which is now; all if any step is another.

    The caller has the transaction.
    """
    if [id(run.step) for run in before.runs] != [id(run.step) for run in after.runs]:
        save_agenda(db, after)
        return
    for earlier, run in zip(before.runs, after.runs, strict=True):
        if run is not earlier:
            save_run(db, run)
    if after.place != before.place:
        db.execute("UPDATE workshop SET place = ?", (after.place,))


def read_agenda(db: Store, place: int, kinds: StoredKinds) -> Agenda:
    """Return the agenda that stands at ``place``."""
    rounds: dict[str, list[Round]] = {}
    for row in db.execute("SELECT * FROM round ORDER BY step_id, segment"):
        own = rounds.setdefault(row["step_id"], [])
        if row["segment"] != len(own):
            raise ValueError("a round's segment")
        own.append(round_of(row))
    runs = tuple(
        _run_of(row, rounds[row["id"]], kinds)
        for row in db.execute("SELECT * FROM step ORDER BY place")
    )
    return Agenda(runs, place)


def _run_of(row: Row, rounds: list[Round], kinds: StoredKinds) -> StepRun:
    step = step_of(row["content"], kinds)
    if step.id != row["id"]:
        raise ValueError("a step's id")
    return StepRun(step, tuple(rounds), row["segment"], Standing(row["standing"]))


def text_of_undo(undo: Undo | None) -> str | None:
    """Return how the changed steps stood before as JSON; ids, standings and lengths."""
    if undo is None:
        return None
    return json_of(
        [
            (one, standing, [microseconds(length) for length in lengths])
            for one, standing, lengths in undo.before
        ]
    )


def undo_of(text: str | None) -> Undo | None:
    """Return how the changed steps stood before, if something was changed."""
    if text is None:
        return None
    return Undo(
        tuple(
            (StepId(one), Standing(standing), tuple(length_of(length) for length in lengths))
            for one, standing, lengths in bounded_json(text)
        )
    )


def _add_rounds(db: Store, run: StepRun) -> None:
    db.executemany(
        """INSERT INTO round (step_id, segment, length_us, state, used_us,
               earlier_us, since_reading_us, since_wall, since_boot, due_wall)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (run.step.id, segment, *_length_and_state(one), *_since(one), text_of(one.due))
            for segment, one in enumerate(run.rounds)
        ],
    )


def _length_and_state(one: Round) -> tuple[int, str, int, int]:
    used, earlier = microseconds(one.used_before), microseconds(one.earlier)
    return microseconds(one.length), one.state, used, earlier


def _since(one: Round) -> tuple[int | None, str | None, str | None]:
    if one.since is None:
        return None, None, None
    return microseconds(one.since.reading), text_of(one.since.wall), one.since.boot


def round_of(row: Row) -> Round:
    """Return a round from its row."""
    return Round(
        length_of(row["length_us"]),
        RoundState(row["state"]),
        length_of(row["used_us"]),
        moment_of(row),
        length_of(row["earlier_us"]),
        time_of(row["due_wall"]),
    )
