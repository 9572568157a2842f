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
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda _file: before())
    later = Qt.ConnectionType.QueuedConnection
    dialog.fileSelected.connect(chosen, later)
    dialog.open()
