"""Builds the console's view from the workshop, from nothing but its arguments."""

from dataclasses import dataclass, replace
from datetime import timedelta

from facilitator.domain.agenda.agenda import Standing, StepRun
from facilitator.domain.agenda.minutes import (
    in_minutes,
    minutes_of_steps,
    planned_minutes,
    taken_minutes,
)
from facilitator.domain.contribution import GatheringState
from facilitator.domain.ids import StepId
from facilitator.domain.time.clock import Moment
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import WELCOMES, Showing, Workshop
from facilitator.live.kinds import LiveKinds
from facilitator.live.views.advice import calls_back, language_of, say_now, says_promise
from facilitator.live.views.desk_view import (
    AgendaRow,
    AgendaView,
    BoardView,
    ClockView,
    DeskView,
    ForNextView,
    GatheringView,
    HeaderView,
    NextIs,
    NextView,
    NowView,
    OwnView,
    clock_face,
)
from facilitator.live.views.finish_view import finish_view
from facilitator.live.views.gathering_desk import what_fits
from facilitator.live.views.pace import pace_of, pace_text, steps_begin_at
from facilitator.live.views.still import StillViews
from facilitator.room.pages.picture import ListPage, Mark, Note, NotesPage, RoomPicture
from facilitator.room.pages.time import cue_words, soon_words, usual_cue
from facilitator.wording import _, ngettext


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the desk shows besides the workshop."""

    now: Moment
    picture: RoomPicture
    next_picture: RoomPicture | None
    still: StillViews  # the views that do not depend on the clock
    pages: int
    asked: StepId | None  # the step to which Next goes, requested once
    lost: timedelta
    not_saved: str  # why nothing is saved to the disk; empty otherwise
    clock_word: str = ""  # about a clock that jumped


def desk_of(workshop: Workshop, around: Surroundings, kinds: LiveKinds) -> DeskView:
    """Return all that the console shows at this moment."""
    still = around.still
    return DeskView(
        header=_header(workshop, around),
        agenda=_agenda(workshop, kinds, around.now),
        clock=_clock(workshop, around),
        now=_now(workshop, around, kinds),
        said=still.said,
        gathering=_gathering(workshop, still.gathering, around.now),
        record=still.record,
        board=BoardView(
            now=around.picture,
            next=_next_on_board(around),
            curtain=workshop.board.curtain,
            quiet=workshop.board.quiet,
            showing=workshop.board.showing,
            page=around.picture.page,
            pages=around.pages,
            time=workshop.board.time,
            time_here=dict(workshop.board.time_of).get(workshop.agenda.now.step.id),
            strip=workshop.board.strip,
            cue=soon_words(workshop, workshop.agenda.now.step),
            usual_cue=usual_cue(workshop.languages),
        ),
        setup=workshop.setup,
        note=workshop.note,
        agreement=still.agreement,
        finish=finish_view(workshop, around.now),
        own=_own(workshop, kinds, around.now),
        for_next=_for_next(workshop, kinds),
        has_steps_of_last_time=workshop.has_steps_of_last_time,
    )


def _gathering(workshop: Workshop, view: GatheringView | None, now: Moment) -> GatheringView | None:
    if view is None:
        return None
    fits = what_fits(workshop, workshop.gathering(view.step_id), now)
    return view if fits == view.fits else replace(view, fits=fits)


def _header(workshop: Workshop, around: Surroundings) -> HeaderView:
    pace = pace_of(workshop, around.now)
    return HeaderView(
        title=workshop.setup.title or workshop.plan_title.in_(language_of(workshop)),
        group=workshop.setup.group,
        people=workshop.setup.people,
        pace=pace_text(pace),
        behind=pace.behind,
        practice=workshop.practice,
        saved=not around.not_saved,
        banner=_banner(around.not_saved),
    )


def _banner(reason: str) -> str:
    if not reason:
        return ""
    return _(
        "{reason} This workshop is not being kept: save it elsewhere, or what is handed in is gone "
        "when Facilitator closes."
    ).format(reason=reason)


def _agenda(workshop: Workshop, kinds: LiveKinds, now: Moment) -> AgendaView:
    language, runs = language_of(workshop), workshop.agenda.runs
    rows = tuple(
        AgendaRow(
            step_id=run.step.id,
            kind=run.step.kind,
            icon=kinds.desk[run.step.kind].icon,
            title=run.step.title.in_(language),
            minutes=minutes,
            standing=run.standing,
            may_drop=run.step.may_drop,
            protect=run.step.protect,
            planned=planned or minutes,
            took=took if run.standing in (Standing.DONE, Standing.SKIPPED) else None,
            words=run.step.title,
            question=run.step.question,
            begun=run.standing is Standing.NOW
            or any(part.state is not RoundState.READY for part in run.rounds),
            answered=workshop.is_answered(run.step.id),
            begins=begins,
        )
        for run, minutes, planned, took, begins in zip(
            runs,
            minutes_of_steps(runs),
            planned_minutes(runs),
            taken_minutes(runs),
            steps_begin_at(workshop, now),
            strict=True,
        )
    )
    return AgendaView(rows, workshop.agenda.place, workshop.languages)


def _clock(workshop: Workshop, around: Surroundings) -> ClockView:
    run, now = workshop.agenda.now, around.now
    left = run.round.left(now)
    return ClockView(
        face=clock_face(left),
        state=run.round.state,
        over=left < timedelta(),
        segment=_segment_text(workshop, run),
        progress=tuple(min(1.0, max(0.0, part.used(now) / part.length)) for part in run.rounds),
        lost=_lost_text(around.lost),
        clock_word=around.clock_word,
    )


def _segment_text(workshop: Workshop, run: StepRun) -> str:
    if not run.step.segments:
        return ""
    language = language_of(workshop)
    name = run.step.segments[run.segment].name.in_(language)
    if run.segment == len(run.rounds) - 1:
        return _("{segment}, the last part.").format(segment=name)
    following = run.step.segments[run.segment + 1].name.in_(language)
    length = clock_face(run.rounds[run.segment + 1].length)
    return _("{segment}. After it: {following} ({length})").format(
        segment=name, following=following, length=length
    )


def _lost_text(lost: timedelta) -> str:
    minutes = in_minutes(lost)
    if not lost:
        return ""
    if minutes < 1:
        return _("The laptop was away for less than a minute. Time went on.")
    return ngettext(
        "The laptop was away for {minutes} minute. Time went on.",
        "The laptop was away for {minutes} minutes. Time went on.",
        minutes,
    ).format(minutes=minutes)


def _now(workshop: Workshop, around: Surroundings, kinds: LiveKinds) -> NowView:
    run, language = workshop.agenda.now, language_of(workshop)
    cue = cue_words(workshop, run, around.now).in_(language)
    return NowView(
        step_id=run.step.id,
        kind=run.step.kind,
        panel=kinds.desk[run.step.kind].panel(workshop, run),
        label=kinds.room.parts[run.step.kind].label(run.step, workshop.languages).in_(language),
        title=run.step.title.in_(language),
        say=say_now(workshop, around.now, kinds),
        cue="" if calls_back(workshop, around.now) else cue,
        do=run.step.do,
        materials=run.step.materials,
        next=_next(workshop, around),
        read_aloud=_read_aloud(around.picture),
        segment=run.segment,
        says_promise=says_promise(workshop, kinds),
    )


def _own(workshop: Workshop, kinds: LiveKinds, now: Moment) -> OwnView | None:
    """Return the view of the panel of the present step's kind, if it has one.

    A step that opens an earlier one's results gets the panel of that one's kind.
    """
    run = workshop.agenda.now
    source = workshop.agenda.opened_by(run.step)
    if source is not None and kinds.desk[source.kind].view is not None:
        run = workshop.agenda.run_of(source.id)
    part = kinds.desk[run.step.kind]
    if part.view is None:
        return None
    view = part.view(workshop, run)
    if view is None:
        return None
    leads, today = part.leads(workshop, run), now.wall.astimezone().date()
    needs_room = part.needs_room(workshop, run)
    return OwnView(run.step.id, run.step.kind, view, leads, today, needs_room)


def _for_next(workshop: Workshop, kinds: LiveKinds) -> tuple[ForNextView, ...]:
    """Return what steps could leave for the group's next workshop: one entry for each step."""
    group_named = bool(workshop.setup.group.strip())
    steps = (
        (kinds.for_next[run.step.kind], run, workshop.state_of(run.step.id))
        for run in workshop.agenda.runs
        if run.step.kind in kinds.for_next
    )
    return tuple(
        ForNextView(run.step.id, part.question(), part.stays(), state.for_next, group_named)
        for part, run, state in steps
        if state is not None and part.lines(workshop, run)
    )


