"""Connects the panels' signals to commands of the live session."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from facilitator.domain.contribution import GatheringState, SetAside
from facilitator.domain.ids import ContributionId, LineId, StepId
from facilitator.domain.plan.forms import Shape
from facilitator.domain.text.language import Words
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.session import LiveSession
from facilitator.live.session.step_changes import StepTexts
from facilitator.ui.console.bind.time import bind_time
from facilitator.ui.console.columns import ConsoleColumns
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.contacts_panel import ContactsPanel
from facilitator.ui.console.gathering.closed import GatherClosed
from facilitator.ui.console.gathering.opened import GatherOpened
from facilitator.ui.console.gathering.panel import GatheringPanel
from facilitator.ui.console.gathering.waiting import GatherWaiting
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.record.panel import RecordPanel
from facilitator.ui.console.said.panel import SaidPanel
from facilitator.wording import _

MINUTE = timedelta(minutes=1)
Try = Callable[[Callable[[], None]], None]


def bind(desk: ConsoleColumns, session: LiveSession, attempt: Try) -> None:
    """Connect every panel; ``attempt`` runs a command and shows its error."""
    _bind_header(desk, session, attempt)
    _bind_agenda(desk, session, attempt)
    bind_time(desk, session, attempt)
    middle = desk.middle
    middle.lazy_gathering.when_built(partial(_bind_writing, session=session, attempt=attempt))
    _bind_looks(desk, session, attempt)
    contacts = middle.drawers.lazy_contacts
    contacts.when_built(partial(_bind_contacts, session=session, attempt=attempt))
    middle.own.asked.connect(lambda step, act: attempt(partial(session.own.do, step, act)))
    middle.lazy_said.when_built(partial(_bind_said, session=session, attempt=attempt))
    middle.lazy_gathering.when_built(partial(_bind_reading, session=session, attempt=attempt))
    middle.lazy_record.when_built(partial(_bind_record, session=session, attempt=attempt))
    middle.lazy_record.when_built(partial(_bind_for_next, session=session, attempt=attempt))


def _bind_for_next(record: RecordPanel, session: LiveSession, attempt: Try) -> None:
    record.keep_for_next.keep_asked.connect(
        lambda step, yes: attempt(partial(session.own.keep_for_next, StepId(step), yes=yes))
    )


def bind_commands(desk: ConsoleColumns, do: Callable[[Act], None]) -> None:
    """Connect the panels' command buttons; ``do`` runs a command of the table."""
    middle = desk.middle
    middle.now.command_asked.connect(do)
    desk.bring_up.command_asked.connect(do)
    for asked, act in (
        (desk.header.curtain_asked, Act.CURTAIN),
        (desk.header.care_asked, Act.CARE),
        (desk.header.finish_asked, Act.FINISH),
        (desk.harm.care_asked, Act.CARE),
        (desk.agreement.show_asked, Act.AGREEMENT),
        (desk.boards.back_asked, Act.BACK),
        (desk.boards.next_asked, Act.NEXT),
    ):
        asked.connect(partial(do, act))

    def bind_gathering(panel: GatheringPanel) -> None:
        promise, care = partial(do, Act.PROMISE), partial(do, Act.CARE)
        panel.lazy_waiting.when_built(lambda page: page.promise_asked.connect(promise))
        panel.lazy_closed.when_built(lambda page: page.care_asked.connect(care))

    middle.lazy_gathering.when_built(bind_gathering)
    show_record = partial(do, Act.RECORD)
    middle.lazy_record.when_built(lambda record: record.show_asked.connect(show_record))


def _bind_header(desk: ConsoleColumns, session: LiveSession, attempt: Try) -> None:
    header = desk.header
    header.people_asked.connect(lambda n: attempt(partial(session.setup.set_people, n)))
    note = desk.middle.note
    note.note_asked.connect(lambda text: attempt(partial(session.setup.set_note, text)))


def _bind_agenda(desk: ConsoleColumns, session: LiveSession, attempt: Try) -> None:
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


