"""A menu under which the keys of decision 13 still work."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.ui.console.key_acts import always_of


class ConsoleMenu(QMenu):
    """Closes at a key that must work from everywhere, and hands it to the window."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self.aboutToHide.connect(self.deleteLater)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if always_of(event) is None:
            super().keyPressEvent(event)
            return
        self.close()
        QCoreApplication.sendEvent(self._owner.window(), event)


class Beneath(QMenu):
    """A menu that opens from a menu; keys that work from everywhere go on to that one."""

    def __init__(self, menu: ConsoleMenu, title: str) -> None:
        super().__init__(title, menu)
        self._menu = menu
        menu.addMenu(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if always_of(event) is None:
            super().keyPressEvent(event)
        else:
            self.close()
            QCoreApplication.sendEvent(self._menu, event)
