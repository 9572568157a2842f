"""Builds the view of a gathering, limited to what the facilitator may know at this moment."""

from math import ceil

from facilitator.domain.contribution import (
    Contribution,
    Gathering,
    GatheringState,
)
from facilitator.domain.floor import WARNED_FLOOR
from facilitator.domain.plan.arithmetic import (
    TURNS_TOLD,
    cards_length,
    corner_length,
    still_to_come,
)
from facilitator.domain.plan.step import LEAST_TURNS, Step, Trait, Way
from facilitator.domain.text.hints import LineHints
from facilitator.domain.text.language import MOST_LANGUAGES, Language, in_order
from facilitator.domain.text.tongue import language_of as tongue_of
from facilitator.domain.time.clock import Moment
from facilitator.domain.workshop import LINES_SHOWN, Showing, Workshop
from facilitator.live.views.advice import language_of
from facilitator.live.views.desk_view import GatheringView, ReadRow
from facilitator.room.marks import desk_mark
from facilitator.room.pages.agreement import ways_of
from facilitator.room.pages.gathering import gathering_for
from facilitator.room.promise import promise_of
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key
from facilitator.wording import _

SECONDS_A_TURN = 67


def gathering_on_desk(workshop: Workshop) -> Gathering | None:
    """Return the gathering that the console shows: this step's, else a pending one."""
    gathering = gathering_for(workshop, workshop.agenda.now.step)
    if gathering is not None:
        return gathering
    waiting = (GatheringState.WRITING, GatheringState.CLOSED)
    unfinished = [g for g in workshop.gatherings if g.state in waiting]
    opened = [g for g in workshop.gatherings if g.state is GatheringState.OPENED]
    return next(iter([*unfinished, *reversed(opened)]), None)


def view_of(
    workshop: Workshop, gathering: Gathering, now: Moment, hints: LineHints
) -> GatheringView:
    """Return the console's view of a gathering, which has no lines while people write.

    ``hints`` caches the hints for lines.
    """
    step = workshop.agenda.run_of(gathering.step_id).step
    least = gathering.least_turns(workshop.setup.people)
    few = WARNED_FLOOR <= least < LEAST_TURNS and floor_of(step) == LEAST_TURNS
    is_closed = gathering.state is GatheringState.CLOSED
    language = language_of(workshop)
    may_read = gathering.may_be_read(workshop.setup.people)
    return GatheringView(
        step_id=gathering.step_id,
        title=step.title.in_(language),
        question=(step.question or step.title).in_(language),
        state=gathering.state,
        ways=ways_of(step),
        ready_for_writing=workshop.setup.ready_for_writing,
        enough=least >= floor_of(step),
        progress=_progress(workshop, gathering, step),
        verdict=_verdict(gathering, least, step) if is_closed else "",
        can_open=is_closed and (gathering.was_opened or few or least >= floor_of(step)),
        needs_warning=is_closed and few and not gathering.was_opened,
        warning="\n".join(
            say(language, Key.FEW_WARNING) for language in in_order(workshop.languages)
        ),
        rows=_rows(workshop, gathering, hints) if may_read else (),
        showing=_is_showing(workshop, gathering),
        promise=_promise(workshop),
        fits=what_fits(workshop, gathering, now),
        in_charge=workshop.setup.in_charge,
        languages=_translated_into(workshop),
        untranslated=len(gathering.untranslated) if may_read else 0,
    )


def _rows(workshop: Workshop, gathering: Gathering, hints: LineHints) -> tuple[ReadRow, ...]:
    """Return the lines to read; late ones only once enough of them can open together.

    Opened lines come first, by their letters. The order of the others changes with each view.
    """
    readable = sorted(
        (
            contribution
            for contribution in gathering.contributions
            if gathering.late_may_be_read or not contribution.late
        ),
        key=lambda line: (line.letter is None, line.letter or 0),
    )
    found_in_lines = hints.of([contribution.text for contribution in readable])
    return tuple(
        ReadRow(
            contribution.id,
            contribution.text,
            contribution.set_aside,
            contribution.in_record,
            contribution.late,
            hints_in_line,
            desk_mark(workshop, contribution.letter),
            contribution.drawing,
            contribution.translation,
            into_language(workshop.languages, contribution),
        )
        for contribution, hints_in_line in zip(readable, found_in_lines, strict=True)
    )


def _translated_into(workshop: Workshop) -> tuple[Language, ...]:
    """Return the languages in which a helper can put lines: none where the room has one."""
    languages = in_order(workshop.languages)
    return languages if len(languages) == MOST_LANGUAGES else ()


