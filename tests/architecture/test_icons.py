"""A wrong icon name would raise in front of the room: qtawesome knows only when it draws."""

import pytest

from facilitator.domain.step import StepKind
from facilitator.ui.kit.icons import Icon, icon, icon_of


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", Icon)
def test_every_icon_can_be_drawn(name: Icon) -> None:
    drawn = icon(name, "#00527A").pixmap(24, 24).toImage()
    assert any(drawn.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), "it is empty"


@pytest.mark.parametrize("kind", StepKind)
def test_every_kind_of_step_has_an_icon(kind: StepKind) -> None:
    assert icon_of(kind) in Icon
