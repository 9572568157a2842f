"""Opening in a rehearsal: lines that were read first are opened together, and one is taken out."""

from PySide6.QtCore import Qt

from facilitator.domain.contribution import Gathering, GatheringState
from facilitator.domain.plan.step import LEAST_TURNS
from facilitator.room.pages.gathering import gathering_for
from facilitator.ui.acting.acts import Acts, Click, Press, TypeText
from facilitator.ui.acting.finding import can_press, visible
from facilitator.ui.acting.hands import LINES, Hands
from facilitator.ui.acting.made_up import TRANSLATED
from facilitator.ui.widgets.line_items import LineItem


class OpeningScript:
    """Acts of opening a gathering, whichever step it is done in."""

    def __init__(self, hands: Hands, people: int) -> None:
        self._hands = hands
        self._people = people

    def open_what_waits(self) -> Acts:
        """Open a gathering that has been read first: this step's own, or an earlier one."""
        hands = self._hands
        here = gathering_for(hands.workshop, hands.workshop.agenda.now.step) or self._waiting()
        if here is None or here.state is not GatheringState.CLOSED:
            return
        yield from hands.turn_to(LINES)
        yield from self._hands.see_alone()
        if hands.can_press(lambda desk: desk.middle.gathering.closed.verdict.agreed_tick):
            yield from hands.look("the warning")
            agreed = hands.desk.middle.gathering.closed.verdict.agreed_tick
            yield Click(lambda: agreed)
        if not hands.can_press(lambda desk: desk.middle.gathering.closed.verdict.open_button):
            return  # too few took part: the question is talked about instead
        yield Click(hands.on_desk(lambda desk: desk.middle.gathering.closed.verdict.open_button))
        yield from hands.look("opened together")
        yield from hands.turn_pages()
        yield Press(hands.console, Qt.Key.Key_H)
        yield from hands.look("heard all of them")
        if len(hands.workshop.languages) > 1:
            yield from self._translate()
        yield from self._take_one_out()

    def _translate(self) -> Acts:
        """Put every line in the other language, by keys alone."""
        hands, opened = self._hands, self._hands.desk.middle.gathering.opened
        yield Press(lambda: opened.lines, Qt.Key.Key_T)
        while can_press(opened.translate.field):
            text = self._text_of(opened.lines.chosen)
            yield TypeText(lambda: opened.translate.field, TRANSLATED.get(text, text))
            if hands.is_first("translating"):
                yield from hands.look("translating")
            yield Press(lambda: opened.translate.field, Qt.Key.Key_Return)
        yield from hands.look("translated")
        yield from hands.turn_pages()

    def _text_of(self, item: LineItem | None) -> str:
        """Return the words of a line on the console, as they were written."""
        gatherings = self._hands.workshop.gatherings
        lines = (line for gathering in gatherings for line in gathering.contributions)
        return next(line.text for line in lines if item is not None and line.id == item.id)

    def _take_one_out(self) -> Acts:
        """Take out a line that the room has before it, once, if enough are left."""
        if self._people <= LEAST_TURNS or not self._hands.is_first("taken out"):
            return
        opened = self._hands.desk.middle.gathering.opened
        yield Click(lambda: visible(opened.lines.buttons["out"]))
        yield Click(lambda: visible(opened.ask.first_button))
        yield from self._hands.look("a line taken out")

    def _waiting(self) -> Gathering | None:
        gatherings = self._hands.workshop.gatherings
        return next(
            (gathering for gathering in gatherings if gathering.state is GatheringState.CLOSED),
            None,
        )
