"""The list of steps, and the commands for each."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.agenda.agenda import Standing
from facilitator.domain.text.language import Language
from facilitator.live.session.step_changes import StepTexts
from facilitator.live.views.desk_view import AgendaRow, AgendaView
from facilitator.ui.console.agenda.add_step import AddStepForm
from facilitator.ui.console.agenda.change_step import ChangeStepForm
from facilitator.ui.console.agenda.row import ROW, AgendaDelegate, spoken
from facilitator.ui.console.commands.menu import ConsoleMenu, add_act
from facilitator.ui.widgets.buttons import Button, quiet_button
from facilitator.ui.widgets.caps import is_cap_of
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.key_presses import is_enter, leave_to_window
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.ui.widgets.lazy import Lazy
from facilitator.ui.widgets.theme import Palette
from facilitator.wording import _

ROOM_FOR_LIST = 220  # pixels: three steps, and the buttons below
FOLDED, SIDE = 72, 5  # pixels: the width with times alone, and what is left at each side
CHANGE, EARLIER, LATER = "Alt+Return", "Alt+Up", "Alt+Down"


def texts_of(row: AgendaRow, languages: tuple[Language, ...]) -> StepTexts:
    """Read a step's title and question as text for the fields."""
    titles, questions = dict(row.words.texts), dict(row.question.texts)
    return StepTexts(
        tuple(titles.get(language, "") for language in languages),
        tuple(questions.get(language, "") for language in languages),
    )


def _fold_button() -> Button:
    button = quiet_button(_("Steps"))
    button.setObjectName("AgendaPanel.fold_button")
    button.set_tight()
    return button


