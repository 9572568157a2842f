"""What holds of every kind of step."""

import pytest

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.kind import Kind
from facilitator.kinds.registry import KINDS

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.id))


def test_every_kind_of_step_is_in_the_registry_once() -> None:
    assert sorted(kind.id for kind in KINDS) == sorted(StepKind)


@every_kind
def test_a_kind_that_stores_something_says_so_to_people(kind: Kind) -> None:
    assert kind.state is None or kind.room.saved


@every_kind
def test_what_a_kind_can_be_asked_belongs_together(kind: Kind) -> None:
    """A panel shows a view, and the corner hands in what the commands take."""
    assert (kind.panel is None) == (kind.desk.view is None)
    takes = kind.commands is not None and kind.commands.hand_in is not None
    assert (kind.corner is None) == (kind.room.corner is None) == (not takes)
    assert kind.state is None or kind.commands is not None
