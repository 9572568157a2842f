"""No word on Home's pages is cut in a language with longer words, or in large text."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.live.library.remembered import remembered_here
from facilitator.store.library.file import library_in_memory
from facilitator.ui.home.home_view import RowState
from facilitator.ui.home.print_page import PrintPage
from facilitator.ui.home.window import HomeWindow
from facilitator.wording import use_language
from tests.helpers.catalogues import LANGUAGE, longer_words, write_catalogue
from tests.helpers.clock import FakeClock
from tests.helpers.cut_words import cut_words
from tests.helpers.homes import a_home, a_row, a_short_plan

SIZES = [(640, 480), (1093, 580), (1280, 800)]
RECORD = "/home/ana/Documents/Records of our workshops/riverside.pdf"


@pytest.fixture
def home(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[HomeWindow]:
    write_catalogue(tmp_path / "texts", longer_words)
    use_language(LANGUAGE, tmp_path / "texts")
    window = HomeWindow(clock)
    qtbot.addWidget(window)
    window.show()
    window.show_home(replace(a_home(a_row(1), a_row(2, RowState.WAITING)), text_px=20))
    yield window
    use_language("en", tmp_path)


def before(home: HomeWindow) -> None:
    home.show_before(a_short_plan(), ("projector",))


def after(home: HomeWindow) -> None:
    home.show_after("The record is made, and all else is deleted.", RECORD, "Riverside")
    home.show_times(("Arriving: 10 minutes, 12 as it ran",))


def remembered(home: HomeWindow) -> None:
    home.show_remembered(remembered_here(library_in_memory(), Path("/data")))


def settings(home: HomeWindow) -> None:
    home.home_page.settings_pressed.emit()


def notice(home: HomeWindow) -> None:
    home.show_missing(RECORD)


def printing(home: HomeWindow) -> None:
    page = PrintPage(a_short_plan())
    home.show_handouts(page)
    page.show_state("Saved in /home/ana/Documents/Records of our workshops/Short talk.")


PAGES = [HomeWindow.show, before, after, remembered, settings, notice, printing]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("open_page", PAGES, ids=lambda page: page.__name__)
def test_no_word_of_a_page_is_cut(
    home: HomeWindow, size: tuple[int, int], open_page: Callable[[HomeWindow], None]
) -> None:
    home.resize(*size)
    open_page(home)
    for _round in range(6):
        QApplication.processEvents()
    assert cut_words(home) == []
