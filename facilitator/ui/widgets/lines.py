"""A list of lines: letter, words and notes, with the buttons for the chosen line at its right.

Only what is in sight is painted, and only the chosen line has widgets, so a list of 200 lines
opens as fast as one of ten. Screen readers have every line all the same, as Qt lists the rows.
"""

from collections.abc import Hashable, Sequence
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Property, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from facilitator.room.spec import Theme
from facilitator.ui.widgets.buttons import Button, quiet_button
from facilitator.ui.widgets.caps import is_cap_of
from facilitator.ui.widgets.key_presses import SIDEWAYS, is_enter, leave_to_window
from facilitator.ui.widgets.layouts import row
from facilitator.ui.widgets.line_items import Index, LineAction, LineItem, LineModel
from facilitator.ui.widgets.line_paint import ROW, LineDelegate, Look
from facilitator.ui.widgets.theme import palette_of
from facilitator.wording import _

EDGE = 4  # pixels between the frame of a list and its rows
LEAST_WIDTH = 200  # pixels
FIRST_ROWS = 3  # in sight in the smallest window, if they are low enough
MOST_LEAST = {Look.ROWS: 168, Look.CARDS: 116}  # pixels
LEAST_WORDS = 380  # pixels; where the words have less room, the buttons show less


class Shows(Enum):
    """What the buttons of the chosen line show, in the order in which a wide list prefers it."""

    WORDS_AND_KEY = auto()
    WORDS = auto()
    ICON = auto()


def _show_parts(button: Button, action: LineAction, parts: Shows) -> None:
    button.show_words("" if parts is Shows.ICON else action.words)
    button.show_mark(visible=parts is Shows.ICON)
    button.show_cap(visible=parts is Shows.WORDS_AND_KEY)


def _forget_words(lines: LineModel, delegate: LineDelegate, buttons: dict[str, Button]) -> None:
    """Forget all words with the list: PySide may hold its Python part for as long as we run."""
    lines.items = ()
    delegate.measure_again()
    for button in buttons.values():
        button.call("")  # it was called by the chosen line


