"""The list of steps, with what can be done with each."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.agenda import Standing
from facilitator.live.desk_view import AgendaRow, AgendaView
from facilitator.ui.console.add_step import AddStepForm
from facilitator.ui.console.agenda_row import ROW, AgendaDelegate, spoken
from facilitator.ui.console.menu import ConsoleMenu
from facilitator.ui.console.parts import leave_to_window, quiet_button
from facilitator.ui.kit.icons import Icon
from facilitator.ui.kit.theme import Palette
from facilitator.wording import _


class StepList(QListWidget):
    """The steps as a list. Enter or a double click goes there; the Menu key asks for more.

    Signals:
        menu_asked: at that place of the list.
    """

    menu_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Steps of this workshop"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setWordWrap(True)
        self._now = -1

    def show_rows(self, rows: tuple[AgendaRow, ...]) -> None:
        """Show the steps. Those that are there already stay, so that no reader loses its place."""
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        while self.count() < len(rows):
            self.addItem("")
        for place, row in enumerate(rows):
            item = self.item(place)
            if item.data(ROW) != row:
                item.setText(row.title)
                item.setData(ROW, row)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(row))
                item.setToolTip(spoken(row))

    def show_place(self, place: int) -> None:
        """Keep the present step in sight, also once the list has got its size."""
        self._now = place
        self._show_now()

    def _show_now(self) -> None:
        if (item := self.item(self._now)) is not None:
            self.scrollToItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentItem() is not None:
                self.itemDoubleClicked.emit(self.currentItem())
        elif not leave_to_window(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            self.setCurrentRow(self.indexAt(event.pos()).row())
        if self.currentItem() is not None:
            self.menu_asked.emit(self.visualItemRect(self.currentItem()).center())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        QTimer.singleShot(0, self, self._show_now)


class AgendaPanel(QFrame):
    """Shows the steps and asks for moves among them.

    Signals:
        jump_asked, drop_asked, restore_asked: with the id of a step.
        skip_asked: leave the present step out.
        add_asked: a title, minutes, a form and its parts.
    """

    jump_asked = Signal(str)
    drop_asked = Signal(str)
    restore_asked = Signal(str)
    skip_asked = Signal()
    add_asked = Signal(str, int, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("side", "left")
        self.list = StepList()
        self.delegate = AgendaDelegate(self.list)
        self.list.setItemDelegate(self.delegate)
        self.add_button = quiet_button(_("Add a step"), Icon.ADD)
        self.more_button = quiet_button(_("Change"))
        self.more_button.setAccessibleName(_("Change: what can be done with the chosen step"))
        self.more_button.setToolTip(_("Go there, skip, drop, bring back"))
        for button in (self.add_button, self.more_button):
            button.set_tight()
        self.add_form = AddStepForm()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 12)
        column.addWidget(self.list, 1)
        column.addWidget(self.add_form)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.add_button)
        row.addStretch(1)
        row.addWidget(self.more_button)
        column.addLayout(row)
        self._connect()

    def _connect(self) -> None:
        self.list.itemDoubleClicked.connect(self._jump)
        self.list.menu_asked.connect(self._open_menu)
        self.more_button.clicked.connect(self._open_menu_below)
        self.add_button.clicked.connect(self.add_form.open)
        self.add_form.add_asked.connect(self.add_asked)
        self.add_form.closed.connect(self.add_button.setFocus)

    @Slot(AgendaView)
    def show_agenda(self, view: AgendaView) -> None:
        """Show the steps; the chosen one stays chosen, else the present one is."""
        chosen = self._chosen()
        keep = chosen.step_id if chosen is not None and chosen.standing is not Standing.NOW else ""
        self.list.show_rows(view.rows)
        places = (place for place, row in enumerate(view.rows) if row.step_id == keep)
        self.list.setCurrentRow(next(places, view.place))
        self.list.show_place(view.place)

    def show_palette(self, palette: Palette) -> None:
        """Paint the steps in the colours of a theme."""
        self.delegate.show_palette(palette)

    def menu_for(self, row: AgendaRow) -> ConsoleMenu:
        """Return what can be done with a step at this moment."""
        menu = ConsoleMenu(self)
        if row.standing is Standing.NOW:
            menu.addAction(_("Skip this step"), self.skip_asked.emit)
            return menu
        menu.addAction(_("Go to this step"), lambda: self.jump_asked.emit(row.step_id))
        if row.standing in (Standing.DROPPED, Standing.SKIPPED):
            menu.addAction(_("Bring it back"), lambda: self.restore_asked.emit(row.step_id))
        if row.standing is Standing.WAITING:
            words = _("Drop it (it was to be protected)") if row.protect else _("Drop it")
            menu.addAction(words, lambda: self.drop_asked.emit(row.step_id))
        return menu

    def _chosen(self) -> AgendaRow | None:
        item = self.list.currentItem()
        row: AgendaRow | None = item.data(ROW) if item is not None else None
        return row

    def _jump(self, item: QListWidgetItem) -> None:
        row: AgendaRow = item.data(ROW)
        if row.standing is not Standing.NOW:
            self.jump_asked.emit(row.step_id)

    def _open_menu(self, place: QPoint) -> None:
        if (row := self._chosen()) is not None:
            self.menu_for(row).popup(self.list.viewport().mapToGlobal(place))

    def _open_menu_below(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._open_menu(self.list.visualItemRect(item).center())
