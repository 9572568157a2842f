"""The running workshop: holds its parts and its listeners."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from operator import is_not
from pathlib import Path

from facilitator.domain.contribution import Shuffler
from facilitator.domain.summary import SessionSummary, summary_of
from facilitator.domain.time.clock import Clock
from facilitator.domain.workshop import WELCOMES, Board, Showing, Workshop
from facilitator.live.consent import at_step
from facilitator.live.kinds import LiveKinds
from facilitator.live.session.agreements import Agreements
from facilitator.live.session.board import BoardPart
from facilitator.live.session.checking import Holding
from facilitator.live.session.choice import Choice
from facilitator.live.session.events import CornerChanged, DeskChanged, Event, RoomChanged
from facilitator.live.session.extra_timer import ExtraTimer
from facilitator.live.session.finishing import Finishing
from facilitator.live.session.lettering import RecordList
from facilitator.live.session.own_acts import OwnActs
from facilitator.live.session.preparation import Preparation
from facilitator.live.session.said import SaidPart
from facilitator.live.session.saving import Saving
from facilitator.live.session.speaking_order import SpeakingOrderPart
from facilitator.live.session.step_changes import StepChanges
from facilitator.live.session.steps import Steps, next_over_step
from facilitator.live.session.timing import Timing
from facilitator.live.session.writing import Writing
from facilitator.live.views.desk import Surroundings, desk_of
from facilitator.live.views.desk_view import DeskView
from facilitator.live.views.pace import minutes_taken, next_ends_at, step_ends_at
from facilitator.live.views.still import Still, ViewInputs
from facilitator.live.views.strip import StripPart
from facilitator.room.layout.pages import Pages
from facilitator.room.layout.ruler import Ruler
from facilitator.room.pages.hands import corner_of_check
from facilitator.room.pages.picture import CornerPicture, RoomPicture
from facilitator.room.promise import promise_in_the_corner, short_promise
from facilitator.store.database import Store


class LiveSession:
    """A workshop while it runs. Not thread-safe: only the thread that created it may call it.

    Commands are on its parts: ``steps``, ``changes``, ``time``, ``board``, ``said``, ``writing``,
    ``choice``, ``agreements``, ``holding``, ``setup``, ``finishing``, ``own``. Each
    saves, then publishes (decision 12). ``speaking_order`` and ``extra`` are in memory only. The
    session counts ``pages``, and the windows draw them.
    """

    def __init__(
        self,
        db: Store,
        workshop: Workshop,
        clock: Clock,
        shuffler: Shuffler,
        ruler: Ruler,
        kinds: LiveKinds,
    ) -> None:
        self._kinds = kinds
        self._saving = Saving(db, workshop, clock, shuffler, kinds.record)
        self.pages, self._still, self._record_list = (
            Pages(ruler),
            Still(kinds.record),
            RecordList(kinds.room),
        )
        self._listeners: list[Callable[[Event], None]] = []
        self.time = Timing(self._saving)
        self.board = BoardPart(self._saving, self._page_of_now)
        self.steps = Steps(self._saving, self.page_count)
        self.changes = StepChanges(self._saving)
        self.own = OwnActs(self._saving, kinds, self._page_of, self._first_of)
        self.said = SaidPart(self._saving, self._last_page_of)
        self.writing = Writing(self._saving)
        self.agreements = Agreements(self._saving, self._page_of)
        self.holding = Holding(self._saving, self.page_count)
        self.choice = Choice(self._saving, self.said, self.writing, self.agreements, kinds.record)
        self.setup = Preparation(self._saving)
        self.speaking_order, self.extra = (
            SpeakingOrderPart(self._saving),
            ExtraTimer(self._saving),
        )
        self.finishing = Finishing(self._saving, self.board)
        self._strip = StripPart()
        self._published_picture = self.picture()
        self._published_corner = self.corner()
        self._ahead: RoomPicture | None = None  # what comes next, for the console
        self._words = _words_of(workshop)  # those on the cached pages
        self._published_desk = self.desk()
        self._saving.on_change(self._publish_changes)

    @property
    def workshop(self) -> Workshop:
        """The whole state, as it is saved."""
        return self._saving.workshop

    @property
    def is_saved(self) -> bool:
        """Whether every change is saved to the disk (decision 12)."""
        return self._saving.not_saved is None

    def subscribe(self, listener: Callable[[Event], None]) -> None:
        """Call ``listener`` with every event, after the change is saved."""
        self._listeners.append(listener)

    def tick(self) -> None:
        """Check the clock; publish what changed."""
        self.time.tick()
        self._publish_changes()

    def picture(self) -> RoomPicture:
        """Return what the room sees now."""
        workshop = self.workshop
        picture = self._picture_of(workshop)
        last = self.pages.count(picture) - 1
        return replace(picture, page=min(workshop.board.page, last))

    def _picture_of(self, workshop: Workshop) -> RoomPicture:
        """Return the first page of what the board shows."""
        now, back_at = self._saving.now, step_ends_at(workshop)
        content = self._record_list.content(workshop, now, back_at)
        strip = self._strip.strip(workshop, now)
        return RoomPicture(content, workshop.languages, self.board.spec, strip=strip)

    def _last_page_of(self, workshop: Workshop) -> int:
        """Return the last page of what the board will show, to turn to a new line's page."""
        return self.pages.count(self._picture_of(workshop)) - 1

    def page_count(self) -> int:
        """Return the number of pages of what was last published to the room."""
        return self.pages.count(self._published_picture)

    def _page_of(self, line: str) -> int | None:
        """Return the page of the board on which a line begins."""
        return self.pages.place_of(self.picture(), line)

    def _first_of(self, workshop: Workshop, section: int) -> int:
        """Return the first page of a section of what the board will show, once it is uncovered."""
        ahead = replace(workshop, board=replace(workshop.board, curtain=False))
        return self.pages.first_of_section(self._picture_of(ahead), section)

    def _page_of_now(self, board: Board) -> int:
        """Return the page of what happens today that has the present part."""
        ahead = replace(self.workshop, board=replace(board, curtain=False))
        return self.pages.place_of_now(self._picture_of(ahead))

    def corner(self) -> CornerPicture | None:
        """Return the typing corner's picture; ``None`` when nobody may sit there."""
        gathering = self.writing.open_gathering
        if gathering is None:
            return corner_of_check(self.workshop, self.board.spec.theme) or self._own_corner()
        step = self.workshop.agenda.run_of(gathering.step_id).step
        return CornerPicture(
            languages=self.workshop.languages,
            promise=promise_in_the_corner(self.workshop),
            short=short_promise(self.workshop),
            question=step.question or step.title,
            notes_a_turn=step.notes_a_turn,
            late=gathering.takes_late,
            theme=self.board.spec.theme,
        )

    def _own_corner(self) -> CornerPicture | None:
        """Return the corner's picture from the kind of the present step, if it has one."""
        run = self.workshop.agenda.now
        corner = self._kinds.room.parts[run.step.kind].corner
        picture = None if corner is None else corner(self.workshop, run)
        return None if picture is None else replace(picture, theme=self.board.spec.theme)

    def desk(self) -> DeskView:
        """Return what the console shows now."""
        self._ahead = self._next_picture()
        return self._desk(self.picture())

    def summary(self, today: date) -> SessionSummary:
        """Return the record as the room decided it."""
        return summary_of(self.workshop, today, self._kinds.record)

    def minutes(self) -> tuple[str, ...]:
        """Return planned and actual minutes of each step as in the record, and the held time."""
        return minutes_taken(self.workshop, self.time.held)

    def go_on_in_memory(self, reason: str) -> None:
        """Set why nothing was saved to the disk from the start (decision 12)."""
        self._saving.go_on_in_memory(reason)
        self._publish_changes()

    def save_elsewhere(self, path: Path) -> None:
        """Go on in a new workshop file."""
        self._saving.save_elsewhere(path)

    def close(self) -> None:
        """Close the file; everything is saved already."""
        self.time.leave()
        self.pages.forget()
        self._saving.close()

    def _desk(self, picture: RoomPicture) -> DeskView:
        not_saved, now, agreements = self._saving.not_saved, self._saving.now, self.agreements
        inputs = ViewInputs(frozenset(agreements.answered), agreements.last_time)
        around = Surroundings(
            now=now,
            still=self._still.of(self.workshop, now, inputs),
            picture=picture,
            next_picture=self._ahead,
            pages=self.pages.count(picture),
            asked=self.steps.asked,
            lost=self.time.lost,
            clock_word=self.time.clock_word,
            not_saved=not_saved.reason if not_saved is not None else "",
        )
        desk = desk_of(self.workshop, around, self._kinds)
        return replace(desk, speaking_order=self.speaking_order.view(), extra=self.extra.view())

    def _next_picture(self) -> RoomPicture | None:
        """Return what the room would see in the next step, or without the curtain."""
        workshop, now = self.workshop, self._saving.now
        agenda, board, asked = workshop.agenda, workshop.board, self.steps.asked
        following = agenda.next if asked is None else agenda.run_of(asked)
        if board.curtain:
            ahead = replace(workshop, board=replace(board, curtain=False))
            back_at = step_ends_at(ahead)
        elif asked is None and board.showing in (*WELCOMES, Showing.TODAY):
            ahead = replace(workshop, board=next_over_step(workshop))
            back_at = step_ends_at(ahead)
        elif following is not None:
            next_agenda = agenda.moved_to(following.step.id, now)
            begun = replace(workshop, agenda=next_agenda, board=replace(board.at_step, quiet=False))
            ahead = at_step(begun)
            back_at = step_ends_at(ahead) or next_ends_at(workshop, following, now)
        else:
            return None
        content = self._record_list.content(ahead, now, back_at)
        strip = self._strip.of_next(ahead, now)
        return RoomPicture(content, workshop.languages, self.board.spec, strip=strip)

    def _publish_changes(self) -> None:
        """Publish only what differs from what was published last; the room first.

        Publish each picture even if building another one raises, so that the curtain always reaches
        the board.
        """
        with ExitStack() as rest:  # in reverse order, even when one fails
            rest.callback(self._forget_pages)
            rest.callback(self._publish_desk)
            rest.callback(self._look_ahead)
            rest.callback(self._publish_corner)
            rest.callback(self._publish_room)

    def _publish_room(self) -> None:
        picture = self.picture()
        if picture != self._published_picture:
            self._published_picture = picture
            self._publish(RoomChanged(picture))

    def _publish_corner(self) -> None:
        corner = self.corner()
        if corner != self._published_corner:
            self._published_corner = corner
            self._publish(CornerChanged(corner))

    def _look_ahead(self) -> None:
        self._ahead = None  # if the next picture cannot be built, the console still gets the rest
        self._ahead = self._next_picture()

    def _publish_desk(self) -> None:
        desk = self._desk(self._published_picture)
        if desk != self._published_desk:
            self._published_desk = desk
            self._publish(DeskChanged(desk))

    def _forget_pages(self) -> None:
        """Drop cached pages with words that have changed: they may have been withdrawn."""
        words = _words_of(self.workshop)
        if len(words) != len(self._words) or any(map(is_not, words, self._words)):
            self._words = words
            self.pages.keep_only(self._published_picture, self._ahead)

    def _publish(self, event: Event) -> None:
        for listener in tuple(self._listeners):
            listener(event)


def _words_of(workshop: Workshop) -> tuple[object, ...]:
    """Return the parts of a workshop that hold what people said and wrote."""
    gatherings, states = workshop.gatherings, workshop.states
    return workshop.said, workshop.agreement, workshop.setup, *gatherings, *states
