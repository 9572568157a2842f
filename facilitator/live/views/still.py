"""What the console shows that no clock changes, made once for each state of the workshop."""

from dataclasses import dataclass

from facilitator.domain.contribution import SetAside
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Trait
from facilitator.domain.time.clock import Moment
from facilitator.domain.workshop import Workshop
from facilitator.live.views.advice import language_of
from facilitator.live.views.agreement_desk import agreement_of
from facilitator.live.views.agreement_prompts import missing_of
from facilitator.live.views.agreement_view import AgreementView
from facilitator.live.views.desk_view import GatheringView, RecordRow, RecordView, SaidRow, SaidView
from facilitator.live.views.gathering_desk import gathering_on_desk, view_of
from facilitator.room.keys import Key
from facilitator.room.pages.letters import Letters, Wall
from facilitator.room.pages.record import NAMES, recorded
from facilitator.room.pages.recorded import Recorded, RecordedLine
from facilitator.room.say import say


@dataclass(frozen=True, slots=True)
class StillViews:
    """The lines, the record and the agreement; of a gathering all but what fits the time left."""

    said: SaidView | None
    gathering: GatheringView | None
    record: RecordView
    agreement: AgreementView


@dataclass(frozen=True, slots=True)
class Known:
    """What is known besides the workshop's state."""

    answered: frozenset[StepId] = frozenset()  # steps in which the prompt was answered
    last_time: tuple[str, ...] = ()  # what the group kept from its last workshop
    letters: Letters | None = None  # while what goes in the record is on the board
    walls: tuple[tuple[StepId, Wall], ...] = ()  # the letters of opened lines


class Still:
    """Remembers the views of the last state alone: words that are withdrawn stay nowhere."""

    def __init__(self) -> None:
        self._workshop: Workshop | None = None
        self._known = Known()
        self._views: StillViews | None = None

    def of(self, workshop: Workshop, now: Moment, known: Known) -> StillViews:
        """Return the views of a workshop, made anew when it is another or more is known."""
        if self._views is None or self._workshop is not workshop or self._known != known:
            self._views = StillViews(
                said=_said(workshop),
                gathering=_gathering(workshop, now, known),
                record=record_of(workshop, known.letters),
                agreement=agreement_of(workshop, known.answered, known.last_time),
            )
            self._workshop, self._known = workshop, known
        return self._views


def _gathering(workshop: Workshop, now: Moment, known: Known) -> GatheringView | None:
    gathering = gathering_on_desk(workshop)
    if gathering is None:
        return None
    return view_of(workshop, gathering, now, dict(known.walls).get(gathering.step_id, Wall()))


def record_of(workshop: Workshop, letters: Letters | None = None) -> RecordView:
    """Return every line that could go in the record, lettered as the board letters them."""
    rows = tuple(
        RecordRow(
            id=line.id,
            of=line.step if line.what is Recorded.UNNAMED else None,
            step_title=_title_of(workshop, line),
            letter=line.letter,
            text=line.text,
            in_record=line.in_record,
            section=line.step or NAMES.get(line.what, Key.AGREEMENT_TITLE),
            version=line.version,
            why=line.what is Recorded.REASON,
        )
        for line in recorded(workshop, letters)
    )
    return RecordView(
        rows, workshop.setup.recipients, risk=risk_of(workshop), missing=missing_of(workshop)
    )


def _title_of(workshop: Workshop, line: RecordedLine) -> str:
    language = language_of(workshop)
    if line.step is not None:
        return workshop.agenda.run_of(line.step).step.title.in_(language)
    title = say(language, Key.AGREEMENT_TITLE)
    name = NAMES.get(line.what)
    return title if name is None else f"{title}: {say(language, name)}"


def risk_of(workshop: Workshop) -> tuple[str, ...]:
    """Return the lines that were set aside as serious risk, so that they must be passed on.

    They stand in the order of their words: one that each turn mixes would tell of the turn.
    """
    lines = (one for gathering in workshop.gatherings for one in gathering.contributions)
    return tuple(sorted(one.text for one in lines if one.set_aside is SetAside.RISK))


def _said(workshop: Workshop) -> SaidView | None:
    step = workshop.agenda.now.step
    if not step.captures or step.has(Trait.AGREES):
        return None
    lines = workshop.said_in(step.id)
    return SaidView(step.id, tuple(SaidRow(one.id, one.text, one.in_record) for one in lines))