class LineList(QListView):
    """Shows lines, of which one is chosen; it is never higher than its lines.

    Up and down choose another line, and the keys of the actions act on it. In a list with boxes
    Enter and Space ask to tick. All other keys are left to the window, but the arrows to the sides
    in columns of cards.

    Signals:
        acted: the id of an action, and of the line.
        ticked: the id of the line whose box was pressed; the list itself changes nothing.
        chosen_changed: another line is chosen, or none.
    """

    acted = Signal(str, object)
    ticked = Signal(object)
    chosen_changed = Signal()
    chooses_another = True  # when the chosen line is gone

    def __init__(
        self, name: str, actions: Sequence[LineAction] = (), look: Look = Look.ROWS
    ) -> None:
        super().__init__()
        self._lines, self._actions = LineModel(), tuple(actions)
        self._delegate = LineDelegate(self, self._lines, look)
        self.buttons: dict[str, Button] = {}
        self.destroyed.connect(partial(_forget_words, self._lines, self._delegate, self.buttons))
        self._bar = QWidget(self.viewport())
        self._bar.hide()
        self._theme = str(Theme.WARM)
        self._width = 0  # that the lines were measured for
        self._whole = 0  # height of all lines
        self._wanted = 0  # height of the first lines
        self._gives_way = False  # to a question beside it
        self._reveals = False  # the chosen line, once the list has its size
        self._is_laid_out = False  # asking Qt where a line is would lay out all of them
        self._withheld: frozenset[str] = frozenset()  # ids of actions that are not offered
        self._pressed: Hashable = None  # the line whose box the mouse went down on
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self._set_up(look)
        if look is Look.ROWS:
            self._add_buttons()

    def _set_up(self, look: Look) -> None:
        self.setProperty("look", look.name.lower())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(ROW)
        self.setMouseTracking(True)
        if look is Look.CARDS:
            self.setFlow(QListView.Flow.LeftToRight)
            self.setWrapping(True)
        else:
            self.setViewportMargins(EDGE, EDGE, EDGE, EDGE)
        self.doubleClicked.connect(lambda _index: self._act_by_enter())
        self.verticalScrollBar().valueChanged.connect(self._place_bar)

    def _add_buttons(self) -> None:
        layout = row(self._bar, spacing=4)
        for action in self._actions:
            button = quiet_button(action.words, action.icon, action.key)
            button.setObjectName(f"line {action.id}")
            button.clicked.connect(partial(self._act, action))
            layout.addWidget(button)
            self.buttons[action.id] = button

    def offer(self, act: str, *, offered: bool) -> None:
        """Offer an action of this id, or withhold its button and its key."""
        if offered == (act in self._withheld):
            self._withheld = self._withheld - {act} if offered else self._withheld | {act}
            if act in self.buttons:
                self.buttons[act].setVisible(offered)
            self._follow_width()

    @property
    def items(self) -> tuple[LineItem, ...]:
        """The lines that are shown, in order."""
        return self._lines.items

    @property
    def chosen(self) -> LineItem | None:
        """The line that buttons and keys act on."""
        place = self.currentIndex().row()
        return self.items[place] if 0 <= place < len(self.items) else None

    @property
    def all_chosen(self) -> tuple[LineItem, ...]:
        """The selected lines, in order, where more than one can be selected."""
        places = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self.items[place] for place in places)

    def show_items(self, items: tuple[LineItem, ...]) -> None:
        """Show these lines. The chosen line stays chosen; if it is gone, the one at its place."""
        if items == self.items:
            return
        before, place = self.chosen, self.currentIndex().row()
        self._is_laid_out = False
        self._lines.show_items(items)
        self._delegate.forget_others()
        self._follow_width()
        same = self._lines.place_of(before.id) if before is not None else -1
        if same < 0 and not self.chooses_another:
            self._choose(-1)
            return
        self._choose(same if same >= 0 else min(max(place, 0), len(items) - 1))

    def give_way(self, *, gives: bool) -> None:
        """Shrink to one row if necessary, while a question beside the list needs the room."""
        if gives != self._gives_way:
            self._gives_way = gives
            self.updateGeometries()

    def choose(self, place: int) -> None:
        """Choose the line at an index, and scroll to it; in a list that is not shown yet, later."""
        self._choose(place)
        self._reveals = not self.isVisible()
        self.scrollTo(self.currentIndex())

    def _choose(self, place: int) -> None:
        # Qt's own way would follow the keys that are held down, and Ctrl adds to what is selected
        chosen = self.selectionModel()
        chosen.setCurrentIndex(self._lines.index(place), chosen.SelectionFlag.ClearAndSelect)
        self._name_buttons()
        self._place_bar()
        self.chosen_changed.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._name_buttons()
        self._place_bar()
        self.chosen_changed.emit()

    def _name_buttons(self) -> None:
        item = self.chosen
        for action in self._actions if self.buttons else ():
            named = "" if item is None else f"{item.letter} {item.text}".strip()
            called = _("{action}: {line}").format(action=action.words, line=named)
            self.buttons[action.id].call(called if named else action.words)

    def box_of(self, place: int) -> QRect:
        """Return where the box of a line is, in the list's viewport."""
        return self._delegate.box_of(self.visualRect(self._lines.index(place)))

    def row_of(self, place: int) -> QRect:
        """Return where a line is, in the list's viewport."""
        return self.visualRect(self._lines.index(place))

    def words_of(self, place: int) -> QRect:
        """Return where the words of a line and its notes are, in the list's viewport."""
        return self._delegate.words_of(self.items[place], self.row_of(place))

    def _act(self, action: LineAction) -> None:
        item = self.chosen
        if item is not None:
            self.acted.emit(action.id, item.id)

    def _act_by_enter(self) -> bool:
        action = next((action for action in self._actions if action.by_enter), None)
        if action is not None:
            self._act(action)
        return action is not None

    def _tick(self) -> bool:
        item = self.chosen
        if item is None or item.ticked is None:
            return False
        self.ticked.emit(item.id)
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._reveals = False
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._reveals = False
        if not self.take_own_key(event) and not self._take_key(event):
            super().keyPressEvent(event)

    def take_own_key(self, _event: QKeyEvent) -> bool:
        """Handle a key before all others; return whether it was one of a special list's own."""
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        """Handle a key, or leave it to the window; return whether Qt's list must not have it."""
        offered = (action for action in self._actions if action.id not in self._withheld)
        acted = next((action for action in offered if is_cap_of(action.key, event)), None)
        if acted is not None:
            self._act(acted)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return leave_to_window(event)
        elif is_enter(event) or event.key() == Qt.Key.Key_Space:
            event.setAccepted(not event.isAutoRepeat() and self._use(event))
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.key() in SIDEWAYS and self._delegate.columns > 1:
            return False
        else:
            return leave_to_window(event)
        return True

    def _use(self, event: QKeyEvent) -> bool:
        """Tick, or do the action of Enter; return whether the list has a use for the key."""
        return self._tick() or (is_enter(event) and self._act_by_enter())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = self._boxed(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._boxed(event):
            self.ticked.emit(pressed)

    def _boxed(self, event: QMouseEvent) -> Hashable:
        """Return the line whose box is below the mouse, or None."""
        at = event.position().toPoint()
        place = self.indexAt(at).row()
        if place < 0 or self.items[place].ticked is None or not self.box_of(place).contains(at):
            return None
        return self.items[place].id

    def _place_bar(self) -> None:
        """Put the buttons at the right of the chosen line, once Qt has laid the lines out."""
        place = self.currentIndex().row()
        if not self.buttons or not self._is_laid_out or not 0 <= place < len(self.items):
            self._bar.setVisible(not self._is_laid_out and bool(self.items))
            return
        area, wanted = self.row_of(place), self._bar.sizeHint()
        top = area.bottom() + 1 - max(ROW, area.height() - self._heading_of(place))
        height = min(ROW, wanted.height())
        self._bar.setGeometry(area.right() - wanted.width(), top, wanted.width(), height)
        self._bar.show()

    def _heading_of(self, place: int) -> int:
        return self._delegate.heading_height(self.items[place])

    def _follow_width(self) -> None:
        """Drop the caps of the buttons' keys, then their words, where the lines need the room."""
        if not self.buttons:
            return
        for parts in Shows:
            for action in self._actions:
                _show_parts(self.buttons[action.id], action, parts)
            at_right = self._bar.sizeHint().width()
            if self._delegate.width - self._delegate.before_words - at_right >= LEAST_WORDS:
                break
        self._name_buttons()
        if at_right != self._delegate.at_right:
            self._delegate.at_right = at_right
            self._delegate.measure_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self._delegate.width
        if width != self._width:
            self._width = width
            self._follow_width()
            self._lay_out_again()

        if self._reveals and self._is_laid_out:
            self.scrollTo(self.currentIndex())

    def _lay_out_again(self) -> None:
        self._delegate.measure_again()
        self._is_laid_out = False
        self.scheduleDelayedItemsLayout()

    def updateGeometries(self) -> None:
        """Be as high as the lines, or lower."""
        super().updateGeometries()
        self._is_laid_out = True
        margins = self.viewportMargins()
        around = 2 * self.frameWidth() + margins.top() + margins.bottom()
        whole = max(0, self.contentsSize().height()) + around
        wanted = min(whole, self._least_height() + around)
        least = min(wanted, ROW + around) if self._gives_way else wanted
        if (whole, wanted, least) != (self._whole, self._wanted, self.minimumHeight()):
            self._whole, self._wanted = whole, wanted
            self.setMaximumHeight(whole)
            self.setMinimumHeight(least)
            self.updateGeometry()
        if self._reveals:
            self.scrollTo(self.currentIndex())
        self._place_bar()

    def sizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, max(self._wanted, self.minimumHeight()))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, self.minimumHeight())

    def _least_height(self) -> int:
        """Return how high the first lines are, up to a limit."""
        last = min(len(self.items), FIRST_ROWS if self._delegate.look is Look.ROWS else 1) - 1
        if last < 0:
            return 0
        most = MOST_LEAST[self._delegate.look]
        return min(most, self.row_of(last).bottom() + 1 + self.verticalOffset())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._delegate.use_font(self.font())
            self._follow_width()
            self._lay_out_again()

    def _read_theme(self) -> str:
        return self._theme

    def _use_theme(self, name: str) -> None:
        self._theme = name
        self._delegate.palette = palette_of(Theme(name))
        self.viewport().update()

    theme = Property(str, _read_theme, _use_theme)  # set by the style sheet
