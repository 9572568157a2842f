"""Kinds of step that are not built yet, and how to do them on paper.

A kind that is not built has a ``PaperPart`` in its folder. When it is built the part is removed,
and with it go the notes on Home, the console and the command line, and what the room reads instead.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Step, StepKind, Trait
from facilitator.domain.text.language import ENGLISH
from facilitator.room.keys import RoomKey
from facilitator.wording import _


@dataclass(frozen=True, slots=True)
class OpenedOnPaper:
    """A later step in which the results of a kind on paper are looked at."""

    question: RoomKey  # instead of the plan's, which is about what only the board could show
    hint: RoomKey
    way: Callable[[], str]


@dataclass(frozen=True, slots=True)
class PaperPart:
    """One kind that is not built; the facilitator's texts are asked for when they are shown."""

    name: Callable[[], str]
    way: Callable[[], str]
    hint: RoomKey  # what the room reads beneath the question
    opened: OpenedOnPaper | None = None
    captures: bool = False  # where a helper types what is said, the program does enough


Papers = Mapping[StepKind, PaperPart]


@dataclass(frozen=True, slots=True)
class Paper:
    """How one step is done on paper, for the facilitator."""

    kind: StepKind  # that is not built: its own, or that of the step whose results it opens
    name: str  # of that kind, as a facilitator reads it in a list
    way: str
    hint: RoomKey
    opened: OpenedOnPaper | None = None  # the plan's question is about results of that kind


def paper_of(step: Step, steps: Iterable[Step], papers: Papers) -> Paper | None:
    """Return how a step among ``steps`` is done on paper; ``None`` if the program does it."""
    part = papers.get(step.kind)
    if part is not None:
        enough = part.captures and step.captures
        return None if enough else Paper(step.kind, part.name(), part.way(), part.hint)
    source = next((other for other in steps if other.id == step.of), None)
    if not step.has(Trait.OPENS) or source is None or source.kind not in papers:
        return None
    part = papers[source.kind]
    way = part.opened.way if part.opened is not None else part.way
    return Paper(source.kind, part.name(), way(), part.hint, part.opened)


def papers_of(plan: Plan, papers: Papers) -> tuple[tuple[Step, Paper], ...]:
    """Return the steps of a plan that are done on paper, in their order."""
    found = ((step, paper_of(step, plan.steps, papers)) for step in plan.steps)
    return tuple((step, paper) for step, paper in found if paper is not None)


def kinds_on_paper(papers: Papers) -> tuple[str, ...]:
    """Return the names of all kinds that are not built yet."""
    return tuple(part.name() for part in papers.values())


def findings(plan: Plan, papers: Papers) -> tuple[str, ...]:
    """Return, a line each, what does not add up in a plan, and what is done on paper for now."""
    from facilitator.domain.plan.arithmetic import concerns  # which Home can do without

    sums = (f"{concern.message} {concern.remedy}" for concern in concerns(plan, plan.people.best))
    return (*sums, *(line_of(step, paper) for step, paper in papers_of(plan, papers)))


def line_of(step: Step, paper: Paper) -> str:
    """Return in a line which step is done on paper, and how."""
    title = step.title.in_(ENGLISH)
    return _("“{step}” is done on paper for now. {way}").format(step=title, way=paper.way)
