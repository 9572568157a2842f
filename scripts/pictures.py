#!/usr/bin/env python3
"""Make the pictures in README from a rehearsal, so that they show the program as it is.

usage: scripts/pictures.py [--check]

Writes docs/pictures/*.png; --check writes nothing, and exits 1 where one shows something else.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from facilitator.rehearsal import run

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
PLAN = "three-q-30"
WIDTH = 960
COLOURS = 48
MOST_BYTES = 60_000
UNLIKE = 64  # of 255 levels: more than another version of Qt smooths an edge differently
MOST_UNLIKE = 0.003  # of all points
COVER_AND_LINES = (0, 1)  # pages of the record


def pictures_of(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """Name and yield each picture from what a rehearsal has left in a folder."""
    yield "board", _taken(folder, "board-*-opened-together.png")
    yield "console", _taken(folder, "console-*-reading-first.png")
    yield "corner", _taken(folder, "corner-02-writing.png")
    yield "record", _pages(folder / "record.pdf")


def _taken(folder: Path, pattern: str) -> Image.Image:
    """Return the first picture of a moment."""
    return _sized(Image.open(min(folder.glob(pattern))).convert("RGB"))


def _pages(record: Path) -> Image.Image:
    document = QPdfDocument()
    document.load(str(record))
    wide = WIDTH // len(COVER_AND_LINES)
    high = round(wide * 297 / 210)
    sheet = Image.new("RGB", (WIDTH, high), "white")
    for place, page in enumerate(COVER_AND_LINES):
        sheet.paste(_page(document, page, (wide, high)), (place * wide, 0))
    return sheet


def _page(document: QPdfDocument, page: int, size: tuple[int, int]) -> Image.Image:
    """Draw one page on white, first at twice its size."""
    drawn = document.render(page, 2 * QSize(*size)).convertToFormat(QImage.Format.Format_RGBA8888)
    inked = Image.frombytes("RGBA", (drawn.width(), drawn.height()), bytes(drawn.constBits()))
    paper = Image.new("RGBA", inked.size, "white")
    paper.alpha_composite(inked)
    return paper.convert("RGB").resize(size, Image.Resampling.LANCZOS)


def _sized(picture: Image.Image) -> Image.Image:
    high = round(WIDTH * picture.height / picture.width)
    return picture.resize((WIDTH, high), Image.Resampling.LANCZOS)


def small(picture: Image.Image) -> bytes:
    """Return a picture as a PNG of few colours."""
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    file = BytesIO()
    few.save(file, "PNG", optimize=True)
    return file.getvalue()


def is_like(one: Image.Image, other: Image.Image) -> bool:
    """Return whether two pictures show the same; edges may be smoothed differently."""
    if one.size != other.size:
        return False
    levels = ImageChops.difference(one.convert("L"), other.convert("L")).histogram()
    return sum(levels[UNLIKE:]) <= MOST_UNLIKE * one.width * one.height


def look_at(name: str, picture: Image.Image) -> str:
    """Return what is wrong with a picture that lies in the folder, or nothing."""
    path = PICTURES / f"{name}.png"
    if not path.exists():
        return f"{path.name} is missing"
    return "" if is_like(Image.open(path), picture) else f"{path.name} shows something else"


def write(name: str, picture: Image.Image) -> str:
    """Write a picture, and return what is wrong with it, or nothing."""
    content = small(picture)
    (PICTURES / f"{name}.png").write_bytes(content)
    return "" if len(content) <= MOST_BYTES else f"{name}.png has {len(content)} bytes"


def main(arguments: list[str]) -> int:
    """Write the pictures, or look whether they are up to date."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write(f"{__doc__}")
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        run(PLAN, Path(folder), people=None, seed=None, size=None, data=None)
        act = look_at if arguments else write
        findings = [act(name, picture) for name, picture in pictures_of(Path(folder))]
    for finding in filter(None, findings):
        sys.stderr.write(f"pictures: {finding}; see it, and run scripts/pictures.py.\n")
    return 1 if any(findings) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
