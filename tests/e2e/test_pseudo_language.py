"""Whole workshops on a console in a made-up language: the board shows the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.domain.ids import PlanId
from facilitator.store.plans.ready import READY
from facilitator.wording import use_language
from tests.helpers.attacks import count
from tests.helpers.catalogues import BEGINS, ENDS, LANGUAGE, longer_words, write_catalogue
from tests.helpers.files import ready_plan
from tests.helpers.rehearsals import Played, play

ENTERED = (  # by a rehearsal, and seen by the room: longer words would need more pages
    "Made-up people",
    "the person at the door",
    "everyone in the room",
    "the person at the laptop",
    "a note at the front desk",
)
PLANS = (*READY,) if count(0, 1) else (PlanId("three-q-30"),)


@pytest.fixture(autouse=True)
def english(tmp_path: Path) -> Iterator[None]:
    """Put English back afterwards."""
    yield
    use_language("en", tmp_path)


def longer(text: str) -> str:
    """Translate all but what is entered."""
    return text if text in ENTERED else longer_words(text)


def seen(played: Played) -> list[tuple[str, list[str]]]:
    """Return every page of the board: its kind, and its texts."""
    return [(type(page.picture.content).__name__, list(page.texts)) for page in played.looks]


@pytest.mark.parametrize("plan_id", PLANS)
def test_a_rehearsal_in_another_language_does_and_shows_the_same(
    qapp: QApplication, tmp_path: Path, plan_id: PlanId
) -> None:
    plan = ready_plan(plan_id)
    (tmp_path / "en").mkdir()
    (tmp_path / "xx").mkdir()
    plain = play(qapp, tmp_path / "en", plan, 7)
    write_catalogue(tmp_path / "texts", longer)
    use_language(LANGUAGE, tmp_path / "texts")
    other = play(qapp, tmp_path / "xx", plan, 7)
    assert other.captions == plain.captions
    assert seen(other) == seen(plain)
    assert other.report == plain.report  # what was done how often, and every line
    texts = [text for _kind, page in seen(other) for text in page]
    assert texts
    assert not [text for text in texts if BEGINS in text or ENDS in text]
