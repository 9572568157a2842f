"""The agreement's lines with their states and details."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from facilitator.domain.agreement.line import LineState
from facilitator.live.views.agreement_view import LineRow
from facilitator.ui.console.commands.key_acts import TABLE_KEYS, KeyMap, key_map_of
from facilitator.ui.console.commands.table import LineAct
from facilitator.ui.widgets.caps import cap_words
from facilitator.ui.widgets.key_presses import leave_to_window
from facilitator.wording import _

INDENT, PAD, ABOVE = 18, 10, 10  # pixels: below a line, beside a text, above and below it
WRAP = int(Qt.TextFlag.TextWordWrap)
Index = QModelIndex | QPersistentModelIndex


def state_words(row: LineRow) -> str:
    """Name a line's state in the facilitator's language."""
    if not row.confirmed:
        return _("Joined: is it right?")
    return {
        LineState.SUGGESTED: _("Suggested"),
        LineState.CLARIFYING: _("Being clarified"),
        LineState.READY: _("Ready to check"),
        LineState.AGREED: _("✓ Agreed for now"),
        LineState.NEEDS_CHANGE: _("Needs a change"),
        LineState.PARKED: _("Parked"),
        LineState.LET_GO: _("Dropped"),
    }[row.state]


def details(row: LineRow, keys: KeyMap = TABLE_KEYS) -> tuple[str, ...]:
    """List what is below a line: its example, its originals, why it is parked."""
    notes = [_("It would look like: {example}").format(example=row.example)] if row.example else []
    if not row.confirmed:
        yes, apart = (keys.cap_of(act) for act in (LineAct.CONFIRM, LineAct.SEPARATE))
        words = _("{yes} when those who said them say yes. {apart} takes it apart.")
        notes.append(words.format(yes=cap_words(yes), apart=cap_words(apart)))
    if row.at_foot:
        notes.append(_("Shown at the bottom of every page"))
    notes += [_("Joined from: {line}").format(line=line) for line in row.joined]
    notes += [_("Agreed before as: {line}").format(line=line) for line in row.earlier]
    if row.parked:
        notes.append(row.parked)
    if row.counted and row.state is not LineState.AGREED:
        notes.append(_("Last check: {counts}").format(counts=row.counted))
    return tuple(notes)


class Wrapped(QStyledItemDelegate):
    """Makes a row as high as its wrapped text; QTreeWidget does not."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        spanned = index.parent().isValid()
        width = self._tree.viewport().width() - (0 if spanned else self._tree.columnWidth(1))
        face = QFont(self._tree.font())
        face.setBold(True)
        room = QRect(0, 0, max(80, width - 2 * PAD - (INDENT if spanned else 0)), 10000)
        text = str(index.data() or "")
        high = QFontMetrics(face).boundingRect(room, WRAP, text).height()
        if index.column():
            return QSize(super().sizeHint(option, index).width(), high + ABOVE)
        return QSize(80, high + ABOVE)


class AgreementList(QTreeWidget):
    """The lines, selected with the arrow keys; letter keys act on the selection.

    Signals:
        act_asked: the act of a key; Up on the first line asks to add a line.
    """

    act_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setRootIsDecorated(False)
        self.setIndentation(INDENT)
        self.setItemDelegate(Wrapped(self))
        self.setItemsExpandable(False)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setAccessibleName(_("Lines of the agreement"))
        self.rows: tuple[LineRow, ...] = ()
        self.itemDoubleClicked.connect(lambda _item: self.act_asked.emit(LineAct.WORD))

    @property
    def chosen(self) -> tuple[LineRow, ...]:
        """The selected lines, in list order."""
        places = sorted(self.indexOfTopLevelItem(item) for item in self.selectedItems())
        return tuple(self.rows[place] for place in places if 0 <= place < len(self.rows))

    @Slot(tuple)
    def show_rows(self, rows: tuple[LineRow, ...]) -> None:
        """Show the lines; select new lines, else keep the selection."""
        if rows == self.rows:
            return
        before = [row.id for row in self.chosen]
        ids_before = {row.id for row in self.rows}
        fresh = [row.id for row in rows if row.id not in ids_before]
        wanted = (fresh if self.rows else fresh[-1:]) or before
        item: QTreeWidgetItem | None = self.currentItem()
        place = self.indexOfTopLevelItem(item) if item is not None else 0
        self.rows = rows
        self.clear()
        for row in rows:
            self._add(row)
        self.expandAll()
        ids = [row.id for row in rows]
        places = [ids.index(line_id) for line_id in wanted if line_id in ids]
        self.choose(places[-1] if places else min(max(place, 0), len(rows) - 1))

    def follow_keys(self) -> None:
        """Update the keys named below a joined line."""
        place, rows = self.currentIndex().row(), self.rows
        self.rows = ()
        self.show_rows(rows)
        self.choose(place)

    def choose(self, place: int) -> None:
        """Select the line at an index."""
        item = self.topLevelItem(place) if place >= 0 else None
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def _add(self, row: LineRow) -> None:
        item = QTreeWidgetItem(self, [row.text, state_words(row)])
        if row.state is LineState.AGREED:
            face = item.font(0)
            face.setBold(True)
            item.setFont(0, face)
        for text in details(row, key_map_of(self)):
            under = QTreeWidgetItem(item, [text])
            under.setFlags(Qt.ItemFlag.ItemIsEnabled)
            under.setFirstColumnSpanned(True)

    def sizeHint(self) -> QSize:
        return QSize(200, 90)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def moveCursor(
        self, action: QTreeWidget.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        index = super().moveCursor(action, modifiers)
        onwards = action in (self.CursorAction.MoveDown, self.CursorAction.MoveNext)
        while index.parent().isValid():  # details can be read, not selected
            below = self.indexBelow(index)
            index = below if onwards and below.isValid() else index.parent()
            onwards = onwards and below.isValid()
        return index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = key_map_of(self).line_act_of(event)
        first = self.currentItem() is self.topLevelItem(0)
        if act is not None:
            self.act_asked.emit(act)
        elif event.key() == Qt.Key.Key_Up and first and not held:
            self.act_asked.emit(LineAct.ADD)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif not leave_to_window(event):
            super().keyPressEvent(event)
