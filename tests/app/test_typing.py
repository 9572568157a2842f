"""Text that is being typed when a workshop ends is saved or deleted with it, and raises no bug."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.app.data_folder import DataFolder
from facilitator.app.program import Program
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.store.library.workshops import workshops
from tests.helpers.files import workshop_in
from tests.helpers.sessions import PLAN, SETUP


def typing_a_note(program: Program, qtbot: QtBot) -> WorkshopWindows:
    """Type into the note for today, and do not press Enter."""
    windows = program.running
    assert windows is not None
    windows.console.activateWindow()
    qtbot.waitUntil(windows.console.isActiveWindow)
    field: QLineEdit = windows.console.desk.middle.note.field
    field.setFocus()
    qtbot.keyClicks(field, "Ask Sam about the door")
    return windows


def test_a_note_that_is_being_typed_is_kept_when_the_workshop_stops(
    program: Program, data: DataFolder, qtbot: QtBot
) -> None:
    program.begin(PLAN, SETUP)
    typing_a_note(program, qtbot).stop_asked.emit()
    assert program.running is None
    (entry,) = workshops(data.library)
    workshop = workshop_in(data.path / entry.file)
    assert workshop is not None
    assert workshop.note == "Ask Sam about the door"


def test_practice_is_left_in_the_middle_of_a_word(program: Program, qtbot: QtBot) -> None:
    program.home.try_asked.emit()
    typing_a_note(program, qtbot).console.close()
    assert program.running is None
