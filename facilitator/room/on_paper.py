"""Kinds of step that are not built yet, and how to do them on paper.

A kind that is not built has a ``PaperPart`` in its folder. Removing the part also removes the notes
on Home, the console and the command line, and the words that the room reads instead.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Step, StepKind, Trait
from facilitator.domain.text.language import ENGLISH
from facilitator.room.sentence_keys import RoomKey
from facilitator.wording import _


@dataclass(frozen=True, slots=True)
class OpenedOnPaper:
    """A later step that shows the results of a kind on paper."""

    question: RoomKey  # replaces the plan's, which is about results that only the board could show
    hint: RoomKey
    way: Callable[[], str]


@dataclass(frozen=True, slots=True)
class PaperPart:
    """One kind that is not built; the facilitator's texts are functions, called when shown."""

    name: Callable[[], str]
    way: Callable[[], str]
    hint: RoomKey  # the hint under the question
    opened: OpenedOnPaper | None = None
    captures: bool = False  # a step in which a helper types lines needs no paper


Papers = Mapping[StepKind, PaperPart]


@dataclass(frozen=True, slots=True)
class Paper:
    """How one step is done on paper, for the facilitator."""

    kind: StepKind  # that is not built: the step's, or that of the step whose results it opens
    name: str  # the name of that kind in a list for the facilitator
    way: str
    hint: RoomKey
    opened: OpenedOnPaper | None = None  # the plan's question is about results of that kind


def paper_of(step: Step, steps: Iterable[Step], papers: Papers) -> Paper | None:
    """Return how to do a step among ``steps`` on paper; ``None`` if the program does it."""
    part = papers.get(step.kind)
    if part is not None:
        enough = part.captures and step.captures
        return None if enough else Paper(step.kind, part.name(), part.way(), part.hint)
    source = next((step_before for step_before in steps if step_before.id == step.of), None)
    if not step.has(Trait.OPENS) or source is None or source.kind not in papers:
        return None
    part = papers[source.kind]
    way = part.opened.way if part.opened is not None else part.way
    return Paper(source.kind, part.name(), way(), part.hint, part.opened)


def papers_of(plan: Plan, papers: Papers) -> tuple[tuple[Step, Paper], ...]:
    """Return the steps of a plan that are done on paper, in their order."""
    papers_by_step = ((step, paper_of(step, plan.steps, papers)) for step in plan.steps)
    return tuple((step, paper) for step, paper in papers_by_step if paper is not None)


def kinds_on_paper(papers: Papers) -> tuple[str, ...]:
    """Return the names of all kinds that are not built yet."""
    return tuple(part.name() for part in papers.values())


def findings(plan: Plan, papers: Papers) -> tuple[str, ...]:
    """Return the problems of a plan, and its steps on paper, one line for each."""
    from facilitator.domain.plan.arithmetic import concerns  # imported late: Home does not need it

    sums = (f"{concern.message} {concern.remedy}" for concern in concerns(plan, plan.people.best))
    return (*sums, *(line_of(step, paper) for step, paper in papers_of(plan, papers)))


def line_of(step: Step, paper: Paper) -> str:
    """Return one line on which step is done on paper, and how."""
    title = step.title.in_(ENGLISH)
    return _("“{step}” is done on paper for now. {way}").format(step=title, way=paper.way)
