"""What does not add up, each in a sentence, with a button for what may help."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.domain.planning.concerns import Concern
from facilitator.domain.planning.remedies import Remedy
from facilitator.domain.planning.words import remedy_label, sentence_of
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout, clear_layout, column


class Advice(QWidget):
    """A card for each concern. Nothing here blocks anything.

    Signals:
        remedy_asked: a remedy, to be applied to the plan.
    """

    remedy_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._concerns: tuple[Concern, ...] = ()
        self._inside = column(self, spacing=8)
        self.hide()

    def show_concerns(self, concerns: tuple[Concern, ...]) -> None:
        """Show these concerns, or nothing."""
        if concerns == self._concerns:
            return
        self._concerns = concerns
        clear_layout(self._inside)
        for concern in concerns:
            self._inside.addWidget(self._card(concern))
        self.setVisible(bool(concerns))

    def _card(self, concern: Concern) -> QFrame:
        box = QFrame()
        box.setProperty("card", "soft")
        inside = column(box, margin=12, spacing=6)
        sentence = sentence_of(concern)
        inside.addWidget(label(sentence, at_left=True))
        if concern.remedies:
            acts = QWidget()
            flow = FlowLayout(acts)
            for remedy in concern.remedies:
                flow.addWidget(self._button(remedy, sentence))
            inside.addWidget(acts)
        return box

    def _button(self, remedy: Remedy, sentence: str) -> Button:
        button = Button(remedy_label(remedy))
        button.setObjectName(f"remedy {type(remedy).__name__}")
        button.setAccessibleDescription(sentence)
        button.clicked.connect(partial(self.remedy_asked.emit, remedy))
        return button
