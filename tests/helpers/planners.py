"""A planner on a plan, with the pictures of the real board and nothing saved."""

from pytestqt.qtbot import QtBot

from facilitator.domain.drafting.draft import Draft
from facilitator.kinds.registry import LIVE, PLAN_PARTS, READY_BLOCKS
from facilitator.live.planning.editor import PlanEditor, Save
from facilitator.live.planning.new_steps import NewSteps
from facilitator.live.planning.on_the_board import on_the_board
from facilitator.room.spec import Theme
from facilitator.ui.planner.window import PlannerParts, PlannerWindow
from facilitator.ui.widgets.icons import Icon
from tests.helpers.clock import FakeClock


def a_planner(qtbot: QtBot, draft: Draft, save: Save = lambda _draft: None) -> PlannerWindow:
    """Return a planner that is open and has the keyboard."""
    new, clock = NewSteps(LIVE, PLAN_PARTS), FakeClock()
    parts = PlannerParts(
        {kind: Icon[desk.icon] for kind, desk in LIVE.desk.items()},
        new.talk,
        new.kind,
        lambda changed, step_id: on_the_board(
            changed, step_id, LIVE.room, clock.moment(), Theme.WARM
        ),
        READY_BLOCKS.all(),
    )
    editor = PlanEditor(draft, PLAN_PARTS, save, is_saved=True)
    window = PlannerWindow(editor, parts)
    window.left.connect(window.hide)
    qtbot.addWidget(window, before_close_func=lambda closing: closing.hide())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
