"""The cards of the ready plans: their words and drawings, in every theme and size."""

from dataclasses import replace
from functools import partial
from itertools import product

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.plan.summary import PlanSummary
from facilitator.room.spec import Theme
from facilitator.store.plans.summaries import ready_summaries
from facilitator.ui.home.home_view import TEXT_SIZES, HomeView
from facilitator.ui.home.plan_card import BELOW, BESIDE, PlanCard
from facilitator.ui.home.scenes import SCENES
from facilitator.ui.home.window import HomeWindow
from facilitator.ui.widgets.theme import contrast, palette_of
from tests.helpers.clock import FakeClock

PSEUDO = "⟦Çøûŕåĝéöûš çøñvéŕšåţîøñš, wîţĥ måñý møŕé wøŕðš ţĥåñ ûšûåļ⟧"


def cards_of(home: HomeWindow, view: HomeView) -> list[PlanCard]:
    home.show_home(view)
    home.home_page.show_scenes()
    for _round in range(8):  # layouts within layouts settle one after another
        QApplication.processEvents()
    return home.home_page.findChildren(PlanCard)


def picture_of(card: PlanCard) -> QImage:
    return card.grab().toImage()


def is_high_enough(card: PlanCard) -> bool:
    return card.height() >= card.heightForWidth(card.width())


def strongest(picture: QImage, area: QRect, ground: str) -> float:
    """Return the highest contrast to a ground in an area."""
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    }
    return max(contrast(colour, ground) for colour in colours)


def test_each_ready_plan_has_a_drawing_of_its_own() -> None:
    assert set(SCENES) == {plan.plan_id for plan in ready_summaries()}
    assert len(set(SCENES.values())) == len(SCENES)


@pytest.mark.parametrize("theme", Theme)
def test_words_stay_readable_once_the_drawing_is_there(home: HomeWindow, theme: Theme) -> None:
    palette = palette_of(theme)
    for card in cards_of(home, HomeView(ready_summaries(), console_theme=theme)):
        picture, top = picture_of(card), card.words_top
        title = QRect(BESIDE, top, card.width() - 2 * BESIDE, 18)
        facts = QRect(BESIDE, card.height() - BELOW - 18, card.width() - 2 * BESIDE, 18)
        assert strongest(picture, title, palette.panel) > 7, card.plan.title
        assert strongest(picture, facts, palette.panel) > 4.5, card.plan.title


def test_the_drawing_moves_nothing(home: HomeWindow, clock: FakeClock, qtbot: QtBot) -> None:
    other = HomeWindow(clock)
    qtbot.addWidget(other)
    other.show_home(HomeView(ready_summaries()))
    for window in (home, other):
        window.resize(1280, 800)
        window.show()
    drawn = cards_of(home, HomeView(ready_summaries()))
    QApplication.processEvents()
    empty = other.home_page.findChildren(PlanCard)
    assert [card.geometry() for card in drawn] == [card.geometry() for card in empty]
    below = QRect(8, drawn[1].words_top, drawn[1].width() - 16, drawn[1].height())
    assert picture_of(drawn[1]).copy(below) == picture_of(empty[1]).copy(below)


@pytest.mark.parametrize("width", [480, 1024, 1280])
def test_no_word_of_a_card_is_clipped(home: HomeWindow, width: int, qtbot: QtBot) -> None:
    home.resize(width, 800)
    for text_px, long in product(TEXT_SIZES, (False, True)):
        plans = ready_summaries()
        if long:
            plans = tuple(replace(plan, title=PSEUDO) for plan in plans)
        for card in cards_of(home, HomeView(plans, text_px=text_px)):
            qtbot.waitUntil(partial(is_high_enough, card))
            for word in card.plan.title.split():
                wide = QFontMetrics(card.title_font).horizontalAdvance(word)
                assert wide <= card.width() - 2 * BESIDE, (word, text_px)


def test_a_plan_without_a_drawing_has_hills(home: HomeWindow) -> None:
    plan = PlanSummary(ready_summaries()[0].plan_id, "Mine", "Our own.", 40, 3, 9)
    ours = replace(plan, plan_id=type(plan.plan_id)("ours"))
    (card,) = cards_of(home, HomeView((ours,)))
    picture = picture_of(card)
    colours = {picture.pixelColor(x, card.words_top // 2).name() for x in range(picture.width())}
    assert len(colours) > 3
    assert palette_of(Theme.WARM).ground.lower() in colours
