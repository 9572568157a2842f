"""The room's part of a kind of step: its pages on the board and in the typing corner."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.summary import RecordParts
from facilitator.domain.text.language import Language, Words
from facilitator.domain.time.clock import Moment
from facilitator.domain.workshop import Workshop
from facilitator.room.pages.picture import Content, CornerPicture
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import RoomKey

Languages = tuple[Language, ...]


@dataclass(frozen=True, slots=True)
class PageRequest:
    """The inputs of a page of a step."""

    workshop: Workshop
    run: StepRun
    now: Moment
    back_at: str = ""  # the time of day at which a break ends
    record: RecordParts = field(default_factory=dict)  # what kinds add to the record

    @property
    def step(self) -> Step:
        """The step."""
        return self.run.step

    @property
    def languages(self) -> Languages:
        """The workshop's languages."""
        return self.workshop.languages


def own_hint(step: Step, _languages: Languages) -> Words:
    """Return the plan's hint under the question."""
    return step.hint


@dataclass(frozen=True, slots=True)
class RoomPart:
    """All that the whole room may see of one kind of step.

    Everything comes from the workshop alone: nothing here may import the console.
    """

    label: Callable[[Step, Languages], Words]  # what happens in the step, over the question
    page: Callable[[PageRequest], Content]
    hint: Callable[[Step, Languages], Words] = own_hint
    corner: Callable[[Workshop, StepRun], CornerPicture | None] | None = None
    opened: Callable[[PageRequest, Step], Content] | None = None  # of a later step that opens it
    last_time: Callable[[Workshop], Content | None] | None = None  # what the kind left then
    sentences: type[RoomKey] | None = None
    saved: tuple[RoomKey, ...] = ()  # what the promise says about its saved state

    def words(self, step: Step, languages: Languages) -> tuple[Words, Words]:
        """Return label and hint of a step."""
        return self.label(step, languages), self.hint(step, languages)


def called(key: RoomKey) -> Callable[[Step, Languages], Words]:
    """Return a function for a label that is the same sentence in each step of a kind."""

    def label(_step: Step, languages: Languages) -> Words:
        return say_in(languages, key)

    return label


RoomParts = Mapping[StepKind, RoomPart]


def sentences_on_saved(workshop: Workshop, parts: RoomParts) -> tuple[RoomKey, ...]:
    """Return the sentences about what the kinds of this workshop's steps save."""
    kinds = dict.fromkeys(run.step.kind for run in workshop.agenda.runs)
    return tuple(key for kind in kinds for key in parts[kind].saved)
