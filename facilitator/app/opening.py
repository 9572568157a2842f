"""Opens a workshop's file; asks first if the list has another file of the same workshop."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from facilitator.domain.ids import WorkshopId
from facilitator.domain.time.dates import own_moment
from facilitator.errors import AnotherFileError
from facilitator.store.workshop.forgetting import last_written
from facilitator.wording import _

if TYPE_CHECKING:
    from facilitator.live.library.workshop_files import WorkshopFiles

ROOM = 64  # pixels beside the words of a button


def add_to_list(files: "WorkshopFiles", path: Path, home: QWidget) -> WorkshopId:
    """Add the workshop in a file to the list; return the id of the one to carry on.

    Raises what ``WorkshopFiles.take_in`` raises; ``AnotherFileError`` if nobody chose.
    """
    try:
        return files.take_in(path)
    except AnotherFileError as error:
        chosen = _chosen(path, error.other, home)
        if chosen is None:
            raise
        return files.take_in(chosen, instead=True)


def is_to_be_salvaged(path: Path, home: QWidget) -> bool:
    """Ask whether to save the readable part of a damaged file in a new one; Esc means no."""
    ask = QMessageBox(home)
    ask.setWindowTitle(_("A damaged file"))
    ask.setText(
        _(
            "This file is damaged, or somebody has changed it. What can still be read can be saved "
            "in a new file, and the workshop goes on with that. Lines that were not opened stay "
            "closed; what cannot be read is missing. The damaged file is deleted when the workshop "
            "is over."
        )
    )
    ask.setInformativeText(str(path))
    save = ask.addButton(_("Save what can be read"), QMessageBox.ButtonRole.AcceptRole)
    ask.addButton(_("Leave it as it is"), QMessageBox.ButtonRole.RejectRole)
    _give_room(ask)
    ask.setDefaultButton(save)
    ask.exec()
    return ask.clickedButton() is save


def own_file_covered() -> str:
    """Say that a workshop is in its own file, without the path: others may see this screen."""
    return _("The list of workshops cannot be written. This workshop is kept in its own file.")


def own_file(path: Path) -> str:
    """Say that a workshop is in its own file, and where."""
    return _(
        "The list of workshops cannot be written. This workshop is kept in its own file; to carry "
        "on another time, open that: {path}"
    ).format(path=path)


def _last_written(path: Path) -> str:
    """Read the file's modification time as local time."""
    at = last_written(path)
    if at is None:
        return _("When it was last written is not known.")
    return _("Last written {when}.").format(when=own_moment(at))


def _chosen(path: Path, listed: Path, home: QWidget) -> Path | None:
    """Ask which of two files to carry on; Esc chooses neither."""
    ask = QMessageBox(home)
    ask.setWindowTitle(_("Two files of one workshop"))
    ask.setText(
        _(
            "The list knows another file of this workshop. Which of the two goes on? The other is "
            "deleted when the workshop is over."
        )
    )
    ask.setInformativeText(
        "\n\n".join(
            (
                _("On the list: {file}").format(file=listed) + "\n" + _last_written(listed),
                _("Opened now: {file}").format(file=path) + "\n" + _last_written(path),
            )
        )
    )
    keep = ask.addButton(_("The one on the list"), QMessageBox.ButtonRole.AcceptRole)
    take = ask.addButton(_("The one opened now"), QMessageBox.ButtonRole.NoRole)
    ask.addButton(_("Neither"), QMessageBox.ButtonRole.RejectRole)
    _give_room(ask)
    ask.setDefaultButton(keep)
    ask.exec()
    clicked = ask.clickedButton()
    return path if clicked is take else listed if clicked is keep else None


def _give_room(ask: QMessageBox) -> None:
    """Widen the buttons: the message box ignores our style's padding."""
    for button in ask.buttons():
        button.setMinimumWidth(button.fontMetrics().horizontalAdvance(button.text()) + ROOM)
