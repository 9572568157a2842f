"""A form for a step's title, question and minutes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.text.language import Language
from facilitator.live.session.step_changes import StepTexts
from facilitator.live.views.desk_view import AgendaRow
from facilitator.ui.console.agenda.add_step import form_column, labelled, minutes_field, minutes_row
from facilitator.ui.console.agenda.step_fields import StepFields
from facilitator.ui.console.commands.key_acts import key_map_of
from facilitator.ui.console.commands.table import Act
from facilitator.ui.widgets.buttons import main_button, quiet_button
from facilitator.ui.widgets.caps import cap_words
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.scrolling import FittingScroll
from facilitator.wording import _


class ChangeStepForm(QFrame):
    """A form to change a step. Enter in a field saves it, Esc cancels.

    Signals:
        change_asked: the id of the step, its texts, and its minutes or ``None`` if they stay.
        closed: the form was closed.
    """

    change_asked = Signal(str, StepTexts, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        self.kicker = label("", "kicker")
        self.fields, self.minutes = (
            StepFields(),
            minutes_field(_("Minutes of this step")),
        )
        self.save_button = main_button(_("Save"))
        self.leave_button = quiet_button(_("Cancel"))
        self._row: AgendaRow | None = None
        self._lay_out()
        self.fields.entered.connect(self._save)
        self.minutes.entered.connect(self._save)
        self.save_button.clicked.connect(self._save)
        self.leave_button.clicked.connect(self.leave)
        self.hide()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.fields)
        column.addWidget(labelled(_("Minutes"), self.minutes))
        column.addLayout(minutes_row(self.minutes))
        self.area = FittingScroll(inside)
        form_column(self, self.kicker, self.area, buttons)

    def open(self, row: AgendaRow, languages: tuple[Language, ...]) -> None:
        """Show a step's title, question and minutes."""
        self._row = row
        self.kicker.setText(_("Change “{step}”").format(step=row.title))
        self.fields.show_languages(languages)
        self.fields.show_texts(row.words, row.question)
        self.fields.enable_question(may_ask=not row.answered)
        self.minutes.setValue(row.minutes)
        self.minutes.setEnabled(not row.begun)
        self.minutes.setToolTip(self._why_minutes_stay() if row.begun else "")
        self.show()
        self.fields.first.setFocus()

    def _why_minutes_stay(self) -> str:
        keys = key_map_of(self)
        more, less = (cap_words(keys.cap_of(act)) for act in (Act.MORE_TIME, Act.LESS_TIME))
        return _("Its time has begun: use {more} and {less}.").format(more=more, less=less)

    def leave(self) -> None:
        """Close the form without changing the step."""
        self._row = None
        self.hide()
        self.closed.emit()

    def _save(self) -> None:
        row = self._row
        if row is None:
            return
        minutes = self.minutes.value() if self.minutes.value() != row.minutes else None
        self.change_asked.emit(row.step_id, self.fields.texts, minutes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
