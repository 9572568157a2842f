"""A slider for the volume of the chime; it emits the volume on release."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSlider

from facilitator.wording import _


class VolumeSlider(QSlider):
    """A slider from 1 to 100.

    Signals:
        chosen: the new volume, but not those in between.
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
