"""The groups of earlier workshops, to choose one, and what waits here for the one that is named."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from facilitator.domain.text.text import clean_line
from facilitator.live.library.kept_agreements import KnownGroup
from facilitator.store.library.agreements import same_group
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column
from facilitator.wording import _, ngettext


class GroupChoice(QWidget):
    """A button that lists earlier groups: their names are on the screen only while it is open.

    While the displays are mirrored it lists none. ``cover`` closes a list that is open.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__()
        self._field = field
        self._groups: tuple[KnownGroup, ...] = ()
        self._menu: QMenu | None = None  # while it is open
        self.button = Button(_("Earlier groups"))
        self.button.clicked.connect(self._open)
        self._waits, self._covered = label("", "muted"), label("", "small")
        inside = column(self, spacing=4)
        for part in (self._waits, self.button, self._covered):
            inside.addWidget(part)
        self._covered.setText(_("Not while the displays are mirrored: the room would read them."))
        field.textChanged.connect(self._show_what_waits)
        self.set_mirrored(mirrored=False)
        self._show_what_waits()
        self.hide()

    def show_groups(self, groups: tuple[KnownGroup, ...]) -> None:
        """Offer these groups."""
        self._groups = groups
        self.setVisible(bool(groups))
        self._show_what_waits()

    def set_mirrored(self, *, mirrored: bool) -> None:
        """List no names while the room sees this screen."""
        self.button.setEnabled(not mirrored)
        self._covered.setVisible(mirrored)
        if mirrored:
            self.cover()

    def cover(self) -> None:
        """Take the names off the screen, now that others may see it."""
        if self._menu is not None:
            self._menu.close()

    def menu(self) -> QMenu:
        """Return the list as a menu; each group with what waits for it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(_("Earlier groups"))
        for group in self._groups:
            waits = _what_waits(group)
            words = _("{group} ({waits})").format(group=group.name, waits=waits)
            action = menu.addAction((words if waits else group.name).replace("&", "&&"))
            action.triggered.connect(partial(self._choose, group.name))
        return menu

    def _choose(self, name: str) -> None:
        self._field.setText(name)
        self._field.setFocus()

    def _open(self) -> None:
        self._menu = self.menu()
        self._menu.aboutToHide.connect(self._forget_menu)
        self._menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _forget_menu(self) -> None:
        self._menu = None

    def _show_what_waits(self) -> None:
        named = clean_line(self._field.text())
        group = next(
            (group for group in self._groups if named and same_group(group.name, named)), None
        )
        waits = _what_waits(group) if group is not None else ""
        self._waits.setText(_("Here for this group: {waits}.").format(waits=waits))
        self._waits.setVisible(bool(waits))


def _what_waits(group: KnownGroup) -> str:
    """Return in words what waits for a group, or nothing."""
    lines = ngettext("{count} line of its agreement", "{count} lines of its agreement", group.lines)
    unfinished = ngettext(
        "{count} workshop that was not finished",
        "{count} workshops that were not finished",
        group.unfinished,
    )
    parts = ((lines, group.lines), (unfinished, group.unfinished))
    return ", ".join(words.format(count=count) for words, count in parts if count)
