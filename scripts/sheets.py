#!/usr/bin/env python3
"""Make sheets of every board page, console panel, corner and Home page, from rehearsals.

usage: scripts/sheets.py [FOLDER]

Plays a plan in Welsh and English, and ready ones in English, in each theme and at each size of
screen, and writes the sheets into docs/pictures, or the folder named. It takes minutes.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from multiprocessing.pool import ThreadPool
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.app.data_folder import open_data_folder
from facilitator.app.home_view import Settings
from facilitator.app.running import make_application
from facilitator.kinds.registry import READY_PLANS
from facilitator.rehearsal.running import Rehearsal
from facilitator.room.spec import Theme
from facilitator.ui.acting.camera import QUICKLY, Camera, settle

ROOT = Path(__file__).parents[1]
FONT = ROOT / "resources" / "fonts" / "AtkinsonHyperlegibleNext-Medium.ttf"
LONG, SHORT = "pscc-180", "three-q-30"  # the long plan has an agreement and breaks
BOTH = str(Path(__file__).with_suffix(".toml"))
LANGUAGES = ("en", "cy+en")
PEOPLE = 8
SIZES = ((1024, 768), (1280, 800), (1920, 1080))
USUAL = SIZES[1]
CAPTION, GAP = 18, 8  # pixels
ALIKE = 0.015  # of all points that may differ between pictures of which one is left out
MOST_BYTES = 600_000
SMOOTH = Qt.TransformationMode.SmoothTransformation
AT_ONCE = 2  # rehearsals


@dataclass(frozen=True, slots=True)
class Play:
    """A rehearsal: its language, the theme of all windows, and the size of the laptop's screen."""

    languages: str
    theme: Theme
    size: tuple[int, int]

    @property
    def name(self) -> str:
        """The play in a caption, and the name of its folder."""
        return f"{self.languages} {self.theme.name.lower()} {self.size[0]}"

    @property
    def plan(self) -> str:
        """The plan that is played: the long one in English only once, since it takes longest."""
        if self.languages != LANGUAGES[0]:
            return BOTH
        return LONG if (self.theme, self.size) == (Theme.WARM, USUAL) else SHORT

    @property
    def board(self) -> tuple[int, int]:
        """The size of the projector: of the form of the laptop's screen."""
        return (1920, 1440) if self.size == SIZES[0] else (1920, 1080)


@dataclass(frozen=True, slots=True)
class SheetOf:
    """A sheet: which windows of which plays, and how wide each picture is."""

    name: str
    windows: tuple[str, ...]
    plays: tuple[Play, ...]
    width: int
    columns: int


PLAYS = tuple(
    Play(languages, theme, size)
    for languages in LANGUAGES
    for theme in Theme
    for size in SIZES
    if theme is Theme.WARM or size == USUAL
)
SHEETS = (
    *(
        SheetOf(
            f"sheet-boards-{theme.name.lower()}",
            ("board",),
            tuple(play for play in PLAYS if play.theme is theme and play.size == USUAL),
            320,
            6,
        )
        for theme in Theme
    ),
    SheetOf(
        "sheet-boards-4-to-3",
        ("board",),
        tuple(play for play in PLAYS if play.size == SIZES[0]),
        256,
        7,
    ),
    *(
        SheetOf(
            f"sheet-console-{size[0]}",
            ("console",),
            tuple(play for play in PLAYS if play.size == size and play.theme is Theme.WARM),
            400,
            4,
        )
        for size in SIZES
    ),
    SheetOf(
        "sheet-corner-and-home",
        ("corner", "home"),
        tuple(play for play in PLAYS if play.languages == LANGUAGES[1]),
        320,
        6,
    ),
)


