"""The fields of a turn: one at first, more on request."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.ui.corner.field import Field

GAP = 8  # pixels
LOWER = 1.8  # lines
LINES = {1: 4.2, 2: 2.2, 3: 1.2}  # lines of text in each field, by the number of fields


class Lines(QWidget):
    """A field for each line that a turn may have. Only the field in use is ever uncovered.

    Signals:
        changed: a text, or the field in use, has changed.
    """

    changed = Signal()

    def __init__(self, most: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._fields = tuple(Field(self) for _place in range(most))
        self._covered = True
        self._less = 0.0
        for place, field in enumerate(self._fields):
            field.setObjectName("field")
            field.setAccessibleName(name if most == 1 else f"{name} {place + 1}")
            field.changed.connect(self.changed)
            field.entered.connect(self._take_up)
            field.setHidden(place > 0)
            column.addWidget(field)
        self._current = self._fields[0]
        self.setFocusProxy(self._current)

    @property
    def current(self) -> Field:
        """The field in use."""
        return self._current

    @property
    def visible_fields(self) -> tuple[Field, ...]:
        """The fields that are visible on the page."""
        return tuple(field for field in self._fields if not field.isHidden())

    @property
    def can_add(self) -> bool:
        """Whether another line can be added."""
        return len(self.visible_fields) < len(self._fields) and bool(self.visible_fields[-1].line)

    @property
    def texts(self) -> tuple[str, ...]:
        """The typed texts, without empty lines."""
        return tuple(field.line for field in self._fields if field.line)

    def add(self) -> None:
        """Show and focus one more field; cover the earlier ones."""
        if self.can_add:
            fresh = self._fields[len(self.visible_fields)]
            fresh.setVisible(True)
            self.fit()
            fresh.setFocus()
            self._use(fresh)

    def describe(self, text: str) -> None:
        """Set the description of every field for screen readers."""
        for field in self._fields:
            field.setAccessibleDescription(text)

    def set_covered(self, *, covered: bool) -> None:
        """Cover all fields, or uncover the field in use."""
        self._covered = covered
        for field in self._fields:
            field.set_covered(covered=covered or field is not self._current)

    def set_locked(self, *, locked: bool) -> None:
        """Ignore typing while a turn is being saved."""
        for field in self._fields:
            field.set_locked(locked=locked)

    def wipe(self) -> None:
        """Clear all texts."""
        for field in self._fields:
            field.clear()

    def dress(self, caret: str) -> None:
        """Set the colour of the carets."""
        for field in self._fields:
            field.set_caret_colour(QColor(caret))

    def set_low(self, *, low: bool) -> None:
        """Make the fields a line lower on a low, wide display; the longest text still fits."""
        self._less = LOWER if low else 0.0

    def fit(self) -> None:
        """Set the height that the fields' texts need."""
        fields = self.visible_fields
        lines = max(1.2, LINES[len(fields)] - self._less)
        for field in fields:
            field.ensurePolished()
            frame = 2 * field.frameWidth() + field.contentsMargins().top()
            room = field.height() - field.viewport().height() if field.isVisible() else frame
            em = field.fontMetrics().lineSpacing()
            field.setFixedHeight(round(lines * em) + max(room, frame, em))

    def _take_up(self) -> None:
        used = next((field for field in self.visible_fields if field.hasFocus()), self._current)
        if used is not self._current:
            self._use(used)

    def _use(self, field: Field) -> None:
        self._current = field
        self.setFocusProxy(self._fields[0])
        self.set_covered(covered=self._covered)
        self.changed.emit()
