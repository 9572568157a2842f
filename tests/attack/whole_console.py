"""All that a window shows: to eyes, to a screen reader, and to somebody who tries its controls."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

TEXTS = (QLabel, QAbstractButton, QLineEdit)


def told_by(window: QWidget) -> list[str]:
    """Return one line for each widget and action, hidden ones too, in their order."""
    QApplication.processEvents()
    widgets = (window, *window.findChildren(QWidget))
    return [*map(_told, widgets), *(_of_action(action) for action in window.findChildren(QAction))]


def _told(widget: QWidget) -> str:
    seen = widget.isVisibleTo(widget.window())
    parts = (
        type(widget).__name__,
        _text(widget),
        widget.windowTitle(),
        widget.toolTip(),
        widget.statusTip(),
        widget.whatsThis(),
        widget.accessibleName(),
        widget.accessibleDescription(),
        f"{widget.isEnabled()} {seen} {widget.hasFocus()}",
        f"{widget.geometry().getRect()}" if seen else "",
        *(_spoken(widget) if seen else ()),
    )
    return " | ".join(parts)


def _text(widget: QWidget) -> str:
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    return widget.text() if isinstance(widget, TEXTS) else ""


def _spoken(widget: QWidget) -> Iterator[str]:
    """Give what a screen reader meets."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is not None:
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
            yield interface.text(kind)


def _of_action(action: QAction) -> str:
    return f"action {action.text()} {action.isEnabled()} {action.isVisible()} {action.toolTip()}"
