"""The states of steps from their kinds: one row for each step, rewritten at each change."""

from facilitator.bounded_json import LONGEST, bounded_json
from facilitator.domain.agenda.agenda import Agenda
from facilitator.domain.ids import StepId
from facilitator.domain.step_state import StepState
from facilitator.store.database import Row, Store
from facilitator.store.kinds import StoredKinds
from facilitator.store.workshop.plain import versioned_plain_of, versioned_value_of
from facilitator.store.workshop.values import json_of


def save_state(db: Store, state: StepState) -> None:
    """Save the state of a step. The caller has the transaction."""
    content = json_of(versioned_plain_of(state))
    if len(content) > LONGEST:  # it could not be read again
        raise ValueError("a kind of step stores too much of one step")
    db.execute(
        "INSERT OR REPLACE INTO step_state (step_id, content) VALUES (?, ?)",
        (state.step_id, content),
    )


def read_states(db: Store, agenda: Agenda, kinds: StoredKinds) -> tuple[StepState, ...]:
    """Return the states of steps, in the order of their ids."""
    rows = db.execute("SELECT step_id, content FROM step_state ORDER BY step_id")
    return tuple(state_of(row, agenda, kinds) for row in rows)


def state_of(row: Row, agenda: Agenda, kinds: StoredKinds) -> StepState:
    """Return a state from its row. Raises ``KeyError`` where the step's kind has no state."""
    step = agenda.run_of(StepId(row["step_id"])).step
    state = versioned_value_of(kinds.states[step.kind], bounded_json(row["content"]))
    if state.step_id != step.id:
        raise ValueError("a state's step")
    return state
