"""The fields of a turn: one at first, more on request."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facilitator.ui.corner.field import Field
from facilitator.ui.corner.style import Look
from facilitator.ui.widgets.style import RING

GAP = 8  # pixels
LINES = {1: 3.2, 2: 1.6, 3: 1.2}  # lines of text in each field, by the number of fields


class Lines(QWidget):
    """A field for each line that a turn may have. Only the field in use is ever uncovered.

    How full the field in use is stands in its corner, where no words come.

    Signals:
        changed: a text, or the field in use, has changed.
    """

    changed = Signal()

    def __init__(self, most: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._fields = tuple(Field(self) for _place in range(most))
        self._covered = True
        self._less, self._pad, self._frame = 0.0, 0, 0
        for place, field in enumerate(self._fields):
            field.setObjectName("field")
            field.setAccessibleName(name if most == 1 else f"{name} {place + 1}")
            field.changed.connect(self.changed)
            field.entered.connect(self._take_up)
            field.setHidden(place > 0)
            self._column.addWidget(field)
        self._current = self._fields[0]
        self.setFocusProxy(self._current)
        self.measure = QLabel(self)
        self.measure.setObjectName("measure")
        self.measure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.measure.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

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

    def dress(self, look: Look, measures: tuple[str, ...]) -> None:
        """Set the colour of the carets, and keep room for the broadest of the measures."""
        self._pad = look.pad
        self.measure.ensurePolished()
        metrics = self.measure.fontMetrics()
        lines = [words.split("\n") for words in measures]
        broad = max((metrics.horizontalAdvance(w) for words in lines for w in words), default=0)
        high = max((len(words) for words in lines), default=0) * metrics.lineSpacing()
        below = high + look.gap // 2 if measures else 0
        is_beside = len(self._fields) > 1 or self._less > 0  # there are few rows
        for field in self._fields:
            field.set_caret_colour(QColor(look.palette.accent))
            field.set_free(broad + look.gap if is_beside else 0, 0 if is_beside else below)
        self._frame = 2 * (RING + self._pad) + (0 if is_beside else below)
        self.measure.setFixedSize(broad, high)

    def show_measure(self, words: str) -> None:
        """Show how full the field in use is."""
        self.measure.setText(words)
        self._place_measure()

    def set_lower(self, lines: float) -> None:
        """Make the fields lower on a low display, by so many lines; they scroll when needed."""
        self._less = lines

    def fit(self) -> None:
        """Set the height that the fields' texts need."""
        fields = self.visible_fields
        lines = max(1.2, LINES[len(fields)] - self._less)
        for field in fields:
            field.ensurePolished()
            em = field.fontMetrics().lineSpacing()
            field.setFixedHeight(round(lines * em) + self._frame)

    def _place_measure(self) -> None:
        below = max(self._pad // 2, GAP // 2) + RING
        area = self._current.geometry().adjusted(0, 0, -self._pad, -below)
        self.measure.move(area.bottomRight() - self.measure.rect().bottomRight())
        self.measure.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.activate()
        self._place_measure()

    def _take_up(self) -> None:
        used = next((field for field in self.visible_fields if field.hasFocus()), self._current)
        if used is not self._current:
            self._use(used)

    def _use(self, field: Field) -> None:
        self._current = field
        self.setFocusProxy(self._fields[0])
        self.set_covered(covered=self._covered)
        self._place_measure()
        self.changed.emit()
