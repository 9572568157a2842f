"""Chooses the board's screen, and distinguishes screens of the same make.

Qt's name of a screen is often its model, so two of the same make have the same name. Screens are
identified by their ``identity`` while they are plugged in, and by all their data
in a saved choice; never by the name alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, count

from PySide6.QtGui import QGuiApplication, QScreen

from facilitator.wording import _

_IDENTITY = "facilitator_identity"
_numbers = count(1)


def identity(screen: QScreen) -> int:
    """Return a unique number for a screen; a screen that is plugged in again gets a new one.

    Do not store a ``QScreen``: PySide treats it as deleted once a window that used it is deleted.
    """
    number = screen.property(_IDENTITY)
    if number is None:
        number = next(_numbers)
        screen.setProperty(_IDENTITY, number)
    return int(number)


def screen_with(number: int | None) -> QScreen | None:
    """Find the screen with this identity; ``None`` if it is unplugged."""
    return next(
        (screen for screen in QGuiApplication.screens() if identity(screen) == number), None
    )


@dataclass(frozen=True, slots=True)
class ScreenInfo:
    """A screen as the chooser sees it."""

    name: str  # Qt's name: two screens of the same make can share it
    width: int  # pixels
    height: int  # pixels
    x: int = 0
    y: int = 0
    serial: str = ""  # empty if the system does not report it

    @classmethod
    def of(cls, screen: QScreen) -> "ScreenInfo":
        """Build the data of a screen."""
        area = screen.geometry()
        return cls(
            screen.name(), area.width(), area.height(), area.x(), area.y(), screen.serialNumber()
        )

    @property
    def key(self) -> str:
        """The key that a saved choice stores: make, serial number, size and place."""
        return "\n".join((self.name, self.serial, self._place))

    @property
    def _place(self) -> str:
        return f"{self.width}x{self.height}+{self.x}+{self.y}"

    def likeness(self, key: str) -> int:
        """Return how well this screen matches a saved key: 0 for no match, more for a better one.

        A screen that is plugged in again may have another place and size.
        """
        name, _separator, rest = key.partition("\n")
        serial, _separator, place = rest.partition("\n")
        if name != self.name or (serial and self.serial and serial != self.serial):
            return 0
        return 1 + (place == self._place) + 2 * bool(serial and serial == self.serial)


def overlap(first: ScreenInfo, second: ScreenInfo) -> bool:
    """Return whether two screens show the same area, at least in part, whatever their names."""
    beside = first.x + first.width <= second.x or second.x + second.width <= first.x
    under = first.y + first.height <= second.y or second.y + second.height <= first.y
    return not beside and not under


def screens_are_mirrored(screens: Sequence[ScreenInfo]) -> bool:
    """Return whether any two screens are mirrored, so that the room sees the console."""
    return any(overlap(first, second) for first, second in combinations(screens, 2))


def choose_board_screen(
    screens: Sequence[ScreenInfo], console: ScreenInfo, wanted: str | None = None
) -> ScreenInfo | None:
    """Choose the screen for the board; ``None`` means a window on the console's.

    The screen of the saved ``key`` if it is plugged in, else the largest that is not the
    console's. A screen that overlaps the console's is never chosen: the board would cover
    the console.
    """

    def rank(screen: ScreenInfo) -> tuple[int, int]:
        return screen.likeness(wanted or ""), screen.width * screen.height

    return max(board_screens(screens, console), key=rank, default=None)


def board_screens(screens: Sequence[ScreenInfo], console: ScreenInfo) -> tuple[ScreenInfo, ...]:
    """List the screens that can hold the board, largest first."""
    others = [screen for screen in screens if not overlap(screen, console)]
    return tuple(sorted(others, key=lambda screen: screen.width * screen.height, reverse=True))


def offered_screens(window_is_on: QScreen) -> dict[str, str]:
    """List the screens that can hold the board, best first, as labels and keys."""
    here = ScreenInfo.of(window_is_on)
    offered = board_screens(screens_now(), here)
    labels = screen_labels(offered, here)
    return {label: screen.key for label, screen in zip(labels, offered, strict=True)}


def side_of(screen: ScreenInfo, here: ScreenInfo) -> str:
    """Describe where a screen is, relative to this one."""
    if screen.x >= here.x + here.width:
        return _("to the right of this screen")
    if screen.x + screen.width <= here.x:
        return _("to the left of this screen")
    if screen.y + screen.height <= here.y:
        return _("above this screen")
    if screen.y >= here.y + here.height:
        return _("below this screen")
    return _("shows the same as this screen")


def screen_labels(screens: Sequence[ScreenInfo], here: ScreenInfo) -> tuple[str, ...]:
    """Build a unique label for each screen."""
    labels = [
        _("{name}, {width} × {height}, {side}").format(
            name=screen.name, width=screen.width, height=screen.height, side=side_of(screen, here)
        )
        for screen in screens
    ]
    return numbered(labels)


def numbered(names: Sequence[str]) -> tuple[str, ...]:
    """Add a number to repeated names."""
    before = (names[:place].count(name) for place, name in enumerate(names))
    return tuple(
        f"{name} ({count + 1})" if count else name
        for name, count in zip(names, before, strict=True)
    )


def screens_now() -> tuple[ScreenInfo, ...]:
    """List the screens that are plugged in now."""
    return tuple(ScreenInfo.of(screen) for screen in QGuiApplication.screens())


def screen_named(key: str) -> QScreen | None:
    """Find Qt's screen that best matches a ``key``; ``None`` if none has its name."""
    screens = QGuiApplication.screens()
    closest = max(screens, key=lambda screen: ScreenInfo.of(screen).likeness(key), default=None)
    return closest if closest is not None and ScreenInfo.of(closest).likeness(key) else None