def _next_on_board(around: Surroundings) -> RoomPicture | None:
    """Return what the room sees after Next: the next page, or the next step."""
    if around.asked is None and around.picture.page < around.pages - 1:
        return replace(around.picture, page=around.picture.page + 1)
    return around.next_picture


def _is_unwritten(workshop: Workshop) -> bool:
    """Return whether people should write in the present step, and writing was never opened."""
    step = workshop.agenda.now.step
    gathering = next((g for g in workshop.gatherings if g.step_id == step.id), None)
    return gathering is not None and gathering.state is GatheringState.WAITING


def _next(workshop: Workshop, around: Surroundings) -> NextView:
    if around.asked is not None and workshop.board.showing is not Showing.CARE:
        title = workshop.agenda.run_of(around.asked).step.title.in_(language_of(workshop))
        words = _("Go on to: {step}").format(step=title)
        return NextView(
            NextIs.STEP,
            words,
            _("Go on to"),
            what=title,
            asked=True,
            nobody_wrote=_is_unwritten(workshop),
        )
    if around.picture.page < around.pages - 1:
        place = _("Page {page} of {pages}").format(page=around.picture.page + 2, pages=around.pages)
        return NextView(NextIs.PAGE, _("Next page"), _("Next page"), place)
    if workshop.board.showing is Showing.CARE:
        return NextView(NextIs.CARE, _("End pause for care (F6)"))
    if workshop.board.showing is not Showing.STEP:
        return _next_over_step(workshop)
    return _next_in_agenda(workshop)


