"""The typefaces that ship with the program, the same for windows, board and record."""

from collections.abc import Callable

from PySide6.QtGui import QFont, QFontDatabase

from facilitator.resources import resource

FAMILY = "Atkinson Hyperlegible Next"
OTHER_SCRIPTS = (
    "IBM Plex Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Gurmukhi",
    "Noto Sans Tamil",
    "Noto Sans Thai",
    "Noto Sans Ethiopic",
    "Noto Sans",
    "Noto Emoji",
    "Noto Sans Symbols",
)
FAMILIES = (FAMILY, *OTHER_SCRIPTS)
LATIN = "AtkinsonHyperlegibleNext"  # how the names of its files begin
_latin: list[int] = []  # Qt's ids of the loaded files
_others: list[int] = []


def load_fonts() -> str:
    """Register our fonts with Qt, once a process, and return the family for all texts.

    A script whose file is missing uses the system's fonts.
    """
    load_latin()
    _load(_others, lambda name: not name.startswith(LATIN))
    return FAMILY


def load_latin() -> None:
    """Register our own family only: the first window needs no other, and is shown sooner."""
    _load(_latin, lambda name: name.startswith(LATIN))


def _load(loaded: list[int], is_wanted: Callable[[str], bool]) -> None:
    if any(map(QFontDatabase.applicationFontFamilies, loaded)):  # else another application has them
        return
    files = sorted(resource("fonts").glob("*.[ot]tf"))
    loaded[:] = (
        QFontDatabase.addApplicationFont(str(file)) for file in files if is_wanted(file.name)
    )


def font(pixels: float, weight: int = 400) -> QFont:
    """Return our typeface at a size in pixels, with the other scripts as fallbacks.

    A size in pixels does not change with a display's density; Qt scales painters for that.
    """
    face = QFont()
    face.setFamilies(list(FAMILIES))
    face.setPixelSize(max(1, round(pixels)))
    face.setWeight(QFont.Weight(weight))
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return face


def timer_font(pixels: float, weight: int = 700) -> QFont:
    """Return our typeface with figures of equal width, so that a running time does not jitter."""
    face = font(pixels, weight)
    face.setFeature(QFont.Tag("tnum"), 1)
    return face
