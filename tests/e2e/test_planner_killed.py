"""The program is killed while a plan is open: every act that was said to be saved is there."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

from facilitator.kinds.registry import PLAN_FILES, READY_PLANS
from facilitator.store.library.file import open_library
from facilitator.store.library.own_plans import own_plans

READY = READY_PLANS.all()[0]
ACTS = 4
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from facilitator.app.data_folder import open_data_folder
from facilitator.app.program import Program, Sources
from facilitator.live.session.chance import SystemShuffler
from facilitator.live.session.clock import SystemClock
application = QApplication([])
sources = Sources(SystemClock(), SystemShuffler())
program = Program(application, open_data_folder(Path(sys.argv[1])), sources)
program.open()
program.home.change_asked.emit(sys.argv[2])
planner = program.planner
while True:
    planner.order.copy_button.click()
    while planner.head.saved.text() != "Saved":
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    print(len(planner.draft.plan.steps), flush=True)
"""


def test_killed_at_any_moment_a_plan_is_as_it_was_last_saved(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path), READY.id]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        lengths = [int(program.stdout.readline()) for _act in range(ACTS)]
        program.kill()
    assert lengths == list(range(len(READY.steps) + 1, len(READY.steps) + 1 + ACTS))
    with closing(open_library(tmp_path)) as library:
        (row,) = own_plans(library)
    assert len(PLAN_FILES.from_text(row.text).steps) >= lengths[-1]
