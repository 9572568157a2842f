"""The program's icon, for light and for dark desktops."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon

from facilitator.resources import resource

SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256, 512)  # pixels


def app_icon(scheme: Qt.ColorScheme) -> QIcon:
    """Return the icon for a colour scheme; its files are read when it is drawn."""
    look = "dark" if scheme is Qt.ColorScheme.Dark else "light"
    icon = QIcon()
    for size in SIZES:
        icon.addFile(resource(f"icons/facilitator-{look}-{size}.png").as_posix())
    return icon


def give_icon(application: QGuiApplication) -> None:
    """Set the icon of all windows, and change it with the desktop's colour scheme."""
    hints = application.styleHints()
    application.setWindowIcon(app_icon(hints.colorScheme()))
    hints.colorSchemeChanged.connect(lambda now: application.setWindowIcon(app_icon(now)))
