"""The chime in *Before you start*: on or off, its volume, and a test."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.widgets.buttons import Button, Tick
from facilitator.ui.widgets.chime import ChimeChoice
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column, row
from facilitator.ui.widgets.volume import VolumeSlider
from facilitator.wording import _


class ChimeRow(QWidget):
    """Asks whether to play a soft chime at the cue.

    Signals:
        asked: a ``ChimeChoice``, and whether to play it now.
    """

    asked = Signal(ChimeChoice, bool)

    def __init__(self) -> None:
        super().__init__()
        self.box = Tick(_("A soft chime near each end"))
        self.slider = VolumeSlider()
        self.try_button = Button(_("Try the chime"))
        hint = _(
            "When it is off, the board shows the words without a sound. Try it from the back row."
        )
        inside = column(self, spacing=6)
        inside.addWidget(self.box)
        line = row(spacing=12)
        line.addWidget(self.slider, 1)
        line.addWidget(self.try_button)
        inside.addLayout(line)
        inside.addWidget(label(hint, "small"))
        self.show_choice(ChimeChoice())
        self.box.clicked.connect(lambda: self._ask(sound=False))
        self.slider.chosen.connect(lambda: self._ask(sound=False))
        self.try_button.clicked.connect(lambda: self._ask(sound=True))

    @property
    def choice(self) -> ChimeChoice:
        """The present choice."""
        return ChimeChoice(self.box.isChecked(), self.slider.value() / 100)

    def show_choice(self, choice: ChimeChoice) -> None:
        """Show an earlier choice."""
        self.box.setChecked(choice.is_on)
        self.slider.setValue(round(choice.volume * 100))

    def _ask(self, *, sound: bool) -> None:
        self.asked.emit(self.choice, sound)
