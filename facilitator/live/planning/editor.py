"""An open plan: its acts, undo and redo, and saving after each act."""

from collections.abc import Callable, Hashable

from facilitator.domain.drafting.draft import Draft
from facilitator.domain.drafting.history import History
from facilitator.domain.drafting.order import (
    Editing,
    added,
    check_count,
    check_sources,
    deleted,
    duplicated,
    moved,
    with_block,
)
from facilitator.domain.drafting.rules import Rules
from facilitator.domain.drafting.settling import settled
from facilitator.domain.drafting.step_acts import Change, changed
from facilitator.domain.ids import StepId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Step
from facilitator.domain.planning.concerns import Concern, Matter, concerns_of
from facilitator.domain.planning.fitting import fitted
from facilitator.domain.planning.remedies import Names, Remedy
from facilitator.errors import FacilitatorError

Save = Callable[[Draft], None]


class PlanEditor:
    """The commands of the planner. Each changes the draft, and asks to save it.

    ``on_change`` is called after each change; ``save`` writes what is not saved yet. The window
    calls it in the next turn of its event loop, and after a pause while somebody types.
    """

    def __init__(self, draft: Draft, rules: Rules, save: Save, *, is_saved: bool) -> None:
        first = draft.plan.steps[0].id
        self._history = History(Editing(draft, (first,)))
        self._rules, self._save = rules, save
        self._saved: Draft | None = draft if is_saved else None
        self._opened = draft
        self._problem = ""
        self._on_change: Callable[[], None] = lambda: None

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call a listener after each change, and after saving."""
        self._on_change = listener

    @property
    def editing(self) -> Editing:
        """The draft, and the chosen steps."""
        return self._history.present

    @property
    def draft(self) -> Draft:
        """The draft."""
        return self.editing.draft

    @property
    def step(self) -> Step:
        """The step that is shown: the last chosen."""
        return self.editing.step

    @property
    def rules(self) -> Rules:
        """What each kind of step may have."""
        return self._rules

    @property
    def can_undo(self) -> bool:
        """Whether there is an act to undo."""
        return bool(self._history.past)

    @property
    def can_redo(self) -> bool:
        """Whether there is an act to redo."""
        return bool(self._history.undone)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was changed and nothing is saved: somebody only looked."""
        return self._saved is None and self.draft == self._opened

    @property
    def is_saved(self) -> bool:
        """Whether the draft is on the disk as it is."""
        return self.draft == self._saved

    @property
    def problem(self) -> str:
        """Why the draft is not saved, in words for the facilitator."""
        return self._problem

    def save(self) -> None:
        """Save the draft if it is not saved; a failure is remembered, and said."""
        if self.is_saved or self.is_untouched:
            return
        draft = self.draft
        try:
            self._save(draft)
        except FacilitatorError as error:
            self._problem = str(error)
        else:
            self._saved, self._problem = draft, ""
        self._on_change()

    def choose(self, ids: tuple[StepId, ...]) -> None:
        """Choose steps; the last one is shown."""
        self._history = self._history.choosing(Editing(self.draft, ids))
        self._on_change()

    def undo(self) -> None:
        """Undo the last act."""
        self._set(self._history.undo())

    def redo(self) -> None:
        """Redo the act that was undone last."""
        self._set(self._history.redo())

    def add(self, step: Step) -> None:
        """Add a step after the chosen ones."""
        self._act(added(self.draft, step, self._place_after, self._rules))

    def add_block(self, block: Plan) -> None:
        """Add the steps of a block after the chosen ones."""
        self._act(with_block(self.draft, block, self._place_after, self._rules))

    @property
    def _place_after(self) -> int:
        places = self.editing.chosen_places
        return places[-1] + 1 if places else len(self.draft.plan.steps)

    def duplicate(self) -> None:
        """Put copies after the chosen steps."""
        self._act(duplicated(self.draft, self._chosen))

    def delete(self) -> None:
        """Delete the chosen steps."""
        self._act(deleted(self.draft, self._chosen, self._rules))

    def move(self, places: int) -> None:
        """Move the chosen steps earlier or later."""
        after = moved(self.draft, self._chosen, places, self._rules)
        self._act(Editing(after.draft, self.editing.chosen))

    def fit(self) -> None:
        """Fit the plan to its booking."""
        plan = fitted(self.draft.plan, self.draft.booked, self.draft.starts).plan
        self._act(Editing(self.draft.with_steps(plan.steps), self.editing.chosen))

    @property
    def concerns(self) -> tuple[Concern, ...]:
        """What does not add up, besides the booking."""
        every = concerns_of(self.draft.plan, self.draft.people, starts=self.draft.starts)
        return tuple(concern for concern in every if concern.matter is not Matter.TOO_LONG)

    def help(self, remedy: Remedy, names: Names) -> None:
        """Apply what may help with a concern; new steps have these titles."""
        plan = remedy.applied(self.draft.plan, names)
        steps = tuple(settled(step, plan.languages, self._rules) for step in plan.steps)
        check_count(len(steps))
        check_sources(steps, self._rules)
        self._act(Editing(self.draft.with_steps(steps), self.editing.chosen))

    def change(self, change: Change, typing: Hashable = None, *, all_chosen: bool = False) -> None:
        """Change the shown step, or all chosen ones."""
        ids = self._chosen if all_chosen else (self.step.id,)
        after = changed(self.draft, ids, change, self._rules)
        self._act(Editing(after, self.editing.chosen), typing)

    def change_plan(self, draft: Draft, typing: Hashable = None) -> None:
        """Change what the draft says of the whole plan, or of its booking."""
        self._act(Editing(draft, self.editing.chosen), typing)

    @property
    def _chosen(self) -> tuple[StepId, ...]:
        places = self.editing.chosen_places
        steps = self.draft.plan.steps
        return tuple(steps[place].id for place in places) or (self.step.id,)

    def _act(self, editing: Editing, typing: Hashable = None) -> None:
        self._set(self._history.after(editing, typing))

    def _set(self, history: History) -> None:
        self._history = history
        self._on_change()
