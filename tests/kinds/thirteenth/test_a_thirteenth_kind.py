"""A made-up thirteenth kind of step: one folder and at most four edits, from plan to record."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT
from tests.kinds.thirteenth.edits import EDITS, add_the_kind

HERE = Path(__file__).parent
PLAN = HERE / "plan.toml"
STORED = """
import sys
from contextlib import closing
from pathlib import Path
from facilitator.domain.ids import StepId
from facilitator.domain.setup import Setup
from facilitator.errors import FacilitatorError
from facilitator.kinds.registry import LIVE, PLAN_FILES, STORED
from facilitator.kinds.weather.commands import Show
from facilitator.live.library.workshops import Workshops
from facilitator.live.session.chance import SeededShuffler
from facilitator.live.session.clock import SystemClock
from facilitator.store.library.file import open_library
from facilitator.store.workshop.file import open_workshop
from facilitator.store.workshop.whole import read_whole
from tests.helpers.rulers import FixedRuler

data, plan = Path(sys.argv[1]), PLAN_FILES.read(Path(sys.argv[2]))
assert PLAN_FILES.from_text(PLAN_FILES.text_of(plan)) == plan
with closing(open_library(data)) as library:
    workshops = Workshops(data, library, SystemClock(), SeededShuffler(1), FixedRuler, LIVE)
    session = workshops.begin(plan, Setup(people=6))
    sky = StepId("sky")
    session.steps.jump(sky)
    try:
        session.own.do(sky, Show())
    except FacilitatorError as error:
        print(error.message)
    for answer in (0, 0, 1, 2, None):
        session.own.hand_in(sky, answer)
    session.close()
(path,) = data.glob("*.workshop")
with closing(open_workshop(path, STORED)) as db:
    print(read_whole(db, STORED).state_of(sky).counts)
    print(db.execute("SELECT content FROM step_state").fetchone()[0])
"""

TWO_STEPS = """
import sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtWidgets import QApplication
from facilitator.app.data_folder import open_data_folder
from facilitator.app.program import Program, Sources
from facilitator.domain.ids import StepId
from facilitator.domain.setup import Setup
from facilitator.kinds.registry import PLAN_FILES
from facilitator.kinds.weather.state import Weather
from facilitator.live.session.chance import SeededShuffler
from facilitator.live.session.clock import SystemClock
from facilitator.ui.corner.pace import Pace

application = QApplication([])
plan = PLAN_FILES.read(Path(sys.argv[2]))
sky = plan.steps[1]
plan = replace(plan, steps=(*plan.steps[:2], replace(sky, id=StepId("later")), plan.steps[2]))
sources = Sources(SystemClock(), SeededShuffler(1), Pace())
program = Program(application, open_data_folder(Path(sys.argv[1])), sources)
program.open()
program.begin(plan, Setup(people=6))
running = program.running
session, place = running.session, running.corner_place
session.steps.jump(StepId("sky"))
place.open()
session.steps.jump(StepId("later"))
print("closed", not place.is_open)
place.open()
place.window.own_given.emit(2)
for step in ("sky", "later"):
    state = session.workshop.state_of(StepId(step)) or Weather(StepId(step))
    print(step, state.counts)
running.close()
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project with the kind in it."""
    root = tmp_path_factory.mktemp("thirteenth")
    ignored = shutil.ignore_patterns("__pycache__")
    for folder in ("facilitator", "resources", "tests"):
        shutil.copytree(ROOT / folder, root / folder, ignore=ignored)
    shutil.copytree(HERE / "weather", root / "facilitator/kinds/weather", ignore=ignored)
    add_the_kind(root)
    return root


def run(project: Path, *arguments: str) -> str:
    """Run Python in the copy; return what it wrote."""
    env = os.environ | {"PYTHONPATH": str(project), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env=env,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_costs_one_folder_and_at_most_four_edits(project: Path) -> None:
    folders = ("facilitator", "resources")
    ours = {path.relative_to(ROOT): path for name in folders for path in files_in(ROOT / name)}
    copied = {
        path.relative_to(project): path for name in folders for path in files_in(project / name)
    }
    new = copied.keys() - ours.keys()
    assert {path.parent for path in new} == {Path("facilitator/kinds/weather")}
    edited = {path for path in ours if ours[path].read_bytes() != copied[path].read_bytes()}
    assert edited == {Path(name) for name in EDITS}
    assert len(edited) <= 4


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder that are no by-products."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if "__pycache__" not in path.parts]


def test_it_keeps_the_walls(project: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", project / "pyproject.toml")
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    assert " 0 broken." in run(project, "-c", program)


def test_an_answer_goes_to_the_step_whose_page_was_shown(project: Path, tmp_path: Path) -> None:
    assert run(project, "-c", TWO_STEPS, str(tmp_path), str(PLAN)).splitlines() == [
        "closed True",
        "sky (0, 0, 0)",
        "later (0, 0, 1)",
    ]


def test_it_is_kept_in_the_workshop_file_and_read_again(project: Path, tmp_path: Path) -> None:
    lines = run(project, "-c", STORED, str(tmp_path), str(PLAN)).splitlines()
    assert lines[0] == "Not enough have taken part."
    assert lines[1] == "(2, 1, 1)"
    assert json.loads(lines[2])["fields"] == {
        "step_id": "sky",
        "for_next": False,
        "counts": [2, 1, 1],
        "rather_not": 1,
        "closed": False,
    }


def test_it_is_played_through_board_corner_console_and_record(
    project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run(project, "-m", "facilitator", "rehearse", str(PLAN), "--out", str(out), "--people", "6")
    names = {path.name for path in out.iterdir()}
    assert any("the-weather-is-shown" in name for name in names if name.startswith("board-"))
    assert any(name.startswith("corner-") for name in names)
    record = json.loads((out / "record.json").read_text(encoding="utf-8"))
    (step,) = record["steps"]
    assert step["kind"] == "weather"
    (block,) = step["blocks"]
    assert block["lines"] == ["Cloudy: 2", "Storm: 2"]  # the room left the first line out
