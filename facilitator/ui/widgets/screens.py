"""Which screen the board goes to, and how screens of one make are told apart.

Qt's name of a screen is often its model, so that two of one make have the same name. Screens are
told apart by their ``identity`` while they are plugged in, and by everything that is known of them
when a choice is remembered; never by the name alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, count

from PySide6.QtGui import QGuiApplication, QScreen

from facilitator.wording import _

_IDENTITY = "facilitator_identity"
_numbers = count(1)


def identity(screen: QScreen) -> int:
    """Return a number that no other screen has; one that is plugged in again has a new one.

    Do not keep a ``QScreen`` itself: PySide takes it for gone once a window that named it has gone.
    """
    number = screen.property(_IDENTITY)
    if number is None:
        number = next(_numbers)
        screen.setProperty(_IDENTITY, number)
    return int(number)


def screen_with(number: int | None) -> QScreen | None:
    """Return the screen with this identity, or ``None`` when it has gone."""
    return next(
        (screen for screen in QGuiApplication.screens() if identity(screen) == number), None
    )


@dataclass(frozen=True, slots=True)
class ScreenInfo:
    """A screen as the chooser sees it."""

    name: str  # Qt's: two screens of one make can have the same
    width: int  # pixels
    height: int  # pixels
    x: int = 0
    y: int = 0
    serial: str = ""  # empty where the system does not know it

    @classmethod
    def of(cls, screen: QScreen) -> "ScreenInfo":
        """Return what the chooser needs to know of a screen."""
        area = screen.geometry()
        return cls(
            screen.name(), area.width(), area.height(), area.x(), area.y(), screen.serialNumber()
        )

    @property
    def key(self) -> str:
        """What a choice of this screen is remembered by: make, serial number, size and place."""
        return "\n".join((self.name, self.serial, self._place))

    @property
    def _place(self) -> str:
        return f"{self.width}x{self.height}+{self.x}+{self.y}"

    def likeness(self, key: str) -> int:
        """Return how well a remembered screen is this one: 0 for another, more for a better match.

        A screen that was unplugged and comes back may have another place and size.
        """
        name, _separator, rest = key.partition("\n")
        serial, _separator, place = rest.partition("\n")
        if name != self.name or (serial and self.serial and serial != self.serial):
            return 0
        return 1 + (place == self._place) + 2 * bool(serial and serial == self.serial)


def overlap(first: ScreenInfo, second: ScreenInfo) -> bool:
    """Return whether two screens show the same, or a part of it, whatever their names are."""
    beside = first.x + first.width <= second.x or second.x + second.width <= first.x
    under = first.y + first.height <= second.y or second.y + second.height <= first.y
    return not beside and not under


def screens_are_mirrored(screens: Sequence[ScreenInfo]) -> bool:
    """Return whether any two screens show the same, so that the room sees the console."""
    return any(overlap(first, second) for first, second in combinations(screens, 2))


def choose_board_screen(
    screens: Sequence[ScreenInfo], console: ScreenInfo, wanted: str | None = None
) -> ScreenInfo | None:
    """Return the board's screen, or ``None`` to show the board as a window on the console's.

    The one chosen last time (by its ``key``) if it is plugged in, else the largest that is not the
    console's. A screen that shows a part of the console's is never chosen: the board would cover
    the console.
    """

    def rank(screen: ScreenInfo) -> tuple[int, int]:
        return screen.likeness(wanted or ""), screen.width * screen.height

    return max(board_screens(screens, console), key=rank, default=None)


def board_screens(screens: Sequence[ScreenInfo], console: ScreenInfo) -> tuple[ScreenInfo, ...]:
    """Return the screens that can hold the board, largest first."""
    others = [screen for screen in screens if not overlap(screen, console)]
    return tuple(sorted(others, key=lambda screen: screen.width * screen.height, reverse=True))


def offered_screens(window_is_on: QScreen) -> dict[str, str]:
    """Return the screens that can hold the board, best first: what to call each, and its key."""
    here = ScreenInfo.of(window_is_on)
    offered = board_screens(screens_now(), here)
    labels = screen_labels(offered, here)
    return {label: screen.key for label, screen in zip(labels, offered, strict=True)}


def side_of(screen: ScreenInfo, here: ScreenInfo) -> str:
    """Return in words where a screen is, seen from this one."""
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
    """Return what to call each screen; no two are called the same."""
    labels = [
        _("{name}, {width} × {height}, {side}").format(
            name=screen.name, width=screen.width, height=screen.height, side=side_of(screen, here)
        )
        for screen in screens
    ]
    return told_apart(labels)


def told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names with a number behind the second of two alike."""
    before = (names[:place].count(name) for place, name in enumerate(names))
    return tuple(
        f"{name} ({count + 1})" if count else name
        for name, count in zip(names, before, strict=True)
    )


def screens_now() -> tuple[ScreenInfo, ...]:
    """Return the screens that are plugged in now."""
    return tuple(ScreenInfo.of(screen) for screen in QGuiApplication.screens())


def screen_named(key: str) -> QScreen | None:
    """Return Qt's screen that is most like a ``key``, or ``None`` when none is of its name."""
    screens = QGuiApplication.screens()
    likest = max(screens, key=lambda screen: ScreenInfo.of(screen).likeness(key), default=None)
    return likest if likest is not None and ScreenInfo.of(likest).likeness(key) else None
