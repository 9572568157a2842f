"""A menu while which the keys of decision 13, and those that it shows, still work."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.ui.console.commands.key_acts import key_map_of
from facilitator.ui.console.commands.table import Act
from facilitator.ui.widgets.caps import Cap, cap_words, is_cap_of

BY_THE_MENU = (Qt.Key.Key_Left, Qt.Key.Key_Right)  # they open and close submenus


class CappedAction(QAction):
    """A menu entry with its key."""

    def __init__(self, menu: QMenu, words: str, cap: Cap) -> None:
        super().__init__(f"{words}\t{cap_words(cap)}" if cap else words, menu)
        self.cap = cap


def add_act(menu: QMenu, words: str, cap: Cap, run: Callable[[], object]) -> QAction:
    """Add an entry to a menu; ``cap`` is the key to show, or None."""
    act = CappedAction(menu, words, cap)
    act.triggered.connect(lambda _on=False: run())
    menu.addAction(act)
    return act


class ConsoleMenu(QMenu):
    """Handles the keys that it shows, and passes on keys that work everywhere to the window."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self.aboutToHide.connect(self.deleteLater)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is not None:
            self.close()
            act.trigger()
        elif self.always_of(event) is not None:
            self.close()
            QCoreApplication.sendEvent(self._owner.window(), event)
        else:
            super().keyPressEvent(event)

    def always_of(self, event: QKeyEvent) -> Act | None:
        """Return the act of a key that works everywhere in the menu's window."""
        return key_map_of(self._owner).always_of(event)

    def _act_of(self, event: QKeyEvent) -> QAction | None:
        if event.key() in BY_THE_MENU:
            return None
        acts = (act for act in _acts_in(self) if act.isEnabled() and is_cap_of(act.cap, event))
        return next(acts, None)


class Submenu(QMenu):
    """A submenu; keys that it does not use go to its parent menu."""

    def __init__(self, menu: ConsoleMenu, title: str) -> None:
        super().__init__(title, menu)
        self._menu = menu
        menu.addMenu(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._menu.always_of(event) is None and not self._is_shown(event):
            super().keyPressEvent(event)
        else:
            self.close()
            QCoreApplication.sendEvent(self._menu, event)

    def _is_shown(self, event: QKeyEvent) -> bool:
        if event.key() in BY_THE_MENU:
            return False
        return any(is_cap_of(act.cap, event) for act in _acts_in(self._menu))


def _acts_in(menu: QMenu) -> Iterator[CappedAction]:
    """Return the entries with keys of a menu and its submenus."""
    for act in menu.findChildren(CappedAction):
        if act.cap:
            yield act