def into_language(languages: tuple[Language, ...], line: Contribution) -> Language | None:
    """Return the language of a line's translation, or a guess of the one that it needs."""
    if line.translation:
        return line.translation.texts[0][0]
    if len(languages) < MOST_LANGUAGES or not line.text:
        return None
    others = [language for language in languages if language != tongue_of(line.text)]
    return others[0] if len(others) == 1 else languages[0]


def floor_of(step: Step) -> int:
    """Return a gathering's floor: the plan's, but never under the hard minimum."""
    return max(step.floor, LEAST_TURNS)


def _promise(workshop: Workshop) -> str:
    sentences = promise_of(workshop)
    return "\n".join(words.in_(language) for language in workshop.languages for words in sentences)


def _is_showing(workshop: Workshop, gathering: Gathering) -> bool:
    board, step = workshop.board, workshop.agenda.now.step
    if gathering.state is not GatheringState.OPENED:
        return False
    if board.showing in LINES_SHOWN:
        return board.of == gathering.step_id
    about = step.has(Trait.WRITES | Trait.OPENS)
    return about and board.showing is Showing.STEP and gathering_for(workshop, step) == gathering


def _progress(workshop: Workshop, gathering: Gathering, step: Step) -> str:
    """Return enough or not yet, and minutes in fives, so that nobody can count the turns."""
    if gathering.takes_late:
        return (
            _("Enough late lines wait to be opened together.")
            if gathering.late_may_be_read
            else _("Not yet enough late lines. With fewer than three late turns they are deleted.")
        )
    still = still_to_come(workshop.setup.people, gathering.turns)
    fives = 5 * ceil(max(still, 1) * SECONDS_A_TURN / 60 / 5)
    if gathering.least_turns(workshop.setup.people) < floor_of(step):
        return _("Not yet enough. About {minutes} minutes for everyone to have a turn.").format(
            minutes=fives
        )
    if not still:
        return _("Enough people have taken part for the lines to be opened.")
    if still < TURNS_TOLD:
        return _(
            "Enough people have taken part for the lines to be opened. "
            "If somebody still wants a turn, allow about {minutes} minutes more."
        ).format(minutes=fives)
    return _(
        "Enough people have taken part for the lines to be opened. "
        "About {minutes} minutes more for everyone to have a turn."
    ).format(minutes=fives)


def what_fits(workshop: Workshop, gathering: Gathering, now: Moment) -> str:
    """Return what to do when the time left is too short for everyone to write."""
    run = workshop.agenda.now
    before = gathering.state in (GatheringState.WAITING, GatheringState.WRITING)
    if run.step.id != gathering.step_id or not before or gathering.takes_late:
        return ""
    still = still_to_come(workshop.setup.people, gathering.turns)
    if gathering.state is GatheringState.WRITING and still < TURNS_TOLD:
        return ""  # everyone may have had a turn already
    corner = Way.CORNER in run.step.ways
    needed = corner_length(still) if corner else cards_length(still)
    if run.round.left(now) >= needed.shortest:
        return ""
    return _what_would_fit(
        cards=corner and Way.CARDS in run.step.ways, rest=_break_is_ahead(workshop)
    )


def _break_is_ahead(workshop: Workshop) -> bool:
    still = (workshop.agenda.now, *workshop.agenda.ahead)
    return any(run.step.is_break for run in still)


def _what_would_fit(*, cards: bool, rest: bool) -> str:
    if cards and rest:
        return _(
            "The time left is too short for everyone at one keyboard. "
            "Offer cards as well, or let writing go on through the break."
        )
    if cards:
        return _("The time left is too short for everyone at one keyboard. Offer cards as well.")
    if rest:
        return _("The time left is too short for everyone. Let writing go on through the break.")
    return _("The time left is too short for everyone. Give this step more time.")


def _verdict(gathering: Gathering, least: int, step: Step) -> str:
    if gathering.was_opened or (least >= floor_of(step) and gathering.was_reopened):
        if gathering.late_may_be_read:
            return _("Enough late lines wait to be opened together.")
        return _("Too few late lines wait. They will be deleted, not opened.")
    if least >= floor_of(step):
        return _("Safe to open: enough people took part.")
    if least < WARNED_FLOOR:
        return _("Too few people took part to open these lines. Talk about the question instead.")
    if floor_of(step) > LEAST_TURNS:
        return _("This plan asks for more turns before the lines are opened.")
    return _("With so few of us, people may guess. Open only if everyone agrees.")
