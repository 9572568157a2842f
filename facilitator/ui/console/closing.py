"""The ways to end a workshop, each with what is gone and what remains."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from facilitator.ui.console.ask import AskCard
from facilitator.ui.console.parts import KeyButton, label, main_button
from facilitator.ui.kit.icons import Icon
from facilitator.wording import _

MAKE, DELETE = "make", "delete"


class ClosingCard(QFrame):
    """Three ways to end; what cannot be undone is asked once more, in this window.

    Signals:
        make_record_asked: make the record and forget everything else.
        stop_asked: stop and carry on later.
        delete_asked: delete everything, without a record.
    """

    make_record_asked = Signal()
    stop_asked = Signal()
    delete_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "plain")
        self.make_button = main_button(_("Make the record and forget"), Icon.RECORD)
        self.stop_button = KeyButton(_("Stop and carry on later"), Icon.BOX)
        self.delete_button = KeyButton(_("Delete without a record"), Icon.TRASH)
        self.ask = AskCard()
        self._risk = False
        self.ways = QWidget()
        grid = QGridLayout(self.ways)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, (button, words) in enumerate(
            (
                (self.make_button, self._make_words()),
                (
                    self.stop_button,
                    _("Nothing is gone: everything waits on this laptop."),
                ),
                (self.delete_button, _("Every line is gone, and there is no record.")),
            )
        ):
            grid.addWidget(button, place, 0)
            grid.addWidget(label(words, "do"), place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.addWidget(self.ways)
        column.addWidget(self.ask)
        self.make_button.clicked.connect(self._ask_to_make)
        self.stop_button.clicked.connect(self.stop_asked)
        self.delete_button.clicked.connect(self._ask_to_delete)
        self.ask.answered.connect(self._answer)
        self.ask.left.connect(self.ways.show)

    def show_risk(self, *, risk: bool) -> None:
        """Take notice of whether a line was set aside as serious risk."""
        self._risk = risk

    def _risk_words(self) -> str:
        if not self._risk:
            return ""
        return (
            _(
                "You set a line aside as serious risk. Copy by hand what you must pass on; "
                "closing forgets it."
            )
            + "\n\n"
        )

    def _make_words(self) -> str:
        return _("The record stays. Everything else is deleted.")

    def _ask_to_make(self) -> None:
        self.ways.hide()
        self.ask.ask(
            _("Make the record and forget everything else?"),
            self._risk_words()
            + _(
                "What stays: the record with the lines switched on, and the title, group, date, "
                "plan and minutes. What goes for good: every other line, and the note for today."
            ),
            {MAKE: _("Make the record and forget")},
            _("Not yet"),
        )

    def _ask_to_delete(self) -> None:
        self.ways.hide()
        self.ask.ask(
            _("Delete this workshop without a record?"),
            self._risk_words()
            + _("Every line goes for good. Nobody gets a record, and none can be made later."),
            {DELETE: _("Delete for good")},
            _("Keep it"),
        )

    def _answer(self, answer: str) -> None:
        self.ways.show()
        if answer == MAKE:
            self.make_record_asked.emit()
        else:
            self.delete_asked.emit()
