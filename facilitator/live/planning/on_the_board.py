"""How a step of a draft will look on the board, before any workshop."""

from dataclasses import replace

from facilitator.domain.agenda.agenda import Agenda, Standing
from facilitator.domain.drafting.draft import Draft
from facilitator.domain.ids import StepId, WorkshopId
from facilitator.domain.setup import MOST_PEOPLE, Setup
from facilitator.domain.time.clock import Moment
from facilitator.domain.workshop import Board, Workshop
from facilitator.room.pages.content import RoomKinds
from facilitator.room.pages.picture import RoomPicture
from facilitator.room.spec import Spec, Theme


def on_the_board(
    draft: Draft, step_id: StepId, kinds: RoomKinds, now: Moment, theme: Theme
) -> RoomPicture:
    """Return the first page of a step, as the room will see it when it begins."""
    plan = draft.plan
    setup = Setup(people=min(draft.people, MOST_PEOPLE), marks=plan.marks)
    workshop = Workshop.of(WorkshopId("planner"), plan, setup, practice=True)
    agenda = Agenda.of(plan.steps)
    place = draft.place_of(step_id)
    runs = tuple(replace(run, standing=_standing(at, place)) for at, run in enumerate(agenda.runs))
    workshop = replace(
        workshop,
        agenda=replace(agenda, runs=runs, place=place),
        board=replace(Board.at_first(plan), curtain=False),
    )
    return RoomPicture(kinds.content_of(workshop, now), plan.languages, Spec(theme=theme))


def _standing(at: int, place: int) -> Standing:
    if at == place:
        return Standing.NOW
    return Standing.DONE if at < place else Standing.WAITING
