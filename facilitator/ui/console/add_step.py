"""A small form for a step that nobody planned."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from facilitator.domain.forms import Shape, usual
from facilitator.domain.language import ENGLISH
from facilitator.domain.round import SHORTEST
from facilitator.room.part_names import parts_as_typed
from facilitator.ui.console.parts import field, label, main_button, quiet_button
from facilitator.wording import _

MOST_MINUTES = 480
LONGEST_TITLE = 80
MOST = 600  # characters of all parts
MINUTE = timedelta(minutes=1)


def shape_names() -> dict[Shape, str]:
    """Return what each form of a new step is called."""
    return {
        Shape.OPEN_TALK: _("All together"),
        Shape.GO_ROUND: _("A round"),
        Shape.SILENT: _("Alone, quietly"),
        Shape.PAIRS: _("Pairs and a swap"),
        Shape.THREES: _("Three turns"),
        Shape.FOURS: _("In fours"),
        Shape.ONE_TWO_FOUR_ALL: _("1-2-4-All"),
        Shape.TROIKA: _("Threes advise"),
        Shape.FISHBOWL: _("An inner circle"),
        Shape.INPUT: _("Short talk"),
        Shape.BREAK: _("A break"),
    }


class AddStepForm(QFrame):
    """Asks for a title, a form, minutes and parts. Enter adds the step, Esc leaves.

    Signals:
        add_asked: title, minutes, form, and the parts as typed or nothing.
        closed: the form has gone.
    """

    add_asked = Signal(str, int, str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        self.title = field(_("Title of the new step"), _("Title"), LONGEST_TITLE)
        self.shape = QComboBox()
        self.shape.setAccessibleName(_("Form of the new step"))
        for shape, words in shape_names().items():
            self.shape.addItem(words, shape)
        self.parts = field(_("Parts and their minutes"), _("Name minutes; name minutes"), MOST)
        self.minutes = QSpinBox()
        self.minutes.setRange(1, MOST_MINUTES)
        self.minutes.setAccessibleName(_("Minutes of the new step"))
        self.add_button = main_button(_("Add"))
        self.leave_button = quiet_button(_("Cancel"))
        self._people, self._parts = 0, ""
        self._lay_out()
        self.add_button.clicked.connect(self._add)
        self.leave_button.clicked.connect(self._leave)
        self.shape.activated.connect(self._choose)
        self.minutes.valueChanged.connect(self._share_out)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.minutes, 1)
        row.addWidget(label(_("min")))
        row.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(label(_("After this step"), "kicker"))
        column.addWidget(self.title)
        column.addWidget(self.shape)
        column.addLayout(row)
        column.addWidget(self.parts)
        column.addLayout(buttons)

    def show_people(self, people: int) -> None:
        """Take the number of people, by which a round is as long as it is."""
        self._people = people

    def open(self) -> None:
        """Show the form, empty, with the title to be typed first."""
        self.title.setText("")  # unlike clear(), leaves nothing to undo
        self.shape.setCurrentIndex(0)
        self._choose()
        self.show()
        self.title.setFocus()

    def _add(self) -> None:
        if not self.title.text().strip():
            self.title.setFocus()
            return
        parts = self.parts.text().strip()
        typed = parts if parts != self._parts else ""
        self.add_asked.emit(
            self.title.text().strip(), self.minutes.value(), self.shape.currentData(), typed
        )
        self._leave()

    def _choose(self) -> None:
        """Take the usual length of the chosen form, and its parts."""
        length = usual(self._shape, self._people).length
        self.minutes.setValue(max(1, round(length / MINUTE)))
        self._share_out()

    def _share_out(self) -> None:
        wanted = usual(self._shape, self._people)
        least = len(wanted.parts) * SHORTEST
        length = max(self.minutes.value() * MINUTE, least)
        self._parts = parts_as_typed(wanted, length, ENGLISH)
        self.parts.setText(self._parts)
        self.parts.setCursorPosition(0)
        self.parts.setVisible(bool(self._parts))

    @property
    def _shape(self) -> Shape:
        return Shape(self.shape.currentData())

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
