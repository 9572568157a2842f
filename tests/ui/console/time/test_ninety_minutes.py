"""Ninety minutes through both windows, with holds, jumps, a sleep and a kill."""

import random
import shutil
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.domain.agenda.agenda import Standing
from facilitator.domain.time.round import RoundState
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import StepPage
from facilitator.ui.board.window import BoardWindow
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals
from tests.helpers.clock import FakeClock
from tests.helpers.files import ready_plans
from tests.helpers.sessions import a_session, reopened

PLAN = next(plan for plan in ready_plans() if plan.id == "pscc-90")
MINUTE = timedelta(minutes=1)
STRIDE = timedelta(seconds=10)
SLEEP, AWAY = timedelta(minutes=3), timedelta(minutes=2)


class Day:
    """A workshop with both its windows; ``timed`` is summed up beside it, ``held`` too."""

    def __init__(self, qtbot: QtBot, folder: Path, clock: FakeClock) -> None:
        self.qtbot, self.folder, self.clock = qtbot, folder, clock
        self.timed = self.held = timedelta()
        self.session = a_session(folder, plan=PLAN, clock=clock)
        self._open()
        self.key(Qt.Key.Key_F8)

    def _open(self) -> None:
        signals = LiveSignals(self.session)
        self.console, self.board = ConsoleWindow(self.session, signals), BoardWindow()
        signals.room_changed.connect(self.board.show_picture)
        for window in (self.console, self.board):
            self.qtbot.addWidget(window, before_close_func=lambda _w: self.board.close_for_good())
        self.board.as_window()
        self.console.show()
        self.board.show_picture(self.session.picture())
        self.console.desk.middle.setFocus()

    def key(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.console.desk.middle, key)

    def pass_time(self, time: timedelta, stride: timedelta = STRIDE) -> None:
        while time > timedelta():
            step = min(stride, time)
            self.clock.advance(microseconds=step // timedelta(microseconds=1))
            running = self.session.workshop.agenda.now.round.state is RoundState.RUNNING
            self.timed += step if running else timedelta()
            self.held += timedelta() if running else step
            self.session.tick()
            time -= step
            assert self.board.view.picture == self.session.picture()
            self.check_board()

    def check_board(self) -> None:
        content = self.board.view.picture.content
        if isinstance(content, StepPage) and content.time is not None:
            assert content.time.minutes >= 0
            assert content.time.twelfths >= 0

    def kill(self) -> None:
        """Let the program die and go on with what is in its file."""
        file = self.folder / "w.workshop"
        shutil.copy(file, self.folder / "copy")
        self.console.close()
        self.board.close_for_good()
        self.session.close()
        shutil.move(self.folder / "copy", file)
        self.clock.advance(microseconds=AWAY // timedelta(microseconds=1))
        self.timed += AWAY
        self.session = reopened(self.folder, self.clock)
        self.session.time.resumed()
        self._open()


def spent(session: LiveSession, clock: FakeClock) -> timedelta:
    runs = session.workshop.agenda.runs
    return sum((run.spent(clock.moment()) for run in runs), timedelta())


def something_happens(day: Day, place: int, part: int, chance: random.Random) -> None:
    """Hold, add a minute, sleep, die or pause for care, in the middle of a part."""
    match (place + part) % 5:
        case 0:
            day.key(Qt.Key.Key_Space)
            day.pass_time(chance.randrange(1, 90) * timedelta(seconds=1))
            day.key(Qt.Key.Key_Space)
        case 1:
            day.key(Qt.Key.Key_Plus)
        case 2 if place == 2:
            day.pass_time(SLEEP, stride=SLEEP)
        case 3 if place == 3:
            day.kill()
        case 4:
            day.key(Qt.Key.Key_F6)
            day.pass_time(MINUTE)
            day.key(Qt.Key.Key_F6)


def test_planned_and_actual_add_up_over_ninety_minutes(
    qtbot: QtBot, tmp_path: Path, clock: FakeClock
) -> None:
    day, chance, began = Day(qtbot, tmp_path, clock), random.Random(5), clock.moment()
    for place, step in enumerate(PLAN.steps):
        if place:
            day.session.steps.jump(step.id)
        for part in range(len(day.session.workshop.agenda.now.rounds)):
            day.key(Qt.Key.Key_Space if part == 0 else Qt.Key.Key_Right)
            length = day.session.workshop.agenda.now.round.length
            day.pass_time(length / 2)
            something_happens(day, place, part, chance)
            day.pass_time(length / 2)
        assert spent(day.session, clock) == day.timed
    workshop = day.session.workshop
    assert workshop.planned == 90 * MINUTE
    assert day.timed + day.held == clock.moment().since(began)
    assert day.session.time.held == day.held
    day.session.time.leave()
    whole, held = (round(span / MINUTE) for span in (day.timed, day.held))
    told = day.session.minutes()[-2:]
    assert told[0] == f"The whole workshop – 90 min planned, {whole} min taken"
    assert told[1] == f"Besides, between steps, held, or in a pause for care – {held} min"
    rows = day.session.desk().agenda.rows
    assert sum(row.planned for row in rows) == 90
    took = [row.took for row in rows if row.standing is Standing.DONE]
    assert len(took) == len(PLAN.steps) - 1
    assert all(minutes is not None and minutes > 0 for minutes in took)
    day.session.close()
