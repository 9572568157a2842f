"""Changes of a step on the day: its minutes, its place, its title and question."""

from dataclasses import replace
from datetime import timedelta

from facilitator.domain.agenda.agenda import Agenda, Standing, StepRun
from facilitator.domain.ids import StepId
from facilitator.domain.plan.forms import shared
from facilitator.domain.text.language import Words
from facilitator.domain.time.clock import Moment
from facilitator.domain.time.round import SHORTEST
from facilitator.errors import NotAllowedNowError
from facilitator.wording import _

LONGEST = timedelta(hours=8)


def of_length(agenda: Agenda, step_id: StepId, length: timedelta, now: Moment) -> Agenda:
    """Return the agenda with a step of this length, its parts in proportion.

    Raises ``NotAllowedNowError`` once its time has begun, and where it is too short for its parts.
    """
    run = _not_over(agenda, step_id)
    if run.spent(now) > timedelta() or run.standing is Standing.NOW:
        raise NotAllowedNowError(
            _("The time of this step has begun."),
            _("Go to it, and give it more or fewer minutes there."),
        )
    if not len(run.rounds) * SHORTEST <= length <= LONGEST:
        raise NotAllowedNowError(
            _("This length does not fit."), _("Each part needs ten seconds; 8 hours is the most.")
        )
    lengths = shared(tuple(part.length for part in run.rounds), length)
    rounds = tuple(
        replace(part, length=share) for part, share in zip(run.rounds, lengths, strict=True)
    )
    return agenda.with_run(replace(run, rounds=rounds))


def worded(agenda: Agenda, step_id: StepId, title: Words, question: Words) -> Agenda:
    """Return the agenda with another title and question of a step.

    Raises ``NotAllowedNowError`` for a step that is over.
    """
    run = _not_over(agenda, step_id)
    return agenda.with_run(replace(run, step=replace(run.step, title=title, question=question)))


def moved_by(agenda: Agenda, step_id: StepId, places: int) -> Agenda:
    """Return the agenda with a coming step one place earlier (-1) or later (+1).

    Raises ``NotAllowedNowError`` where the step would leave the coming steps, or where one of the
    two needs the lines of the other.
    """
    run, place = _not_over(agenda, step_id), agenda.place_of(step_id)
    other_place = place + places
    if place <= agenda.place:
        raise NotAllowedNowError(_("Only steps that are to come can change places."))
    if other_place <= agenda.place:
        raise NotAllowedNowError(_("This step comes right after the present one already."))
    if other_place >= len(agenda.runs):
        raise NotAllowedNowError(_("This step is the last already."))
    neighbour = agenda.runs[other_place]
    first, second = (run, neighbour) if places > 0 else (neighbour, run)
    if second.step.of == first.step.id:
        raise NotAllowedNowError(
            _("“{step}” needs what is written in “{earlier}”.").format(
                step=second.step.title.first, earlier=first.step.title.first
            ),
            _("It has to come after it."),
        )
    runs = list(agenda.runs)
    runs[place], runs[other_place] = neighbour, run
    return replace(agenda, runs=tuple(runs))


def _not_over(agenda: Agenda, step_id: StepId) -> StepRun:
    run = agenda.run_of(step_id)
    if run.standing is Standing.DONE:
        raise NotAllowedNowError(
            _("This step is over: it stays as the group had it."), _("Add a step in its place.")
        )
    return run
