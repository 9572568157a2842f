#!/usr/bin/env python3
"""Draw the icon of the program: hills and a sun in the frame of something that is said.

usage: scripts/app_icon.py

Writes resources/icons/facilitator-light.svg and -dark.svg, for light and for dark desktops, PNG
files of both in all sizes that desktops ask for, and facilitator.ico and .icns for the frozen
program. Small sizes have a broader frame, a larger sun and one hill, so that they can be told.
"""

import os
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from facilitator.ui.widgets.app_icon import SIZES

ICONS = Path(__file__).parents[1] / "resources" / "icons"
SIDE = 64  # the drawing's own units
SMALL = 24  # pixels: at most this size is drawn broader
PACKED = 256  # pixels: the largest in the file for Windows


@dataclass(frozen=True)
class Colours:
    """Frame and near hill, the paper inside, the sun, and the hill behind."""

    frame: str
    paper: str
    sun: str
    behind: str


LOOKS = {
    "light": Colours("#00527A", "#FBF6EA", "#D9731A", "#9CC8F0"),
    "dark": Colours("#9CC8F0", "#16202A", "#F2A766", "#41698C"),
}
# a round rectangle, and a tail at its lower left
FRAME = (
    "M15 4H49A13 13 0 0 1 62 17V39A13 13 0 0 1 49 52H31L17.5 61.4A1.6 1.6 0 0 1 15 60V52"
    "A13 13 0 0 1 2 39V17A13 13 0 0 1 15 4Z"
)
BROAD_FRAME = (  # on whole pixels at 16
    "M14 4H50A14 14 0 0 1 64 18V38A14 14 0 0 1 50 52H32L16 62V52H14"
    "A14 14 0 0 1 0 38V18A14 14 0 0 1 14 4Z"
)
INSIDE = '<rect x="8" y="10" width="48" height="36" rx="8" fill="{paper}"/>'
SUN = '<circle cx="41.5" cy="21.5" r="6.5" fill="{sun}"/>'
BEHIND = '<path d="M8 35C15 24.5 25 24 33 34L41 44H8Z" fill="{behind}"/>'
NEAR = '<path d="M8 42C22 39.5 38 31.5 56 36.5V48H8Z" fill="{frame}"/>'
BROAD_INSIDE = '<rect x="8" y="12" width="48" height="32" rx="6" fill="{paper}"/>'
BROAD_SUN = '<circle cx="40" cy="23" r="8.5" fill="{sun}"/>'
BROAD_NEAR = '<path d="M8 33C18 29 30 32 40 36C46 38.4 52 38 56 36V48H8Z" fill="{frame}"/>'


def svg(look: str, *, small: bool = False) -> str:
    """Draw the icon as SVG."""
    parts = (BROAD_INSIDE, BROAD_SUN, BROAD_NEAR) if small else (INSIDE, SUN, BEHIND, NEAR)
    colours = LOOKS[look]
    frame = f'<path d="{BROAD_FRAME if small else FRAME}" fill="{{frame}}"/>'
    drawn = "".join(f"  {part}\n" for part in (frame, *parts))
    filled = drawn.format(
        frame=colours.frame, paper=colours.paper, sun=colours.sun, behind=colours.behind
    )
    box = f'viewBox="0 0 {SIDE} {SIDE}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>\n{filled}</svg>\n'


def image(look: str, size: int) -> QImage:
    """Draw the icon at a size in pixels."""
    drawn = QImage(size, size, QImage.Format.Format_ARGB32)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    source = svg(look, small=size <= SMALL)
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    return drawn


def pack() -> None:
    """Write the files that hold several sizes, for Windows and for macOS."""
    images = [Image.open(ICONS / f"facilitator-light-{size}.png") for size in SIZES]
    packed = [picture for picture in images if picture.width <= PACKED]
    largest = packed.pop()
    largest.save(ICONS / "facilitator.ico", append_images=packed, sizes=[p.size for p in images])
    images[-1].save(ICONS / "facilitator.icns", append_images=images[:-1])


def main() -> None:
    """Write all files."""
    application = QGuiApplication([])
    for look in LOOKS:
        (ICONS / f"facilitator-{look}.svg").write_text(svg(look), encoding="utf-8")
        for size in SIZES:
            image(look, size).save(str(ICONS / f"facilitator-{look}-{size}.png"))
    pack()
    application.quit()


if __name__ == "__main__":
    main()
