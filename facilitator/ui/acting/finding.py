"""Finds controls by their part of the window or their kind, never by their words."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from facilitator.errors import FacilitatorError
from facilitator.wording import _

W = TypeVar("W", bound=QWidget)


class NotFoundError(FacilitatorError):
    """A control that a rehearsal needs is not visible."""

    def __init__(self, name: str) -> None:
        super().__init__(_("The rehearsal found nothing called “{name}”.").format(name=name))


def visible(control: W) -> W:
    """Check that a control is visible, else raise ``NotFoundError``."""
    return first((control,), control.objectName() or type(control).__name__)


def can_press(control: QWidget) -> bool:
    """Return whether a control is visible and enabled."""
    return control.isVisible() and control.isEnabled()


def first(controls: Iterable[W], name: str) -> W:
    """Find the first visible control; ``name`` is for the error message.

    Raises ``NotFoundError`` if there is none.
    """
    control = next((control for control in controls if control.isVisible()), None)
    if control is None:
        raise NotFoundError(name)
    return control


def first_of(window: QWidget, kind: type[W]) -> W:
    """Find the first visible control of a kind. Raises ``NotFoundError`` if there is none."""
    return first(window.findChildren(kind), kind.__name__)
