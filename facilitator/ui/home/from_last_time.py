"""Fills in what was entered last time, marks it, and clears it by one button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from facilitator.domain.last_time import LastTime
from facilitator.ui.home.questions import Questions
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.fields import LabelledField
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import row
from facilitator.wording import _


class FromLastTime(QFrame):
    """Fills in fields and marks them; a changed field loses its mark.

    The recipients may belong to another group: while others may see this screen they are filled in
    on request only.

    Signals:
        forget_asked: delete what was entered last time.
    """

    forget_asked = Signal()

    def __init__(self, asked: Questions, last: LastTime, *, covered: bool) -> None:
        super().__init__()
        self.setProperty("card", "soft")
        self._recipients = (asked.recipients_field, last.recipients)
        self._filled = [
            (field, text)
            for field, text in (
                (asked.support_field, last.support),
                self._recipients,
                (asked.facilitator_field, last.facilitator),
                (asked.reach_field, last.reach),
                (asked.back_row_field, _metres(last.back_row_m)),
                (asked.image_height_field, _metres(last.image_height_m)),
            )
            if text
        ]
        self._words = label(_("Some answers are from last time. Check that they still hold."))
        self.recipients_button = Button(_("Fill in who got the record"))
        self.recipients_button.clicked.connect(self._fill_recipients)
        self.clear_button = Button(_("Delete them"))
        self.clear_button.clicked.connect(self._clear)
        inside = row(self, margin=14)
        inside.addWidget(self._words, 1)
        inside.addWidget(self.recipients_button)
        inside.addWidget(self.clear_button)
        self._is_offered = covered and bool(last.recipients)
        self._is_asked_for = False
        for field, text in self._filled:
            field.textChanged.connect(self._show)
            if not (self._is_offered and field is asked.recipients_field):
                field.setText(text)
        self._show()

    def cover(self) -> None:
        """Clear the recipients again, now that others may see this screen."""
        field, text = self._recipients
        if not self._is_asked_for and any(field is other for other, _text in self._unchanged()):
            field.setText("")
            self._is_offered = bool(text)
            self._show()

    def _fill_recipients(self) -> None:
        field, text = self._recipients
        self._is_asked_for = True
        field.setText(text)
        field.setFocus()

    def _clear(self) -> None:
        for field, _text in self._unchanged():
            field.setText("")
        self._filled, self._is_offered = [], False
        self._show()
        self.forget_asked.emit()

    def _unchanged(self) -> list[tuple[QLineEdit, str]]:
        return [(field, text) for field, text in self._filled if field.text() == text]

    def _show(self) -> None:
        unchanged = self._unchanged()
        for field, _text in self._filled:
            asked = field.parentWidget()
            if isinstance(asked, LabelledField):
                asked.show_from_last_time(visible=any(field is other for other, _t in unchanged))
        offered = self._is_offered and not self._recipients[0].text()
        self.recipients_button.setVisible(offered)
        self.setVisible(bool(unchanged) or offered)


def _metres(metres: float) -> str:
    return f"{metres:g}" if metres else ""
