"""Figures in a field have space to its frame, in every window."""

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from facilitator.ui.console.agenda.add_step import minutes_field
from facilitator.ui.console.header import PeopleSpin
from facilitator.ui.console.time.extra_timer import ExtraTimerPanel
from facilitator.ui.home.fields import PeopleBox
from tests.architecture.source import PACKAGE, name_of

LEAST = 8  # pixels


def test_figures_stand_apart_from_the_frame(qtbot: QtBot) -> None:
    panel = ExtraTimerPanel()
    qtbot.addWidget(panel)
    for box in (minutes_field("Minutes"), PeopleSpin(), PeopleBox(), panel.minutes):
        qtbot.addWidget(box)
        box.show()
        edit = box.lineEdit()
        edit.setCursorPosition(0)
        assert edit.mapTo(box, QPoint(edit.cursorRect().center().x(), 0)).x() >= LEAST


def test_every_field_for_a_number_is_of_the_one_kind() -> None:
    others = [
        name_of(path)
        for path in sorted(Path(PACKAGE).rglob("*.py"))
        if f"{QSpinBox.__name__}(" in path.read_text(encoding="utf-8").replace("(QSpinBox)", "")
    ]
    assert not others, "take NumberBox from ui/widgets/fields.py"
