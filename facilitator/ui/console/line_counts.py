"""A form with a number for each line, such as dots that the facilitator counts."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.ui.widgets.fields import NumberBox
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import clear_layout

BOX = 110  # pixels


class LineCounts(QWidget):
    """Holds no numbers of its own: each change is saved, and what is saved is shown.

    Signals:
        counted: all numbers, by the keys of their lines.
    """

    counted = Signal(object)

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self.boxes: dict[int, NumberBox] = {}
        self._names: tuple[tuple[int, str], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)

    def show_counts(self, lines: tuple[tuple[int, str, int], ...]) -> None:
        """Show each line's number by its key and name; build the fields again for other lines."""
        names = tuple((key, name) for key, name, _number in lines)
        if names != self._names:
            self.forget()
            self._names = names
            for place, (key, name) in enumerate(names):
                self._add(place, key, name)
        for key, _name, number in lines:
            show_number(self.boxes[key], number)

    def forget(self) -> None:
        """Drop all lines."""
        clear_layout(self._grid)
        self.boxes, self._names = {}, ()

    def _add(self, place: int, key: int, name: str) -> None:
        box = NumberBox(0, self._most)
        box.setMaximumWidth(BOX)
        box.setAccessibleName(name)
        box.valueChanged.connect(self._count)
        self.boxes[key] = box
        self._grid.addWidget(label(name), place, 0)
        self._grid.addWidget(box, place, 1, Qt.AlignmentFlag.AlignRight)

    def _count(self) -> None:
        self.counted.emit({key: box.value() for key, box in self.boxes.items()})


def show_number(box: NumberBox, number: int) -> None:
    """Show a saved number, unless the field has it."""
    if box.value() != number:
        with QSignalBlocker(box):
            box.setValue(number)
