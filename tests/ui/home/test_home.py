"""Home, driven by mouse and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.home.home_view import RowState, WorkshopRow
from facilitator.ui.home.rows import ClosedRow, UnfinishedCard
from facilitator.ui.home.window import HomeWindow
from facilitator.ui.widgets.buttons import CardButton
from facilitator.ui.widgets.cards import CardGrid
from facilitator.ui.widgets.labels import IconLabel
from facilitator.ui.widgets.scrolling import PageScroll
from tests.helpers.clock import FakeClock
from tests.helpers.finding import texts_on
from tests.helpers.homes import a_home, a_row, a_short_plan


def button(home: HomeWindow, text: str) -> QPushButton:
    QApplication.processEvents()
    return next(b for b in home.findChildren(QPushButton) if b.text() == text and b.isVisible())


def click(qtbot: QtBot, home: HomeWindow, text: str) -> None:
    qtbot.mouseClick(button(home, text), Qt.MouseButton.LeftButton)


def test_home_stays_within_a_display_that_shrinks(home: HomeWindow, qtbot: QtBot) -> None:
    screen = home.screen()
    room = screen.availableGeometry()
    home.setGeometry(200, 150, room.width() + 300, room.height() + 200)  # as on a larger display
    screen.availableGeometryChanged.emit(room)
    qtbot.waitUntil(lambda: room.contains(home.frameGeometry()))


def test_home_of_a_good_size_stays_so_when_displays_change(home: HomeWindow) -> None:
    home.setGeometry(40, 60, 600, 500)
    home.screen().availableGeometryChanged.emit(home.screen().availableGeometry())
    assert home.geometry().getRect() == (40, 60, 600, 500)


def test_try_it_is_asked_for_by_one_press(home: HomeWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.try_asked):
        click(qtbot, home, "Try it")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_plan_is_chosen_by_key(home: HomeWindow, qtbot: QtBot, key: Qt.Key) -> None:
    plan = home.findChildren(CardButton)[2]
    with qtbot.waitSignal(home.plan_chosen) as chosen:
        qtbot.keyClick(plan, key)
    assert chosen.args == ["plan-2"]


def test_a_click_anywhere_on_a_card_chooses_its_plan(home: HomeWindow, qtbot: QtBot) -> None:
    plan = home.findChildren(CardButton)[0]
    for at in (plan.rect().center(), QPoint(4, 4), plan.rect().bottomRight() - QPoint(4, 4)):
        with qtbot.waitSignal(home.plan_chosen):
            qtbot.mouseClick(plan, Qt.MouseButton.LeftButton, pos=at)


def test_deleting_asks_first_and_can_be_taken_back(home: HomeWindow, qtbot: QtBot) -> None:
    home.show_home(a_home(a_row(7, RowState.WAITING)))
    with qtbot.assertNotEmitted(home.delete_asked):
        click(qtbot, home, "Delete")
        assert "cannot be brought back" in texts_on(home)
        click(qtbot, home, "Keep it")
    click(qtbot, home, "Delete")
    with qtbot.waitSignal(home.delete_asked) as asked:
        click(qtbot, home, "Delete for good")
    assert asked.args == ["w7"]


def test_two_stopped_workshops_look_different_without_names_of_groups(
    home: HomeWindow, qtbot: QtBot
) -> None:
    rows = [
        replace(a_row(number, RowState.WAITING), stopped=f"Thursday 26 November 2026, {time}")
        for number, time in ((1, "9:30"), (2, "14:05"))
    ]
    home.show_home(a_home(*rows))
    home.set_room_may_see(True)
    QApplication.processEvents()
    delete = [card for card in home.findChildren(UnfinishedCard) if card.isVisible()]
    assert len({row.delete_button.accessibleDescription() for row in delete}) == 2
    for card, time in zip(delete, ("9:30", "14:05"), strict=True):
        assert f"Thursday 26 November 2026, {time}" in texts_on(card)
        qtbot.mouseClick(card.delete_button, Qt.MouseButton.LeftButton)
        (question,) = (text for text in texts_on(card).splitlines() if text.endswith("?"))
        assert question == (
            f"Delete “Team pulse” of Thursday 26 November 2026, {time}, "
            "with everything people wrote?"
        )
        assert "Night team" not in texts_on(card)


@pytest.mark.parametrize("rows", [0, 12])
def test_home_opens_at_its_top_wherever_it_was_left(
    home: HomeWindow, qtbot: QtBot, rows: int
) -> None:
    home.resize(800, 600)
    home.show_home(a_home(*(a_row(n) for n in range(rows)), has_run_one=bool(rows)))
    bar = home.findChildren(PageScroll)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    home.show_before(a_short_plan(), ())
    qtbot.keyClick(home, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert bar.value() == 0


@pytest.mark.parametrize("state", [RowState.CLOSED, RowState.WAITING])
def test_home_says_when_a_kept_agreement_goes_with_a_workshop(
    home: HomeWindow, qtbot: QtBot, state: RowState
) -> None:
    home.show_home(a_home(replace(a_row(state=state), keeps_agreement=True)))
    if state is RowState.WAITING:
        click(qtbot, home, "Delete")
    warning = "\nDeleting this workshop also deletes what this group kept for its next one."
    assert warning in texts_on(home)
    home.show_home(a_home(a_row()))
    assert "agreement that this group kept" not in texts_on(home)


def test_a_stopped_workshop_can_be_carried_on(home: HomeWindow, qtbot: QtBot) -> None:
    home.show_home(a_home(a_row(7, RowState.WAITING)))
    with qtbot.waitSignal(home.carry_on_asked) as asked:
        click(qtbot, home, "Carry on")
    assert asked.args == ["w7"]


def test_no_name_of_a_group_shows_while_the_room_may_see(home: HomeWindow, qtbot: QtBot) -> None:
    home.show_home(a_home(a_row(1, RowState.WAITING), a_row(2)))
    home.set_room_may_see(True)
    assert "Riverside" not in texts_on(home)
    assert "Night team" not in texts_on(home)
    click(qtbot, home, "Show my workshops")
    assert "Riverside\nNight team" in texts_on(home)


@pytest.mark.parametrize(
    ("rows", "first"),
    [((), "Try it"), ((a_row(7, RowState.WAITING),), "Carry on")],
)
@pytest.mark.parametrize("may_see", [True, False])
def test_the_keyboard_begins_at_the_most_likely_thing(
    home: HomeWindow, rows: tuple[WorkshopRow, ...], first: str, may_see: bool
) -> None:
    home.show_home(a_home(*rows))
    home.set_room_may_see(may_see)
    assert home.focusWidget() is button(home, first)


def test_uncovering_keeps_the_keyboard_at_the_list(home: HomeWindow, qtbot: QtBot) -> None:
    home.show_home(a_home(*(a_row(n, title=f"Group {n}") for n in range(12))))
    home.set_room_may_see(True)
    click(qtbot, home, "Show my workshops")
    assert the_row(home) == 0
    click(qtbot, home, "Show all 12 workshops")
    assert the_row(home) == 8


def has_icon(control: QPushButton) -> bool:
    """Return whether an icon is painted on a button."""
    icon = control.findChild(IconLabel)
    assert isinstance(icon, IconLabel)
    image = icon.grab().toImage()
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) > 1


def test_every_icon_is_there_again_once_workshops_were_uncovered(
    home: HomeWindow, qtbot: QtBot
) -> None:
    home.show_home(a_home(*(a_row(n) for n in range(12))))
    home.set_room_may_see(True)
    qtbot.waitUntil(lambda: has_icon(button(home, "Settings")))
    for pressed in ("Show my workshops", "Show all 12 workshops"):
        click(qtbot, home, pressed)
        assert has_icon(button(home, "Open a file"))
        assert has_icon(button(home, "Settings"))


def the_row(home: HomeWindow) -> int:
    """Return which workshop of the list has the keyboard."""
    focused = home.focusWidget()
    assert focused is not None
    rows = home.findChildren(ClosedRow)
    return next(n for n, row in enumerate(rows) if row.isAncestorOf(focused))


def test_a_long_list_shows_all_when_asked(home: HomeWindow, qtbot: QtBot) -> None:
    home.show_home(a_home(*(a_row(n, title=f"<b>{n}</b>") for n in range(40))))
    assert "<b>30</b>" not in texts_on(home)
    click(qtbot, home, "Show all 40 workshops")
    assert "<b>30</b>" in texts_on(home)


@pytest.mark.parametrize(("width", "columns"), [(1440, 4), (900, 3), (700, 2), (480, 1)])
def test_cards_take_the_columns_there_is_room_for(
    home: HomeWindow, width: int, columns: int
) -> None:
    home.resize(width, 600)
    QApplication.processEvents()
    assert home.findChildren(CardGrid)[0].columns == columns


def test_every_control_has_a_name_and_room_for_a_finger(home: HomeWindow) -> None:
    home.show_home(a_home(a_row(1, RowState.WAITING), a_row(2)))
    QApplication.processEvents()
    for button in home.findChildren(QPushButton):
        if button.isVisible():
            assert button.accessibleName()
            assert button.height() >= 44, button.accessibleName()


def test_a_theme_and_a_text_size_are_asked_for(home: HomeWindow, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QRadioButton

    click(qtbot, home, "Settings")
    choices = {radio.text(): radio for radio in home.findChildren(QRadioButton)}
    with qtbot.waitSignal(home.text_size_chosen) as size:
        choices["Large"].click()
    assert size.args == [20]
    with qtbot.waitSignal(home.theme_chosen):
        choices["For a dim room"].click()


def test_a_notice_stays_until_it_is_closed(home: HomeWindow, qtbot: QtBot) -> None:
    home.show_notice("The disk is full.")
    assert "The disk is full." in texts_on(home)
    click(qtbot, home, "Close this note")
    assert "The disk is full." not in texts_on(home)


def test_after_closing_the_record_can_be_opened(home: HomeWindow, qtbot: QtBot) -> None:
    home.show_after("All notes are gone.", "/tmp/a/record.pdf")
    assert "All notes are gone." in texts_on(home)
    with qtbot.waitSignal(home.record_opened):
        click(qtbot, home, "Open the record")
    with qtbot.waitSignal(home.folder_opened) as opened:
        click(qtbot, home, "Open its folder")
    assert opened.args == ["/tmp/a"]


def test_planned_and_actual_minutes_stand_on_the_page_after_and_on_no_other(
    home: HomeWindow, qtbot: QtBot
) -> None:
    line = "In pairs: 8 min planned, 11 min taken"
    home.show_times((line,))
    assert line not in texts_on(home)
    home.show_after("All notes are gone.", "/tmp/a/record.pdf")
    home.show_times((line,))
    assert line in texts_on(home)
    click(qtbot, home, "Back to Home")
    assert line not in texts_on(home)


class Windows(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.opened.append(type(watched).__name__)
        return False


def test_home_shows_no_part_of_itself_as_a_window_of_its_own(
    qapp: QApplication, qtbot: QtBot, clock: FakeClock
) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    home = HomeWindow(clock)
    qtbot.addWidget(home)
    home.show_home(a_home())
    qapp.removeEventFilter(windows)
    assert not windows.opened


@pytest.mark.parametrize("change", ["removed", "mirrored"])
def test_home_stays_where_it_was_scrolled_to(home: HomeWindow, qtbot: QtBot, change: str) -> None:
    home.resize(800, 600)
    rows = tuple(a_row(n) for n in range(8))
    home.show_home(a_home(*rows, has_run_one=True))
    bar = home.findChildren(PageScroll)[0].verticalScrollBar()
    for _round in range(6):  # layouts within layouts settle one after another
        QApplication.processEvents()
    last = home.findChildren(ClosedRow)[-1]
    bar.setValue(bar.maximum() if change == "removed" else 20)
    before = bar.value()
    assert before
    last.remove_button.setFocus()
    if change == "removed":
        home.show_home(a_home(*rows[:-1], replace(rows[-1], removed=True), has_run_one=True))
        home.home_page.focus_undo("w7")
        undo = home.findChildren(ClosedRow)[-1].undo_button
        assert undo.hasFocus()
        qtbot.waitUntil(lambda: not undo.visibleRegion().isEmpty())
        assert bar.value() > before - 100
    else:
        home.set_room_may_see(True)
        qtbot.waitUntil(lambda: bar.value() == before)
        assert home.focusWidget() is not None


@pytest.mark.parametrize("asking", ["delete", "remove"])
def test_esc_leaves_what_is_asked_about_a_workshop(
    home: HomeWindow, qtbot: QtBot, asking: str
) -> None:
    home.show_home(a_home(a_row(0, RowState.WAITING), a_row(1), has_run_one=True))
    QApplication.processEvents()
    row = home.findChildren(UnfinishedCard if asking == "delete" else ClosedRow)[0]
    assert isinstance(row, UnfinishedCard | ClosedRow)
    asks = row.delete_button if isinstance(row, UnfinishedCard) else row.remove_button
    asks.setFocus()
    asks.click()
    assert row.question.leave_button.hasFocus()
    assert not asks.isVisible()
    qtbot.keyClick(row.question.leave_button, Qt.Key.Key_Escape)
    assert row.question.isHidden()
    assert asks.hasFocus()


def test_the_arrows_go_from_button_to_button(home: HomeWindow, qtbot: QtBot) -> None:
    settings = button(home, "Settings")
    settings.setFocus()
    qtbot.keyClick(settings, Qt.Key.Key_Right)
    reached = home.focusWidget()
    assert reached is not settings
    assert reached is not None
    qtbot.keyClick(reached, Qt.Key.Key_Left)
    assert home.focusWidget() is settings
