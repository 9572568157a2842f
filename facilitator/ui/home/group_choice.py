"""A choice of earlier groups, and what is saved here for the chosen group."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from facilitator.domain.for_next import same_group
from facilitator.domain.text.text import clean_line
from facilitator.live.library.saved_for_groups import KnownGroup
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column
from facilitator.wording import _, ngettext


class GroupChoice(QWidget):
    """A button with a list of earlier groups: their names are visible only while it is open.

    While the displays are mirrored the list is empty. ``cover`` closes an open list.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__()
        self._field = field
        self._groups: tuple[KnownGroup, ...] = ()
        self._menu: QMenu | None = None  # while the list is open
        self.button = Button(_("Earlier groups"))
        self.button.clicked.connect(self._open)
        self._saved, self._covered = label("", "muted"), label("", "small")
        inside = column(self, spacing=4)
        for part in (self._saved, self.button, self._covered):
            inside.addWidget(part)
        self._covered.setText(_("Not while the displays are mirrored: the room would read them."))
        field.textChanged.connect(self._show_saved)
        self.set_mirrored(mirrored=False)
        self._show_saved()
        self.hide()

    def show_groups(self, groups: tuple[KnownGroup, ...]) -> None:
        """Offer these groups."""
        self._groups = groups
        self.setVisible(bool(groups))
        self._show_saved()

    def set_mirrored(self, *, mirrored: bool) -> None:
        """List no names while the room sees this screen."""
        self.button.setEnabled(not mirrored)
        self._covered.setVisible(mirrored)
        if mirrored:
            self.cover()

    def cover(self) -> None:
        """Close the list, now that others may see this screen."""
        if self._menu is not None:
            self._menu.close()

    def menu(self) -> QMenu:
        """Build the list as a menu of groups, with what is saved for each."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(_("Earlier groups"))
        for group in self._groups:
            saved = _saved_for(group)
            words = _("{group} ({waits})").format(group=group.name, waits=saved)
            action = menu.addAction((words if saved else group.name).replace("&", "&&"))
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

    def _show_saved(self) -> None:
        named = clean_line(self._field.text())
        group = next(
            (group for group in self._groups if named and same_group(group.name, named)), None
        )
        saved = _saved_for(group) if group is not None else ""
        self._saved.setText(_("Here for this group: {waits}.").format(waits=saved))
        self._saved.setVisible(bool(saved))


def _saved_for(group: KnownGroup) -> str:
    """Describe what is saved for a group, "" for nothing."""
    lines = ngettext("{count} line of its agreement", "{count} lines of its agreement", group.lines)
    unfinished = ngettext(
        "{count} workshop that was not finished",
        "{count} workshops that were not finished",
        group.unfinished,
    )
    parts = ((lines, group.lines), (unfinished, group.unfinished))
    return ", ".join(words.format(count=count) for words, count in parts if count)
