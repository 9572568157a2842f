"""New steps of the planner: each usual form of a talk, and each other kind, with usual values."""

from dataclasses import dataclass, replace
from datetime import timedelta

from facilitator.domain.drafting.words import unwritten_in
from facilitator.domain.ids import StepId
from facilitator.domain.plan.forms import Shape, usual
from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.setup import MOST_PEOPLE
from facilitator.domain.text.language import Language
from facilitator.live.kinds import LiveKinds
from facilitator.room.pages.part_names import segments_of
from facilitator.store.plans.part import PlanParts

MINUTE = timedelta(minutes=1)
Languages = tuple[Language, ...]
USUAL_MINUTES = {
    StepKind.AGREEMENT: 10,
    StepKind.GATHER: 12,
    StepKind.OPEN: 8,
    StepKind.PATTERNS: 12,
    StepKind.DOTS: 6,
    StepKind.CONSENT_CHECK: 6,
    StepKind.PULSE: 8,
    StepKind.SMALL_STEPS: 8,
    StepKind.RECORD_CHOICE: 5,
    StepKind.BREAK: 10,
    StepKind.SLACK: 5,
}


@dataclass(frozen=True, slots=True)
class NewSteps:
    """Builds the steps that can be added; their titles are those that the room knows."""

    kinds: LiveKinds
    parts: PlanParts

    def talk(self, shape: Shape, people: int, languages: Languages) -> Step:
        """Return a talk of a usual form, or a break, for a number of people."""
        wanted = usual(shape, min(people, MOST_PEOPLE))
        step = Step(
            StepId(""),
            wanted.kind,
            unwritten_in(languages),
            wanted.length,
            form=wanted.form,
            segments=segments_of(wanted, wanted.length, None, languages),
        )
        return self._titled(step, languages)

    def kind(self, kind: StepKind, languages: Languages) -> Step:
        """Return a step of a kind."""
        part = self.parts[kind]
        title = unwritten_in(languages)
        length = USUAL_MINUTES.get(kind, 10) * MINUTE
        step = Step(
            StepId(""),
            kind,
            title,
            length,
            reveal=part.reveals[0],
            may_drop=part.may_drop,
            options=part.usual_options(),
        )
        return self._titled(step, languages)

    def _titled(self, step: Step, languages: Languages) -> Step:
        label = self.kinds.room.parts[step.kind].label(step, languages)
        return replace(step, title=label or step.title)
