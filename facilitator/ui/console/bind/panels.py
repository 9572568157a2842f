"""Binds what the panels ask for to the commands of the live session."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from facilitator.domain.contribution import GatheringState, SetAside
from facilitator.domain.ids import ContributionId, LineId, StepId
from facilitator.domain.plan.forms import Shape
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.session import LiveSession
from facilitator.live.session.step_changes import StepTexts
from facilitator.ui.console.bind.time import bind_time
from facilitator.ui.console.columns import Desk
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.middle import Tab
from facilitator.wording import _

MINUTE = timedelta(minutes=1)
Try = Callable[[Callable[[], None]], None]


def bind(desk: Desk, session: LiveSession, attempt: Try) -> None:
    """Connect every panel; ``attempt`` runs a command and shows its refusal."""
    _bind_header(desk, session, attempt)
    _bind_agenda(desk, session, attempt)
    bind_time(desk, session, attempt)
    _bind_said(desk, session, attempt)
    _bind_writing(desk, session, attempt)
    _bind_reading(desk, session, attempt)
    _bind_record(desk, session, attempt)


def bind_commands(desk: Desk, do: Callable[[Act], None]) -> None:
    """Connect what panels offer of the table of commands; ``do`` runs one of them."""
    middle = desk.middle
    middle.now.command_asked.connect(do)
    for asked, act in (
        (desk.header.curtain_asked, Act.CURTAIN),
        (desk.header.care_asked, Act.CARE),
        (desk.header.finish_asked, Act.FINISH),
        (desk.harm.care_asked, Act.CARE),
        (desk.agreement.show_asked, Act.AGREEMENT),
        (desk.boards.back_asked, Act.BACK),
        (desk.boards.next_asked, Act.NEXT),
        (middle.gathering.waiting.promise_asked, Act.PROMISE),
        (middle.gathering.closed.care_asked, Act.CARE),
        (middle.record.show_asked, Act.RECORD),
    ):
        asked.connect(partial(do, act))


def _bind_header(desk: Desk, session: LiveSession, attempt: Try) -> None:
    header = desk.header
    header.people_asked.connect(lambda n: attempt(partial(session.setup.set_people, n)))
    note = desk.middle.note
    note.note_asked.connect(lambda text: attempt(partial(session.setup.set_note, text)))


def _bind_agenda(desk: Desk, session: LiveSession, attempt: Try) -> None:
    agenda, steps = desk.agenda, session.steps
    agenda.go_asked.connect(lambda step: attempt(partial(steps.ask_to_go, StepId(step))))
    agenda.jump_asked.connect(lambda step: attempt(partial(steps.jump, StepId(step))))
    agenda.drop_asked.connect(lambda step: attempt(partial(steps.drop, StepId(step))))
    agenda.restore_asked.connect(lambda step: attempt(partial(steps.restore, StepId(step))))
    agenda.skip_asked.connect(partial(attempt, steps.skip))
    agenda.add_asked.connect(
        lambda texts, minutes, shape, parts: attempt(
            partial(steps.add, texts, minutes * MINUTE, Shape(shape), parts or None)
        )
    )
    changes = session.changes
    agenda.move_asked.connect(
        lambda step, places: attempt(partial(changes.move, StepId(step), places))
    )

    def change(step: str, texts: StepTexts, minutes: int | None) -> None:
        length = None if minutes is None else minutes * MINUTE
        attempt(partial(changes.set, StepId(step), texts, length))

    agenda.change_asked.connect(change)


def _bind_said(desk: Desk, session: LiveSession, attempt: Try) -> None:
    said = desk.middle.said
    said.add_asked.connect(lambda text: attempt(partial(session.said.add, text)))
    said.add_all_asked.connect(lambda texts: attempt(partial(session.said.add_all, texts)))
    said.correct_asked.connect(
        lambda line, text: attempt(partial(session.said.correct, LineId(line), text))
    )
    said.remove_asked.connect(lambda line: attempt(partial(session.said.remove, LineId(line))))


def _gathering_id(session: LiveSession) -> StepId:
    gathering = session.desk().gathering
    if gathering is None:
        raise NotAllowedNowError(_("Nothing is written without names in this step."))
    return gathering.step_id


def _bind_writing(desk: Desk, session: LiveSession, attempt: Try) -> None:
    panel, writing = desk.middle.gathering, session.writing
    contacts = desk.middle.drawers.contacts

    def open_writing() -> None:
        writing.open(_gathering_id(session), promise_said=True)

    def keep_contacts(support: str, recipients: str) -> None:
        setup = replace(session.desk().setup, support=support, recipients=recipients)
        attempt(partial(session.setup.set, setup))

    def put_right(support: str, recipients: str, facilitator: str, reach: str) -> None:
        setup = replace(
            session.desk().setup,
            support=support,
            recipients=recipients,
            facilitator=facilitator,
            reach=reach,
        )
        attempt(partial(session.setup.set, setup))
        contacts.show_answer(session.desk().setup)

    def mix_for_a_look(tab: int) -> None:
        gathering = session.desk().gathering
        closed = gathering is not None and gathering.state is GatheringState.CLOSED
        if tab == Tab.LINES and closed and gathering is not None:
            attempt(partial(writing.mix, gathering.step_id))

    panel.waiting.setup_asked.connect(keep_contacts)
    contacts.setup_asked.connect(put_right)
    panel.waiting.open_asked.connect(partial(attempt, open_writing))
    panel.writing.close_asked.connect(
        partial(attempt, lambda: writing.close(_gathering_id(session)))
    )
    panel.closed.verdict.open_again_asked.connect(partial(attempt, open_writing))
    panel.opened.open_again_asked.connect(partial(attempt, open_writing))
    desk.middle.turned.connect(mix_for_a_look)


def _bind_reading(desk: Desk, session: LiveSession, attempt: Try) -> None:
    closed, opened = desk.middle.gathering.closed, desk.middle.gathering.opened
    writing = session.writing

    def set_aside(line: str, why: SetAside) -> None:
        attempt(lambda: writing.set_aside(_gathering_id(session), ContributionId(line), why))

    def let_through(line: str) -> None:
        attempt(lambda: writing.let_through(_gathering_id(session), ContributionId(line)))

    def reword(line: str, text: str) -> None:
        attempt(lambda: writing.reword(_gathering_id(session), ContributionId(line), text))

    def take_out(line: str) -> None:
        attempt(lambda: writing.take_out(_gathering_id(session), ContributionId(line)))

    def open_together(warned: object) -> None:
        attempt(lambda: writing.open_together(_gathering_id(session), warned=bool(warned)))

    closed.set_aside_asked.connect(set_aside)
    closed.let_through_asked.connect(let_through)
    closed.reword_asked.connect(reword)
    closed.take_out_asked.connect(take_out)
    closed.verdict.open_together_asked.connect(open_together)
    opened.take_out_asked.connect(take_out)
    opened.one_asked.connect(
        partial(attempt, lambda: session.board.one_line(_gathering_id(session)))
    )
    opened.lines_asked.connect(
        partial(attempt, lambda: session.board.lines(_gathering_id(session)))
    )


def _bind_record(desk: Desk, session: LiveSession, attempt: Try) -> None:
    record, choice = desk.middle.record, session.choice
    record.keep_asked.connect(lambda row: attempt(partial(choice.keep, row)))
    record.leave_out_asked.connect(lambda row: attempt(partial(choice.leave_out, row)))
    record.take_out_asked.connect(lambda row: attempt(partial(choice.take_out, row)))
