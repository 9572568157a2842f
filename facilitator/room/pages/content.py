"""The content of the board at one moment of a workshop. Pure: no session, no screen."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from facilitator.domain.summary import RecordParts
from facilitator.domain.text.language import NO_WORDS
from facilitator.domain.time.clock import Moment
from facilitator.domain.workshop import LINES_SHOWN, Showing, Workshop
from facilitator.room.pages.agreement import agreement_page, late_page
from facilitator.room.pages.gathering import notes_page, promise_page
from facilitator.room.pages.hands import hands_page
from facilitator.room.pages.kind import PageRequest, RoomParts, sentences_on_saved
from facilitator.room.pages.picture import CalmPage, Content, MessagePage, Scene, ScenePage
from facilitator.room.pages.record import record_page
from facilitator.room.pages.time import ask_page
from facilitator.room.pages.today import today_page
from facilitator.room.pages.welcome import welcome_page
from facilitator.room.promise import what_is_saved
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key


@dataclass(frozen=True, slots=True)
class RoomKinds:
    """The room's parts of all kinds of step, so that the room imports no kind."""

    parts: RoomParts
    record: RecordParts = field(default_factory=dict)

    def content_of(self, workshop: Workshop, now: Moment, back_at: str = "") -> Content:
        """Return the content of the board; ``back_at`` is the time of day at which a break ends."""
        board = workshop.board
        if board.curtain or (board.quiet and board.showing is Showing.STEP):
            return CalmPage()
        if board.showing is Showing.STEP:
            run = workshop.agenda.now
            request = PageRequest(workshop, run, now, back_at, self.record)
            return self._step_page(request)
        if board.showing is Showing.RECORD:
            return record_page(workshop, self.record)
        if board.showing is Showing.LAST_TIME:
            return self._last_time(workshop)
        return _overlay_of(workshop, now, self)

    def _last_time(self, workshop: Workshop) -> Content:
        """Return what the group left last time; a calm page where that is not here any more."""
        pages = (part.last_time(workshop) for part in self.parts.values() if part.last_time)
        return next((page for page in pages if page is not None), CalmPage())

    def _step_page(self, request: PageRequest) -> Content:
        """Return the page of a step, or of the results of an earlier one that it opens."""
        source = request.workshop.agenda.opened_by(request.step)
        if source is not None and (page := self.parts[source.kind].opened) is not None:
            return page(request, source)
        return self.parts[request.step.kind].page(request)


def _overlay_of(workshop: Workshop, now: Moment, kinds: RoomKinds) -> Content:
    board = workshop.board
    if board.showing in LINES_SHOWN and board.of is not None:
        notes = notes_page(workshop, workshop.gathering(board.of))
        if board.showing is Showing.OVERVIEW:
            foot = say_in(workshop.languages, Key.OVERVIEW_FOOT)
            return replace(notes, overview=True, foot=foot)
        return replace(notes, alone=board.showing is Showing.ONE)
    if board.showing is Showing.TODAY:
        return today_page(workshop, now)
    if board.showing is Showing.PROMISE:
        return promise_page(
            workshop, what_is_saved(workshop, sentences_on_saved(workshop, kinds.parts))
        )
    page: Callable[[Workshop], Content] = OVERLAYS.get(board.showing, _care_page)
    return page(workshop)


def _check_page(workshop: Workshop) -> MessagePage:
    return MessagePage(NO_WORDS, say_in(workshop.languages, Key.CHECK_LINE))


def _care_page(workshop: Workshop) -> ScenePage:
    """Return the neutral page, which is always the same."""
    languages = workshop.languages
    text = say_in(languages, Key.CARE_TEXT)
    return ScenePage(Scene.PAUSE, say_in(languages, Key.CARE_TITLE), texts=(text,))


OVERLAYS: dict[Showing, Callable[[Workshop], Content]] = {
    Showing.WELCOME: welcome_page,
    Showing.WELCOME_GROUP: welcome_page,
    Showing.ASK: ask_page,
    Showing.AGREEMENT: agreement_page,
    Showing.HANDS: hands_page,
    Showing.LATE: late_page,
    Showing.CHECK: _check_page,
}
