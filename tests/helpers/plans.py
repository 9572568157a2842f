"""Plans for tests: one small, one in two languages, and hypothesis strategies for any."""

from datetime import timedelta

from hypothesis import strategies as st

from facilitator.domain.ids import PlanId, StepId
from facilitator.domain.letters import Marks
from facilitator.domain.plan.plan import PeopleRange, Plan
from facilitator.domain.plan.step import (
    Form,
    Reveal,
    Segment,
    Step,
    StepKind,
    StepOptions,
    TimeLook,
    Way,
)
from facilitator.domain.text.language import ENGLISH, WELSH, Language, Words
from facilitator.domain.text.text import fits_on_a_line, shows_something
from facilitator.kinds.dots.state import DotsOptions
from facilitator.kinds.patterns.state import PatternsOptions
from facilitator.kinds.pulse.state import PulseOptions, StatementSet

BOTH = (WELSH, ENGLISH)
MINUTE = timedelta(minutes=1)


def both(welsh: str, english: str) -> Words:
    """Return words in Welsh and English."""
    return Words(((WELSH, welsh), (ENGLISH, english)))


def a_step(kind: StepKind = StepKind.TALK, minutes: float = 5, name: str = "step") -> Step:
    """Return a step that is no more than its kind."""
    ways = (Way.CORNER, Way.CARDS) if kind is StepKind.GATHER else ()
    question = Words.of("What now?") if kind in (StepKind.GATHER, StepKind.PULSE) else Words()
    return Step(
        id=StepId(name),
        kind=kind,
        title=Words.of("A step"),
        length=minutes * MINUTE,
        question=question,
        ways=ways,
        reveal=Reveal.BATCH if ways else Reveal.NONE,
        may_drop=kind is StepKind.SLACK,
    )


def a_plan(*steps: Step) -> Plan:
    """Return a plan for 6 to 16 people with these steps."""
    return Plan(
        id=PlanId("a-plan"),
        title=Words.of("A plan"),
        summary="What we do.",
        people=PeopleRange(6, 12, 16),
        steps=steps or (a_step(),),
    )


def a_bilingual_plan() -> Plan:
    """Return a short plan in Welsh and English with a gathering in it."""
    arriving = Step(
        id=StepId("arriving"),
        kind=StepKind.TALK,
        title=both("Cyrraedd", "Arriving"),
        length=6 * MINUTE,
        form=Form.ROUND,
        segments=(
            Segment(both("Meddwl", "Think"), 1 * MINUTE),
            Segment(both("O gwmpas y cylch", "Round the circle"), 5 * MINUTE),
        ),
        question=both("Eich enw, ac un gair.", "Your name, and one word."),
        say="Your name, and one word. Passing is fine.",
    )
    line = Step(
        id=StepId("one-line"),
        kind=StepKind.GATHER,
        title=both("Un llinell yr un", "One line each"),
        length=15 * MINUTE,
        question=both(
            "Mae’n haws i mi siarad yma pan…",
            "It is easier for me to speak up here when…",
        ),
        reveal=Reveal.BATCH,
        with_break=True,
        ways=(Way.CORNER, Way.CARDS),
    )
    read = Step(
        id=StepId("read"),
        kind=StepKind.OPEN,
        title=both("Darllen, yna gwrando", "Read, then listen"),
        length=5 * MINUTE,
        reveal=Reveal.BATCH,
        of=StepId("one-line"),
    )
    return Plan(
        id=PlanId("dwy-iaith"),
        title=both("Sgwrs agored", "An open talk"),
        summary="A short talk in Welsh and English.",
        people=PeopleRange(5, 10, 14),
        steps=(arriving, line, read),
        languages=BOTH,
    )


# Any plan at all, as long as a plan file may hold it.

LETTERS = st.characters().filter(fits_on_a_line)
SHORT = st.text(LETTERS, min_size=1, max_size=40).filter(shows_something)
LONG = st.text(LETTERS | st.just("\n"), max_size=80).filter(lambda t: not t or shows_something(t))
LENGTHS = st.integers(10, 8 * 3600).map(lambda seconds: timedelta(seconds=seconds))
NAMES = st.from_regex(r"[a-z0-9][a-z0-9-]{0,39}", fullmatch=True)
LANGUAGES = st.sampled_from([(ENGLISH,), (WELSH,), BOTH, (Language("pl"), ENGLISH)])
REVEALS = {
    StepKind.TALK: (Reveal.NONE, Reveal.CAPTURE),
    StepKind.AGREEMENT: (Reveal.NONE, Reveal.CAPTURE),
    StepKind.GATHER: (Reveal.BATCH,),
    StepKind.OPEN: (Reveal.BATCH, Reveal.COUNTS),
    StepKind.PATTERNS: (Reveal.BATCH, Reveal.CAPTURE),
    StepKind.DOTS: (Reveal.COUNTS,),
    StepKind.CONSENT_CHECK: (Reveal.COUNTS,),
    StepKind.PULSE: (Reveal.COUNTS,),
    StepKind.SMALL_STEPS: (Reveal.NONE, Reveal.CAPTURE),
}
SOURCES = {
    StepKind.OPEN: (StepKind.GATHER, StepKind.PULSE, StepKind.PATTERNS),
    StepKind.PATTERNS: (StepKind.GATHER,),
    StepKind.DOTS: (StepKind.GATHER, StepKind.PATTERNS),
}


def words(languages: tuple[Language, ...], *, needed: bool = False) -> st.SearchStrategy[Words]:
    """Return words in each of the languages, or none."""
    texts = st.tuples(*(SHORT for _ in languages))
    full = texts.map(lambda drawn: Words(tuple(zip(languages, drawn, strict=True))))
    return full if needed else st.one_of(st.just(Words()), full)


