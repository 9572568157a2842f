"""What the facilitator may know of a gathering at this moment, and how it is worded."""

from math import ceil

from facilitator.domain.contribution import (
    LATE_FLOOR,
    WARNED_FLOOR,
    Gathering,
    GatheringState,
)
from facilitator.domain.hints import hints_of
from facilitator.domain.step import LEAST_TURNS, Step, StepKind
from facilitator.domain.workshop import Showing, Workshop
from facilitator.live.advice import language_of
from facilitator.live.desk_view import GatheringView, ReadRow
from facilitator.room.content import gathering_for
from facilitator.room.keys import Key
from facilitator.room.promise import promise_of
from facilitator.room.say import say
from facilitator.wording import _

SECONDS_A_TURN = 67


def gathering_on_desk(workshop: Workshop) -> Gathering | None:
    """Return the gathering that the console shows: this step's, else one that waits."""
    here = gathering_for(workshop, workshop.agenda.now.step)
    if here is not None:
        return here
    waiting = (GatheringState.WRITING, GatheringState.CLOSED)
    unfinished = [g for g in workshop.gatherings if g.state in waiting]
    opened = [g for g in workshop.gatherings if g.state is GatheringState.OPENED]
    return next(iter([*unfinished, *reversed(opened)]), None)


def view_of(workshop: Workshop, gathering: Gathering) -> GatheringView:
    """Return the console's picture of a gathering; while people write it holds no line."""
    step = workshop.agenda.run_of(gathering.step_id).step
    least = gathering.least_turns(workshop.setup.people)
    few = WARNED_FLOOR <= least < LEAST_TURNS and step.floor == LEAST_TURNS
    language = language_of(workshop)
    return GatheringView(
        step_id=gathering.step_id,
        title=step.title.in_(language),
        question=(step.question or step.title).in_(language),
        state=gathering.state,
        ways=step.ways,
        ready_for_writing=workshop.setup.ready_for_writing,
        enough=least >= step.floor,
        progress=_progress(workshop, gathering, step),
        verdict=_verdict(gathering, least, step),
        can_open=gathering.state is GatheringState.CLOSED
        and (gathering.was_opened or few or least >= step.floor),
        needs_warning=few and not gathering.was_opened,
        warning=say(language, Key.FEW_WARNING),
        rows=_rows(gathering) if gathering.may_be_read(workshop.setup.people) else (),
        showing=_is_showing(workshop, gathering),
        promise=_promise(workshop),
        in_charge=workshop.setup.in_charge,
    )


def _rows(gathering: Gathering) -> tuple[ReadRow, ...]:
    """Return the lines to be read; late ones only where enough wait to be opened together."""
    readable = tuple(
        one for one in gathering.contributions if gathering.late_may_be_read or not one.late
    )
    return tuple(
        ReadRow(one.id, one.text, one.set_aside, one.in_record, one.late, hints_of(one.text))
        for one in readable
    )


def _promise(workshop: Workshop) -> str:
    sentences = promise_of(workshop)
    return "\n".join(words.in_(one) for one in workshop.languages for words in sentences)


def _is_showing(workshop: Workshop, gathering: Gathering) -> bool:
    board, step = workshop.board, workshop.agenda.now.step
    if gathering.state is not GatheringState.OPENED:
        return False
    if board.showing is Showing.LINES:
        return board.of == gathering.step_id
    about = step.kind in (StepKind.GATHER, StepKind.OPEN)
    return about and board.showing is Showing.STEP and gathering_for(workshop, step) == gathering


def _progress(workshop: Workshop, gathering: Gathering, step: Step) -> str:
    """Enough or not yet, and minutes in fives: nothing from which turns could be counted."""
    if gathering.least_turns(workshop.setup.people) >= step.floor:
        return _("Enough people have taken part for the lines to be opened.")
    still = max(workshop.setup.people - gathering.turns, 1)
    fives = 5 * ceil(still * SECONDS_A_TURN / 60 / 5)
    return _("Not yet enough. About {minutes} minutes for everyone to have a turn.").format(
        minutes=fives
    )


def _verdict(gathering: Gathering, least: int, step: Step) -> str:
    if gathering.was_opened:
        if gathering.late_turns >= LATE_FLOOR:
            return _("Enough late lines wait to be opened together.")
        return _("Too few late lines wait. They will be deleted, not opened.")
    if least >= step.floor:
        return _("Safe to open: enough people took part.")
    if least < WARNED_FLOOR:
        return _("Too few people took part to open these lines. Talk about the question instead.")
    if step.floor > LEAST_TURNS:
        return _("This plan asks for more turns before the lines are opened.")
    return _("With so few of us, people may guess. Open only if everyone agrees.")
