"""The facilitator's language: from a catalogue where there is one, else English."""

import struct
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from facilitator.domain.time.dates import own_day
from facilitator.wording import _, use_language

HEADER, ONE, OTHER = b"\x00Content-Type: text/plain; charset=UTF-8\n\x00", b"Home\x00", b"Hafan\x00"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Make a folder with a Welsh catalogue of one text; afterwards English is back."""
    texts = HEADER + ONE + OTHER
    begins = 28 + 2 * 16
    places = [begins, begins + 1, begins + len(HEADER), begins + len(HEADER) + len(ONE)]
    originals = struct.pack("<4I", 0, places[0], len(ONE) - 1, places[2])
    translated = struct.pack("<4I", len(HEADER) - 2, places[1], len(OTHER) - 1, places[3])
    head = struct.pack("<7I", 0x950412DE, 0, 2, 28, 44, 0, 0)
    path = tmp_path / "cy" / "LC_MESSAGES" / "facilitator.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(head + originals + translated + texts)
    yield tmp_path
    use_language("en", tmp_path)


@pytest.mark.parametrize("language", ["cy", "cy_GB"])
def test_texts_come_from_the_catalogue_of_the_systems_language(folder: Path, language: str) -> None:
    use_language(language, folder)
    assert _("Home") == "Hafan"
    assert _("Settings") == "Settings"
    assert own_day(date(2026, 11, 29)) == "29 Tachwedd 2026"


def test_a_language_without_a_catalogue_stays_in_english(folder: Path) -> None:
    use_language("xx_XX", folder)
    assert _("Home") == "Home"
    assert own_day(date(2026, 11, 29)) == "29 November 2026"