@st.composite
def segments(draw: st.DrawFn, languages: tuple[Language, ...]) -> tuple[Segment, ...]:
    """Return no segments, or some that are within eight hours together."""
    lengths = st.integers(10, 3600).map(lambda seconds: timedelta(seconds=seconds))
    segment = st.builds(Segment, words(languages, needed=True), lengths, words(languages))
    return draw(st.lists(segment, max_size=4).map(tuple))


def options(
    kind: StepKind, languages: tuple[Language, ...], *, has_statements: bool
) -> st.SearchStrategy[StepOptions | None]:
    """Return the options of a kind; none for most kinds."""
    sets = st.none() if has_statements else st.none() | st.sampled_from(StatementSet)
    sources = st.just("") | SHORT
    columns = st.lists(words(languages, needed=True), max_size=12, unique=True).map(tuple)
    by_kind: dict[StepKind, st.SearchStrategy[StepOptions]] = {
        StepKind.PULSE: st.builds(PulseOptions, sets, sources, sources),
        StepKind.PATTERNS: st.builds(PatternsOptions, columns),
        StepKind.DOTS: st.builds(DotsOptions, st.integers(0, 20), st.integers(0, 3)),
    }
    return by_kind.get(kind, st.none())


@st.composite
def steps(draw: st.DrawFn, languages: tuple[Language, ...], earlier: tuple[Step, ...]) -> Step:
    """Return any step that may follow the earlier ones."""
    kinds = [k for k in StepKind if k not in SOURCES or sources_of(k, earlier)]
    kind = draw(st.sampled_from(kinds))
    is_talk, is_gather, is_pulse = (
        kind is other for other in (StepKind.TALK, StepKind.GATHER, StepKind.PULSE)
    )
    parts = draw(segments(languages)) if is_talk else ()
    length = sum((part.length for part in parts), timedelta()) if parts else draw(LENGTHS)
    protect = draw(st.booleans())
    trim = st.none() if protect or length.seconds < 11 else shorter(length)
    labels = st.lists(words(languages, needed=True), min_size=5, max_size=5).map(tuple)
    is_check = kind is StepKind.CONSENT_CHECK
    scale = draw(st.just(()) | labels) if is_pulse or is_check else ()
    statements = draw(labels) if is_pulse and draw(st.booleans()) else ()
    return Step(
        id=StepId(draw(NAMES.filter(lambda name: all(name != step.id for step in earlier)))),
        kind=kind,
        title=draw(words(languages, needed=True)),
        length=length,
        form=draw(st.sampled_from(Form)) if is_talk else Form.PLENARY,
        segments=parts,
        question=draw(words(languages, needed=is_gather or is_pulse)),
        hint=draw(words(languages)),
        cue=draw(words(languages)),
        time_shown=draw(st.none() | st.sampled_from(TimeLook)) if kind in WITH_TIME else None,
        say=draw(LONG),
        do=draw(LONG),
        materials=draw(LONG),
        reveal=draw(st.sampled_from(REVEALS.get(kind, (Reveal.NONE,)))),
        protect=protect,
        trim_to=draw(trim),
        may_drop=not protect and draw(st.booleans()),
        with_break=draw(st.booleans()),
        record_default=draw(st.booleans()),
        ways=draw(WAYS) if is_gather else (),
        notes_a_turn=draw(st.integers(1, 3)) if is_gather else 1,
        floor=draw(st.integers(5, 10)) if kind in WITH_FLOOR else 5,
        of=draw(st.sampled_from(sources_of(kind, earlier))) if kind in SOURCES else None,
        scale=scale,
        passes=draw(st.sampled_from((0, 2, 5))) if is_check and scale else 0,
        statements=statements,
        at=draw(st.none() | st.integers(0, 24 * 60 - 1).map(lambda minutes: minutes * MINUTE)),
        options=draw(options(kind, languages, has_statements=bool(statements))),
    )


WITH_FLOOR = (StepKind.GATHER, StepKind.PULSE, StepKind.DOTS)


WITH_TIME = set(StepKind) - {
    StepKind.GATHER,
    StepKind.RECORD_CHOICE,
    StepKind.BREAK,
    StepKind.SLACK,
}
WAYS = st.sampled_from([(Way.CORNER,), (Way.CARDS,), (Way.CORNER, Way.CARDS)])


def shorter(length: timedelta) -> st.SearchStrategy[timedelta | None]:
    """Return nothing, or a length below the one given."""
    most = int(length.total_seconds()) - 1
    some = st.integers(10, most).map(lambda seconds: timedelta(seconds=seconds))
    return st.one_of(st.none(), some)


def sources_of(kind: StepKind, earlier: tuple[Step, ...]) -> list[StepId]:
    """Return the earlier steps whose lines a step of that kind may use."""
    return [step.id for step in earlier if step.kind in SOURCES.get(kind, ())]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Return any plan that a plan file may hold."""
    languages = draw(LANGUAGES)
    drawn: tuple[Step, ...] = ()
    for _ in range(draw(st.integers(1, 4))):
        drawn += (draw(steps(languages, drawn)),)
    least, best, most = sorted(draw(st.tuples(*(st.integers(1, 200) for _ in range(3)))))
    return Plan(
        id=PlanId(draw(NAMES)),
        title=draw(words(languages, needed=True)),
        summary=draw(SHORT),
        people=PeopleRange(least, best, most),
        steps=drawn,
        purpose=draw(LONG),
        for_whom=draw(LONG),
        room=draw(LONG),
        languages=languages,
        time_shown=draw(st.sampled_from(TimeLook)),
        cue=draw(words(languages)),
        marks=draw(st.sampled_from(Marks)),
    )
