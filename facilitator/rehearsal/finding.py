"""Finding controls as people do: by what stands on them or by what a screen reader says."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QWidget

from facilitator.errors import FacilitatorError
from facilitator.wording import _

W = TypeVar("W", bound=QWidget)


class NotFoundError(FacilitatorError):
    """A window does not show what somebody in a rehearsal looks for."""

    def __init__(self, name: str) -> None:
        super().__init__(_("The rehearsal found nothing called “{name}”.").format(name=name))


def button(window: QWidget, name: str) -> QAbstractButton:
    """Return the visible button that bears a name, or begins with it.

    Raises ``NotFoundError`` when there is none.
    """
    found = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    exact = [one for one in found if name in (one.text(), one.accessibleName())]
    starting = [one for one in found if _words_of(one).startswith(name)]
    return _first([*exact, *starting], name)


def has_button(window: QWidget, name: str) -> bool:
    """Return whether there is such a button, and it can be pressed."""
    try:
        return button(window, name).isEnabled()
    except NotFoundError:
        return False


def named(window: QWidget, kind: type[W], name: str) -> W:
    """Return the visible control of a kind whose accessible name begins so.

    Raises ``NotFoundError`` when there is none.
    """
    found = [
        one
        for one in window.findChildren(kind)
        if one.isVisible() and one.accessibleName().startswith(name)
    ]
    return _first(found, name)


def _words_of(one: QAbstractButton) -> str:
    return one.accessibleName() or one.text()


def _first(found: list[W], name: str) -> W:
    if not found:
        raise NotFoundError(name)
    return found[0]
