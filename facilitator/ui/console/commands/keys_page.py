"""The keys in large type over the console; each can be changed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.ui.console.commands.key_acts import (
    TABLE_KEYS,
    KeyMap,
    cap_of,
    line_cap_of,
    refusal_of,
)
from facilitator.ui.console.commands.table import (
    LINE_TABLE,
    ROWS,
    TABLE,
    Act,
    Asked,
    LineAct,
)
from facilitator.ui.widgets.buttons import Button, quiet_button
from facilitator.ui.widgets.caps import Cap, cap_words
from facilitator.ui.widgets.key_presses import is_enter, leave_to_window
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard
from facilitator.ui.widgets.speech import speak
from facilitator.wording import _, ngettext

RESET = "reset"  # the id of the answer
HELD_DOWN = frozenset(
    {
        *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr),
        *(Qt.Key.Key_Meta, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_unknown),
    }
)
OF_PROMISE = frozenset(  # always do their work, also while a new key is asked for
    {Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9}
)


def keys_in_words(keys: KeyMap = TABLE_KEYS) -> tuple[tuple[str, str], ...]:
    """Return each key with its meaning: commands first, then lists and fields."""
    ours = tuple(
        (_keys_of(keys.keys_of(command.id)), command.page_words())
        for command in TABLE
        if keys.keys_of(command.id) and command.is_offered
    )
    return (*ours, *_of_lines(keys), *_list_keys())


def _of_lines(keys: KeyMap) -> tuple[tuple[str, str], ...]:
    """List the keys of the line commands."""
    return tuple(
        (
            _keys_of(keys.keys_of(command.id)),
            _("Agreement’s lines: {what}").format(what=command.words()),
        )
        for command in LINE_TABLE
    )


def _keys_of(caps: tuple[Cap, ...]) -> str:
    """Format the keys of a command."""
    if not caps:
        return _("no key")
    first, *others = (cap_words(cap) for cap in caps)
    if not others:
        return first
    return _("{keys} or {key}").format(keys=", ".join((first, *others[:-1])), key=others[-1])


def _list_keys() -> tuple[tuple[str, str], ...]:
    return (
        (_("Enter"), _("Presses the button in focus; in a field it keeps what is typed")),
        (_("Among the steps"), _("Enter asks, and once more goes there")),
        (_("Alt Enter"), _("Changes the chosen step: title, question, minutes")),
        (_("Alt Up, Alt Down"), _("Moves a step that is to come earlier or later")),
        (_("Among lines said"), _("Enter or F2 corrects, Del takes out")),
        (_("Among lines for the record"), _("Enter puts in or leaves out, Del takes out")),
        (_("In a check"), _("Its keys count, Backspace takes back, W another way, Enter closes")),
    )


class KeyList(QTreeWidget):
    """The commands with their keys, then the keys of lists and fields.

    Signals:
        change_asked, reset_asked: for the selected row.
    """

    change_asked = Signal()
    reset_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Keys and what they do"))
        self.setAccessibleDescription(_("Enter gives a command another key, Del resets it."))
        self.setWordWrap(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._acts: list[Asked] = []
        self.itemDoubleClicked.connect(lambda _item, _column: self.change_asked.emit())

    @property
    def chosen(self) -> Asked | None:
        """The selected command; None for keys of lists and fields."""
        row = self.currentIndex().row()
        return self._acts[row] if 0 <= row < len(self._acts) else None

    def show_keys(self, keys: KeyMap) -> None:
        """Show every command with its keys; keep the selected row."""
        row = max(0, self.currentIndex().row())
        offered = [command for command in TABLE if command.is_offered]
        self._acts = [*(c.id for c in offered), *(c.id for c in LINE_TABLE)]
        rows = [(_keys_of(keys.keys_of(c.id)), c.page_words()) for c in offered]
        self.clear()
        for words in (*rows, *_of_lines(keys), *_list_keys()):
            item = QTreeWidgetItem(self, list(words))
            item.setTextAlignment(0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._choose(row)

    def choose(self, act: Asked) -> None:
        """Select the row of a command."""
        self._choose(self._acts.index(act))

    def _choose(self, row: int) -> None:
        item = self.topLevelItem(row)
        if item is not None:
            self.setCurrentItem(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.change_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.reset_asked.emit()
        elif not leave_to_window(event):
            super().keyPressEvent(event)


class KeyAsk(QFrame):
    """Waits for a command's new key; explains why a key cannot be used.

    Signals:
        given: the command and its new key; the present owner of that key gets the old key.
        left: cancelled, nothing changes.
    """

    given = Signal(object, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "butter")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words = label(role="notice")
        self.swap_button = Button(_("Swap the two keys"))
        self.leave_button = quiet_button(_("Leave it as it is"), key=Qt.Key.Key_Escape)
        self._act: Asked = Act.NEXT
        self._keys = TABLE_KEYS
        self._cap: Cap = ""
        row = FlowLayout()
        row.addWidget(self.swap_button)
        row.addWidget(self.leave_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.addWidget(self.words)
        column.addLayout(row)
        self.swap_button.clicked.connect(lambda: self.given.emit(self._act, self._cap))
        self.leave_button.clicked.connect(self.left)
        self.hide()

    def ask(self, act: Asked, keys: KeyMap) -> None:
        """Ask for a command's key, given the present keys."""
        self._act, self._keys = act, keys
        name = ROWS[act].words()
        self._say(_("Press the new key for “{command}”.").format(command=name))
        self.swap_button.hide()
        self.show()
        self.setFocus()

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.setAccessibleName(words)
        speak(self, words)

    def _take(self, event: QKeyEvent) -> None:
        of_lines = isinstance(self._act, LineAct)
        cap = line_cap_of(event) if of_lines else cap_of(event)
        if cap is None:
            self._refuse(_("That key cannot be given to a command."))
            return
        refusal = refusal_of(cap)
        owner = self._keys.owner_of(cap, of_lines=of_lines)
        if owner is self._act:
            self.left.emit()
        elif refusal:
            self._refuse(refusal)
        elif owner is not None:
            self._offer_to_swap(cap, owner)
        else:
            self.given.emit(self._act, cap)

    def _refuse(self, why: str) -> None:
        """Explain why a key cannot be used, and wait for another."""
        another = _("Press another key, or Esc to leave it as it is.")
        self._say(f"{why} {another}")
        self.swap_button.hide()

    def _offer_to_swap(self, cap: Cap, owner: Asked) -> None:
        self._cap = cap
        old = next(iter(self._keys.with_key(self._act, cap).keys_of(owner)), "")
        words = (
            _("{key} is the key of “{command}”. If you swap them, that one gets {old}.")
            if old
            else _("{key} is the key of “{command}”. If you swap them, that one has no key.")
        )
        name = ROWS[owner].words()
        self.swap_button.show()
        self.swap_button.setFocus()
        self._say(words.format(key=cap_words(cap), command=name, old=cap_words(old)))

    def event(self, event: QEvent) -> bool:
        """Take every key while waiting, including shortcuts; Tab moves to the buttons.

        F5 to F9 close the question, and go on to the window.
        """
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in OF_PROMISE and not event.modifiers():
            self.left.emit()
            event.ignore()
        elif event.key() not in HELD_DOWN and not event.isAutoRepeat():
            self._take(event)


