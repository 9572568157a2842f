"""A line that can go in the record, with its switch."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.live.views.desk_view import RecordRow
from facilitator.ui.widgets.buttons import quiet_button, tick
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import breakable, label
from facilitator.wording import _


class RecordLine(QWidget):
    """Shows a line and asks to put it in the record or leave it out.

    Signals:
        keep_asked, leave_out_asked, take_out_asked: the line.
    """

    keep_asked = Signal(RecordRow)
    leave_out_asked = Signal(RecordRow)
    take_out_asked = Signal(RecordRow)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = label(role="kicker")
        self.letter, self.words = label(role="strong"), label()
        self.letter.setFixedWidth(36)
        self.switch = tick(_("In the record"))
        self.out_button = quiet_button(_("Take out"), Icon.TRASH)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.letter)
        row.addWidget(self.words, 1)
        row.addWidget(self.switch)
        row.addWidget(self.out_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addLayout(row)
        self._row: RecordRow | None = None
        self._first: bool | None = None
        self.switch.clicked.connect(self._switch)
        self.out_button.clicked.connect(self._take_out)

    def set_dense(self, *, dense: bool) -> None:
        """Leave more room to the words, where there is little."""
        self.letter.setFixedWidth(24 if dense else 36)
        self.out_button.show_mark(visible=not dense)
        self.out_button.set_tight(tight=dense)

    def show_row(self, row: RecordRow, *, first: bool) -> None:
        """Show a line; with ``first`` also the title of its step."""
        if row is self._row and first is self._first:
            return
        self._first = first
        if row != self._row:
            self._row = row
            self.heading.setText(row.step_title)
            self.letter.setText(row.letter)
            self.words.setText(breakable(row.text))
            named = f"{row.letter} {row.text}".strip()  # a line that is left out has no letter
            self.switch.setAccessibleName(_("In the record: {line}").format(line=named))
            self.out_button.setAccessibleName(_("Take out: {line}").format(line=named))
        self.switch.setChecked(row.in_record)
        self.heading.setVisible(first)

    def _switch(self) -> None:
        if self._row is not None:
            wanted = self.switch.isChecked()
            self.switch.setChecked(self._row.in_record)
            asked = self.keep_asked if wanted else self.leave_out_asked
            asked.emit(self._row)

    def _take_out(self) -> None:
        if self._row is not None:
            self.take_out_asked.emit(self._row)
