"""The search on Home: plans and workshops as words are typed, and nothing that is covered."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.ui.home.home_view import RowState
from facilitator.ui.home.plan_card import PlanCard
from facilitator.ui.home.rows import ClosedRow
from facilitator.ui.home.window import HomeWindow
from tests.helpers.finding import texts_on
from tests.helpers.homes import a_home, a_row
from tests.helpers.keys import press


def look_for(home: HomeWindow, words: str) -> tuple[list[str], int]:
    """Type into the search; return the titles of plans and the number of workshops it finds."""
    home.home_page.search_field.setText(words)
    QApplication.processEvents()
    cards = [card for card in home.findChildren(PlanCard) if card.isVisible()]
    rows = [row for row in home.findChildren(ClosedRow) if row.isVisible()]
    return [card.plan.title for card in cards], len(rows)


def test_plans_and_workshops_are_found_by_any_of_their_words(home: HomeWindow) -> None:
    home.show_home(a_home(a_row(1), replace(a_row(2), title="Ward Øst", group="Harbour")))
    assert look_for(home, "PULSE small") == (["Team pulse"], 0)
    assert look_for(home, "ward øst") == ([], 1)
    assert look_for(home, "harbour") == ([], 1)
    assert look_for(home, "nothing such") == ([], 0)
    assert "Nothing here has these words." in texts_on(home)


def test_esc_shows_everything_again_and_enter_goes_to_what_was_found(
    home: HomeWindow, qtbot: QtBot
) -> None:
    home.show_home(a_home(a_row(1)))
    home.home_page.focus_search()
    look_for(home, "workarounds")
    qtbot.keyClick(home.home_page.search_field, Qt.Key.Key_Return)
    result = home.focusWidget()
    assert isinstance(result, PlanCard)
    with qtbot.waitSignal(home.plan_chosen) as chosen:
        qtbot.keyClick(result, Qt.Key.Key_Return)
    assert chosen.args == [result.plan.plan_id]
    press(Qt.Key.Key_Escape, on=home)
    assert home.home_page.search_field.text() == ""
    QApplication.processEvents()
    assert len([card for card in home.findChildren(PlanCard) if card.isVisible()]) == 8


def test_no_search_tells_of_a_workshop_that_is_covered(home: HomeWindow) -> None:
    home.show_home(a_home(a_row(1), a_row(2, RowState.WAITING)))
    home.set_room_may_see(True)
    plain = texts_on(home)
    assert look_for(home, "night team") == look_for(home, "no such group") == ([], 0)
    look_for(home, "night")
    hit = texts_on(home)
    look_for(home, "xyzzy")
    assert texts_on(home) == hit, "what is on the page does not depend on covered names"
    look_for(home, "")
    assert texts_on(home) == plain


def test_a_search_is_cleared_when_the_room_may_see_this_screen(home: HomeWindow) -> None:
    home.show_home(a_home(a_row(1), a_row(2, RowState.WAITING)))
    look_for(home, "night team")
    home.set_room_may_see(True)
    assert home.home_page.search_field.text() == ""
    covered = texts_on(home)
    look_for(home, "")
    assert texts_on(home) == covered
    look_for(home, "workarounds")
    home.set_room_may_see(False)
    assert home.home_page.search_field.text() == "workarounds"


def test_a_thousand_workshops_are_searched_and_eight_of_them_listed(home: HomeWindow) -> None:
    rows = tuple(a_row(n, title=f"Circle {n}") for n in range(1000))
    home.show_home(a_home(*rows, has_run_one=True))
    assert look_for(home, "circle 99") == ([], 8)
    assert look_for(home, "circle 997") == ([], 1)


def test_a_workshop_is_run_again_with_its_ready_plan_only(home: HomeWindow, qtbot: QtBot) -> None:
    plan = a_home().plans[2].plan_id
    home.show_home(a_home(replace(a_row(1), plan_id=plan), a_row(2)))
    QApplication.processEvents()
    first, second = home.findChildren(ClosedRow)
    assert not second.again_button.isVisible()
    with qtbot.waitSignal(home.plan_chosen) as chosen:
        first.again_button.click()
    assert chosen.args == [plan]
