"""Asks which file is to be opened; what follows stands over Home alone."""

from collections.abc import Callable

from PySide6.QtCore import QDir, Qt, SignalInstance
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.wording import _


def choose_file(
    home: QWidget,
    before: Callable[[], None],
    chosen: SignalInstance | Callable[[str], None],
    title: str = "",
) -> None:
    """Ask for a file among one's own.

    ``before`` takes away what was said of another file; ``chosen`` gets the path once this is gone.
    """
    dialog = QFileDialog(home, title or _("Open a file"), QDir.homePath())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _ask(dialog, before, chosen)


def choose_folder(home: QWidget, title: str, chosen: Callable[[str], None]) -> None:
    """Ask for a folder; ``chosen`` gets its path once this is gone."""
    dialog = QFileDialog(home, title, QDir.homePath())
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
