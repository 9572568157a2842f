"""A one-line note for today, visible to the facilitator only."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from facilitator.ui.widgets.fields import CharacterLimit
from facilitator.ui.widgets.labels import breakable, label
from facilitator.wording import _

LONGEST_NOTE = 200
EDGES = 28  # pixels of the field beside its words


class NoteField(QLineEdit):
    """A field that saves its text at Enter and when it loses the focus.

    Signals:
        put_back: Esc was pressed.
    """

    put_back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_back.emit()
        else:
            super().keyPressEvent(event)


class NotePanel(QWidget):
    """Shows the note for today.

    Signals:
        note_asked: the new text.
    """

    note_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = NoteField()
        CharacterLimit(self.field, LONGEST_NOTE)
        self.field.setAccessibleName(_("Note for today: today only, wiped at close"))
        self.field.setProperty("note", "true")
        self.field.setPlaceholderText(_("The room never sees it"))
        self.heading = label(_("My note for today"), "kicker")
        self.whole = label(role="beside")
        self.about = label(_("Only you see it. Wiped at close."), "beside")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.heading, self.field, self.whole, self.about):
            column.addWidget(part)
        self._note = ""
        self.whole.hide()
        self.field.editingFinished.connect(self.save_typed)
        self.field.put_back.connect(self._put_back)

    @Slot(str)
    def show_note(self, note: str) -> None:
        """Show the note, but keep what is being typed."""
        if not self.field.hasFocus() or self.field.text() == self._note:
            self.field.setText(note)
        self._note = note
        self._show_whole()

    def set_room(self, *, low: bool) -> None:
        """Show the field alone where there is little room; its hint says whose it is."""
        self.heading.setVisible(not low)
        self.about.setVisible(not low)

    def _show_whole(self) -> None:
        """Show a note that is longer than its field below it."""
        words = self.field.fontMetrics().horizontalAdvance(self._note)
        self.whole.setText(breakable(self._note))
        self.whole.setVisible(words > self.field.width() - EDGES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_whole()

    def save_typed(self) -> None:
        """Save the typed text, if it differs from the note."""
        if self.field.text() != self._note:
            self.note_asked.emit(self.field.text())

    def _put_back(self) -> None:
        self.field.setText(self._note)
        self.clearFocus()
