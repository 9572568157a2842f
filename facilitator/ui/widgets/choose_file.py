"""Asks which file or folder to open, in a dialog over a window."""

from collections.abc import Callable

from PySide6.QtCore import QDir, Qt, SignalInstance
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.wording import _


def choose_file(
    over: QWidget,
    before: Callable[[], None],
    chosen: SignalInstance | Callable[[str], None],
    title: str = "",
) -> None:
    """Ask for a file.

    Calls ``before`` first, to hide an earlier message, and ``chosen`` with the path after closing.
    """
    dialog = QFileDialog(over, title or _("Open a file"), QDir.homePath())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _ask(dialog, before, chosen)


def choose_folder(over: QWidget, title: str, chosen: Callable[[str], None]) -> None:
    """Ask for a folder; call ``chosen`` with its path after closing."""
    dialog = QFileDialog(over, title, QDir.homePath())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    _ask(dialog, lambda: None, chosen)


def _ask(
    dialog: QFileDialog,
    before: Callable[[], None],
    chosen: SignalInstance | Callable[[str], None],
) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda _file: before())
    later = Qt.ConnectionType.QueuedConnection
    dialog.fileSelected.connect(chosen, later)
    dialog.open()
