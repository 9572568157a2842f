"""A slider for the volume of the chime; it tells a volume once it has been let go of."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSlider

from facilitator.wording import _


class VolumeSlider(QSlider):
    """From 1 to 100.

    Signals:
        chosen: another volume, but not each one on the way to it.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(_("Volume of the chime"))
        self.setRange(1, 100)
        self.valueChanged.connect(self._changed)
        self.sliderReleased.connect(lambda: self.chosen.emit(self.value()))

    def _changed(self, value: int) -> None:
        if not self.isSliderDown():
            self.chosen.emit(value)
