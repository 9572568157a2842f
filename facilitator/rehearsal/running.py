"""Sets a rehearsal up, plays it, and writes its pictures, its record and its report."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from facilitator.app.data_folder import DataFolder, open_data_folder
from facilitator.app.messages import send_messages_to_log
from facilitator.app.program import Program, Sources
from facilitator.app.running import make_application
from facilitator.app.termination import SystemSignals
from facilitator.domain.plan.plan import Plan
from facilitator.domain.workshop import Setup, Workshop
from facilitator.errors import StoreUnavailableError
from facilitator.kinds.registry import READY_PLANS
from facilitator.live.session.chance import SeededShuffler
from facilitator.rehearsal.clock import RehearsalClock
from facilitator.rehearsal.desk_hands import DeskHands
from facilitator.rehearsal.player import Player
from facilitator.rehearsal.report import report_of
from facilitator.rehearsal.script import Script
from facilitator.store.record_files import json_beside
from facilitator.ui.acting.camera import Camera
from facilitator.ui.corner.pace import Pace
from facilitator.wording import _

LAPTOP = (1280, 800)
PROJECTOR = (1920, 1080)
SETTLES_MS = 100  # until a window that was just opened is laid out
PACE = Pace(
    least_turn=timedelta(),
    least_answer=timedelta(milliseconds=20),
    hold=timedelta(milliseconds=40),
    card_kept=timedelta(milliseconds=20),
)


def run(
    plan: str,
    out: Path,
    *,
    people: int | None,
    seed: int | None,
    size: tuple[int, int] | None,
    data: Path | None,
) -> int:
    """Play a plan, given by a ready plan's name or a file; return 0 if it ends as it should.

    ``size`` is the board's, in pixels. Without ``data`` everything is in a temporary folder.

    Raises:
        PlanFileError: there is no such plan.
        StoreUnavailableError: a folder cannot be written.
        RehearsalError: the workshop could not be played to its end.

    """
    played = READY_PLANS.called(plan)
    _make_folder(out)
    with ExitStack() as stack:
        screens = stack.enter_context(tempfile.TemporaryDirectory())
        _choose_screens(Path(screens), size or PROJECTOR)
        send_messages_to_log()
        application = make_application()
        folder = data or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        rehearsal = Rehearsal(application, open_data_folder(folder), out, seed or 0)
        signals = SystemSignals(application)
        stack.callback(signals.restore)
        signals.asked.connect(rehearsal.interrupt)
        rehearsal.play(played, people or played.people.best)
    sys.stdout.write(_("The rehearsal is in {folder}.").format(folder=out) + "\n")
    return 0


class Rehearsal:
    """One run of a rehearsal."""

    def __init__(
        self,
        application: QApplication,
        data: DataFolder,
        out: Path,
        seed: int,
        camera: Camera | None = None,
    ) -> None:
        self._application = application
        self._out = out
        self._clock = RehearsalClock()
        self._camera = camera or Camera(out)
        sources = Sources(self._clock, SeededShuffler(seed), PACE)
        self._program = Program(application, data, sources)
        self._failure: BaseException | None = None

    def play(self, plan: Plan, people: int) -> None:
        """Play to the end. Raises the error that ended it early."""
        program = self._program
        program.open()
        program.home.seen.connect(self._end_loop)  # after that it has its drawings
        self._application.exec()
        if self._failure is not None:
            raise self._failure
        self._camera.moment = "home"
        self._camera.take(program.home, "home")
        program.open(plan)
        self._camera.moment = "before you start"
        self._camera.take(program.home, "home")
        self._look_at_planner(plan)
        program.begin(plan, self._setup(plan, people))
        script = Script(DeskHands(program, self._camera), people)
        player = Player(script.acts(), self._clock, self._tick, self._camera.take)
        player.finished.connect(self._end_loop)
        player.failed.connect(self._fail)
        player.start()
        self._application.exec()
        self._end(script.last_workshop, player.performed)

    def _look_at_planner(self, plan: Plan) -> None:
        """Open the plan in the planner, choose a step in the middle, and leave it as it is."""
        self._program.home.change_asked.emit(plan.id)
        planner = self._program.planner
        if planner is None:
            return
        planner.choose(plan.steps[len(plan.steps) // 2].id)
        QTimer.singleShot(SETTLES_MS, self._end_loop)
        self._application.exec()
        self._camera.moment = "planner"
        self._camera.take(planner, "planner")
        planner.leave()

    def _setup(self, plan: Plan, people: int) -> Setup:
        return Setup(
            people=people,
            starts_at=self._clock.moment().wall,
            title=plan.title.first,
            group=_("Made-up people"),
            support=_("the person at the door"),
            recipients=_("everyone in the room"),
            facilitator=_("the person at the laptop"),
            reach=_("a note at the front desk"),
            marks=plan.marks,
        )

    def _tick(self) -> None:
        if self._program.running is not None:
            self._program.running.tick()

    def _fail(self, error: Exception) -> None:
        self._failure = error
        self._camera.moment = "failed"
        if self._program.running is not None:
            self._camera.take(self._program.running.console, "console")
        self._end_loop()

    def interrupt(self) -> None:
        """Stop early; ``play`` raises ``KeyboardInterrupt``."""
        self._failure = KeyboardInterrupt()
        self._end_loop()

    def _end_loop(self) -> None:
        self._application.exit(0)  # ``quit`` asks windows, which refuse to close by accident

    def _end(self, workshop: Workshop | None, acts: Mapping[str, int]) -> None:
        program = self._program
        if program.running is not None:
            program.running.close()
        program.home.close()
        if self._failure is not None:
            raise self._failure
        record = program.last_record
        if record is not None:
            shutil.copy(record, self._out / "record.pdf")
            shutil.copy(json_beside(record), self._out / "record.json")
        report = (report_of(workshop) if workshop is not None else {}) | {"acts": dict(acts)}
        text = json.dumps(report, indent=2, ensure_ascii=False)
        (self._out / "rehearsal.json").write_text(text + "\n", encoding="utf-8")


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailableError(
            _("The folder for the pictures cannot be written: {path}.").format(path=out),
            _("Name another one with “--out”."),
        ) from error


def _choose_screens(folder: Path, board: tuple[int, int]) -> None:
    """Give Qt a laptop and a projector in memory, if it runs without a display."""
    if os.environ.get("QT_QPA_PLATFORM", "") != "offscreen" or QApplication.instance() is not None:
        return
    dense = {"dpr": 1, "logicalDpi": 96, "logicalBaseDpi": 96}
    screens = [
        {"name": "laptop", "x": 0, "y": 0, "width": LAPTOP[0], "height": LAPTOP[1]},
        {"name": "projector", "x": LAPTOP[0], "y": 0, "width": board[0], "height": board[1]},
    ]
    file = folder / "screens.json"
    file.write_text(
        json.dumps({"screens": [screen | dense for screen in screens]}), encoding="utf-8"
    )
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
