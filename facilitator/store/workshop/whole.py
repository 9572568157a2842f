"""Saves a whole workshop, and reads it back exactly."""

from datetime import timedelta

from facilitator.bounded_json import bounded_json
from facilitator.domain.agenda.finishing import Undo
from facilitator.domain.ids import PlanId, WorkshopId
from facilitator.domain.letters import Lettered, LineName
from facilitator.domain.soundness import check_sound
from facilitator.domain.text.language import Language
from facilitator.domain.time.clock import Moment
from facilitator.domain.workshop import Workshop
from facilitator.errors import NotAWorkshopError
from facilitator.store.database import Store, converting_damage, transaction
from facilitator.store.kinds import StoredKinds
from facilitator.store.workshop.agenda import (
    read_agenda,
    save_agenda,
    save_changed_runs,
    text_of_undo,
    undo_of,
)
from facilitator.store.workshop.agreements import read_agreement, save_agreement
from facilitator.store.workshop.board import read_board, save_board
from facilitator.store.workshop.gatherings import read_gatherings, save_gathering
from facilitator.store.workshop.said import read_said, save_said
from facilitator.store.workshop.setup import read_setup, save_setup
from facilitator.store.workshop.states import read_states, save_state
from facilitator.store.workshop.values import (
    json_of,
    length_of,
    letters_as_json,
    letters_of,
    microseconds,
    moment_as_text,
    moment_from,
    names_as_json,
    names_of,
    pairs_of,
    words_of,
)


def save_whole(db: Store, workshop: Workshop) -> None:
    """Save a whole workshop in place of any other, in its own transaction."""
    with transaction(db):
        _save_facts(db, workshop)
        save_setup(db, workshop.setup)
        save_agenda(db, workshop.agenda)
        save_said(db, workshop.said)
        save_agreement(db, workshop.agreement)
        db.execute("DELETE FROM contribution")
        db.execute("DELETE FROM gathering")
        for gathering in workshop.gatherings:
            save_gathering(db, gathering)
        db.execute("DELETE FROM step_state")
        for state in workshop.states:
            save_state(db, state)
        save_board(db, workshop.board)


def save_changes(db: Store, before: Workshop, after: Workshop) -> None:
    """Save each part that is a new object, even if it is equal.

    A turn in which nobody wrote makes a new gathering, and is saved like any other turn. The id,
    plan and languages of a workshop never change. The caller has the transaction.
    """
    if after.setup is not before.setup:
        save_setup(db, after.setup)
    save_changed_runs(db, before.agenda, after.agenda)
    if after.said is not before.said:
        save_said(db, after.said)
    if after.agreement is not before.agreement:
        save_agreement(db, after.agreement)
    _save_changed_steps(db, before, after)
    if after.board is not before.board:
        save_board(db, after.board)
    _save_changed_facts(db, before, after)


def _save_changed_steps(db: Store, before: Workshop, after: Workshop) -> None:
    """Save each gathering and each state of a step that is a new object."""
    gatherings = {gathering.step_id: gathering for gathering in before.gatherings}
    for gathering in after.gatherings:
        if gathering is not gatherings.get(gathering.step_id):
            save_gathering(db, gathering)
    states = {state.step_id: state for state in before.states}
    for state in after.states:
        if state is not states.get(state.step_id):
            save_state(db, state)


def read_whole(db: Store, kinds: StoredKinds) -> Workshop:
    """Return the whole workshop, if it is sound.

    Raises:
        NotAWorkshopError: nothing was saved yet.
        StoreDamagedError, StoreUnavailableError: as ``converting_damage``.

    """
    with converting_damage():
        workshop = _read(db, kinds)
        check_sound(workshop)
    return workshop


def _read(db: Store, kinds: StoredKinds) -> Workshop:
    row = db.execute("SELECT * FROM workshop").fetchone()
    if row is None:
        raise NotAWorkshopError
    agenda = read_agenda(db, row["place"], kinds)
    return Workshop(
        id=WorkshopId(row["id"]),
        plan_id=PlanId(row["plan_id"]),
        plan_title=words_of(bounded_json(row["plan_title"])),
        purpose=row["purpose"],
        setup=read_setup(db),
        agenda=agenda,
        languages=tuple(Language(code) for code in bounded_json(row["languages"])),
        practice=bool(row["practice"]),
        note=row["note"],
        said=read_said(db),
        gatherings=read_gatherings(db),
        states=read_states(db, agenda, kinds),
        agreement=read_agreement(db),
        board=read_board(db),
        planned=length_of(row["planned_us"]),
        shortened=undo_of(row["shortened"]),
        held=length_of(row["held_us"]),
        held_since=moment_from(row["held_since"]),
        letters=letters_of(row["letters"]),
        left_out=names_of(row["left_out"]),
    )


def save_note(db: Store, note: str) -> None:
    """Save the note for today; an empty one deletes it. The caller has the transaction."""
    db.execute("UPDATE workshop SET note = ?", (note,))


def save_shortened(db: Store, undo: Undo | None) -> None:
    """Save the undo of finishing on time. The caller has the transaction."""
    db.execute("UPDATE workshop SET shortened = ?", (text_of_undo(undo),))


def save_held(db: Store, held: timedelta, since: Moment | None) -> None:
    """Save how long no time ran, and since when none runs. The caller has the transaction."""
    facts = microseconds(held), moment_as_text(since)
    db.execute("UPDATE workshop SET held_us = ?, held_since = ?", facts)


def save_letters(db: Store, letters: tuple[Lettered, ...]) -> None:
    """Save the letters of lines in the record's list. The caller has the transaction."""
    db.execute("UPDATE workshop SET letters = ?", (letters_as_json(letters),))


def save_left_out(db: Store, names: tuple[LineName, ...]) -> None:
    """Save which lines of kinds do not go in the record. The caller has the transaction."""
    db.execute("UPDATE workshop SET left_out = ?", (names_as_json(names),))


def _save_changed_facts(db: Store, before: Workshop, after: Workshop) -> None:
    """Save changes of the workshop's row, except the place, which the agenda saves."""
    if after.note != before.note:
        save_note(db, after.note)
    if after.shortened != before.shortened:
        save_shortened(db, after.shortened)
    if (after.held, after.held_since) != (before.held, before.held_since):
        save_held(db, after.held, after.held_since)
    if after.letters != before.letters:
        save_letters(db, after.letters)
    if after.left_out != before.left_out:
        save_left_out(db, after.left_out)


def _save_facts(db: Store, workshop: Workshop) -> None:
    """Save the workshop's row; ``save_agenda`` corrects the place."""
    db.execute(
        """INSERT OR REPLACE INTO workshop
               (one, id, plan_id, plan_title, purpose, languages, practice, note,
                planned_us, shortened, held_us, held_since, letters, left_out,
                place)
           VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""",
        (
            workshop.id,
            workshop.plan_id,
            json_of(pairs_of(workshop.plan_title)),
            workshop.purpose,
            json_of(workshop.languages),
            workshop.practice,
            workshop.note,
            microseconds(workshop.planned),
            text_of_undo(workshop.shortened),
            microseconds(workshop.held),
            moment_as_text(workshop.held_since),
            letters_as_json(workshop.letters),
            names_as_json(workshop.left_out),
        ),
    )