class Sketcher(Camera):
    """A camera that saves small pictures, under the window's name and the moment."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._into = folder
        self._number = 0

    def take(self, window: QWidget, name: str) -> None:
        """Save a picture of a window, as wide as the widest sheet needs it."""
        self._number += 1
        width = max(sheet.width for sheet in SHEETS)
        settle()
        small = window.grab().toImage().scaledToWidth(width, SMOOTH)
        moment = self.moment.replace("/", " ")
        small.save(str(self._into / f"{self._number:03} {name} {moment}.png"), "PNG", QUICKLY)


def play_one(play: Play, folder: Path) -> None:
    """Play a rehearsal in this process; its small pictures go into the folder."""
    dense = {"dpr": 1, "logicalDpi": 96, "logicalBaseDpi": 96}
    laptop = {"name": "laptop", "x": 0, "y": 0, "width": play.size[0], "height": play.size[1]}
    width, height = play.board
    projector = {"name": "projector", "x": play.size[0], "y": 0, "width": width, "height": height}
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [laptop | dense, projector | dense]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    application = make_application()
    with tempfile.TemporaryDirectory() as data:
        opened = open_data_folder(Path(data))
        settings = Settings(opened.library)
        settings.save_board_theme(play.theme)
        settings.save_console_theme(play.theme)
        plan = READY_PLANS.called(play.plan)
        Rehearsal(application, opened, folder, 1, Sketcher(folder)).play(plan, PEOPLE)
        opened.library.close()


def play_all(folder: Path) -> None:
    """Play every rehearsal, each in a process of its own: the screens are read at its start."""
    with ThreadPool(AT_ONCE) as pool:
        pool.map(partial(play_apart, folder), range(len(PLAYS)), chunksize=1)


def play_apart(folder: Path, number: int) -> None:
    """Play a rehearsal in a process of its own."""
    (own := folder / PLAYS[number].name).mkdir()
    sys.stderr.write(f"{own.name}\n")
    asked = [sys.executable, __file__, "--play", str(number), str(own)]
    subprocess.run(asked, check=True, cwd=ROOT)


def pictures_of(sheet: SheetOf, folder: Path) -> list[tuple[str, Image.Image]]:
    """Return the pictures of a sheet with their captions: the first of each moment, none twice."""
    chosen: list[tuple[str, Image.Image]] = []
    for play in sheet.plays:
        before: dict[tuple[str, str], Image.Image] = {}
        for path in sorted((folder / play.name).glob("[0-9]* *.png")):
            _number, window, moment = path.stem.split(" ", 2)
            if window not in sheet.windows or (window, moment) in before:
                continue
            picture = Image.open(path)
            if not any(are_alike(picture, other) for other in before.values()):
                chosen.append((f"{play.name}: {moment}", picture))
            before[window, moment] = picture
    return chosen


def are_alike(picture: Image.Image, other: Image.Image) -> bool:
    """Return whether two pictures differ in hardly any point."""
    if picture.size != other.size:
        return False
    levels = ImageChops.difference(picture.convert("L"), other.convert("L")).histogram()
    return sum(levels[32:]) <= ALIKE * other.width * other.height


def draw(sheet: SheetOf, pictures: list[tuple[str, Image.Image]]) -> Image.Image:
    """Draw the pictures in rows, each below its caption."""
    face = ImageFont.truetype(str(FONT), 13)
    height = max(round(sheet.width * p.height / p.width) for _caption, p in pictures)
    across, down = sheet.width + GAP, height + CAPTION + GAP
    rows = -(-len(pictures) // sheet.columns)
    paper = Image.new("RGB", (sheet.columns * across + GAP, rows * down + GAP), "#8A8A86")
    pen = ImageDraw.Draw(paper)
    for place, (caption, picture) in enumerate(pictures):
        left, top = GAP + place % sheet.columns * across, GAP + place // sheet.columns * down
        pen.text((left, top - 2), fitting(caption, face, sheet.width), "white", face)
        size = sheet.width, round(sheet.width * picture.height / picture.width)
        paper.paste(picture.resize(size, Image.Resampling.LANCZOS), (left, top + CAPTION))
    return paper


def fitting(caption: str, face: ImageFont.FreeTypeFont, width: int) -> str:
    """Return as much of a caption as fits."""
    while face.getlength(caption) > width:
        caption = caption[:-1]
    return caption


def write(path: Path, picture: Image.Image) -> None:
    """Write a sheet as WebP, at the best quality that keeps it small."""
    for quality in (65, 50, 35, 20):
        picture.save(path, "WEBP", quality=quality, method=6)
        if path.stat().st_size <= MOST_BYTES:
            return


def main(arguments: list[str]) -> int:
    """Play the rehearsals, and write the sheets."""
    if arguments[:1] == ["--play"]:
        play_one(PLAYS[int(arguments[1])], Path(arguments[2]))
        return 0
    if len(arguments) > 1:
        sys.stderr.write(f"{__doc__}")
        return 2
    into = Path(arguments[0]) if arguments else ROOT / "docs" / "pictures"
    with tempfile.TemporaryDirectory() as folder:
        play_all(Path(folder))
        for sheet in SHEETS:
            write(into / f"{sheet.name}.webp", draw(sheet, pictures_of(sheet, Path(folder))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
