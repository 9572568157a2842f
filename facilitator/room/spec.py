"""The shape of the display, the needs of the back row, and the colours, as chosen on Home."""

from dataclasses import dataclass
from enum import StrEnum

WIDTH = 1920  # board units, whatever the display
X_HEIGHT = 0.496  # of our typeface, per unit of size
USUAL_READER, LOW_VISION_READER = 150, 100
LEAST_PART_OF_HEIGHT = 22.5
LEAST_HEIGHT = 600  # board units; a flatter board shows this shape, with background at its sides
MOST_LEAST = 320.0  # a larger least size leaves no room for a line across the board


class Theme(StrEnum):
    """Colours of board and console."""

    WARM = "warm light"
    COOL = "cool light"
    CONTRAST = "high contrast"
    DIM = "dim room"


class Tint(StrEnum):
    """The background of a note: a pattern or a round, never a person."""

    SKY = "sky"
    BUTTER = "butter"
    APRICOT = "apricot"
    STONE = "stone"


class Symbol(StrEnum):
    """The sign of a pattern beside its tint, since four tints repeat and twelve signs do not."""

    DISC = "disc"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    STAR = "star"
    MOON = "moon"
    DROP = "drop"
    LEAF = "leaf"
    CROSS = "cross"
    SUN = "sun"
    CLOUD = "cloud"
    WAVES = "waves"
    RING = "ring"  # of what is in no pattern


@dataclass(frozen=True, slots=True)
class Badge:
    """A symbol on its tint; without one on the paper."""

    symbol: Symbol
    tint: Tint | None = None


@dataclass(frozen=True, slots=True)
class Spec:
    """The shape of the display and the needs of the back row."""

    height: int = 1080  # board units
    ratio: float = 5.0  # back row ÷ image height
    low_vision: bool = False
    captions: bool = False  # leave the bottom fifth empty
    theme: Theme = Theme.WARM

    @property
    def least(self) -> float:
        """The least text size in board units (decision 7), limited so that some text fits."""
        reader = LOW_VISION_READER if self.low_vision else USUAL_READER
        seen = self.height * self.ratio / reader / X_HEIGHT
        return min(max(self.height / LEAST_PART_OF_HEIGHT, seen), MOST_LEAST)
