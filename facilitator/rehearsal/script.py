"""The script of a whole workshop: what facilitator, helper and made-up people do."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.plan.step import Trait
from facilitator.domain.workshop import Showing, Workshop
from facilitator.kinds.registry import REHEARSALS
from facilitator.rehearsal.desk_hands import DeskHands
from facilitator.rehearsal.opening_script import OpeningScript
from facilitator.rehearsal.time_script import TimeScript
from facilitator.ui.acting.acts import Acts, Click, Look, Pass, Press, TypeText, WaitFor
from facilitator.ui.acting.finding import can_press, first, first_of, visible
from facilitator.ui.acting.hands import NOW, RECORD
from facilitator.ui.acting.made_up import said_in
from facilitator.ui.console.commands.table import COMMANDS, Act
from facilitator.ui.home.after_page import AfterPage
from facilitator.ui.home.lines_page import LinesPage
from facilitator.ui.home.rows import ClosedRow

SETTLING = timedelta(seconds=20)
MOST_SAID = 5
IN_THE_MIDDLE = 2  # the place of the step in which the day is shown again


class Script:
    """The acts for a newly opened workshop, from its first step to its record."""

    def __init__(self, hands: DeskHands, people: int) -> None:
        self._hands = hands
        self._people = people
        self._opening = OpeningScript(hands, people)
        self._time = TimeScript(hands)
        self.last_workshop: Workshop | None = None  # just before it is deleted

    def acts(self) -> Acts:
        """Play every step, then make the record."""
        yield from self._begin()
        while True:
            run = self._hands.workshop.agenda.now
            yield from self._step(run)
            if self._hands.workshop.agenda.next is None:
                break
            yield from self._go_on(run)
        yield from self._close()

    def _begin(self) -> Acts:
        hands = self._hands
        yield from hands.look("before")
        if hands.workshop.setup.group:
            yield from self._show_the_group()
        yield from self._show_the_day()
        for key, moment in ((Qt.Key.Key_F9, "promise"), (Qt.Key.Key_F6, "pause for care")):
            yield from self._page_by_key(key, moment)

    def _show_the_group(self) -> Acts:
        """Show the group's name on the welcome by the search of commands, and take it away."""
        hands, field = self._hands, self._hands.windows.console.search.field
        for moment in ("the group on the welcome", "without the group"):
            yield Press(hands.console, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
            yield TypeText(lambda: visible(field), COMMANDS[Act.WELCOME_GROUP].words())
            yield Press(lambda: field, Qt.Key.Key_Return)
            hands.camera.moment = moment
            yield Look(hands.board, "board")

    def _show_the_day(self) -> Acts:
        """Go from the welcome through what happens today to the first step."""
        hands = self._hands
        yield Press(hands.console, Qt.Key.Key_PageDown)
        yield from hands.look("what happens today")
        while hands.workshop.board.showing is not Showing.STEP:
            yield Press(hands.console, Qt.Key.Key_PageDown)
            yield Look(hands.board, "board")
        yield from self._page_by_key(Qt.Key.Key_F8, "curtain")

    def _page_by_key(self, key: Qt.Key, moment: str) -> Acts:
        """Bring a page to the board by its key, look, and take it away by the same key."""
        yield Press(self._hands.console, key)
        yield from self._hands.look(moment)
        yield Press(self._hands.console, key)

    def _step(self, run: StepRun) -> Acts:
        """Act out a step."""
        hands = self._hands
        hands.camera.moment = str(run.step.id)
        yield from hands.turn_to(NOW)
        yield Click(hands.command(Act.TOGGLE_TIME))
        yield Pass(SETTLING)
        if hands.workshop.agenda.place == 0:
            yield from self._time.acts()
        play = REHEARSALS.get(run.step.kind)
        if not run.step.has(Trait.WRITES):
            yield from self._opening.open_what_waits()
        if play is not None:
            yield from play()(hands, self._people)
        elif run.step.captures:
            yield from self._say_lines(run)
        if hands.workshop.agenda.place == IN_THE_MIDDLE:
            yield Press(hands.console, Qt.Key.Key_Escape)  # out of a field, which would take it
            yield from self._page_by_key(Qt.Key.Key_T, "the day in the middle")
        hands.camera.moment = str(run.step.id)
        yield from hands.look()
        yield from self._segments()
        if run.step.is_break:
            yield Pass(3 * SETTLING)
            hands.camera.moment = f"{run.step.id} is over"
            yield Look(hands.board, "board")

    def _segments(self) -> Acts:
        """Let the step's time pass, segment by segment."""
        hands = self._hands
        while True:
            run = hands.workshop.agenda.now
            yield Pass(max(run.round.length - 2 * SETTLING, timedelta()))
            if run.segment == len(run.rounds) - 1:
                yield Look(hands.board, "board")
                return
            yield from hands.turn_pages()
            yield Press(hands.console, Qt.Key.Key_PageDown)
            yield Pass(SETTLING)
            yield from hands.look()

    def _go_on(self, run: StepRun) -> Acts:
        """Press Next until the next step is shown; it asks once first."""
        while self._hands.workshop.agenda.now.step.id == run.step.id:
            yield Press(self._hands.console, Qt.Key.Key_PageDown)

    def _say_lines(self, run: StepRun) -> Acts:
        yield from self._hands.turn_to(NOW)  # lines that wait may have been looked at
        for line in said_in(run.step)[: min(MOST_SAID, self._people)]:
            yield TypeText(self._said_field, line)
            yield Press(self._said_field, Qt.Key.Key_Return)

    def _said_field(self) -> QWidget:
        return visible(self._hands.desk.middle.said_panel.field)

    def _close(self) -> Acts:
        hands = self._hands
        yield from hands.turn_to(RECORD)
        self.last_workshop = hands.workshop
        yield Click(hands.on_desk(lambda desk: desk.middle.record.closing.make_button))
        yield from hands.look("asked before forgetting")
        yield Click(hands.on_desk(lambda desk: desk.middle.record.closing.ask.first_button))
        yield WaitFor(lambda: hands.program.running is None, "the record")
        yield WaitFor(self._home_is_in_front, "Home")
        hands.camera.moment = "after"
        yield Look(lambda: hands.program.home, "home")
        if (thanks := hands.board_after()) is not None:
            hands.camera.moment = "thanks"
            yield Look(lambda: thanks, "board")
        yield Press(lambda: hands.program.home, Qt.Key.Key_F9)
        hands.camera.moment = "what is kept"
        yield Look(lambda: hands.program.home, "home")
        yield Press(lambda: hands.program.home, Qt.Key.Key_F9)
        yield from self._lines_of_the_record()

    def _home_is_in_front(self) -> bool:
        """Raise Home, as a click on it does; not every desktop does so by itself."""
        self._hands.program.home.activateWindow()
        return self._hands.program.home.isActiveWindow()

    def _lines_of_the_record(self) -> Acts:
        """Visit the page that takes lines out of a record, without taking any out."""
        hands = self._hands
        yield Click(lambda: first_of(hands.home, AfterPage).home_button)
        if can_press(hands.home.home_page.show_button):  # where a room could read them
            yield Click(lambda: hands.home.home_page.show_button)
        listed = [row for row in hands.home.findChildren(ClosedRow) if row.isVisible()]
        if not listed:
            return  # the list could not be written
        yield Click(lambda: first((row.lines_button for row in listed), "lines"))
        pages = hands.home.findChildren(LinesPage)
        if any(can_press(page.show_button) for page in pages):  # the record holds a line
            yield Click(lambda: first_of(hands.home, LinesPage).show_button)
        hands.camera.moment = "lines of the record"
        yield Look(lambda: hands.program.home, "home")
