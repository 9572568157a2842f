"""What the console shows that no clock changes, made once for each state of the workshop."""

from dataclasses import dataclass

from facilitator.domain.clock import Moment
from facilitator.domain.contribution import Contribution, SetAside
from facilitator.domain.ids import StepId
from facilitator.domain.step import StepKind
from facilitator.domain.workshop import Workshop
from facilitator.live.advice import language_of
from facilitator.live.agreement_desk import agreement_of
from facilitator.live.agreement_view import AgreementView
from facilitator.live.desk_view import GatheringView, RecordRow, RecordView, SaidRow, SaidView
from facilitator.live.gathering_desk import gathering_on_desk, view_of
from facilitator.room.agreement_pages import recorded_gatherings, recorded_lines
from facilitator.room.keys import Key
from facilitator.room.picture import letter_of
from facilitator.room.say import say


@dataclass(frozen=True, slots=True)
class StillViews:
    """The lines, the record and the agreement; of a gathering all but what fits the time left."""

    said: SaidView | None
    gathering: GatheringView | None
    record: RecordView
    agreement: AgreementView


class Still:
    """Remembers the views of the last state alone: words that are withdrawn stay nowhere."""

    def __init__(self) -> None:
        self._workshop: Workshop | None = None
        self._known: tuple[frozenset[StepId], tuple[str, ...]] = (frozenset(), ())
        self._views: StillViews | None = None

    def of(
        self,
        workshop: Workshop,
        now: Moment,
        answered: frozenset[StepId],
        last_time: tuple[str, ...],
    ) -> StillViews:
        """Return the views of a workshop, made anew when it is another or more is known."""
        known = (answered, last_time)
        if self._views is None or self._workshop is not workshop or self._known != known:
            gathering = gathering_on_desk(workshop)
            self._views = StillViews(
                said=_said(workshop),
                gathering=view_of(workshop, gathering, now) if gathering is not None else None,
                record=record_of(workshop),
                agreement=agreement_of(workshop, answered, last_time),
            )
            self._workshop, self._known = workshop, known
        return self._views


def record_of(workshop: Workshop) -> RecordView:
    """Return every line that could go in the record, lettered as the board letters them."""
    language = language_of(workshop)
    rows: list[RecordRow] = []
    place = 0

    def add(row: RecordRow) -> None:
        nonlocal place
        rows.append(row)
        place += row.in_record

    title = say(language, Key.AGREEMENT_TITLE)
    for agreed in recorded_lines(workshop):
        letter = letter_of(place) if agreed.in_record else ""
        add(RecordRow(agreed.id, None, title, letter, agreed.text, agreed.in_record))
    for line in workshop.said:
        title = workshop.agenda.run_of(line.step_id).step.title.in_(language)
        letter = letter_of(place) if line.in_record else ""
        add(RecordRow(line.id, None, title, letter, line.text, line.in_record))
    for gathering in recorded_gatherings(workshop):
        title = workshop.agenda.run_of(gathering.step_id).step.title.in_(language)
        lines: tuple[Contribution, ...] = gathering.ready if gathering.was_opened else ()
        for one in lines:
            letter = letter_of(place) if one.in_record else ""
            add(RecordRow(one.id, gathering.step_id, title, letter, one.text, one.in_record))
    return RecordView(tuple(rows), workshop.setup.recipients, risk=has_risk(workshop))


def has_risk(workshop: Workshop) -> bool:
    """Return whether a line was set aside as serious risk, so that it must be passed on."""
    lines = (one for gathering in workshop.gatherings for one in gathering.contributions)
    return any(one.set_aside is SetAside.RISK for one in lines)


def _said(workshop: Workshop) -> SaidView | None:
    step = workshop.agenda.now.step
    if not step.captures or step.kind is StepKind.AGREEMENT:
        return None
    lines = workshop.said_in(step.id)
    return SaidView(step.id, tuple(SaidRow(one.id, one.text, one.in_record) for one in lines))
