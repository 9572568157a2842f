"""The agenda in the workshop file: steps of the running workshop, and their rounds."""

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
    """Save all steps and the place of the present one. The caller has the transaction."""
    db.execute("DELETE FROM step")
    for place, run in enumerate(agenda.runs):
        db.execute(
            "INSERT INTO step (id, place, content, segment, standing) VALUES (?, ?, ?, ?, ?)",
            (run.step.id, place, content_of(run.step), run.segment, run.standing),
        )
        _add_rounds(db, run)
    db.execute("UPDATE workshop SET place = ?", (agenda.place,))


def save_run(db: Store, run: StepRun) -> None:
    """Save one step that is in the agenda already. The caller has the transaction."""
    db.execute(
        "UPDATE step SET content = ?, segment = ?, standing = ? WHERE id = ?",
        (content_of(run.step), run.segment, run.standing, run.step.id),
    )
    db.execute("DELETE FROM round WHERE step_id = ?", (run.step.id,))
    _add_rounds(db, run)


def save_changed_runs(db: Store, before: Agenda, after: Agenda) -> None:
    """Save each changed run, and the present place; all runs if any step was replaced.

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
    """Return the agenda at ``place``."""
    rounds: dict[str, list[Round]] = {}
    for row in db.execute("SELECT * FROM round ORDER BY step_id, segment"):
        step_rounds = rounds.setdefault(row["step_id"], [])
        if row["segment"] != len(step_rounds):
            raise ValueError("a round's segment")
        step_rounds.append(round_of(row))
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
    """Return an undo as JSON: ids, standings and lengths of the changed steps."""
    if undo is None:
        return None
    return json_of(
        [
            (step_id, standing, [microseconds(length) for length in lengths])
            for step_id, standing, lengths in undo.before
        ]
    )


def undo_of(text: str | None) -> Undo | None:
    """Return the undo of changed steps, if any."""
    if text is None:
        return None
    return Undo(
        tuple(
            (StepId(step_id), Standing(standing), tuple(length_of(length) for length in lengths))
            for step_id, standing, lengths in bounded_json(text)
        )
    )


def _add_rounds(db: Store, run: StepRun) -> None:
    db.executemany(
        """INSERT INTO round (step_id, segment, length_us, state, used_us,
               earlier_us, since_reading_us, since_wall, since_boot, due_wall)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (run.step.id, segment, *_length_and_state(timed), *_since(timed), text_of(timed.due))
            for segment, timed in enumerate(run.rounds)
        ],
    )


def _length_and_state(timed: Round) -> tuple[int, str, int, int]:
    used, earlier = microseconds(timed.used_before), microseconds(timed.earlier)
    return microseconds(timed.length), timed.state, used, earlier


def _since(timed: Round) -> tuple[int | None, str | None, str | None]:
    if timed.since is None:
        return None, None, None
    return microseconds(timed.since.reading), text_of(timed.since.wall), timed.since.boot


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