class KeysPage(QFrame):
    """Shows the keys and lets them be changed, until Esc or the key that opened the page.

    Signals:
        left: close the page.
        keys_changed: the ``KeyMap`` to use and save.
    """

    left = Signal()
    keys_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "true")
        self._keys = TABLE_KEYS
        self.list, self.ask, self.reset_ask = KeyList(), KeyAsk(), QuestionCard()
        self.change_button = Button(_("Change this key…"), key=Qt.Key.Key_Return)
        self.reset_button = quiet_button(_("Reset this key"), key=Qt.Key.Key_Delete)
        self.reset_all_button = quiet_button(_("Reset all keys"))
        self.close_button = quiet_button(_("Close"), key=Qt.Key.Key_Escape)
        self._lay_out()
        self.list.change_asked.connect(self._ask)
        self.change_button.clicked.connect(self._ask)
        self.list.reset_asked.connect(self._reset)
        self.reset_button.clicked.connect(self._reset)
        self.reset_all_button.clicked.connect(self._ask_to_reset)
        self.reset_ask.answered.connect(lambda _answer: self._change(TABLE_KEYS))
        self.list.currentItemChanged.connect(self._show_what_can_be_done)
        self.ask.given.connect(self._give)
        self.ask.left.connect(self._leave_ask)
        self.close_button.clicked.connect(self.left)
        self.show_keys(TABLE_KEYS)

    def _lay_out(self) -> None:
        self._below = QWidget()
        row = FlowLayout(self._below)
        for button in (
            self.change_button,
            self.reset_button,
            self.reset_all_button,
            self.close_button,
        ):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 32, 20)
        column.addWidget(label(_("Keys"), "now"))
        column.addWidget(
            label(
                _(
                    "What is written on a button works everywhere but in a field. "
                    "A list keeps its own keys, and Space and Enter press the button in focus."
                )
            )
        )
        column.addWidget(
            label(
                _(
                    "Choose a command and press Enter to give it another key. F5 to F9 and the "
                    "keys of a clicker stay; a command that has one can have another beside it. "
                    "The typing corner knows F6 to F9 alone."
                )
            )
        )
        column.addWidget(self.list, 1)
        column.addWidget(self.ask)
        column.addWidget(self.reset_ask)
        column.addWidget(self._below)
        self.reset_ask.replace_while_asking(self._below)

    def show_keys(self, keys: KeyMap) -> None:
        """Show these keys."""
        self._keys = keys
        self.list.show_keys(keys)
        self._show_what_can_be_done()

    def open(self, *, to_change: bool) -> None:
        """Focus the list if a key is to be changed, else the button that leads back."""
        self._show_ask(visible=False)
        (self.list if to_change else self.close_button).setFocus()

    def _show_what_can_be_done(self) -> None:
        act = self.list.chosen
        self.change_button.setEnabled(act is not None)
        self.reset_button.setEnabled(act in self._keys.chosen)
        self.reset_all_button.setEnabled(bool(self._keys.chosen))

    def _ask(self) -> None:
        act = self.list.chosen
        if act is not None:
            self._show_ask(visible=True)
            self.ask.ask(act, self._keys)

    def _give(self, act: Asked, cap: Cap) -> None:
        self._change(self._keys.with_key(act, cap))

    def _reset(self) -> None:
        act = self.list.chosen
        if act is not None and act in self._keys.chosen:
            self._change(self._keys.without(act))

    def _ask_to_reset(self) -> None:
        """Ask first: the chosen keys cannot be brought back together."""
        count = len(self._keys.chosen)
        words = ngettext(
            "{count} command gets the key that it came with.",
            "{count} commands get the keys that they came with.",
            count,
        )
        self.reset_ask.ask(
            Question(
                _("Reset all keys?"),
                words.format(count=count),
                (Answer(RESET, _("Reset all keys")),),
                leave=_("Leave them as they are"),
            )
        )

    def _change(self, keys: KeyMap) -> None:
        self._leave_ask()
        self.keys_changed.emit(keys)

    def _leave_ask(self) -> None:
        self._show_ask(visible=False)
        self.list.setFocus()

    def _show_ask(self, *, visible: bool) -> None:
        """Show the question in place of the buttons, or the buttons again."""
        self._below.setVisible(not visible)
        self.ask.setVisible(visible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave_one()
        elif self._keys.act_of(event) is Act.KEYS and not self.ask.isVisible():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _leave_one(self) -> None:
        """Close the question, or the page."""
        if self.ask.isVisible():
            self._leave_ask()
        else:
            self.left.emit()
