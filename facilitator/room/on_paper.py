"""Kinds of step that are not built yet, and how to do them on paper.

A kind that is not built has a ``PaperPart`` in its folder. Removing the part also removes the notes
on Home, the console and the command line, and the words that the room reads instead.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.text.language import ENGLISH
from facilitator.room.sentence_keys import RoomKey
from facilitator.wording import _


@dataclass(frozen=True, slots=True)
class PaperPart:
    """One kind that is not built; the facilitator's texts are functions, called when shown."""

    name: Callable[[], str]
    way: Callable[[], str]
    hint: RoomKey  # the hint under the question
    captures: bool = False  # a step in which a helper types lines needs no paper


Papers = Mapping[StepKind, PaperPart]


@dataclass(frozen=True, slots=True)
class Paper:
    """How one step is done on paper, for the facilitator."""

    kind: StepKind  # that is not built
    name: str  # the name of that kind in a list for the facilitator
    way: str
    hint: RoomKey


def paper_of(step: Step, papers: Papers) -> Paper | None:
    """Return how to do a step on paper; ``None`` if the program does it."""
    part = papers.get(step.kind)
    if part is None or (part.captures and step.captures):
        return None
    return Paper(step.kind, part.name(), part.way(), part.hint)


def papers_of(plan: Plan, papers: Papers) -> tuple[tuple[Step, Paper], ...]:
    """Return the steps of a plan that are done on paper, in their order."""
    papers_by_step = ((step, paper_of(step, papers)) for step in plan.steps)
    return tuple((step, paper) for step, paper in papers_by_step if paper is not None)


def kinds_on_paper(papers: Papers) -> tuple[str, ...]:
    """Return the names of all kinds that are not built yet."""
    return tuple(part.name() for part in papers.values())


def line_of(step: Step, paper: Paper) -> str:
    """Return one line on which step is done on paper, and how."""
    title = step.title.in_(ENGLISH)
    return _("“{step}” is done on paper for now. {way}").format(step=title, way=paper.way)
