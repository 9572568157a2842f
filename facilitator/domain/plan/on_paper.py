"""Kinds of step that are not built yet, and how to do them on paper.

``ON_PAPER`` is the one place that knows. When a kind is built its row is removed, and with it go
the notes on Home, the console and the command line, and what the room reads instead (sentences
``paper_…`` by the name of the kind). A test fails for a row whose kind has a page of its own.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.text.language import ENGLISH
from facilitator.wording import _


@dataclass(frozen=True, slots=True)
class Paper:
    """How one step is done on paper, for the facilitator."""

    kind: StepKind  # that is not built: its own, or that of the step whose results it opens
    name: str  # of that kind, as a facilitator reads it in a list
    way: str
    opens: bool = False  # the plan's question is about results that only the board could show


@dataclass(frozen=True, slots=True)
class _Row:
    """One kind that is not built; each text is asked for when it is shown."""

    name: Callable[[], str]
    way: Callable[[], str]
    opened_way: Callable[[], str] | None = None  # in the step in which its results are looked at
    captures: bool = False  # where a helper types what is said, the program does enough


def _patterns() -> str:
    return _(
        "Put large sheets on the wall. Show the lines on the board and leave them there until you "
        "are done: they get other letters when they are shown again. Two or three people write the "
        "letters on the sheets, as the room says which lines belong together. A line may stand "
        "alone."
    )


def _dots() -> str:
    return _(
        "Give each person three paper dots. Everyone chooses quietly first; then all put their "
        "dots on the sheets at once. With fewer than five people, talk about it instead."
    )


def _pulse() -> str:
    return _(
        "Give everyone the same slip of paper. Read each question aloud; people write a number, or "
        "leave it blank, fold the slip and put it in a hat. Mix them. Open none while there are "
        "fewer than five: talk about the questions instead. Destroy the slips today."
    )


def _pulse_opened() -> str:
    return _(
        "Look at the slips only if there are five or more. With five to seven, say in words "
        "whether the answers are low, in the middle or high, and whether they are close together. "
        "From eight on, draw a mark for each in five columns on a sheet. No averages, and nothing "
        "about one slip."
    )


def _small_steps() -> str:
    return _(
        "Say the step aloud. Someone writes down what it is, who looks after it, and when you look "
        "again. Keep that sheet: the record does not have it."
    )


ON_PAPER: Mapping[StepKind, _Row] = MappingProxyType(
    {
        StepKind.PATTERNS: _Row(lambda: _("patterns"), _patterns),
        StepKind.DOTS: _Row(lambda: _("dots"), _dots),
        StepKind.PULSE: _Row(lambda: _("pulse"), _pulse, _pulse_opened),
        StepKind.SMALL_STEPS: _Row(
            lambda: _("small steps that nobody types"), _small_steps, captures=True
        ),
    }
)


def paper_of(step: Step, steps: Iterable[Step]) -> Paper | None:
    """Return how a step among ``steps`` is done on paper; ``None`` if the program does it."""
    row = ON_PAPER.get(step.kind)
    if row is not None:
        enough = row.captures and step.captures
        return None if enough else Paper(step.kind, row.name(), row.way())
    source = next((other for other in steps if other.id == step.of), None)
    if step.kind is not StepKind.OPEN or source is None or source.kind not in ON_PAPER:
        return None
    row = ON_PAPER[source.kind]
    return Paper(source.kind, row.name(), (row.opened_way or row.way)(), opens=True)


def papers_of(plan: Plan) -> tuple[tuple[Step, Paper], ...]:
    """Return the steps of a plan that are done on paper, in their order."""
    found = ((step, paper_of(step, plan.steps)) for step in plan.steps)
    return tuple((step, paper) for step, paper in found if paper is not None)


def name_on_paper(kind: StepKind) -> str:
    """Return the name of a kind that is not built yet, as a facilitator reads it in a list."""
    return ON_PAPER[kind].name()


def kinds_on_paper() -> tuple[str, ...]:
    """Return the names of all kinds that are not built yet."""
    return tuple(row.name() for row in ON_PAPER.values())


def findings(plan: Plan) -> tuple[str, ...]:
    """Return, a line each, what does not add up in a plan, and what is done on paper for now."""
    from facilitator.domain.plan.arithmetic import concerns  # which Home can do without

    sums = (f"{one.message} {one.remedy}" for one in concerns(plan, plan.people.best))
    return (*sums, *(line_of(step, paper) for step, paper in papers_of(plan)))


def line_of(step: Step, paper: Paper) -> str:
    """Return in a line which step is done on paper, and how."""
    title = step.title.in_(ENGLISH)
    return _("“{step}” is done on paper for now. {way}").format(step=title, way=paper.way)
