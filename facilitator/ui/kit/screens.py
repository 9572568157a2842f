"""Which screen the board goes to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication, QScreen


@dataclass(frozen=True, slots=True)
class ScreenInfo:
    """A screen as the chooser sees it."""

    name: str
    width: int  # pixels
    height: int  # pixels
    x: int = 0
    y: int = 0

    @classmethod
    def of(cls, screen: QScreen) -> "ScreenInfo":
        """Return what the chooser needs to know of a screen."""
        area = screen.geometry()
        return cls(unique_name(screen), area.width(), area.height(), area.x(), area.y())


def told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names with a number behind the second of two alike: displays of one make."""
    before = (names[:place].count(name) for place, name in enumerate(names))
    return tuple(
        f"{name} ({count + 1})" if count else name
        for name, count in zip(names, before, strict=True)
    )


def unique_name(screen: QScreen) -> str:
    """Return a screen's name, told apart from others of its make."""
    screens = QGuiApplication.screens()
    if screen not in screens:
        return screen.name()
    return told_apart([one.name() for one in screens])[screens.index(screen)]


def mirrors(one: ScreenInfo, other: ScreenInfo) -> bool:
    """Return whether two screens show the same, or a part of it: two outputs that overlap."""
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    under = one.y + one.height <= other.y or other.y + other.height <= one.y
    return one.name != other.name and not beside and not under


def screens_are_mirrored(screens: Sequence[ScreenInfo]) -> bool:
    """Return whether any two screens show the same, so that the room sees the console."""
    return any(mirrors(one, other) for one in screens for other in screens)


def choose_board_screen(
    screens: Sequence[ScreenInfo], console: ScreenInfo, wanted: str | None = None
) -> ScreenInfo | None:
    """Return the board's screen, or ``None`` to show the board as a window on the console's.

    The one chosen last time if it is plugged in, else the largest that is not the console's. A
    screen that mirrors the console's is never chosen: the board would cover the console.
    """
    others = [one for one in screens if one.name != console.name and not mirrors(one, console)]
    for screen in others:
        if screen.name == wanted:
            return screen
    return max(others, key=lambda screen: screen.width * screen.height, default=None)


def screens_now() -> tuple[ScreenInfo, ...]:
    """Return the screens that are plugged in now."""
    return tuple(ScreenInfo.of(screen) for screen in QGuiApplication.screens())


def screen_named(name: str) -> QScreen | None:
    """Return Qt's screen of that name, or ``None`` when it has gone."""
    return next((one for one in QGuiApplication.screens() if unique_name(one) == name), None)
