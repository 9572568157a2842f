"""Finding what people see: buttons by their text or accessible name, and what labels say."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from facilitator.ui.home.plan_card import PlanCard
from facilitator.ui.widgets.lines import LineList


def button(window: QWidget, name: str) -> QAbstractButton:
    """Return the visible button that bears a name, or whose name begins so."""
    visible = [child for child in window.findChildren(QAbstractButton) if child.isVisible()]
    exact = [child for child in visible if name in (child.text(), child.accessibleName())]
    starting = [child for child in visible if _words_of(child).startswith(name)]
    buttons = [*exact, *starting]
    assert buttons, f"there is no button called {name}"
    return buttons[0]


def has_button(window: QWidget, name: str) -> bool:
    """Return whether there is such a button, and it can be pressed."""
    try:
        return button(window, name).isEnabled()
    except AssertionError:
        return False


def _words_of(control: QAbstractButton) -> str:
    return control.accessibleName() or control.text()


def texts_on(widget: QWidget) -> str:
    """Return what the visible labels, lists and cards of a window say, a line each."""
    QApplication.processEvents()
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    lists = [lines for lines in widget.findChildren(LineList) if lines.isVisible()]
    cards = [card for card in widget.findChildren(PlanCard) if card.isVisible()]
    words = [f"{card.plan.title}\n{card.facts}" for card in cards]
    return "\n".join(labels + words + [item.spoken for lines in lists for item in lines.items])
