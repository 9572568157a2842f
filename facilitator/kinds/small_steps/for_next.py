"""What small steps leave for the group's next workshop: the steps and their days, never a name."""

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.for_next import LineForNext
from facilitator.domain.text.language import in_order
from facilitator.domain.workshop import Workshop
from facilitator.kinds.small_steps.kept import Kept
from facilitator.kinds.small_steps.record import recorded_steps
from facilitator.kinds.small_steps.state import SmallSteps
from facilitator.kinds.small_steps.words import by_in_words
from facilitator.live.kinds import ForNextPart
from facilitator.wording import _


def _lines(workshop: Workshop, run: StepRun) -> tuple[LineForNext, ...]:
    state, languages = workshop.state_of(run.step.id), in_order(workshop.languages)
    look_again = state.look_again if isinstance(state, SmallSteps) else None
    return tuple(
        LineForNext(line.text, Kept(step.text, by_in_words(step, languages), look_again).content)
        for line, step in recorded_steps(workshop, run)
    )


FOR_NEXT = ForNextPart(
    _lines,
    lambda: _("The group said yes: its small steps stay here, without names, for next time"),
    lambda: _("The small steps stay for this group’s next workshop, without names."),
)