class StepList(QListWidget):
    """The list of steps. Enter or a double click asks to go to a step, the Menu key opens its menu.

    Signals:
        menu_asked: the position in the list.
        move_asked: move the chosen step earlier (-1) or later (+1).
        change_asked: Alt and Enter were pressed on the chosen step.
    """

    menu_asked = Signal(QPoint)
    move_asked = Signal(int)
    change_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("steps", "true")
        self.setAccessibleName(_("Steps of this workshop"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setWordWrap(True)
        self.setMinimumWidth(1)  # else Qt keeps more than the folded column has
        self._now = -1

    def show_rows(self, rows: tuple[AgendaRow, ...]) -> None:
        """Show the steps; reuse existing items, so that a screen reader keeps its place."""
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
        """Scroll to the present step, also when the list is resized."""
        self._now = place
        self._show_now()

    def _show_now(self) -> None:
        if (item := self.item(self._now)) is not None:
            self.scrollToItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if is_enter(event) and held:
            self.change_asked.emit()
        elif is_enter(event):
            if self.currentItem() is not None:
                self.itemDoubleClicked.emit(self.currentItem())
        elif is_cap_of(EARLIER, event) or is_cap_of(LATER, event):
            self.move_asked.emit(-1 if is_cap_of(EARLIER, event) else 1)
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
    """Shows the steps and asks to go to, move, add or change them.

    Signals:
        go_asked: the id of a step; the console confirms first, as Next does.
        jump_asked, drop_asked, restore_asked: the id of a step.
        move_asked: the id of a step, and -1 for earlier or +1 for later.
        change_asked: the id of a step, its texts, and other minutes or ``None``.
        skip_asked: skip the present step.
        add_asked: title and question, minutes, a form and its parts.
        folded: the steps are folded up to their times, or unfolded.
    """

    folded = Signal()
    go_asked = Signal(str)
    jump_asked = Signal(str)
    move_asked = Signal(str, int)
    change_asked = Signal(str, StepTexts, object)
    drop_asked = Signal(str)
    restore_asked = Signal(str)
    skip_asked = Signal()
    add_asked = Signal(StepTexts, int, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("side", "left")
        self.list = StepList()
        self.delegate = AgendaDelegate(self.list)
        self.list.setItemDelegate(self.delegate)
        self.add_button = quiet_button(_("Add a step"), Icon.ADD)
        self.more_button = quiet_button(_("Change"))
        self.more_button.setAccessibleName(_("Change: what can be done with the chosen step"))
        self.more_button.setToolTip(_("Go there, title, question and minutes, order, skip, drop"))
        for button in (self.add_button, self.more_button):
            button.set_tight()
        self._view, self._folds, self._unfolded = AgendaView((), 0), False, False
        self._lay_out()
        self._connect()
        self.set_room(folds=False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 8, SIDE, 12)
        column.addWidget(self.list, 1)
        self._forms = QVBoxLayout()
        column.addLayout(self._forms)
        self.lazy_add_form = Lazy(AddStepForm, self._forms.addWidget, self.list)
        self.lazy_change_form = Lazy(ChangeStepForm, self._forms.addWidget, self.list)
        row = FlowLayout()  # one below the other in a language with long words
        row.setSpacing(0)
        for button in (self.add_button, self.more_button):
            row.addWidget(button)
        column.addLayout(row)
        self.lazy_fold_button = Lazy(_fold_button, column.addWidget, self.more_button)

    def _connect(self) -> None:
        self.list.itemDoubleClicked.connect(self._ask_to_go)
        self.list.move_asked.connect(self._move_chosen)
        self.list.change_asked.connect(self._change_chosen)
        self.list.menu_asked.connect(self._open_menu)
        self.more_button.clicked.connect(self._open_menu_below)
        self.add_button.clicked.connect(self._open_add)
        self.lazy_fold_button.when_built(
            lambda button: button.clicked.connect(lambda: self._unfold(unfolded=self.is_folded))
        )
        self.lazy_add_form.when_built(self._connect_add)
        self.lazy_change_form.when_built(self._connect_change)

    def _connect_add(self, form: AddStepForm) -> None:
        form.add_asked.connect(self._ask_to_add)
        form.closed.connect(self._close_add)

    def _connect_change(self, form: ChangeStepForm) -> None:
        form.change_asked.connect(self._ask_to_change)
        form.closed.connect(self._close_change)

    @property
    def is_folded(self) -> bool:
        """Whether only the times of the steps are shown."""
        return self._folds and not self._unfolded

    def set_room(self, *, folds: bool) -> None:
        """Fold the steps up where there is little room, until they are asked for."""
        self._folds = folds
        self.delegate.set_folded(folded=self.is_folded)
        for part in (self.add_button, self.more_button):
            part.setVisible(not self.is_folded)
        if folds or self.lazy_fold_button.is_built:
            button = self.lazy_fold_button.part
            button.setVisible(folds)
            button.show_words(_("Steps"))
            if self.is_folded and button.sizeHint().width() > FOLDED - 2 * SIDE:
                button.show_words("", Icon.LIST)
            button.call(_("Steps: show their titles, or their times alone"))

    def _unfold(self, *, unfolded: bool) -> None:
        if self._folds and unfolded != self._unfolded:
            self._unfolded = unfolded
            self.folded.emit()

    @property
    def add_form(self) -> AddStepForm:
        """The form for a step that is not in the plan."""
        return self.lazy_add_form.part

    @property
    def change_form(self) -> ChangeStepForm:
        """The form to change a step."""
        return self.lazy_change_form.part

    @Slot(AgendaView)
    def show_agenda(self, view: AgendaView) -> None:
        """Show the steps; keep the selection, or select the present step."""
        chosen, self._view = self._chosen(), view
        keep = chosen.step_id if chosen is not None and chosen.standing is not Standing.NOW else ""
        self.list.show_rows(view.rows)
        places = (place for place, row in enumerate(view.rows) if row.step_id == keep)
        self.list.setCurrentRow(next(places, view.place))
        self.list.show_place(view.place)
        if view.place < len(view.rows):
            self.lazy_add_form.update(AddStepForm.show_after, view.rows[view.place].title)

    def show_palette(self, palette: Palette) -> None:
        """Paint the steps in the colours of a theme."""
        self.delegate.show_palette(palette)

    def menu_for(self, row: AgendaRow) -> ConsoleMenu:
        """Build a menu of what can be done with a step now."""
        menu = ConsoleMenu(self)
        if row.standing is Standing.NOW:
            add_act(menu, _("Title and question"), CHANGE, partial(self._open_change, row))
            menu.addAction(_("Skip this step"), self.skip_asked.emit)
            return menu
        menu.addAction(_("Go to this step"), lambda: self.jump_asked.emit(row.step_id))
        if row.standing is not Standing.DONE:
            add_act(menu, _("Title, question and minutes"), CHANGE, partial(self._open_change, row))
        if row.standing is Standing.WAITING:
            add_act(menu, _("Earlier"), EARLIER, partial(self._move, row, -1))
            add_act(menu, _("Later"), LATER, partial(self._move, row, 1))
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

    def _ask_to_go(self, item: QListWidgetItem) -> None:
        row: AgendaRow = item.data(ROW)
        if row.standing is not Standing.NOW:
            self.go_asked.emit(row.step_id)

    def _move(self, row: AgendaRow, places: int) -> None:
        self.move_asked.emit(row.step_id, places)

    def _move_chosen(self, places: int) -> None:
        if (row := self._chosen()) is not None:
            self._move(row, places)

    def _open_add(self) -> None:
        if self.lazy_change_form.is_built:
            self.change_form.hide()
        self._unfold(unfolded=True)
        self.add_form.open(self._view.languages)
        self._make_room()

    def _open_change(self, row: AgendaRow) -> None:
        if self.lazy_add_form.is_built:
            self.add_form.hide()
        self._unfold(unfolded=True)
        self.change_form.open(row, self._view.languages)
        self._make_room()

    def _make_room(self) -> None:
        """Show the form instead of the list where there is no room for both."""
        lazies = (self.lazy_add_form, self.lazy_change_form)
        forms = [lazy.part for lazy in lazies if lazy.is_built]
        form = next((form for form in forms if not form.isHidden()), None)
        taken = form.minimumSizeHint().height() if form is not None else 0
        self.list.setVisible(form is None or self.height() - taken >= ROOM_FOR_LIST)

    def _close_add(self) -> None:
        self._make_room()
        self.add_button.setFocus()

    def _close_change(self) -> None:
        self._make_room()
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _change_chosen(self) -> None:
        if (row := self._chosen()) is not None and row.standing is not Standing.DONE:
            self._open_change(row)

    def _ask_to_add(self, texts: StepTexts, minutes: int, shape: str, parts: str) -> None:
        before = len(self._view.rows)
        self.add_asked.emit(texts, minutes, shape, parts)
        if len(self._view.rows) > before:
            self.add_form.leave()  # else it was refused, and stays open for a correction

    def _ask_to_change(self, step_id: str, texts: StepTexts, minutes: int | None) -> None:
        before, row = self._view.rows, self._row_of(step_id)
        same = row is not None and minutes is None and texts == texts_of(row, self._view.languages)
        if not same:
            self.change_asked.emit(step_id, texts, minutes)
        if same or self._view.rows != before:
            self.change_form.leave()

    def _row_of(self, step_id: str) -> AgendaRow | None:
        return next((row for row in self._view.rows if row.step_id == step_id), None)

    def _open_menu(self, place: QPoint) -> None:
        if (row := self._chosen()) is not None:
            self.menu_for(row).popup(self.list.viewport().mapToGlobal(place))

    def _open_menu_below(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._open_menu(self.list.visualItemRect(item).center())
