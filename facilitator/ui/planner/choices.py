"""Small controls of the planner: a choice from a list, and minutes."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Generic, TypeVar

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox

from facilitator.domain.plan.limits import LONGEST
from facilitator.ui.widgets.fields import NumberBox
from facilitator.wording import _

MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)
EDGE = 10  # pixels between frame and digits, which a style sheet cannot set

Value = TypeVar("Value")


class ChoiceBox(QComboBox):
    """A list of which one entry is chosen; the wheel scrolls the page and chooses nothing.

    Signals:
        picked: the place of the entry that somebody chose.
    """

    picked = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.activated.connect(self.picked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Choice(Generic[Value]):
    """The values of a ``ChoiceBox``, with their names."""

    def __init__(self, box: ChoiceBox) -> None:
        self.box = box
        self._entries: tuple[tuple[Value, str], ...] = ()

    def show(self, names: Mapping[Value, str], chosen: Value) -> None:
        """Offer these values, with one of them chosen."""
        entries = tuple(names.items())
        if entries != self._entries:
            self._entries = entries
            self.box.clear()
            for _value, name in entries:
                self.box.addItem(name)
        places = {value: place for place, (value, _name) in enumerate(entries)}
        self.box.setCurrentIndex(places.get(chosen, -1))

    def value(self, place: int) -> Value:
        """Return the value at a place."""
        return self._entries[place][0]


class MinutesBox(QDoubleSpinBox):
    """A length in minutes; parts of a minute can be typed, and the wheel changes nothing.

    Signals:
        entered: the length that somebody typed or chose; ``None`` for none.
    """

    entered = Signal(object)

    def __init__(self, name: str, *, least: float = 10 / 60, nothing: str = "") -> None:
        super().__init__()
        self._has_nothing = bool(nothing)
        self.setDecimals(4)
        self.setRange(0 if nothing else least, LONGEST / MINUTE)
        self.setSpecialValueText(nothing)
        self.setAccelerated(True)
        self.setKeyboardTracking(False)
        self.setAccessibleName(name)
        self.lineEdit().setTextMargins(EDGE, 0, 0, 0)
        self.valueChanged.connect(self._enter)
        self._is_showing = False

    def show_length(self, length: timedelta | None) -> None:
        """Show a length that was not entered here."""
        value = 0.0 if length is None else length / MINUTE
        if abs(value - self.value()) > SECOND / MINUTE / 2:
            self._is_showing = True
            self.setValue(value)
            self._is_showing = False

    def _enter(self, value: float) -> None:
        if self._is_showing:
            return
        is_nothing = self._has_nothing and value == 0
        self.entered.emit(None if is_nothing else round(value * 60) * SECOND)

    def textFromValue(self, value: float) -> str:
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        words = _("{minutes} min").format(minutes=text)
        return words.replace(".", QLocale().decimalPoint())

    def valueFromText(self, text: str) -> float:
        digits = "".join(c for c in text.replace(",", ".") if c.isdigit() or c == ".")
        try:
            return float(digits)
        except ValueError:
            return self.value()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CountBox(NumberBox):
    """A whole number with words around it; the least can mean nothing, which is 0.

    Signals:
        entered: the number that somebody typed or chose.
    """

    entered = Signal(int)

    def __init__(
        self, name: str, least: int, most: int, words: str = "", *, nothing: str = ""
    ) -> None:
        super().__init__(least, most)
        before, _n, after = words.partition("{n}")
        self.setPrefix(before)
        self.setSuffix(after)
        self.setSpecialValueText(nothing)
        self.setKeyboardTracking(False)
        self.setAccessibleName(name)
        self._nothing = least if nothing else None
        self._is_showing = False
        self.valueChanged.connect(self._enter)

    def show_number(self, number: int, *, anew: bool) -> None:
        """Show a number that was not entered here; what is being typed stays unless ``anew``."""
        if number == self.value() and not anew:
            return
        self._is_showing = True
        self.setValue(number)
        self._is_showing = False

    def _enter(self, value: int) -> None:
        if not self._is_showing:
            self.entered.emit(0 if value == self._nothing else value)
