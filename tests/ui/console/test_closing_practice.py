"""The closing card says what is true of practice, and of a workshop that is not saved."""

import pytest
from pytestqt.qtbot import QtBot

from facilitator.ui.console.record.closing import ClosingCard
from tests.helpers.finding import texts_on


@pytest.fixture
def closing(qtbot: QtBot) -> ClosingCard:
    card = ClosingCard()
    qtbot.addWidget(card)
    card.show()
    return card


def test_practice_does_not_say_that_anything_waits_or_stays(closing: ClosingCard) -> None:
    closing.show_kind(practice=True, saved=True)
    closing.show_risk(("a line",))
    assert "waits on this laptop" not in texts_on(closing)
    assert "The record stays" not in texts_on(closing)
    assert closing.stop_button.words == "Stop practising"
    closing.make_button.click()
    assert "What stays" not in closing.ask.text.text()


def test_a_workshop_says_what_waits_and_what_stays(closing: ClosingCard) -> None:
    assert "waits on this laptop" in texts_on(closing)
    assert "The record stays" in texts_on(closing)
    closing.make_button.click()
    assert "What stays" in closing.ask.text.text()


def test_a_workshop_that_is_not_kept_does_not_say_that_anything_waits(closing: ClosingCard) -> None:
    closing.show_kind(practice=False, saved=False)
    assert "waits on this laptop" not in texts_on(closing)
    assert "Save it elsewhere first" in texts_on(closing)
    assert not closing.stop_button.isEnabled()
    closing.show_kind(practice=False, saved=True)
    assert "waits on this laptop" in texts_on(closing)
    assert closing.stop_button.isEnabled()
