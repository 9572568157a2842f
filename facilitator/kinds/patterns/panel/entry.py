"""A field for names: where lines go, a new pattern, another name, or what is put together."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from facilitator.domain.text.text import clean_line
from facilitator.kinds.patterns.desk import PatternsView
from facilitator.kinds.patterns.state import MOST_NAME
from facilitator.ui.widgets.buttons import Button, quiet_button
from facilitator.ui.widgets.fields import field
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column, row
from facilitator.wording import _


class Asks(StrEnum):
    """What is typed."""

    PUT = "put"  # the name of a pattern, or a new one
    ALSO = "also"
    NEW = "new"
    RENAME = "rename"
    MERGE = "merge"


CHOOSING = (Asks.PUT, Asks.ALSO, Asks.MERGE)


class NameEntry(QWidget):
    """Takes a name; where one is chosen, the first letters are enough, and ↑ ↓ go to the next.

    Signals:
        named: what was asked, and a new name.
        matched: what was asked, and the key of a pattern.
        left: nothing was typed.
    """

    named = Signal(str, str)
    matched = Signal(str, int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asks = Asks.PUT
        self._names: tuple[tuple[int, str], ...] = ()
        self._step = 0  # how far ↑ and ↓ went among the names that fit
        self.title, self.hint = label(role="strong"), label(role="do")
        self.field = field(_("Name"), most=MOST_NAME)
        self.done_button = Button(_("Done"), key=Qt.Key.Key_Return)
        self.leave_button = quiet_button(_("Leave it"), key=Qt.Key.Key_Escape)
        line = row(spacing=8)
        line.addWidget(self.field, 1)
        line.addWidget(self.done_button)
        line.addWidget(self.leave_button)
        whole = column(self, spacing=4)
        whole.addWidget(self.title)
        whole.addLayout(line)
        whole.addWidget(self.hint)
        self.field.textChanged.connect(self._begin_again)
        self.field.returnPressed.connect(self._finish)
        self.done_button.clicked.connect(self._finish)
        self.leave_button.clicked.connect(self.leave)
        keys = (
            (Qt.Key.Key_Down, partial(self._go_to, 1)),
            (Qt.Key.Key_Up, partial(self._go_to, -1)),
            (Qt.Key.Key_Escape, self.leave),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a name is being typed."""
        return not self.isHidden()

    def ask(self, asks: Asks, title: str, view: PatternsView, *, text: str = "") -> None:
        """Ask for a name; ``text`` is in the field already."""
        self._asks = asks
        self._names = tuple(
            (group.key, group.name) for group in view.groups if group.key is not None
        )
        self.title.setText(title)
        self.field.setAccessibleName(title)
        self.field.setText(text)
        self._begin_again()
        self.show()
        self.field.setFocus()
        if asks is Asks.RENAME:
            self.field.selectAll()

    def drop(self) -> None:
        """Close it, and hold no name any more."""
        self.hide()
        self.field.setText("")
        self._names = ()
        for part in (self.title, self.hint):
            part.setText("")

    def leave(self) -> None:
        """Close it without a name, as Esc does."""
        self.drop()
        self.left.emit()

    @property
    def _fitting(self) -> tuple[tuple[int, str], ...]:
        """The patterns that the typed letters begin, or are in."""
        typed = clean_line(self.field.text()).casefold()
        if self._asks not in CHOOSING:
            return ()
        begun = [each for each in self._names if each[1].casefold().startswith(typed)]
        inside = [each for each in self._names if typed and typed in each[1].casefold()]
        return tuple(dict.fromkeys((*begun, *inside)))

    @property
    def _chosen(self) -> tuple[int, str] | None:
        fitting = self._fitting
        return fitting[self._step % len(fitting)] if fitting else None

    def _begin_again(self) -> None:
        self._step = 0
        self._show_hint()

    def _show_hint(self) -> None:
        chosen, typed = self._chosen, clean_line(self.field.text())
        words = ""
        if chosen is not None:
            words = _("Enter: “{pattern}”").format(pattern=chosen[1])
        elif self._asks in (Asks.PUT, Asks.ALSO) and typed:
            words = _("Enter: a new pattern, “{pattern}”").format(pattern=typed)
        elif self._asks is Asks.MERGE:
            words = _("No pattern is called that.")
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self.field.setAccessibleDescription(words)

    def _finish(self) -> None:
        asks, chosen, typed = self._asks, self._chosen, clean_line(self.field.text())
        if chosen is not None:
            self.drop()
            self.matched.emit(asks, chosen[0])
        elif typed and asks is not Asks.MERGE:
            self.drop()
            self.named.emit(asks, typed)
        else:
            self.field.setFocus()

    def _go_to(self, step: int) -> None:
        self._step += step
        self._show_hint()
