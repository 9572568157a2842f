"""Console views that do not depend on the clock, cached per workshop state."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import is_
from typing import Generic, TypeVar

from facilitator.domain.contribution import SetAside
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Trait
from facilitator.domain.summary import RecordParts
from facilitator.domain.text.hints import LineHints
from facilitator.domain.time.clock import Moment
from facilitator.domain.workshop import Workshop
from facilitator.live.views.advice import language_of
from facilitator.live.views.agreement_desk import agreement_of
from facilitator.live.views.agreement_prompts import missing_of
from facilitator.live.views.agreement_view import AgreementView
from facilitator.live.views.desk_view import GatheringView, RecordRow, RecordView, SaidRow, SaidView
from facilitator.live.views.gathering_desk import gathering_on_desk, view_of
from facilitator.room.lines import spoken_line
from facilitator.room.marks import desk_mark
from facilitator.room.pages.record import NAMES, recorded
from facilitator.room.pages.recorded import Recorded, RecordedLine
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key

T = TypeVar("T")
Rows = dict[tuple[str, RecordedLine], RecordRow]  # by the title of the step and the line


@dataclass(frozen=True, slots=True)
class StillViews:
    """The lines, the record, the agreement, and a gathering without advice on the time left."""

    said: SaidView | None
    gathering: GatheringView | None
    record: RecordView
    agreement: AgreementView


@dataclass(frozen=True, slots=True)
class ViewInputs:
    """What the views depend on besides the workshop."""

    answered: frozenset[StepId] = frozenset()  # steps in which the prompt was answered
    last_time: tuple[str, ...] = ()  # saved from the group's last workshop


class _Part(Generic[T]):
    """A view, rebuilt only when one of the objects that it depends on is replaced."""

    def __init__(self) -> None:
        self._objects: tuple[object, ...] = ()
        self._view: T | None = None

    def of(self, objects: tuple[object, ...], build: Callable[[], T]) -> T:
        """Return the view, built now if it has to be."""
        same = len(objects) == len(self._objects) and all(map(is_, objects, self._objects))
        if self._view is None or not same:
            self._view, self._objects = build(), objects
        return self._view


class Still:
    """Console views that do not depend on the clock, cached for the last state only.

    So no withdrawn words stay in the cache.
    """

    def __init__(self, parts: RecordParts) -> None:
        self._parts = parts
        self._workshop: Workshop | None = None
        self._inputs = ViewInputs()
        self._views: StillViews | None = None
        self._record, self._hints = _Part[RecordView](), LineHints()
        self._rows: Rows = {}

    def of(self, workshop: Workshop, now: Moment, inputs: ViewInputs) -> StillViews:
        """Return the views of a workshop, rebuilt when it or its inputs changed."""
        if self._views is None or self._workshop is not workshop or self._inputs != inputs:
            self._views = StillViews(
                said=_said(workshop),
                gathering=self._gathering(workshop, now),
                record=self._record.of(
                    _recorded_objects(workshop),
                    lambda: self._record_of(workshop),
                ),
                agreement=agreement_of(workshop, inputs.answered, inputs.last_time),
            )
            self._workshop, self._inputs = workshop, inputs
        return self._views

    def _record_of(self, workshop: Workshop) -> RecordView:
        """Return the record, with the row objects of the last one for lines that are the same.

        So a list can find changed rows by identity.
        """
        rows = rows_of(workshop, self._parts, self._rows)
        self._rows = rows
        return RecordView(
            tuple(rows.values()),
            workshop.setup.recipients,
            risk=risk_of(workshop),
            missing=missing_of(workshop),
        )

    def _gathering(self, workshop: Workshop, now: Moment) -> GatheringView | None:
        gathering = gathering_on_desk(workshop)
        if gathering is None:
            return None
        return view_of(workshop, gathering, now, self._hints)


def _recorded_objects(workshop: Workshop) -> tuple[object, ...]:
    """Return the objects that the view of the record depends on."""
    lines = (workshop.said, workshop.agreement, *workshop.gatherings, *workshop.states)
    return (
        workshop.letters,
        workshop.left_out,
        workshop.setup,
        workshop.languages,
        *lines,
        *workshop.agenda.steps,
    )


def rows_of(workshop: Workshop, parts: RecordParts, before: Rows) -> Rows:
    """Return a row for every line that could go in the record, with its letter on the board.

    A line that has a row in ``before`` keeps it.
    """
    titles: dict[tuple[object, object], str] = {}
    rows: Rows = {}
    for line in recorded(workshop, parts):
        where = line.step, line.what
        if where not in titles:
            titles[where] = _title_of(workshop, line)
        key = titles[where], line
        rows[key] = before.get(key) or _row(workshop, *key)
    return rows


def _row(workshop: Workshop, title: str, line: RecordedLine) -> RecordRow:
    return RecordRow(
        id=line.id,
        of=line.step if line.what in (Recorded.UNNAMED, Recorded.OF_KIND) else None,
        step_title=title,
        letter=desk_mark(workshop, line.letter),
        text=spoken_line(
            language_of(workshop), line.text.replace("\n", " · "), drawing=line.drawing
        ),
        beneath=line.translation.first,
        in_record=line.in_record,
        section=line.step or NAMES.get(line.what, Key.AGREEMENT_TITLE),
        version=line.version,
        why=line.what is Recorded.REASON,
        of_kind=line.what is Recorded.OF_KIND,
    )


def _title_of(workshop: Workshop, line: RecordedLine) -> str:
    language = language_of(workshop)
    if line.step is not None:
        return workshop.agenda.run_of(line.step).step.title.in_(language)
    title = say(language, Key.AGREEMENT_TITLE)
    name = NAMES.get(line.what)
    return title if name is None else f"{title}: {say(language, name)}"


def risk_of(workshop: Workshop) -> tuple[str, ...]:
    """Return the lines that were set aside as serious risk and must be passed on.

    Sorted by their words: an order that each turn mixes would reveal the turn.
    """
    lines = (
        contribution
        for gathering in workshop.gatherings
        for contribution in gathering.contributions
    )
    return tuple(
        sorted(
            spoken_line(language_of(workshop), line.text, drawing=line.drawing)
            for line in lines
            if line.set_aside is SetAside.RISK
        )
    )


def _said(workshop: Workshop) -> SaidView | None:
    step = workshop.agenda.now.step
    if not step.captures or step.has(Trait.AGREES | Trait.NEXT_STEPS):
        return None
    lines = workshop.said_in(step.id)
    return SaidView(step.id, tuple(SaidRow(line.id, line.text, line.in_record) for line in lines))
