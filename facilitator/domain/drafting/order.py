"""Acts on the order of a draft: add, duplicate, delete and move steps, several at once.

Each returns the draft and the steps that are chosen afterwards. They raise ``NotAllowedNowError``
where the draft would have no step, too many, or one that uses lines of a later step.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from facilitator.domain.drafting.draft import Draft, fresh_id
from facilitator.domain.drafting.rules import Rules
from facilitator.domain.drafting.settling import nearest_source, settled
from facilitator.domain.ids import StepId
from facilitator.domain.plan.limits import MOST_STEPS
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Step
from facilitator.domain.planning.blocks import steps_of
from facilitator.errors import NotAllowedNowError
from facilitator.wording import _


@dataclass(frozen=True, slots=True)
class Editing:
    """A draft, and the chosen steps in it; the last chosen one is shown."""

    draft: Draft
    chosen: tuple[StepId, ...] = ()

    @property
    def step(self) -> Step:
        """The step that is shown."""
        ids = {step.id: step for step in self.draft.plan.steps}
        return next(
            (ids[step_id] for step_id in reversed(self.chosen) if step_id in ids),
            self.draft.plan.steps[0],
        )

    @property
    def chosen_places(self) -> tuple[int, ...]:
        """The places of the chosen steps, in order."""
        chosen = set(self.chosen)
        steps = enumerate(self.draft.plan.steps)
        return tuple(place for place, step in steps if step.id in chosen)


def added(draft: Draft, step: Step, place: int, rules: Rules) -> Editing:
    """Add a step at a place; it gets an id of its own, and lines to use if it needs any."""
    steps = draft.plan.steps
    check_count(len(steps) + 1)
    new = replace(step, id=fresh_id(steps, step.kind))
    new = replace(new, of=nearest_source(new, steps[:place], rules))
    new = settled(new, draft.plan.languages, rules)
    changed = draft.with_steps((*steps[:place], new, *steps[place:]))
    check_sources(changed.plan.steps, rules)
    return Editing(changed, (new.id,))


def with_block(draft: Draft, block: Plan, place: int, rules: Rules) -> Editing:
    """Add the steps of a block at a place; they use lines of one another, or the last before."""
    steps = draft.plan.steps
    fitting = steps_of(block, draft.plan, place)
    check_count(len(steps) + len(fitting))
    new = tuple(settled(step, draft.plan.languages, rules) for step in fitting)
    changed = draft.with_steps((*steps[:place], *new, *steps[place:]))
    check_sources(changed.plan.steps, rules)
    return Editing(changed, tuple(step.id for step in new))


def duplicated(draft: Draft, chosen: Collection[StepId]) -> Editing:
    """Put copies of the chosen steps after the last of them; they use lines of one another."""
    steps = draft.plan.steps
    originals = tuple(step for step in steps if step.id in chosen)
    check_count(len(steps) + len(originals))
    ids: dict[StepId | None, StepId | None] = {}
    copies: tuple[Step, ...] = ()
    for step in originals:
        ids[step.id] = new_id = fresh_id((*steps, *copies), step.kind)
        copies += (replace(step, id=new_id, of=ids.get(step.of, step.of)),)
    after = steps.index(originals[-1]) + 1
    changed = draft.with_steps((*steps[:after], *copies, *steps[after:]))
    return Editing(changed, tuple(step.id for step in copies))


def deleted(draft: Draft, chosen: Collection[StepId], rules: Rules) -> Editing:
    """Delete the chosen steps; the step that takes their place is chosen."""
    steps = draft.plan.steps
    left = tuple(step for step in steps if step.id not in chosen)
    if not left:
        raise NotAllowedNowError(
            _("A plan has at least one step."), _("Add another step first, or change this one.")
        )
    for step in left:
        if step.of in chosen and step.of is not None:
            raise NotAllowedNowError(
                _("“{step}” needs what is written in this step.").format(step=step.title.first),
                _("Delete that one first, or choose both."),
            )
    check_sources(left, rules)
    first = next(place for place, step in enumerate(steps) if step.id in chosen)
    return Editing(draft.with_steps(left), (left[min(first, len(left) - 1)].id,))


def moved(draft: Draft, chosen: Collection[StepId], places: int, rules: Rules) -> Editing:
    """Move the chosen steps together, by one place or more; they close up if there are gaps."""
    steps = draft.plan.steps
    moving = tuple(step for step in steps if step.id in chosen)
    staying = tuple(step for step in steps if step.id not in chosen)
    at = steps.index(moving[0]) if places < 0 else steps.index(moving[-1]) - len(moving) + 1
    target = min(max(at + places, 0), len(staying))
    changed = (*staying[:target], *moving, *staying[target:])
    if changed == steps:
        raise NotAllowedNowError(
            _("This step is the first already.")
            if places < 0
            else _("This step is the last already.")
        )
    check_sources(changed, rules)
    return Editing(draft.with_steps(changed), tuple(step.id for step in moving))


def check_sources(steps: tuple[Step, ...], rules: Rules) -> None:
    """Raise ``NotAllowedNowError`` if a step uses lines that no earlier step can have."""
    earlier: dict[StepId, Step] = {}
    for step in steps:
        source = earlier.get(step.of) if step.of is not None else None
        kinds = rules[step.kind].lines_from
        if step.of is None and kinds and rules[step.kind].needs_source:
            raise NotAllowedNowError(
                _("“{step}” needs an earlier step in which people write.").format(
                    step=step.title.first
                ),
                _("Put such a step before it."),
            )
        if step.of is not None and (source is None or source.kind not in kinds):
            raise _needs(step, steps)
        earlier[step.id] = step


def _needs(step: Step, steps: tuple[Step, ...]) -> NotAllowedNowError:
    source = next((other for other in steps if other.id == step.of), None)
    title = step.title.first
    if source is None:
        message = _("“{step}” needs an earlier step in which people write.").format(step=title)
    else:
        message = _("“{step}” needs what is written in “{earlier}”.").format(
            step=title, earlier=source.title.first
        )
    return NotAllowedNowError(message, _("It has to come after it."))


def check_count(count: int) -> None:
    """Raise ``NotAllowedNowError`` for more steps than a plan can have."""
    if count > MOST_STEPS:
        raise NotAllowedNowError(_("A plan has at most {most} steps.").format(most=MOST_STEPS))
