"""The panel that a kind of step has on the console: in its steps only, and for nobody else."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import StepKind
from facilitator.live.views.desk_view import OwnView
from facilitator.ui.console.own_panel import OwnPanelPlace, StepPanel

TALK = OwnView(StepId("talk"), StepKind.TALK, "for the facilitator alone")


class Panel(StepPanel):
    """A made-up panel that shows its view."""

    def __init__(self) -> None:
        super().__init__()
        self.words = QLabel()
        self.typed = ""
        QVBoxLayout(self).addWidget(self.words)

    def show_view(self, view: object) -> None:
        self.words.setText(str(view))

    def forget(self) -> None:
        self.words.clear()
        self.typed = ""


@pytest.fixture
def place(qtbot: QtBot) -> OwnPanelPlace:
    """Give the place, shown, with a panel for talks."""
    place = OwnPanelPlace()
    place.makers = {StepKind.TALK: lambda: Panel}
    qtbot.addWidget(place)
    return place


def words_of(place: OwnPanelPlace) -> list[str]:
    """Return what can be read in the place."""
    labels = place.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


@pytest.mark.parametrize("is_seen_first", [True, False])
def test_nothing_of_it_is_in_sight_while_the_room_sees_the_console(
    place: OwnPanelPlace, is_seen_first: bool
) -> None:
    if is_seen_first:
        place.set_seen_by_room(seen=True)
    place.show_own(TALK)
    place.set_seen_by_room(seen=True)
    place.show_own(OwnView(TALK.step_id, TALK.kind, "more for the facilitator"))
    assert words_of(place) == []
    place.set_seen_by_room(seen=False)
    assert words_of(place) == ["more for the facilitator"]


def test_another_step_leaves_nothing_of_it(place: OwnPanelPlace) -> None:
    place.show_own(TALK)
    assert words_of(place) == [TALK.view]
    place.show_own(None)
    assert [label.text() for label in place.findChildren(QLabel)] == [""]
    place.set_seen_by_room(seen=False)
    assert not place.isVisible()


def test_another_step_of_its_kind_begins_without_what_was_there(place: OwnPanelPlace) -> None:
    place.show_own(TALK)
    (panel,) = place.findChildren(Panel)
    panel.typed = "half entered"
    place.show_own(OwnView(TALK.step_id, TALK.kind, "the same step"))
    assert panel.typed
    place.show_own(OwnView(StepId("next"), TALK.kind, "another step"))
    assert panel.typed == ""


def test_what_it_asks_for_goes_to_the_step_that_it_shows(
    place: OwnPanelPlace, qtbot: QtBot
) -> None:
    place.show_own(TALK)
    with qtbot.waitSignal(place.asked) as asked:
        place.findChildren(Panel)[0].asked.emit("close it")
    assert asked.args == ["talk", "close it"]
