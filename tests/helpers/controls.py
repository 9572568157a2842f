"""One of every control that our windows use, and how to put each in a state."""

from collections import Counter

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QHoverEvent, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QTabBar,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from facilitator.ui.widgets.buttons import Button, CardButton, main_button, quiet_button
from facilitator.ui.widgets.fields import NumberBox
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.theme import contrast

WORDS = "HHH"  # its stems are broad, so that some pixels have the text's own colour
NO_KEY = Qt.KeyboardModifier.NoModifier
SPREAD = 4  # pixels of the ring and its rounding at the edge
LEAST_PIXELS = 12  # of a colour that text has
STATES = ("rest", "hover", "pressed", "focus", "disabled")


def on_card(kind: str, inside: QWidget) -> QFrame:
    """Put a control on a card of a kind."""
    card = QFrame()
    card.setProperty("card", kind)
    QVBoxLayout(card).addWidget(inside)
    return card


def a_card_button() -> CardButton:
    """Return a card that is one control."""
    card = CardButton("A plan")
    QVBoxLayout(card).addWidget(label(WORDS))
    card.setMinimumHeight(80)
    return card


def buttons() -> dict[str, QAbstractButton]:
    """Return one of every button and box to tick, in each role."""
    chip, checked, ticked, chosen = (
        QPushButton(WORDS),
        QPushButton(WORDS),
        QCheckBox(WORDS),
        QRadioButton(WORDS),
    )
    chip.setProperty("chip", "plain")
    checked.setCheckable(True)
    for control in (checked, ticked, chosen):
        control.setChecked(True)
    return {
        "main": main_button(WORDS, Icon.RECORD, "F"),
        "plain": Button(WORDS, Icon.BOARD, "F"),
        "quiet": quiet_button(WORDS, Icon.BOARD, "F"),
        "bare": QPushButton(WORDS),
        "checked": checked,
        "chip": chip,
        "card": a_card_button(),
        "box": QCheckBox(WORDS),
        "ticked": ticked,
        "choice": QRadioButton(WORDS),
        "chosen": chosen,
    }


def fields() -> dict[str, QWidget]:
    """Return one of every field, read-only, so that no caret blinks."""
    line, empty, long, rich = QLineEdit(WORDS), QLineEdit(), QPlainTextEdit(WORDS), QTextEdit(WORDS)
    empty.setPlaceholderText(WORDS)
    number = NumberBox(1, 60)
    box = QComboBox()
    box.addItems([WORDS, WORDS])
    for field in (line, empty, long, rich, number):
        field.setReadOnly(True)
    return {
        "line": line,
        "empty": empty,
        "long": long,
        "rich": rich,
        "number": number,
        "list": box,
    }


def rows() -> dict[str, QWidget]:
    """Return a slider, tabs and a list."""
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(40)
    tabs = QTabBar()
    tabs.addTab(WORDS)
    tabs.addTab(WORDS)
    view = QListWidget()
    view.addItems([WORDS, WORDS, WORDS])
    view.setCurrentRow(1)
    view.setFixedHeight(150)
    return {"slider": slider, "tabs": tabs, "rows": view}


def every_control() -> dict[str, QWidget]:
    """Return one of every control."""
    return {**buttons(), **fields(), **rows()}


def put_in(control: QWidget, state: str, over: int = 0) -> None:
    """Show a control as under the pointer, pressed or not usable; rest undoes it.

    ``over`` is the row of a list that is under the pointer.
    """
    control.setEnabled(state != "disabled")
    _hover(control, over, is_over=state in ("hover", "pressed"))
    is_down = state == "pressed"
    if isinstance(control, QAbstractButton):
        control.setDown(is_down)
    elif isinstance(control, QSlider) and is_down != control.isSliderDown():
        press_or_release = QTest.mousePress if is_down else QTest.mouseRelease
        press_or_release(control, Qt.MouseButton.LeftButton, pos=_handle(control).toPoint())
    control.update()
    QApplication.processEvents()


def _hover(control: QWidget, row: int, *, is_over: bool) -> None:
    control.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, is_over)
    at = _handle(control, row) if is_over else QPointF(-5, -5)
    target = control.viewport() if isinstance(control, QAbstractItemView) else control
    kinds: tuple[QEvent.Type, ...] = (QEvent.Type.HoverLeave,)
    if is_over:
        QApplication.sendEvent(target, QEnterEvent(at, at, at))
        kinds = (QEvent.Type.HoverEnter, QEvent.Type.HoverMove)
    for kind in kinds:
        QApplication.sendEvent(target, QHoverEvent(kind, at, at, QPointF(-1, -1)))
    if is_over and isinstance(control, QPushButton):  # it asks where in it the pointer is
        none = Qt.MouseButton.NoButton
        move = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, NO_KEY)
        QApplication.sendEvent(target, move)
    if not is_over:
        QApplication.sendEvent(target, QEvent(QEvent.Type.Leave))


def _handle(control: QWidget, row: int = 0) -> QPointF:
    """Return a place inside a control: on the handle of a slider, on the last tab, or on a row."""
    if isinstance(control, QSlider):
        share = control.value() / control.maximum()
        return QPointF(14 + share * (control.width() - 28), control.height() / 2)
    if isinstance(control, QTabBar):
        return QPointF(control.tabRect(1).center())
    if isinstance(control, QListWidget):
        return QPointF(control.visualItemRect(control.item(row)).center())
    return QPointF(QPoint(control.width() // 2, control.height() // 2))


def text_contrast(image: QImage) -> float:
    """Return the contrast of the text: against the commonest colour, the strongest common one."""
    edge = SPREAD + 2
    inside = image.copy(image.rect().adjusted(edge, edge, -edge, -edge))
    pixels = inside.convertToFormat(QImage.Format.Format_RGB32).constBits()
    colours = Counter(memoryview(pixels).cast("B").cast("I"))
    names = {colour: f"#{colour & 0xFFFFFF:06x}" for colour in colours}
    ground = names[colours.most_common(1)[0][0]]
    solid = [names[colour] for colour, count in colours.items() if count >= LEAST_PIXELS]
    return max(contrast(colour, ground) for colour in solid)
