"""The command search: type a few letters, see the keys, press Enter to run."""

import unicodedata

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.ui.console.commands.key_acts import TABLE_KEYS, KeyMap, key_map_of
from facilitator.ui.console.commands.table import TABLE, Act, Command
from facilitator.ui.widgets.caps import cap_words
from facilitator.ui.widgets.fields import field
from facilitator.ui.widgets.focus import focus_again
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.speech import speak
from facilitator.wording import _

NOT_FOUND = (Act.SEARCH, Act.LEAVE)
WIDE, HIGH, EDGE = 620, 440, 24  # pixels at 100 %: the panel, and the margin around it
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Backtab: -1, Qt.Key.Key_Tab: 1}
STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


def _folded(text: str) -> list[str]:
    """Split a text into words without case and accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).split()


def _misses(wanted: list[str], offered: list[str]) -> int | None:
    """Return how many wanted words start no word; None if a wanted word is missing."""
    misses = 0
    for letters in wanted:
        if not any(word.startswith(letters) for word in offered):
            misses += 1
            if not any(letters in word for word in offered):
                return None
    return misses


def search_commands(query: str, in_use: KeyMap = TABLE_KEYS) -> tuple[Command, ...]:
    """Find the commands that contain all words of the query; best matches first."""
    wanted = _folded(query)
    matches: list[tuple[int, int, Command]] = []
    for command in TABLE:
        words = _folded(command.words())
        keys = [part for cap in in_use.keys_of(command.id) for part in _folded(cap_words(cap))]
        about = [*words, *_folded(command.page_words()), *_folded(command.button_words()), *keys]
        misses = _misses(wanted, about)
        if command.id not in NOT_FOUND and misses is not None:
            by_name = _misses(wanted, words)
            matches.append((misses, len(wanted) if by_name is None else by_name, command))
    return tuple(row[2] for row in sorted(matches, key=lambda row: row[:2]))


def _list() -> QTreeWidget:
    """Build the list of words and keys; the field above keeps the focus."""
    rows = QTreeWidget()
    rows.setColumnCount(2)
    rows.setHeaderHidden(True)
    rows.setRootIsDecorated(False)
    rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.setAccessibleName(_("Commands that fit, with their keys"))
    header = rows.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return rows


class SearchPanel(QFrame):
    """Offers the commands that match the text, over the middle of the console.

    Signals:
        chosen: the command to run, after the panel has closed.
    """

    chosen = Signal(Act)

    def __init__(self, desk: QWidget) -> None:
        super().__init__(desk)
        self._desk = desk
        self.setProperty("search", "true")
        self.setAccessibleName(_("Search the commands"))
        self.field = field(_("What do you want to do?"), _("A few letters of what you want"))
        self.field.setAccessibleDescription(
            _("Up and Down choose, Enter does it, Esc closes the search.")
        )
        self.list = _list()
        self.none = label(_("Nothing fits. Fewer letters find more."))
        self.matches: tuple[Command, ...] = ()
        self._before: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self.none, 1)
        column.addWidget(label(_("↑ ↓ choose, Enter does it, Esc closes"), "do"))
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._choose)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        self.list.currentItemChanged.connect(self._say_current)
        self.hide()

    def open(self, before: QWidget | None) -> None:
        """Open with an empty field; ``before`` gets the focus back afterwards."""
        if self.isHidden():
            self._before = before
        self.show()
        self.raise_()
        self.field.setText("")
        self.field.setFocus()
        self._search()

    def place_over(self, middle: QRect, scale: int) -> None:
        """Move over the middle of the console, inside the desk."""
        desk = self._desk.rect()
        wide = min(WIDE * scale // 100, desk.width() - 2 * EDGE)
        high = min(HIGH * scale // 100, desk.height() - 2 * EDGE)
        left = middle.center().x() - wide // 2
        left = max(EDGE, min(left, desk.width() - EDGE - wide))
        top = max(EDGE, min(middle.top() + EDGE, desk.height() - EDGE - high))
        self.setGeometry(left, top, wide, high)

    def close_panel(self) -> None:
        """Close the panel and restore the focus."""
        before, self._before = self._before, None
        held = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.hide()
        if held and not focus_again(before):
            self.window().setFocus()

    def _search(self) -> None:
        in_use = key_map_of(self)
        self.matches = search_commands(self.field.text(), in_use)
        self.list.clear()
        for command in self.matches:
            keys = ", ".join(cap_words(cap) for cap in in_use.keys_of(command.id))
            item = QTreeWidgetItem(self.list, [command.words(), keys])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.list.setVisible(bool(self.matches))
        self.none.setVisible(not self.matches)
        self._go_to(0)
        if not self.matches:
            speak(self.field, self.none.text())

    def _say_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            speak(self.field, ", ".join(part for part in (item.text(0), item.text(1)) if part))

    def _choose(self) -> None:
        if self.matches:
            act = self.matches[self._place].id
            self.close_panel()
            self.chosen.emit(act)

    @property
    def _place(self) -> int:
        return max(0, self.list.currentIndex().row())

    def _move(self, places: int) -> None:
        self._go_to(max(0, min(self._place + places, len(self.matches) - 1)))

    def _go_to(self, place: int) -> None:
        item = self.list.topLevelItem(place)
        if item is not None:
            self.list.setCurrentItem(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in STAYS:
            self._before = None
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            places = MOVES.get(Qt.Key(event.key()))
            if places is not None:
                self._move(places)
                return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()  # else Esc closes a notice, and leaves the search open
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)
