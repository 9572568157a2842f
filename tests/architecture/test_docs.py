"""Every path, name and picture that the documents mention exists."""

import re
from pathlib import Path

import pytest

from tests.architecture.source import FILES, PACKAGE, ROOT

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
PATH = re.compile(r"[\w.-]*(?:/[\w.-]*)+|[\w-]+\.(?:py|md|sh|toml)")
MADE = ("out/",)  # by a command, when it is run
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
PICTURES = ROOT / "docs" / "pictures"
MOST_BYTES = 60_000  # of a picture
MAP = ROOT / "docs" / "architecture.md"
NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
SHEETS = set(PICTURES.glob("sheet-*.webp"))  # of scripts/sheets.py
MOST_BYTES_OF_SHEET = 600_000


def quoted_in(page: Path) -> set[str]:
    """Return what a page sets as code."""
    return set(re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8")))


def is_there(name: str, page: Path) -> bool:
    """Return whether there is such a file or folder; a decision is named by its number as well."""
    places = (ROOT, PACKAGE, ROOT / "docs", page.parent)
    return any((place / name).exists() or any(place.glob(f"{name}-*.md")) for place in places)


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CHANGELOG.md"], ids=lambda page: page.name)
def test_no_page_holds_what_a_merge_left(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if line.startswith(("<<<<<<<", "=======", ">>>>>>>"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_on_a_page_is_there(page: Path) -> None:
    paths = {path for path in quoted_in(page) if PATH.fullmatch(path) and not path.startswith(MADE)}
    assert not {path for path in paths if not is_there(path, page)}


def test_every_picture_is_small_told_in_words_and_on_a_page() -> None:
    pictures: set[Path] = set()
    for page in PAGES:
        for words, name in PICTURE.findall(page.read_text(encoding="utf-8")):
            picture = (page.parent / name).resolve()
            assert words.endswith("."), f"{name} is not told in a sentence"
            assert picture.stat().st_size <= MOST_BYTES
            pictures.add(picture)
    assert pictures == set(PICTURES.iterdir()) - SHEETS


def test_every_sheet_is_linked_from_its_page_and_not_too_large() -> None:
    text = (ROOT / "docs" / "sheets.md").read_text(encoding="utf-8")
    assert {f"pictures/{path.name}" for path in SHEETS} == set(re.findall(r"\((.*?webp)\)", text))
    assert max(path.stat().st_size for path in SHEETS) <= MOST_BYTES_OF_SHEET


def test_every_name_on_the_map_is_in_the_code() -> None:
    names = {name for name in quoted_in(MAP) if NAME.fullmatch(name) and not PATH.fullmatch(name)}
    folders = [path.read_text(encoding="utf-8") for path in FILES]
    helpers = (ROOT / "tests" / "helpers").glob("*.py")
    code = "\n".join([*folders, *(path.read_text(encoding="utf-8") for path in helpers)])
    words = set(re.findall(r"\w+", code))
    assert not {name for name in names if not set(name.split(".")) <= words}


def test_every_layer_is_on_the_map() -> None:
    text = MAP.read_text(encoding="utf-8")
    layers = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert not {layer for layer in layers if f"`{layer}/`" not in text}
