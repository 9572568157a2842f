"""The font file for each script and weight, in the order of the fallbacks.

Light to import: nothing is opened. The same files serve board, console and record (decision 11).
"""

from dataclasses import dataclass
from pathlib import Path

from facilitator.resources import resource

FAMILY = "Atkinson Hyperlegible Next"

REGULAR = 400
MEDIUM = 500
BOLD = 700
EXTRA_BOLD = 800


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font file, and the weight at which a variable one is set (``None`` for a static one)."""

    file: str
    weight: int | None = None

    @property
    def path(self) -> Path:
        """The path of the file."""
        return resource(f"fonts/{self.file}")

    @property
    def name(self) -> str:
        """A name without spaces, different for each weight."""
        stem = self.file.removesuffix(".ttf").removesuffix("-Variable")
        return stem if self.weight is None else f"{stem}-{self.weight}"


LATIN = {
    REGULAR: FontFile("AtkinsonHyperlegibleNext-Regular.ttf"),
    MEDIUM: FontFile("AtkinsonHyperlegibleNext-Medium.ttf"),
    BOLD: FontFile("AtkinsonHyperlegibleNext-Bold.ttf"),
    EXTRA_BOLD: FontFile("AtkinsonHyperlegibleNext-ExtraBold.ttf"),
}
ARABIC = {
    REGULAR: FontFile("IBMPlexSansArabic-Regular.ttf"),
    BOLD: FontFile("IBMPlexSansArabic-Bold.ttf"),
}
OTHER_SCRIPTS = (
    "NotoSans-Variable.ttf",  # Greek, Cyrillic, Vietnamese, phonetic letters, arrows
    "NotoSansHebrew-Variable.ttf",
    "NotoSansDevanagari-Variable.ttf",
    "NotoSansBengali-Variable.ttf",
    "NotoSansGurmukhi-Variable.ttf",
    "NotoSansTamil-Variable.ttf",
    "NotoSansThai-Variable.ttf",
    "NotoSansEthiopic-Variable.ttf",
    "NotoSansSymbols-Variable.ttf",
)
EMOJI = "NotoEmoji-Variable.ttf"
EMOJI_WEIGHT = 600  # thinner strokes are lost on paper
HEAVIEST_OTHER = 700


def stack_of(weight: int) -> tuple[FontFile, ...]:
    """Return the fonts for a weight, first choice first, emoji last."""
    other = min(weight, HEAVIEST_OTHER)
    return (
        LATIN[weight],
        ARABIC[BOLD if weight >= BOLD else REGULAR],
        *(FontFile(file, other) for file in OTHER_SCRIPTS),
        FontFile(EMOJI, EMOJI_WEIGHT),
    )


def every_file() -> tuple[FontFile, ...]:
    """List each font file once, for a check that a build has them all."""
    fallbacks = tuple(FontFile(file, REGULAR) for file in (*OTHER_SCRIPTS, EMOJI))
    return (*LATIN.values(), *ARABIC.values(), *fallbacks)


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How a text is set: weight, size and line distance in points, and colour (``#RRGGBB``)."""

    weight: int
    size: float
    leading: float
    colour: str = "#1C1A17"
