#!/usr/bin/env python3
"""Make the pictures in README and guide from two rehearsals and a print pack.

They show the program as it is.

usage: scripts/pictures.py [--check]

Writes those of docs/pictures that are out of date; --check writes nothing, and exits 1 for them.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from facilitator.domain.text.language import ENGLISH
from facilitator.kinds.registry import LIVE, READY_PLANS
from facilitator.live.handouts import pack_of, write_handouts
from facilitator.record.handouts import Handout, Print
from facilitator.rehearsal import run

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
SHORT, LONG = "three-q-30", "pscc-180"  # the long plan has an agreement and breaks
WIDE, MIDDLE, NARROW = 960, 720, 560
COLOURS = 48
MOST_BYTES = 60_000
UNLIKE = 64  # of 255 levels: more than another version of Qt smooths an edge differently
MOST_UNLIKE = 0.003  # of all points
COVER_AND_LINES = (0, 1)  # pages of the record
PRINTED = (Handout.RUNNING_ORDER, Handout.BEFORE, Handout.SCALES, Handout.SIGNALS)
GAP, BEHIND_PAGES = 8, "#C9BEB4"

Box = tuple[int, int, int, int]  # left, top, right, bottom in the window's pixels


@dataclass(frozen=True)
class Shot:
    """A picture to make: which moment of which rehearsal, what of the window, and how wide."""

    name: str
    plan: str
    files: str  # a pattern; the first file is taken
    box: Box | None = None
    width: int = NARROW


SHOTS = (
    Shot("board", SHORT, "board-*-opened-together.png", width=WIDE),
    Shot("console", SHORT, "console-*-reading-first.png", width=WIDE),
    Shot("corner", SHORT, "corner-02-writing.png", width=WIDE),
    Shot("home", SHORT, "home-01-home.png", width=MIDDLE),
    Shot("before-you-start", SHORT, "home-*-before-you-start.png", (0, 0, 1280, 640), MIDDLE),
    Shot("planner", SHORT, "planner-*-planner.png", width=WIDE),
    Shot("now", SHORT, "console-*-settle.png", width=MIDDLE),
    Shot("today", SHORT, "board-*-the-day-in-the-middle.png"),
    Shot("promise", LONG, "console-*-promise-before-writing.png", (288, 56, 1020, 788)),
    Shot("suggested", LONG, "console-*-suggested.png", (288, 56, 1020, 788)),
    Shot("check", LONG, "board-*-a-changed-line-is-checked-alone.png"),
    Shot("writing", LONG, "board-*[0-9]-writing.png"),
    Shot("finish-on-time", SHORT, "console-*-finish-on-time.png", (288, 56, 1020, 530)),
    Shot("search", SHORT, "console-*-search-the-commands.png", (288, 56, 1020, 530)),
    Shot("break", LONG, "board-*-stretch.png"),
    Shot("pause-for-care", SHORT, "board-*-pause-for-care.png"),
    Shot("record-choice", SHORT, "console-*-one-line-left-out.png", (288, 56, 1020, 788)),
    Shot("forget", SHORT, "console-*-asked-before-forgetting.png", (288, 400, 1020, 788)),
    Shot("kept", SHORT, "home-*-what-is-kept.png", width=MIDDLE),
    Shot("take-out", SHORT, "home-*-lines-of-the-record.png", width=MIDDLE),
    Shot("which-display", SHORT, "console-*-which-display.png", (260, 0, 1276, 520), MIDDLE),
)


def pictures_of(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """Name and yield each picture from what the rehearsals have left in a folder for each plan."""
    for shot in SHOTS:
        yield shot.name, _cropped(folder / shot.plan, shot)
    yield "record", _pages(folder / SHORT / "record.pdf")
    yield "handouts", _handouts(folder / "handouts")


def _cropped(folder: Path, shot: Shot) -> Image.Image:
    picture = Image.open(min(folder.glob(shot.files))).convert("RGB").crop(shot.box)
    height = round(shot.width * picture.height / picture.width)
    return picture.resize((shot.width, height), Image.Resampling.LANCZOS)


def _pages(record: Path) -> Image.Image:
    document = QPdfDocument()
    document.load(str(record))
    width = WIDE // len(COVER_AND_LINES)
    height = round(width * 297 / 210)
    sheet = Image.new("RGB", (WIDE, height), "white")
    for column, page in enumerate(COVER_AND_LINES):
        sheet.paste(_page(document, page, (width, height)), (column * width, 0))
    return sheet


def _handouts(folder: Path) -> Image.Image:
    """Put the first pages of some documents of the print pack side by side."""
    pack = pack_of(READY_PLANS.called(SHORT), LIVE.room.parts)
    paths = write_handouts(pack, Print((ENGLISH,)), PRINTED, folder)
    width = (WIDE - GAP * (len(paths) - 1)) // len(paths)
    height = round(width * 297 / 210)
    sheet = Image.new("RGB", (WIDE, height), BEHIND_PAGES)
    for column, path in enumerate(paths):
        document = QPdfDocument()
        document.load(str(path))
        sheet.paste(_page(document, 0, (width, height)), (column * (width + GAP), 0))
    return sheet


def _page(document: QPdfDocument, page: int, size: tuple[int, int]) -> Image.Image:
    """Draw one page on white, first at twice its size."""
    drawn = document.render(page, 2 * QSize(*size)).convertToFormat(QImage.Format.Format_RGBA8888)
    inked = Image.frombytes("RGBA", (drawn.width(), drawn.height()), bytes(drawn.constBits()))
    paper = Image.new("RGBA", inked.size, "white")
    paper.alpha_composite(inked)
    return paper.convert("RGB").resize(size, Image.Resampling.LANCZOS)


def small(picture: Image.Image) -> bytes:
    """Encode a picture as a PNG of few colours."""
    palette = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    file = BytesIO()
    palette.save(file, "PNG", optimize=True)
    return file.getvalue()


def is_like(old: Image.Image, new: Image.Image) -> bool:
    """Compare two pictures; edges may be smoothed differently."""
    if old.size != new.size:
        return False
    levels = ImageChops.difference(old.convert("L"), new.convert("L")).histogram()
    return sum(levels[UNLIKE:]) <= MOST_UNLIKE * old.width * old.height


def check(name: str, picture: Image.Image) -> str:
    """Compare the stored picture with a new one; return what is wrong, or nothing."""
    path = PICTURES / f"{name}.png"
    if not path.exists():
        return f"{path.name} is missing"
    return "" if is_like(Image.open(path), picture) else f"{path.name} shows something else"


def write(name: str, picture: Image.Image) -> str:
    """Write a picture unless the stored one is like it; return what is wrong, or nothing."""
    if not check(name, picture):
        return ""
    content = small(picture)
    (PICTURES / f"{name}.png").write_bytes(content)
    return "" if len(content) <= MOST_BYTES else f"{name}.png has {len(content)} bytes"


def main(arguments: list[str]) -> int:
    """Write the pictures, or check whether they are up to date."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write(f"{__doc__}")
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for plan in (SHORT, LONG):
            run(plan, Path(folder) / plan, people=None, seed=None, size=None, data=None)
        act = check if arguments else write
        findings = [act(name, picture) for name, picture in pictures_of(Path(folder))]
    for finding in filter(None, findings):
        sys.stderr.write(f"pictures: {finding}; look at it, and run scripts/pictures.py.\n")
    return 1 if any(findings) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
