"""The script's part about time: hold, add a minute, finish on time, ask the room."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.domain.plan.step import StepKind
from facilitator.rehearsal.desk_hands import DeskHands
from facilitator.ui.acting.acts import Acts, Click, Pass, Press, TypeText
from facilitator.ui.console.commands.table import Act

CUE = "Find your last sentence."
OWN_QUESTION = "What would make this easier for you?"
WANTED = "board"  # typed into the command search
HELD, LATE = timedelta(minutes=1), timedelta(minutes=2)


class TimeScript:
    """Does in the first step what facilitators often do with time."""

    def __init__(self, hands: DeskHands) -> None:
        self._hands = hands

    def acts(self) -> Acts:
        """Hold, add a minute, change a step, apply the proposal, and ask the room."""
        yield from self._ask_for_the_display()
        yield from self._say_at_the_end()
        yield from self._hold()
        yield from self._change_the_next_step()
        yield from self._finish_on_time()
        yield from self._ask()

    def _ask_for_the_display(self) -> Acts:
        """Press F5 while the board fills a display, see the question, and leave the board there."""
        hands = self._hands
        if not hands.windows.displays.is_seen_by_room:
            return
        yield Press(hands.console, Qt.Key.Key_F5)
        yield from hands.look("which display")
        yield Press(hands.console, Qt.Key.Key_Escape)

    def _say_at_the_end(self) -> Acts:
        """Show now, next and the break on the board, and write other words for the cue."""
        hands = self._hands
        now = hands.windows.console.desk.middle.now
        now.command_asked.emit(Act.TIME_LOOK)
        yield Click(hands.on_desk(lambda desk: desk.middle.drawers.choices.strip))
        yield from hands.look("what the room sees of the time")
        now.command_asked.emit(Act.CUE)
        for field in hands.windows.console.desk.middle.drawers.cue.fields.values():
            field.clear()
            yield TypeText(partial(_the, field), CUE)
        yield Click(hands.on_desk(lambda desk: desk.middle.drawers.cue.everywhere_button))
        yield from hands.look("words for the end")
        now.command_asked.emit(Act.TIME_LOOK)
        yield Click(hands.on_desk(lambda desk: desk.middle.drawers.choices.strip))
        yield Press(hands.console, Qt.Key.Key_Escape)

    def _hold(self) -> Acts:
        hands = self._hands
        yield Press(hands.console, Qt.Key.Key_Space)
        yield Pass(HELD)
        yield from hands.look("held")
        yield Press(hands.console, Qt.Key.Key_Space)
        yield Press(hands.console, Qt.Key.Key_Plus)
        yield from hands.look("a minute more")
        yield Press(hands.console, Qt.Key.Key_2)
        yield from hands.look("two minutes more")
        yield Press(hands.console, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        yield TypeText(partial(_the, hands.windows.console.search.field), WANTED)
        yield from hands.look("search the commands")
        yield Press(hands.console, Qt.Key.Key_Escape)

    def _change_the_next_step(self) -> Acts:
        """Give the next step a minute more, and a talk its own question in each language."""
        hands = self._hands
        agenda, following = hands.windows.console.desk.agenda, hands.workshop.agenda.next
        if following is None:
            return
        agenda.list.setCurrentRow(hands.workshop.agenda.place_of(following.step.id))
        agenda.list.setFocus()
        yield Press(hands.console, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        form = agenda.change_form
        is_talk = following.step.kind is StepKind.TALK
        for field in form.fields.questions.values() if is_talk else ():
            field.setText("")
            yield TypeText(partial(_the, field), OWN_QUESTION)
        form.minutes.setFocus()
        yield Press(hands.console, Qt.Key.Key_Up)
        yield from hands.look("a step is changed")
        yield Press(hands.console, Qt.Key.Key_Return)

    def _finish_on_time(self) -> Acts:
        hands = self._hands
        yield Pass(LATE)
        yield Press(hands.console, Qt.Key.Key_F)
        yield from hands.look("finish on time")
        apply_button = hands.on_desk(lambda desk: desk.middle.drawers.finish.apply_button)
        if hands.can_press(lambda desk: desk.middle.drawers.finish.apply_button):
            yield Click(apply_button)
            yield from hands.look("shortened")
            yield Click(hands.on_desk(lambda desk: desk.middle.drawers.finish.undo_button))
            yield Click(apply_button)

    def _ask(self) -> Acts:
        hands = self._hands
        ask_button = hands.on_desk(lambda desk: desk.middle.drawers.finish.ask_button)
        if hands.can_press(lambda desk: desk.middle.drawers.finish.ask_button):
            yield Click(ask_button)
            yield from hands.look("ask the room")
            yield Click(ask_button)
        yield Press(hands.console, Qt.Key.Key_Escape)


def _the(field: QWidget) -> QWidget:
    return field
