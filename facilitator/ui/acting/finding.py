"""Finding controls by what they are: the part of a window, or its kind; never by its words."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from facilitator.errors import FacilitatorError
from facilitator.wording import _

W = TypeVar("W", bound=QWidget)


class NotFoundError(FacilitatorError):
    """A window does not show what somebody in a rehearsal looks for."""

    def __init__(self, name: str) -> None:
        super().__init__(_("The rehearsal found nothing called “{name}”.").format(name=name))


def visible(control: W) -> W:
    """Return a control that can be seen. Raises ``NotFoundError`` when it cannot."""
    return first((control,), control.objectName() or type(control).__name__)


def can_press(control: QWidget) -> bool:
    """Return whether a control can be seen and pressed."""
    return control.isVisible() and control.isEnabled()


def first(controls: Iterable[W], name: str) -> W:
    """Return the first control that can be seen; ``name`` is what an error calls it.

    Raises ``NotFoundError`` when there is none.
    """
    control = next((control for control in controls if control.isVisible()), None)
    if control is None:
        raise NotFoundError(name)
    return control


def first_of(window: QWidget, kind: type[W]) -> W:
    """Return the first visible control of a kind. Raises ``NotFoundError`` when there is none."""
    return first(window.findChildren(kind), kind.__name__)
