"""What only the facilitator sees of a pulse: whether enough have answered, never how many."""

from dataclasses import dataclass

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.plan.step import LEAST_TURNS
from facilitator.domain.text.language import Words
from facilitator.domain.time.dates import own_day
from facilitator.domain.workshop import Workshop
from facilitator.kinds.pulse.before import is_compared, shown_today, time_before
from facilitator.kinds.pulse.for_next import times_left
from facilitator.kinds.pulse.shape import Answers
from facilitator.kinds.pulse.state import AnsweredBy, Phase, Pulse, pulse_in, statements_of
from facilitator.kinds.pulse.words import labels_of
from facilitator.live.kinds import DeskPart
from facilitator.live.views.advice import language_of


@dataclass(frozen=True, slots=True)
class PulseView:
    """What the panel shows. Slips have totals, since the facilitator counts them."""

    phase: Phase
    answered_by: AnsweredBy
    statements: tuple[str, ...]
    labels: tuple[str, ...]  # lowest first
    is_enough: bool  # to show anything
    floor: int
    slips: tuple[Answers, ...]  # for each statement, once they are entered
    last_on: str = ""  # the day of the group's last workshop, while it can be chosen to compare
    compares: bool = False  # with a time before
    can_be_beside: bool = False  # of the time before, on the board
    beside: bool = False


def _view(workshop: Workshop, run: StepRun) -> PulseView:
    pulse, language = pulse_in(workshop, run.step), language_of(workshop)
    on_slips = pulse.answered_by is AnsweredBy.SLIPS
    return PulseView(
        pulse.phase,
        pulse.answered_by,
        tuple(words.in_(language) for words in statements_of(run.step)),
        tuple(
            _label(mark, words, workshop) for mark, words in labels_of(run.step, workshop.languages)
        ),
        pulse.is_enough(workshop.setup.people, run.step.floor),
        max(run.step.floor, LEAST_TURNS),
        pulse.answers if on_slips else (),
        _last_on(workshop, run, pulse),
        is_compared(workshop, run.step),
        time_before(workshop, run.step) is not None,
        pulse.beside,
    )


def _last_on(workshop: Workshop, run: StepRun, pulse: Pulse) -> str:
    """Return the day of last time, if these statements were shown then and not yet today."""
    last = workshop.last_time_of(run.step.kind)
    if last is None or pulse.phase is not Phase.WAITING or all(shown_today(workshop, run.step)):
        return ""
    return own_day(last.held_on) if times_left(workshop, run.step) else ""


def _label(mark: Words, words: Words, workshop: Workshop) -> str:
    language = language_of(workshop)
    return f"{mark.in_(language)} {words.in_(language)}".strip()


def _leads(workshop: Workshop, run: StepRun) -> bool:
    """Return whether answering, or showing the answers, comes before the next step."""
    phase = pulse_in(workshop, run.step).phase
    return phase in (Phase.WAITING, Phase.ANSWERING, Phase.CLOSED)


DESK = DeskPart(icon="CHART", view=_view, leads=_leads)
