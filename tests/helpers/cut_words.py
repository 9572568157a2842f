"""Finds words on a window that have less room than they need."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)

from facilitator.ui.console.header import TitleLabel

WORDS_ON_ONE_ROW = (QPushButton, QCheckBox, QRadioButton)


def cut_words(window: QWidget) -> list[str]:
    """Return the words in sight that are cut; a title may be shortened, since it says so."""
    labels = [part for part in window.findChildren(QLabel) if part.isVisible() and part.text()]
    cut = [part.text() for part in labels if not isinstance(part, TitleLabel) and is_cut(part)]
    controls = [part for part in window.findChildren(QAbstractButton) if part.isVisible()]
    return cut + [part.text() for part in controls if is_control_cut(part)]


def is_cut(label: QLabel) -> bool:
    """Return whether a label has less room than its words, or its parents show less of it."""
    if label.wordWrap():
        words = max(map(label.fontMetrics().horizontalAdvance, label.text().split()), default=0)
        lacks = label.height() < label.heightForWidth(label.width()) or label.width() < words
    else:
        lacks = label.width() < label.fontMetrics().horizontalAdvance(label.text())
    return lacks or sticks_out(label)


def is_control_cut(control: QAbstractButton) -> bool:
    """Return whether a control is narrower or lower than it may be."""
    if not control.text() or not isinstance(control, WORDS_ON_ONE_ROW):
        return False
    least = control.minimumSizeHint().expandedTo(control.minimumSize())
    return (
        control.width() < least.width() or control.height() < least.height() or sticks_out(control)
    )


def sticks_out(widget: QWidget) -> bool:
    """Return whether a part of a widget is outside its window, where nothing scrolls to it."""
    place = QRect(QPoint(), widget.size())
    around = widget.parentWidget()
    inside: QWidget = widget
    while around is not None and not isinstance(around, QAbstractScrollArea):
        place.translate(inside.pos())
        if not around.rect().contains(place):
            return not isinstance(around.parentWidget(), QAbstractScrollArea)
        if inside.isWindow() or around.isWindow():
            return False
        inside, around = around, around.parentWidget()
    return False
