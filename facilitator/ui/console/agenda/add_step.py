"""A form for a step that is not in the plan."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from facilitator.domain.plan.forms import Shape, usual
from facilitator.domain.text.language import ENGLISH, Language
from facilitator.domain.text.text import clean_line
from facilitator.domain.time.round import SHORTEST
from facilitator.live.session.step_changes import StepTexts
from facilitator.room.pages.part_names import parts_as_typed
from facilitator.ui.console.agenda.step_fields import StepFields
from facilitator.ui.widgets.buttons import main_button, quiet_button
from facilitator.ui.widgets.fields import NumberBox, field
from facilitator.ui.widgets.key_presses import is_enter
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.scrolling import FittingScroll
from facilitator.wording import _

MOST_MINUTES = 480
MOST = 600  # characters of all parts
MINUTE = timedelta(minutes=1)


def shape_names() -> dict[Shape, str]:
    """Name each form of step that can be added."""
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


class MinutesField(NumberBox):
    """A field for the minutes of a step.

    Signals:
        entered: Enter was pressed in the field.
    """

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.interpretText()
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def minutes_field(name: str) -> MinutesField:
    """Build a field for the minutes of a step."""
    box = MinutesField(1, MOST_MINUTES)
    box.setAccessibleName(name)
    return box


def minutes_row(minutes: QSpinBox) -> QHBoxLayout:
    """Build a row with the minutes and their unit."""
    row = QHBoxLayout()
    row.addWidget(minutes, 1)
    row.addWidget(label(_("min")))
    row.addStretch(1)
    return row


def labelled(words: str, editor: QWidget) -> QLabel:
    """Build the label above a field."""
    above = label(words, "do")
    above.setBuddy(editor)
    return above


def form_column(form: QFrame, kicker: QWidget, fields: FittingScroll, buttons: QHBoxLayout) -> None:
    """Lay a form out: its fields scroll where they do not fit, and its buttons stay in sight."""
    column = QVBoxLayout(form)
    column.setContentsMargins(12, 10, 12, 10)
    column.addWidget(kicker)
    column.addWidget(fields, 1)
    column.addLayout(buttons)


class AddStepForm(QFrame):
    """A form for a step to add: texts, form, minutes, parts. Enter in a field adds it, Esc cancels.

    Signals:
        add_asked: title and question, minutes, form, and the parts as typed ("" for none).
        closed: the form was closed.
    """

    add_asked = Signal(StepTexts, int, str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        self.kicker = label(role="kicker")
        self.fields = StepFields()
        self.shape = QComboBox()
        self.shape.setAccessibleName(_("Form of the new step"))
        fewest = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.shape.setSizeAdjustPolicy(fewest)
        for shape, words in shape_names().items():
            self.shape.addItem(words, shape)
        self.parts = field(_("Parts and their minutes"), _("Name minutes; name minutes"), MOST)
        self.minutes = minutes_field(_("Minutes of the new step"))
        self.add_button = main_button(_("Add"))
        self.leave_button = quiet_button(_("Cancel"))
        self._people, self._parts = 0, ""
        self._lay_out()
        self.add_button.clicked.connect(self._add)
        self.leave_button.clicked.connect(self.leave)
        for part in (self.fields, self.minutes):
            part.entered.connect(self._add)
        self.parts.returnPressed.connect(self._add)
        self.shape.activated.connect(self._choose)
        self.minutes.valueChanged.connect(self._share_out)
        self.hide()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.fields)
        column.addWidget(labelled(_("Form"), self.shape))
        column.addWidget(self.shape)
        column.addWidget(labelled(_("Minutes"), self.minutes))
        column.addLayout(minutes_row(self.minutes))
        self.parts_label = labelled(_("Parts"), self.parts)
        column.addWidget(self.parts_label)
        column.addWidget(self.parts)
        self.area = FittingScroll(inside)
        form_column(self, self.kicker, self.area, buttons)

    def show_people(self, people: int) -> None:
        """Set the number of people, which the length of a round depends on."""
        self._people = people

    def show_after(self, step: str) -> None:
        """Name the step that the new step will follow."""
        self.kicker.setText(_("After “{step}”").format(step=step))

    def open(self, languages: tuple[Language, ...] = (ENGLISH,)) -> None:
        """Show the empty form with the focus on the title."""
        self.fields.show_languages(languages)
        self.fields.show_texts()
        self.shape.setCurrentIndex(0)
        self._choose()
        self.show()
        self.fields.first.setFocus()

    def leave(self) -> None:
        """Close the form without adding a step."""
        self.hide()
        self.closed.emit()

    def _add(self) -> None:
        texts = self.fields.texts
        if not any(texts.titles):
            self.fields.first.setFocus()
            return
        parts = clean_line(self.parts.text())
        typed = parts if parts != self._parts else ""
        self.add_asked.emit(texts, self.minutes.value(), self.shape.currentData(), typed)

    def _choose(self) -> None:
        """Use the default length of the chosen form, and its parts."""
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
        for part in (self.parts_label, self.parts):
            part.setVisible(bool(self._parts))

    @property
    def _shape(self) -> Shape:
        return Shape(self.shape.currentData())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):  # of the list of forms; fields and buttons handle their own
            self._add()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
