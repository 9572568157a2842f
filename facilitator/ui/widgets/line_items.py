"""The lines of a list, and the model that Qt and screen readers read them from."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from facilitator.room.spec import Badge
from facilitator.ui.widgets.caps import Cap
from facilitator.ui.widgets.icons import Icon

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class LineItem:
    """A line as a list shows it."""

    id: Hashable
    text: str
    letter: str = ""
    heading: str = ""  # above this line, for it and the lines below
    notes: tuple[str, ...] = ()  # below the words
    state: str = ""  # at the right
    ticked: bool | None = None  # a box before the line, if it has one
    is_strong: bool = False
    is_quiet: bool = False  # left out, or set aside
    number: str = ""  # its key, in the place of a box
    badge: Badge | None = None  # in the place of the letter
    said_as: str = ""  # for screen readers, before the words; else the letter

    @property
    def spoken(self) -> str:
        """What a screen reader says for the line."""
        parts = (self.said_as or self.letter, self.text, *self.notes, self.state)
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class LineAction:
    """What can be done with the chosen line: the id, the words on its button, and its key.

    In a narrow list the button shows the icon alone.
    """

    id: str
    words: str
    icon: Icon
    key: Cap = ""
    by_enter: bool = False  # Enter and a double click do it too


class LineModel(QAbstractListModel):
    """Holds the lines; a change reports only the rows that differ."""

    def __init__(self) -> None:
        super().__init__()
        self.items: tuple[LineItem, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item.spoken
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return item.heading
        if role == Qt.ItemDataRole.CheckStateRole and item.ticked is not None:
            return Qt.CheckState.Checked if item.ticked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        has_box = index.isValid() and self.items[index.row()].ticked is not None
        return flags | Qt.ItemFlag.ItemIsUserCheckable if has_box else flags

    def place_of(self, line: Hashable) -> int:
        """Return the index of a line, -1 if it is not shown."""
        return next((n for n, item in enumerate(self.items) if item.id == line), -1)

    def show_items(self, items: tuple[LineItem, ...]) -> None:
        """Replace the lines from the first that differs to the last that differs."""
        old, most = self.items, min(len(self.items), len(items))
        start = next((n for n in range(most) if old[n] != items[n]), most)
        most -= start
        end = next((n for n in range(most) if old[-1 - n] != items[-1 - n]), most)
        gone, added = len(old) - start - end, len(items) - start - end
        place = start + min(gone, added)
        self.items = old[:start] + items[start:place] + old[place:]
        if place > start:
            self.dataChanged.emit(self.index(start), self.index(place - 1))
        if gone > added:
            self.beginRemoveRows(QModelIndex(), place, place + gone - added - 1)
            self.items = items
            self.endRemoveRows()
        elif added > gone:
            self.beginInsertRows(QModelIndex(), place, place + added - gone - 1)
            self.items = items
            self.endInsertRows()
