"""What to say now, so that people who cannot see the board hear each of its changes."""

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.contribution import Gathering, GatheringState
from facilitator.domain.plan.step import Trait
from facilitator.domain.text.language import ENGLISH, Language, Words
from facilitator.domain.time.clock import Moment
from facilitator.domain.workshop import Showing, Workshop
from facilitator.live.kinds import LiveKinds
from facilitator.room.pages.gathering import gathering_for
from facilitator.room.pages.hands import PROMISE, hands_page
from facilitator.room.pages.kind import sentences_on_saved
from facilitator.room.pages.picture import HandsPage
from facilitator.room.pages.time import break_is_over
from facilitator.room.promise import promise_of, what_is_saved
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key
from facilitator.wording import _


def language_of(workshop: Workshop) -> Language:
    """Return the language in which the facilitator says fixed sentences: English if possible."""
    return ENGLISH if ENGLISH in workshop.languages else workshop.languages[0]


def say_now(workshop: Workshop, now: Moment, kinds: LiveKinds) -> str:
    """Return what to say at this moment about the board."""
    if calls_back(workshop, now):
        return say(language_of(workshop), Key.BREAK_OVER)
    board = workshop.board
    if board.curtain:
        return _("The screen is blank for a moment. You’re not missing anything.")
    spoken = _said_over(workshop, board.showing, kinds)
    if spoken:
        return spoken
    if board.quiet:
        return _("We leave the screen empty and just talk.")
    return _said_in_step(workshop, workshop.agenda.now, kinds)


def calls_back(workshop: Workshop, now: Moment) -> bool:
    """Return whether the page of a break is on the board and the break is over."""
    board, run = workshop.board, workshop.agenda.now
    at_step = board.showing is Showing.STEP and not (board.curtain or board.quiet)
    return at_step and run.step.has(Trait.BREAK) and break_is_over(run, now)


def says_promise(workshop: Workshop, kinds: LiveKinds) -> bool:
    """Return whether the promise before anyone writes is to be said at this moment."""
    board, run = workshop.board, workshop.agenda.now
    if board.curtain or board.quiet or _said_over(workshop, board.showing, kinds):
        return False
    gathering = _gathering_of(workshop, run)
    return gathering is not None and _waits_for_writing(run, gathering)


def _said_over(workshop: Workshop, showing: Showing, kinds: LiveKinds) -> str:
    language, on_saved = language_of(workshop), sentences_on_saved(workshop, kinds.room.parts)
    welcome = _("Welcome. Find a place that suits you. I will say when we start.")
    sentences = {
        Showing.CARE: _(
            "Let us stop here for a moment. You can stay, move, or step out; "
            "we go on when we are ready."
        ),
        Showing.WELCOME: welcome,
        Showing.WELCOME_GROUP: welcome,
        Showing.TODAY: _(
            "This is what happens today, with rough times. I will read it out. You can always pass."
        ),
        Showing.AGREEMENT: _(
            "This is what we agreed. I will read it out. Does anything need to change?"
        ),
        Showing.ASK: _(
            "Our time is on the screen. Shall we keep on with this, move on, or go to another "
            "step? Say it in the circle; I will do what the group decides."
        ),
        Showing.HANDS: _hands_aloud(workshop),
        Showing.LATE: _(
            "Welcome. This is what we agreed; I will read it out. Is there anything you need that "
            "is not here?"
        ),
        Showing.CHECK: _("There is one line on the screen. Can the back row read it?"),
        Showing.RECORD: _("This is what would go in the record. I will read it out.")
        + f" {say(language, Key.RECORD_FOOT)}",
        Showing.PROMISE: _aloud(workshop, what_is_saved(workshop, on_saved)),
        Showing.LINES: _lines_aloud(),
        Showing.OVERVIEW: _(
            "Here are all lines at once. Ask for any of them, and I will show it large and read it."
        ),
        Showing.ONE: _("I will read each line out, in one even voice. We leave a moment after it."),
    }
    return sentences.get(showing, "")


def _hands_aloud(workshop: Workshop) -> str:
    """Return the check as words: the line, what each hand means, when it passes, what to do."""
    content, language = hands_page(workshop), language_of(workshop)
    checking = workshop.agreement.checking
    if not isinstance(content, HandsPage):
        return ""
    legend = (f"{mark.in_(language)}: {it.in_(language)}" for mark, it in content.legend)
    parts = (
        content.label.in_(language),
        content.line or content.whole.in_(language),
        *(part for note in content.lines for part in (note.text, note.example)),
        content.example,
        *legend,
        content.text.in_(language),
        content.foot.in_(language),
        *(say(language, key) for key in PROMISE if checking is not None and checking.at_corner),
    )
    return " ".join(part if part[-1] in ".?" else f"{part}." for part in parts if part)


def _aloud(workshop: Workshop, sentences: tuple[Words, ...]) -> str:
    language = language_of(workshop)
    return " ".join(sentence.in_(language) for sentence in sentences)


def _lines_aloud() -> str:
    return _("Read quietly for a moment. Then I will read every line out, in one even voice.")


def _said_in_step(workshop: Workshop, run: StepRun, kinds: LiveKinds) -> str:
    step, gathering = run.step, _gathering_of(workshop, run)
    say_of_kind = kinds.desk[step.kind].say
    if say_of_kind is not None:
        return say_of_kind(workshop, run)
    if gathering is not None:
        return _said_of_gathering(workshop, run, gathering)
    if run.segment > 0 and step.segments:
        name = step.segments[run.segment].name.in_(language_of(workshop))
        return _("Now: {segment}. Take the time you need to change over.").format(segment=name)
    language = language_of(workshop)
    return step.say or step.question.in_(language) or step.title.in_(language)


def _gathering_of(workshop: Workshop, run: StepRun) -> Gathering | None:
    """Return the gathering that a step is about, if any."""
    if not run.step.has(Trait.WRITES | Trait.OPENS | Trait.AGREES):
        return None
    return gathering_for(workshop, run.step)


def _waits_for_writing(run: StepRun, gathering: Gathering) -> bool:
    return gathering.state is GatheringState.WAITING and not run.step.has(Trait.OPENS)


def _said_of_gathering(workshop: Workshop, run: StepRun, gathering: Gathering) -> str:
    language = language_of(workshop)
    if _waits_for_writing(run, gathering):
        return _aloud(workshop, promise_of(workshop))
    match gathering.state:
        case GatheringState.CLOSED:
            return f"{say(language, Key.WRITING_CLOSED)} {say(language, Key.READING_FIRST)}"
        case GatheringState.OPENED:
            return _lines_aloud()
    return run.step.say or run.step.question.in_(language)
