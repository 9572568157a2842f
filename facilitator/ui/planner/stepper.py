"""A number with a button for less and one for more, so that a mouse alone can change it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.layouts import row
from facilitator.ui.widgets.unlisted import focus_by_tab
from facilitator.wording import _

AROUND = 40  # pixels beside the digits of a field
NARROW = 36  # pixels: width of a button


class Stepper(QWidget):
    """A field between its two buttons, which the keys Up and Down do as well.

    ``steps`` is how many single steps a press takes; a field with ``widest`` words is as narrow as
    they allow.
    """

    def __init__(self, box: QAbstractSpinBox, *, steps: int = 1, widest: str = "") -> None:
        super().__init__()
        self.box, self._widest = box, widest
        name = box.accessibleName()
        self.less_button = _small(Icon.MINUS, _("{field}: less").format(field=name))
        self.more_button = _small(Icon.ADD, _("{field}: more").format(field=name))
        self.less_button.clicked.connect(lambda: box.stepBy(-steps))
        self.more_button.clicked.connect(lambda: box.stepBy(steps))
        line = row(self, spacing=2)
        line.addWidget(self.less_button)
        line.addWidget(box, 1)
        line.addWidget(self.more_button)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        if self._widest:
            self.box.setFixedWidth(self.fontMetrics().horizontalAdvance(self._widest) + AROUND)
        high = self.fontMetrics().height()
        for button in (self.less_button, self.more_button):
            button.setFixedWidth(max(NARROW, high + NARROW // 2))


def _small(name: Icon, called: str) -> Button:
    button = Button("", name)
    button.call(called)
    button.setToolTip(called)
    button.set_tight()
    focus_by_tab(button, takes_focus=False)
    return button
