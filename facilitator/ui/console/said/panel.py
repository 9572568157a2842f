"""The panel for lines said in the room, typed by a helper in the speaker's own words."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.domain.ids import LineId, StepId
from facilitator.domain.said import MAX_SAID
from facilitator.domain.text.pasted import lines_of
from facilitator.domain.text.text import clean_line
from facilitator.live.views.desk_view import SaidRow, SaidView
from facilitator.ui.console.said.paste_ask import PastedCard
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.fields import SOMEBODYS_WORDS, CharacterLimit
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.key_presses import SIDEWAYS
from facilitator.ui.widgets.line_items import LineAction, LineItem
from facilitator.ui.widgets.lines import LineList
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard
from facilitator.wording import _

LEFT_WHEN_EMPTY = SIDEWAYS | {Qt.Key.Key_Space, Qt.Key.Key_Escape}
CORRECT, TAKE_OUT = "correct", "out"


class SaidField(QLineEdit):
    """A field that never changes the typed words.

    While empty it leaves the keys of Next, Back, time and Esc to the window (decision record 0018).

    Signals:
        last_asked: Up in the empty field, or F2: correct the last line.
        left: Esc was pressed.
        list_pasted: the lines of a pasted list; the field has its earlier text.
    """

    last_asked = Signal()
    left = Signal()
    list_pasted = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self.takes_lists = True  # not while a line is corrected
        self._before = ""
        self.textEdited.connect(self._notice_list)
        self.textChanged.connect(self._store_text)
        CharacterLimit(self, MAX_SAID)
        self.setInputMethodHints(SOMEBODYS_WORDS)

    def _store_text(self, text: str) -> None:
        if len(text.splitlines()) < 2:
            self._before = text

    def _notice_list(self, text: str) -> None:
        """Remove a pasted or dropped list from the field, and report it."""
        came = text
        if self._before and text.startswith(self._before):
            came = text[len(self._before) :]
        elif self._before and text.endswith(self._before):
            came = text[: -len(self._before)]
        lines = lines_of(came)
        if self.takes_lists and len(text.splitlines()) > 1 and len(lines) > 1:
            self.setText(self._before)
            self.list_pasted.emit(lines)

    def leaves(self, event: QKeyEvent) -> bool:
        """Return whether the field leaves a key to the window, because it is empty."""
        is_free = self.takes_lists and not self.text()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return is_free and not held and event.key() in LEFT_WHEN_EMPTY

    def keyPressEvent(self, event: QKeyEvent) -> None:
        up_when_empty = event.key() == Qt.Key.Key_Up and not self.text()
        if up_when_empty or event.key() == Qt.Key.Key_F2:
            self.last_asked.emit()
        elif self.leaves(event):
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SaidPanel(QWidget):
    """Adds and corrects lines; it never changes spelling or case by itself.

    Signals:
        add_asked: a line. add_all_asked: the lines of a pasted list.
        correct_asked: the id of a line, and its new words.
        remove_asked: the id of a line; the helper has confirmed.
    """

    add_asked = Signal(str)
    add_all_asked = Signal(tuple)
    correct_asked = Signal(str, str)
    remove_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = LineList(
            _("Lines said. Enter corrects one, Delete takes it out."),
            (
                LineAction(CORRECT, _("Correct"), Icon.PENCIL, "F2", by_enter=True),
                LineAction(TAKE_OUT, _("Take out"), Icon.TRASH, Qt.Key.Key_Delete),
            ),
        )
        self.field, self.ask = SaidField(), QuestionCard()
        self.pasted = PastedCard(MAX_SAID)
        self.keep_button = Button(_("Add"), key=Qt.Key.Key_Return)
        self._step: StepId | None = None
        self._rows: tuple[SaidRow, ...] = ()
        self._correcting = self._pending = ""
        self._begun = ""  # text typed before a correction; restored afterwards
        self._lay_out()
        self._connect()
        self._show_mode()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.ask)
        column.addWidget(self.pasted)
        column.addWidget(self.list, 1)
        column.addStretch()

    def _connect(self) -> None:
        self.field.returnPressed.connect(self._keep)
        self.keep_button.clicked.connect(self._keep)
        self.field.last_asked.connect(self._edit_last)
        self.field.left.connect(self._leave)
        self.list.acted.connect(self._act)
        self.ask.answered.connect(self.remove_asked)
        self.ask.answered.connect(lambda _answer: self.list.setFocus())
        self.ask.left.connect(self.list.setFocus)
        self.field.list_pasted.connect(self.pasted.ask_about)
        self.pasted.add_asked.connect(self.add_all_asked)
        for done in (self.pasted.add_asked, self.pasted.left):
            done.connect(self.field.setFocus)

    @Slot(SaidView)
    def show_said(self, view: SaidView | None) -> None:
        """Show the lines said in the present step, if it takes any."""
        self.setVisible(view is not None)
        rows = view.rows if view is not None else ()
        step = view.step_id if view is not None else None
        if step != self._step:
            self._step, self._pending = step, ""  # refused text is not restored here
            self.pasted.drop()
        if rows != self._rows:
            self.list.show_items(tuple(LineItem(row.id, row.text) for row in rows))
        if len(rows) > len(self._rows):
            self.list.choose(len(rows) - 1)
        taken = self._is_taken(rows)
        gone = self._correcting and all(row.id != self._correcting for row in rows)
        self._rows = rows
        self.list.setVisible(bool(rows))
        if gone or (self._pending and taken):
            self._leave()
        if not any(row.id in self.ask.buttons for row in rows):
            self.ask.drop()  # a question about a line must not apply to another

    def _is_taken(self, rows: tuple[SaidRow, ...]) -> bool:
        """Return whether the requested line was added or corrected."""
        before = {row.id: row.text for row in self._rows}
        asked = self._correcting
        return any(
            row.id == asked and before.get(row.id) != row.text if asked else row.id not in before
            for row in rows
        )

    def _act(self, act: str, line: LineId) -> None:
        row = next((row for row in self._rows if row.id == line), None)
        if row is not None:
            (self._edit if act == CORRECT else self._ask_to_remove)(row)

    def _edit_last(self) -> None:
        if self._rows:
            self._edit(self._rows[-1])

    def _keep(self) -> None:
        text = clean_line(self.field.text())
        if not text:
            return
        self._pending = text
        if self._correcting:
            unchanged = any(r.id == self._correcting and r.text == text for r in self._rows)
            self._leave() if unchanged else self.correct_asked.emit(self._correcting, text)
        else:
            self.add_asked.emit(text)

    def _edit(self, row: SaidRow) -> None:
        if not self._correcting:
            self._begun = self.field.text()
        self._correcting = row.id
        self.field.setText(row.text)
        self.field.setFocus()
        self._show_mode()

    def _ask_to_remove(self, row: SaidRow) -> None:
        self.ask.ask(
            Question(
                _("Take this line out?"),
                _("It goes from board and record, for good."),
                (Answer(row.id, _("Take it out for good")),),
                leave=_("Keep it"),
            )
        )

    def _leave(self) -> None:
        begun, self._begun = self._begun, ""
        self._correcting = self._pending = ""
        self.field.setText(begun)  # unlike clear(), cannot be undone
        self._show_mode()

    def _show_mode(self) -> None:
        self.field.takes_lists = not self._correcting
        name = _("Correct the line") if self._correcting else _("What was said")
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(_("Type it in their words. ↑ to fix the last one"))
        self.keep_button.show_words(_("Keep the correction") if self._correcting else _("Add"))
