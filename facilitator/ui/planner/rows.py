"""The running order: a row for each step, of which one or several are chosen."""

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from facilitator.domain.ids import StepId
from facilitator.live.planning.view import PlannerRow
from facilitator.ui.planner.names import spoken
from facilitator.ui.planner.row_paint import ROW, RowDelegate
from facilitator.ui.widgets.key_presses import is_enter, leave_to_window
from facilitator.ui.widgets.theme import Palette
from facilitator.wording import _

Index = QModelIndex | QPersistentModelIndex
SPACE = 40  # pixels that the wheel scrolls


class RowModel(QAbstractListModel):
    """The rows, for Qt and for screen readers."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[PlannerRow, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(row)
        return None

    def show_rows(self, rows: tuple[PlannerRow, ...]) -> None:
        """Show these rows, with as few signals as possible."""
        before, self_count = self.rows, len(rows)
        if len(before) > self_count:
            self.beginRemoveRows(QModelIndex(), self_count, len(before) - 1)
            self.rows = before[:self_count]
            self.endRemoveRows()
        elif len(before) < self_count:
            self.beginInsertRows(QModelIndex(), len(before), self_count - 1)
            self.rows = rows
            self.endInsertRows()
        self.rows = rows
        changed = [
            place for place, (old, new) in enumerate(zip(before, rows, strict=False)) if old != new
        ]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))


class StepRows(QListView):
    """Shows the rows. Up and down choose a step, with Shift several.

    Signals:
        chosen_changed: the ids of the chosen steps, the current one last.
        add_asked, delete_asked: Insert or Delete was pressed.
        edit_asked: Enter or a double click on a step.
    """

    chosen_changed = Signal(tuple)
    add_asked = Signal()
    delete_asked = Signal()
    edit_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = RowModel()
        self._is_showing = False
        self._chosen: tuple[StepId, ...] = ()
        self.setModel(self._model)
        self.delegate = RowDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setProperty("steps", "true")
        self.setAccessibleName(_("Running order"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(SPACE)
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda _index: self.edit_asked.emit())
        self.selectionModel().selectionChanged.connect(self._choose)
        self.selectionModel().currentChanged.connect(self._choose)

    @property
    def rows(self) -> tuple[PlannerRow, ...]:
        """The rows that are shown."""
        return self._model.rows

    def show_palette(self, palette: Palette) -> None:
        """Paint the rows in the colours of a theme."""
        self.delegate.palette = palette
        self.viewport().update()

    def show_rows(self, rows: tuple[PlannerRow, ...], chosen: tuple[StepId, ...]) -> None:
        """Show the rows, with these steps chosen."""
        self._is_showing = True
        try:
            if rows is not self.rows:
                self.delegate.show_rows(rows)
                self._model.show_rows(rows)
            self._chosen = chosen
            self._select(chosen)
        finally:
            self._is_showing = False

    def _select(self, chosen: tuple[StepId, ...]) -> None:
        places = {row.step_id: place for place, row in enumerate(self.rows)}
        here = [places[step_id] for step_id in chosen if step_id in places]
        model = self.selectionModel()
        if here == [] or (set(here) == self._places and self.currentIndex().row() == here[-1]):
            return
        wanted = QItemSelection()
        for place in here:
            wanted.select(self._model.index(place), self._model.index(place))
        flag = QItemSelectionModel.SelectionFlag
        model.select(wanted, flag.ClearAndSelect)
        model.setCurrentIndex(self._model.index(here[-1]), flag.NoUpdate)
        self.scrollTo(self.currentIndex())

    @property
    def _places(self) -> set[int]:
        return {index.row() for index in self.selectedIndexes()}

    def _choose(self) -> None:
        if self._is_showing:
            return
        current = self.currentIndex().row()
        others = sorted(place for place in self._places if place != current)
        places = [*others, current] if current >= 0 else others
        chosen = tuple(self.rows[place].step_id for place in places)
        if chosen != self._chosen:  # Qt says it of the selection and of the current row
            self._chosen = chosen
            self.chosen_changed.emit(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signals = {Qt.Key.Key_Insert: self.add_asked, Qt.Key.Key_Delete: self.delete_asked}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif (signal := signals.get(Qt.Key(event.key()))) is not None:
            signal.emit()
        elif is_enter(event):
            self.edit_asked.emit()
        elif not leave_to_window(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
