"""The script of a whole workshop: what a facilitator, a helper and made-up people do.

It looks at the windows to decide, as people do; of the session it asks only which step is now and
how a gathering stands.
"""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from facilitator.app.made_up import said_in, turns_of
from facilitator.app.program import Program
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.domain.agenda import StepRun
from facilitator.domain.contribution import Gathering, GatheringState, Turn
from facilitator.domain.step import LEAST_TURNS, StepKind
from facilitator.domain.workshop import Workshop
from facilitator.rehearsal.acts import Acts, Click, HoldKey, Look, Pass, Press, TypeText, WaitFor
from facilitator.rehearsal.camera import Camera
from facilitator.rehearsal.finding import button, has_button, named
from facilitator.room.content import gathering_for
from facilitator.room.keys import Key
from facilitator.room.say import say

CARDS_FROM = 3  # so many type in the corner, the others hand in cards
MOST_SAID = 5


class Script:
    """Acts for a workshop that has just been opened, from its first step to its record."""

    def __init__(self, program: Program, camera: Camera, people: int) -> None:
        self._program = program
        self._camera = camera
        self._people = people
        self._set_aside = False
        self.last_workshop: Workshop | None = None  # as it stood just before it was forgotten

    def acts(self) -> Acts:
        """Play every step, then make the record."""
        windows = self._windows
        self._camera.moment = "before"
        yield from self._look()
        yield Press(self._console, Qt.Key.Key_F8)
        yield Press(self._console, Qt.Key.Key_F9)
        yield from self._look("promise")
        yield Press(self._console, Qt.Key.Key_F9)
        while True:
            run = windows.session.workshop.agenda.now
            yield from self._step(run)
            if windows.session.workshop.agenda.next is None:
                break
            yield from self._go_on(run)
        yield from self._close()

    @property
    def _to_console(self) -> str:
        return say(self._windows.session.workshop.languages[0], Key.CORNER_CONSOLE)

    @property
    def _windows(self) -> WorkshopWindows:
        running = self._program.running
        if running is None:
            raise LookupError("no workshop is running")
        return running

    def _console(self) -> QWidget:
        return self._windows.console

    def _board(self) -> QWidget:
        return self._windows.board

    def _corner(self) -> QWidget:
        return self._windows.corner

    def _button(self, name: str) -> Callable[[], QWidget]:
        return lambda: button(self._console(), name)

    def _look(self, moment: str = "") -> Acts:
        if moment:
            self._camera.moment = moment
        yield Look(self._board, "board")
        yield Look(self._console, "console")

    def _step(self, run: StepRun) -> Acts:
        """Do what a step asks for."""
        self._camera.moment = str(run.step.id)
        yield Press(self._console, Qt.Key.Key_Space)
        yield Pass(timedelta(seconds=20))
        match run.step.kind:
            case StepKind.GATHER:
                yield from self._gather()
            case StepKind.RECORD_CHOICE:
                yield from self._open_what_waits()
                yield from self._choose()
            case _:
                yield from self._open_what_waits()
                if run.step.captures:
                    yield from self._say_lines(run)
                yield from self._look()
        yield from self._segments()

    def _segments(self) -> Acts:
        """Let the step's time go by, segment after segment."""
        while True:
            run = self._windows.session.workshop.agenda.now
            yield Pass(run.round.length - timedelta(seconds=20))
            if run.segment == len(run.rounds) - 1:
                return
            yield from self._turn_pages()
            yield Press(self._console, Qt.Key.Key_PageDown)
            yield Pass(timedelta(seconds=20))
            yield from self._look()

    def _turn_pages(self) -> Acts:
        windows = self._windows
        while windows.session.desk().board.page < windows.session.desk().board.pages - 1:
            yield Press(self._console, Qt.Key.Key_PageDown)
            yield Look(self._board, "board")

    def _go_on(self, run: StepRun) -> Acts:
        """Press Next until the next step is there; it asks once before."""
        session = self._windows.session
        while session.workshop.agenda.now.step.id == run.step.id:
            yield Press(self._console, Qt.Key.Key_PageDown)

    def _say_lines(self, run: StepRun) -> Acts:
        for line in said_in(run.step)[: min(MOST_SAID, self._people)]:
            yield TypeText(self._said_field, line)
            yield Press(self._said_field, Qt.Key.Key_Return)

    def _said_field(self) -> QWidget:
        return named(self._console(), QLineEdit, "What was said")

    def _gather(self) -> Acts:
        yield from self._look("promise before writing")
        yield Click(self._button("I have said it"))
        yield Click(self._button("Open writing"))
        yield from self._look("writing")
        turns = turns_of(self._people)
        yield Click(self._button("Typing corner"))
        yield WaitFor(lambda: self._corner().isVisible(), "the typing corner")
        typed = (*turns[: CARDS_FROM - 1], *turns[-1:])
        for place, turn in enumerate(typed):
            yield from self._turn(turn, looked_at=place == 0)
        yield from self._leave_corner()
        yield from self._cards(turns[CARDS_FROM - 1 : -1])
        yield Click(self._button("Close writing"))
        yield from self._look("reading first")
        yield from self._set_one_aside()

    def _turn(self, turn: Turn, *, looked_at: bool) -> Acts:
        if looked_at:
            yield Look(self._corner, "corner")
        for text in turn.texts:
            yield TypeText(self._corner_field, text)
        if looked_at:
            yield Look(self._corner, "corner")
            yield Look(self._board, "board")
        kept = self._turns_taken()
        yield Press(self._corner_field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        yield WaitFor(lambda: self._turns_taken() > kept, "the turn to be kept")
        yield WaitFor(self._corner_has_closed, "the closing screen")
        if looked_at:
            yield Look(self._corner, "corner")
        yield Press(self._corner, Qt.Key.Key_Shift)
        yield WaitFor(lambda: not self._corner_has_closed(), "the next entry page")

    def _corner_field(self) -> QWidget:
        fields = [f for f in self._corner().findChildren(QPlainTextEdit) if f.isVisible()]
        if not fields:
            raise LookupError("the corner shows no field")
        return fields[0]

    def _corner_has_closed(self) -> bool:
        return not any(f.isVisible() for f in self._corner().findChildren(QPlainTextEdit))

    def _turns_taken(self) -> int:
        return sum(one.turns for one in self._windows.session.workshop.gatherings)

    def _leave_corner(self) -> Acts:
        yield HoldKey(self._corner, Qt.Key.Key_Escape, down=True)
        yield WaitFor(lambda: has_button(self._corner(), self._to_console), "the corner’s choices")
        yield HoldKey(self._corner, Qt.Key.Key_Escape, down=False)
        yield Click(lambda: button(self._corner(), self._to_console))
        yield WaitFor(lambda: not self._corner().isVisible(), "the console")

    def _cards(self, turns: tuple[Turn, ...]) -> Acts:
        if not turns:
            return
        yield Click(self._button("Type cards"))
        yield WaitFor(lambda: not self._corner_has_closed(), "the page for cards")
        for turn in turns:
            yield from self._card(turn)
        yield Look(self._corner, "corner")
        yield from self._leave_corner()

    def _card(self, turn: Turn) -> Acts:
        kept = self._turns_taken()
        for text in turn.texts:
            yield TypeText(self._corner_field, text)
        yield Press(self._corner_field, Qt.Key.Key_Return)
        yield WaitFor(lambda: self._turns_taken() > kept, "the card to be kept")

    def _set_one_aside(self) -> Acts:
        """Set one line aside, once, if enough are left."""
        if self._set_aside or self._people <= LEAST_TURNS:
            return
        self._set_aside = True
        yield Click(self._button("Set aside"))
        yield Click(self._button("Names or points to a person"))
        yield from self._look("one set aside")

    def _open_what_waits(self) -> Acts:
        """Open a gathering that has been read first: this step's own, or an earlier one."""
        workshop = self._windows.session.workshop
        gathering = gathering_for(workshop, workshop.agenda.now.step) or self._waiting()
        if gathering is None or gathering.state is not GatheringState.CLOSED:
            return
        if has_button(self._console(), "Lines"):
            yield Click(self._button("Lines"))
        if has_button(self._console(), "Everyone agreed"):
            yield Click(self._button("Everyone agreed"))
        if not has_button(self._console(), "Open them together"):
            return  # too few took part: the question is talked about instead
        yield Click(self._button("Open them together"))
        yield from self._look("opened together")
        yield from self._turn_pages()

    def _waiting(self) -> Gathering | None:
        gatherings = self._windows.session.workshop.gatherings
        return next((one for one in gatherings if one.state is GatheringState.CLOSED), None)

    def _choose(self) -> Acts:
        """Leave one line out of the record, as if one voice had asked."""
        yield from self._look("record choice")
        rows = self._windows.session.desk().record.rows
        if rows:
            self._windows.session.choice.leave_out(rows[0])
            yield from self._look("one line left out")

    def _close(self) -> Acts:
        self.last_workshop = self._windows.session.workshop
        yield Click(self._button("Make the record and forget"))
        yield WaitFor(lambda: self._program.running is None, "the record")
        self._camera.moment = "after"
        yield Look(lambda: self._program.home, "home")
