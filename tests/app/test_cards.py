"""The page for cards offers the typing corner only where the plan does."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.app.program import Program
from facilitator.domain.plan.step import Way
from facilitator.ui.corner.cards_page import CardsPage
from facilitator.ui.corner.window import CornerWindow
from tests.helpers.sessions import GATHER, PLAN, SETUP


@pytest.mark.parametrize("ways", [(Way.CARDS,), (Way.CORNER, Way.CARDS)])
def test_a_plan_with_cards_alone_leads_nobody_to_the_corner(
    program: Program, ways: tuple[Way, ...]
) -> None:
    steps = tuple(replace(s, ways=ways) if s.id == GATHER.id else s for s in PLAN.steps)
    program.begin(replace(PLAN, steps=steps), SETUP)
    windows = program.running
    assert windows is not None
    windows.session.steps.jump(GATHER.id)
    windows.session.writing.open(GATHER.id, promise_said=True)
    windows.console.cards_asked.emit()
    corners = [
        window for window in QApplication.topLevelWidgets() if isinstance(window, CornerWindow)
    ]
    (corner,) = (window for window in corners if window.isVisible())
    (cards,) = (page for page in corner.findChildren(CardsPage) if page.isVisible())
    assert cards.console.isVisible()
    assert cards.back.isVisible() == (Way.CORNER in ways)