def _next_over_step(workshop: Workshop) -> NextView:
    """Return what Next does while a page is over the step; before the start it leads there."""
    board, starting = workshop.board, workshop.agenda.is_before_start
    if board.before_care is not None:
        return NextView(NextIs.UNCOVER, _("Back to the pause for care"))
    if board.showing in WELCOMES and starting:
        return NextView(
            NextIs.TODAY, _("Next: What happens today"), _("Next"), _("What happens today")
        )
    if board.showing is Showing.TODAY and starting:
        title = workshop.agenda.now.step.title.in_(language_of(workshop))
        words = _("Next: {step}").format(step=title)
        return NextView(NextIs.UNCOVER, words, _("Next"), title)
    return NextView(NextIs.UNCOVER, _("Back to the step"))


def _next_in_agenda(workshop: Workshop) -> NextView:
    run, language = workshop.agenda.now, language_of(workshop)
    if run.segment < len(run.rounds) - 1:
        name = run.step.segments[run.segment + 1].name.in_(language)
        return NextView(NextIs.SEGMENT, name, what=name)
    following = workshop.agenda.next
    if following is None:
        return NextView(NextIs.END, _("Last step"))
    title = following.step.title.in_(language)
    return NextView(NextIs.STEP, _("Next: {step}").format(step=title), _("Next"), what=title)


def _read_aloud(picture: RoomPicture) -> tuple[Note, ...]:
    match picture.content:
        case NotesPage():
            notes = (note for note in picture.content.notes if not (note.gone or note.dots))
            return tuple(_aloud(note) for note in notes)  # the panel for dots has those with dots
        case ListPage() if picture.content.mark is Mark.RECORD:
            return tuple(_aloud(note) for note in picture.content.lines if not note.gone)
        case ListPage(lines=lines, proposed=proposed):
            return tuple(Note("", note.text) for note in (*lines, *proposed))
    return ()


def _aloud(note: Note) -> Note:
    """Return a line as it is read out: that it is a drawing, its words, then a translation."""
    if not (note.drawing or note.beneath):
        return note
    drawing = note.drawing.texts[-1][1] if note.drawing else ""
    return Note(note.letter, ". ".join(filter(None, (drawing, note.text, note.beneath.first))))
