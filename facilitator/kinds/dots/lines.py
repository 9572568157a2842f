"""The lines that get dots: the opened ones of the gathering that the step is about."""

from facilitator.domain.contribution import Contribution, Gathering
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Step
from facilitator.domain.workshop import Workshop
from facilitator.kinds.dots.counts import Budget, usual_budget, usual_most
from facilitator.kinds.dots.state import DotsOptions, dots_in


def gathering_of(workshop: Workshop, step: Step) -> Gathering | None:
    """Return the gathering that the step names, through the steps between; else the last opened.

    Once placing has begun, it is the one whose lines get the dots, whatever opens later.
    """
    fixed = set(dots_in(workshop, step).letters)
    for gathering in workshop.gatherings:
        if fixed & set(gathering.letters):
            return gathering
    gatherings = {gathering.step_id: gathering for gathering in workshop.gatherings}
    steps = {each.id: each for each in workshop.agenda.steps}
    passed: set[StepId] = set()
    named: StepId | None = step.of
    while named in steps and named not in gatherings and named not in passed:
        passed.add(named)
        named = steps[named].of
    if named in gatherings:
        return gatherings[named]
    opened = [gathering for gathering in workshop.gatherings if gathering.was_opened]
    return opened[-1] if opened else None


def opened_lines(workshop: Workshop, step: Step) -> tuple[Contribution, ...]:
    """Return the opened lines that the step is about, in their mixed order."""
    gathering = gathering_of(workshop, step)
    if gathering is None or not gathering.was_opened:
        return ()
    return tuple(line for line in gathering.ready if line.letter is not None)


def opened_letters(workshop: Workshop, step: Step) -> tuple[int, ...]:
    """Return the letters of these lines, in the order of the alphabet."""
    letters = (line.letter for line in opened_lines(workshop, step))
    return tuple(sorted(letter for letter in letters if letter is not None))


def goes_in_record(workshop: Workshop, step: Step) -> bool:
    """Return whether the plan lets the dots go in the record: only beside lines that do."""
    gathering = gathering_of(workshop, step)
    if gathering is None:
        return step.record_default
    source = workshop.agenda.run_of(gathering.step_id).step
    return step.record_default and source.record_default


def lines_by_letter(workshop: Workshop, step: Step) -> dict[int, Contribution]:
    """Return these lines by their letters; one that was set aside is not among them."""
    lines = opened_lines(workshop, step)
    return {line.letter: line for line in lines if line.letter is not None}


def budget_in(workshop: Workshop, step: Step) -> Budget:
    """Return the chosen budget, else the plan's, else one for so many lines."""
    chosen = dots_in(workshop, step).budget
    if chosen is not None:
        return chosen
    usual = usual_budget(len(opened_letters(workshop, step)))
    options = step.options if isinstance(step.options, DotsOptions) else DotsOptions()
    dots = options.dots or usual.dots
    return Budget(dots, options.most_per_line or usual_most(dots))
