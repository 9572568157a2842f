"""Random acts of the planner, for tests that try any of them on any plan."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from hypothesis import strategies as st

from facilitator.domain.drafting import plan_acts, step_acts
from facilitator.domain.drafting.draft import Draft
from facilitator.domain.drafting.order import added, deleted, duplicated, moved
from facilitator.domain.drafting.step_acts import Setting
from facilitator.domain.ids import StepId
from facilitator.domain.plan.own_field import Sort
from facilitator.domain.plan.step import Form, Reveal, Segment, Step, StepKind, TimeLook, Way
from facilitator.domain.planning.fitting import fitted
from facilitator.domain.text.language import ENGLISH, NO_WORDS, WELSH, Language
from facilitator.kinds.registry import PLAN_PARTS
from tests.helpers.plans import a_step

Act = Callable[[Draft], Draft]
Fields = Callable[[Draft, "Drawn"], step_acts.Change]


@dataclass(frozen=True)
class Drawn:
    """Values for one act; each act uses some of them."""

    picks: list[int]
    typed: str
    language: Language
    kind: StepKind
    length: timedelta
    number: int
    on: bool
    segments: tuple[Segment, ...]
    languages: tuple[Language, ...]

    def ids(self, draft: Draft) -> tuple[StepId, ...]:
        """Return the ids of some steps, at least one."""
        steps = draft.plan.steps
        return tuple({steps[pick % len(steps)].id for pick in self.picks})


LENGTHS = st.integers(0, 40_000).map(lambda seconds: timedelta(seconds=seconds))
LANGUAGES = st.sampled_from([ENGLISH, WELSH, Language("pl")])
SEGMENTS = st.lists(st.builds(Segment, st.just(NO_WORDS), LENGTHS.filter(bool)), max_size=14)
DRAWN = st.builds(
    Drawn,
    picks=st.lists(st.integers(0, 50), min_size=1, max_size=3),
    typed=st.text(max_size=400),  # whatever a keyboard or a clipboard can bring
    language=LANGUAGES,
    kind=st.sampled_from(StepKind),
    length=LENGTHS,
    number=st.integers(-3, 400),
    on=st.booleans(),
    segments=SEGMENTS.map(tuple),
    languages=st.lists(LANGUAGES, min_size=1, max_size=3).map(tuple),
)


def _set(setting: Setting, value: Callable[[Drawn], object]) -> Fields:
    """Return the act of a control that sets one field."""
    return lambda _draft, drawn: step_acts.chosen(setting, value(drawn))


def _own(_draft: Draft, drawn: Drawn) -> step_acts.Change:
    """Return a change of a field that only the step's kind has, if it has any."""

    def change(step: Step) -> Step:
        fields = PLAN_PARTS[step.kind].own_fields
        if not fields:
            return step
        own = fields[drawn.number % len(fields)]
        values = (None, *(value for value, _name in own.choices))
        changes = {
            Sort.NUMBER: step_acts.own_chosen(own.name, drawn.number % (own.most + 1 or 1)),
            Sort.TEXT: step_acts.own_text_written(own, drawn.typed),
            Sort.LINES: step_acts.own_lines_written(own, drawn.language, drawn.typed),
            Sort.CHOICE: step_acts.own_chosen(own.name, values[drawn.number % len(values)]),
        }
        return changes[own.sort](step)

    return change


FIELDS: tuple[Fields, ...] = (
    _own,
    lambda draft, drawn: step_acts.of_kind(draft, drawn.kind, PLAN_PARTS),
    *(
        lambda _draft, drawn, name=name: step_acts.text_written(name, drawn.language, drawn.typed)
        for name in step_acts.RoomText
    ),
    *(
        lambda _draft, drawn, name=name: step_acts.lines_written(name, drawn.language, drawn.typed)
        for name in step_acts.RoomList
    ),
    *(
        lambda _draft, drawn, note=note: step_acts.note_written(note, drawn.typed)
        for note in step_acts.Note
    ),
    lambda _draft, drawn: step_acts.of_length(drawn.length),
    lambda _draft, drawn: step_acts.of_segments(drawn.segments),
    lambda _draft, drawn: step_acts.shortest(drawn.length if drawn.on else None),
    lambda _draft, drawn: step_acts.protected(is_on=drawn.on),
    lambda _draft, drawn: step_acts.droppable(is_on=drawn.on),
    _set(Setting.FORM, lambda drawn: tuple(Form)[drawn.number % len(Form)]),
    _set(Setting.REVEAL, lambda drawn: tuple(Reveal)[drawn.number % len(Reveal)]),
    _set(Setting.TIME_SHOWN, lambda drawn: tuple(TimeLook)[drawn.number % len(TimeLook)]),
    _set(Setting.WAYS, lambda drawn: (tuple(Way)[drawn.number % len(Way)],) if drawn.on else ()),
    _set(Setting.NOTES_A_TURN, lambda drawn: drawn.number),
    _set(Setting.FLOOR, lambda drawn: drawn.number),
    _set(Setting.PASSES, lambda drawn: drawn.number),
    _set(Setting.WITH_BREAK, lambda drawn: drawn.on),
    _set(Setting.RECORD_DEFAULT, lambda drawn: drawn.on),
)


def _field_act(field: Fields) -> Callable[[Draft, Drawn], Draft]:
    return lambda draft, drawn: step_acts.changed(
        draft, drawn.ids(draft), field(draft, drawn), PLAN_PARTS
    )


def _new_step(drawn: Drawn) -> Step:
    return a_step(drawn.kind)


ACTS: tuple[Callable[[Draft, Drawn], Draft], ...] = (
    lambda draft, drawn: (
        added(
            draft, _new_step(drawn), drawn.picks[0] % (len(draft.plan.steps) + 1), PLAN_PARTS
        ).draft
    ),
    lambda draft, drawn: duplicated(draft, drawn.ids(draft)).draft,
    lambda draft, drawn: deleted(draft, drawn.ids(draft), PLAN_PARTS).draft,
    lambda draft, drawn: moved(draft, drawn.ids(draft), drawn.number or 1, PLAN_PARTS).draft,
    lambda draft, drawn: draft.with_steps(fitted(draft.plan, drawn.length).plan.steps),
    lambda draft, drawn: plan_acts.titled(draft, drawn.language, drawn.typed),
    lambda draft, drawn: plan_acts.cued(draft, drawn.language, drawn.typed),
    lambda draft, drawn: plan_acts.summed_up(draft, drawn.typed),
    lambda draft, drawn: plan_acts.described(draft, plan_acts.PlanText.ROOM, drawn.typed),
    lambda draft, drawn: plan_acts.made_for(draft, drawn.number, 8, len(drawn.typed)),
    lambda draft, drawn: plan_acts.spoken_in(draft, drawn.languages, PLAN_PARTS),
    *map(_field_act, FIELDS),
)


def any_act() -> st.SearchStrategy[Act]:
    """Return any act of the planner on any draft; it may be refused."""
    return st.builds(
        lambda act, drawn: lambda draft: act(draft, drawn), st.sampled_from(ACTS), DRAWN
    )