def _bind_said(panel: SaidPanel, session: LiveSession, attempt: Try) -> None:
    panel.add_asked.connect(lambda text: attempt(partial(session.said.add, text)))
    panel.add_all_asked.connect(lambda texts: attempt(partial(session.said.add_all, texts)))
    panel.correct_asked.connect(
        lambda line, text: attempt(partial(session.said.correct, LineId(line), text))
    )
    panel.remove_asked.connect(lambda line: attempt(partial(session.said.remove, LineId(line))))


def _gathering_id(session: LiveSession) -> StepId:
    gathering = session.desk().gathering
    if gathering is None:
        raise NotAllowedNowError(_("Nothing is written without names in this step."))
    return gathering.step_id


def _bind_writing(panel: GatheringPanel, session: LiveSession, attempt: Try) -> None:
    writing = session.writing

    def open_writing() -> None:
        writing.open(_gathering_id(session), promise_said=True)

    def keep_contacts(support: str, recipients: str) -> None:
        setup = replace(session.desk().setup, support=support, recipients=recipients)
        attempt(partial(session.setup.set, setup))

    def bind_waiting(page: GatherWaiting) -> None:
        page.setup_asked.connect(keep_contacts)
        page.open_asked.connect(open_again)

    open_again = partial(attempt, open_writing)
    close = partial(attempt, lambda: writing.close(_gathering_id(session)))
    panel.lazy_waiting.when_built(bind_waiting)
    panel.lazy_writing.when_built(lambda page: page.close_asked.connect(close))
    panel.lazy_closed.when_built(lambda page: page.verdict.open_again_asked.connect(open_again))
    panel.lazy_opened.when_built(lambda page: page.open_again_asked.connect(open_again))


def _bind_looks(desk: ConsoleColumns, session: LiveSession, attempt: Try) -> None:
    """Shuffle the lines each time that the facilitator opens them to read."""

    def mix(tab: int) -> None:
        states = {gathering.state for gathering in session.workshop.gatherings}
        if tab != Tab.LINES or GatheringState.CLOSED not in states:
            return  # the desk is not built for nothing
        gathering = session.desk().gathering
        if gathering is not None and gathering.state is GatheringState.CLOSED:
            attempt(partial(session.writing.mix, gathering.step_id))

    desk.middle.turned.connect(mix)


def _bind_contacts(contacts: ContactsPanel, session: LiveSession, attempt: Try) -> None:
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

    contacts.setup_asked.connect(put_right)


def _bind_reading(panel: GatheringPanel, session: LiveSession, attempt: Try) -> None:
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

    def bind_closed(page: GatherClosed) -> None:
        page.set_aside_asked.connect(set_aside)
        page.let_through_asked.connect(let_through)
        page.reword_asked.connect(reword)
        page.take_out_asked.connect(take_out)
        page.verdict.open_together_asked.connect(open_together)

    def bind_opened(page: GatherOpened) -> None:
        page.take_out_asked.connect(take_out)
        page.one_asked.connect(
            partial(attempt, lambda: session.board.one_line(_gathering_id(session)))
        )
        page.overview_asked.connect(partial(attempt, session.board.overview))
        page.lines_asked.connect(
            partial(attempt, lambda: session.board.lines(_gathering_id(session)))
        )

    panel.lazy_closed.when_built(bind_closed)
    panel.lazy_opened.when_built(bind_opened)
    _bind_translating(panel, session, attempt)


def _bind_translating(panel: GatheringPanel, session: LiveSession, attempt: Try) -> None:
    def translate(line: str, words: Words) -> None:
        step_id = _gathering_id(session)
        attempt(lambda: session.writing.translate(step_id, ContributionId(line), words))

    panel.lazy_closed.when_built(lambda page: page.translated.connect(translate))
    panel.lazy_opened.when_built(lambda page: page.translated.connect(translate))


def _bind_record(record: RecordPanel, session: LiveSession, attempt: Try) -> None:
    choice = session.choice
    record.keep_asked.connect(lambda row: attempt(partial(choice.include, row)))
    record.leave_out_asked.connect(lambda row: attempt(partial(choice.leave_out, row)))
    record.take_out_asked.connect(lambda row: attempt(partial(choice.take_out, row)))
