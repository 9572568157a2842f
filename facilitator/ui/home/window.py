"""The first window, and its pages."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from facilitator.domain.ids import PlanId
from facilitator.domain.time.clock import Clock
from facilitator.room.spec import Theme
from facilitator.ui.home.board_bar import BoardBar, LeftOnBoard
from facilitator.ui.home.home_page import HomePage
from facilitator.ui.home.home_view import HomeView
from facilitator.ui.home.in_sight import InSight
from facilitator.ui.home.notice import Notice
from facilitator.ui.home.style import home_style
from facilitator.ui.widgets.chime import ChimeChoice
from facilitator.ui.widgets.fonts import load_fonts, load_latin
from facilitator.ui.widgets.layouts import column
from facilitator.ui.widgets.scrolling import PageScroll, above_foot, centred
from facilitator.ui.widgets.theme import palette_of
from facilitator.wording import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from facilitator.domain.plan.plan import Plan
    from facilitator.domain.setup import Setup
    from facilitator.live.library.remembered import Remembered
    from facilitator.ui.home.after_page import AfterPage
    from facilitator.ui.home.before_page import BeforeYouStartPage
    from facilitator.ui.home.lines_page import LinesPage
    from facilitator.ui.home.print_page import PrintPage
    from facilitator.ui.home.remembered_page import Over
    from facilitator.ui.home.settings_page import SettingsPage
    from facilitator.ui.home.typed import Typed
    from facilitator.ui.widgets.buttons import Button

USUAL = QSize(1280, 800)  # pixels
FRAME = QSize(0, 40)  # also pixels: the system's frame around a window


def first_size(available: QSize) -> QSize:
    """Choose the window's first size on a display with this available size."""
    return USUAL.boundedTo(available - FRAME)


class HomeWindow(QMainWindow):
    """Home, *Before you start*, settings and the page after closing; it changes no data itself.

    Each page but Home is loaded on first use, so that the window opens quickly.

    Signals:
        try_asked, try_in_window_asked: practise with made-up people, with the board on its
            display or in a window.
        plan_chosen: a plan's id; answer with ``show_before``.
        change_asked, delete_plan_asked: a plan's id; deleting is confirmed.
        new_plan_asked: make a plan from nothing.
        carry_on_asked, delete_asked, remove_asked: a workshop's id; deleting and removing are
            confirmed.
        undo_remove_asked: the id of a workshop to put back on the list.
        start_asked: plan id, ``Setup``, the display's name or "" for a window.
        check_line_asked: a ``Setup``.
        handouts_asked: a plan's id and a ``Setup``, from Home ``None``; answer with
            ``show_handouts``.
        theme_chosen: "board" or "console", and a ``Theme``.
        text_size_chosen: body text in pixels.
        open_file_asked, record_opened, folder_opened, lines_asked: a path.
        record_found: the listed path of a record, and the path where it is.
        records_folder_chosen: the folder for records from now on.
        remembered_asked: F9; answer with ``show_remembered``.
        forget_last_asked: delete what was entered last time.
        forget_steps_asked: delete what steps left for a group; answer with ``show_remembered``.
        chime_asked: a ``ChimeChoice``, and whether to play it now.
        seen: the first page was painted for the first time.
        closed: the window is closed, which ends the program.
    """

    try_asked = Signal()
    try_in_window_asked = Signal()
    plan_chosen = Signal(str)
    change_asked = Signal(str)
    new_plan_asked = Signal()
    delete_plan_asked = Signal(str)
    open_file_asked = Signal(str)
    carry_on_asked = Signal(str)
    delete_asked = Signal(str)
    remove_asked = Signal(str)
    undo_remove_asked = Signal(str)
    start_asked = Signal(str, object, str)
    check_line_asked = Signal(object)
    handouts_asked = Signal(str, object)
    theme_chosen = Signal(str, Theme)
    text_size_chosen = Signal(int)
    record_opened = Signal(str)
    folder_opened = Signal(str)
    lines_asked = Signal(str)
    record_found = Signal(str, str)
    records_folder_chosen = Signal(str)
    remembered_asked = Signal()
    forget_last_asked = Signal()
    forget_steps_asked = Signal(str)
    chime_asked = Signal(ChimeChoice, bool)
    seen = Signal()
    closed = Signal()

    _missing = ""  # the record that was not found

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        load_latin()
        self._clock, self._was_seen = clock, False
        self._view = HomeView()
        self._typed: dict[PlanId, Typed] = {}  # typed before a start, until the workshop starts
        self.page: QWidget = QWidget()
        self._before: BeforeYouStartPage | None = None  # these five only while they are shown
        self._after: AfterPage | None = None
        self._settings: SettingsPage | None = None
        self._lines: LinesPage | None = None
        self._print: PrintPage | None = None
        self._pages = QStackedWidget()
        self.home_page = self._new_home_page()
        self._first = PageScroll(centred(self.home_page))
        self._pages.addWidget(self._first)
        self._permanent, self._notice = Notice(permanent=True), Notice()
        self._notice.acted.connect(self._look_for_record)
        middle = QWidget()
        inside = column(middle, spacing=0)
        self.board_bar = BoardBar(self)
        for part in (self._permanent, self.board_bar, self._notice, self._pages):
            inside.addWidget(part)
        self.setCentralWidget(middle)
        self.setWindowTitle(_("Facilitator"))
        self.setMinimumSize(480, 400)
        self.resize(first_size(self.screen().availableSize()))
        InSight(self)
        self._over: Over | None = None  # before F9 is first pressed
        QShortcut("Esc", self, self._back)
        QShortcut("F9", self, self._toggle_remembered)
        self._restyle()

    @Slot(HomeView)
    def show_home(self, view: HomeView) -> None:
        """Show plans and workshops in the current theme; the settings page stays open."""
        self._view = view
        if view.workshops:  # their titles may be in any script
            load_fonts()
        self._restyle()
        is_first = self.page is self.home_page
        if is_first:
            self._first.stay()
        self.home_page.show_view(view)
        if self._settings is None:
            self._show_first(stays=is_first)

    def show_before(self, plan: "Plan", displays: tuple[str, ...]) -> None:
        """Show *Before you start*; propose the first display for the board."""
        from facilitator.ui.home.before_page import BeforeYouStartPage

        page = BeforeYouStartPage(plan, displays, self._now)
        if self._view.last_time:
            page.show_last_time(self._view.last_time, covered=self.home_page.is_covered)
        page.questions.groups.show_groups(self._view.groups)
        page.forget_last_asked.connect(self._forget_last)
        if plan.id in self._typed:
            self._typed[plan.id].put_back(page.questions)
        page.back_pressed.connect(self._back)
        page.start_asked.connect(self._start)
        page.change_asked.connect(self.change_asked)
        page.questions.records.other_asked.connect(self._ask_for_records_folder)
        page.check_line_asked.connect(self.check_line_asked)
        page.handouts_asked.connect(self._ask_for_handouts)
        page.questions.chime.show_choice(self._view.chime)
        page.questions.chime.asked.connect(self._ask_chime)
        self._show_page(page, page.foot)
        self._before = page
        page.questions.people_box.setFocus()
        page.questions.people_box.selectAll()

    def _ask_for_handouts(self, plan_id: str, setup: "Setup") -> None:
        if self._before is not None:
            self._typed[self._before.plan_id] = self._before.typed
        self.handouts_asked.emit(plan_id, setup)

    def show_handouts(self, page: "PrintPage") -> None:
        """Show what can be printed for a plan; it goes back to *Before you start*."""
        page.back_pressed.connect(self._back)
        self._show_page(page, page.foot)
        self._print = page
        page.focus_first()

    @property
    def asks_before_a_start(self) -> bool:
        """Whether *Before you start* is open."""
        return self._before is not None

    @property
    def chosen_display(self) -> str:
        """The name of the display chosen on *Before you start*; "" for a window."""
        return self._before.questions.display if self._before is not None else ""

    def offer_display_for_practice(self, display: str) -> None:
        """Set the display to ask about before practice; "" for none."""
        self.home_page.offer_display(display)

    def show_displays(self, displays: tuple[str, ...], *, mirrored: bool) -> None:
        """Offer these displays on *Before you start*; warn if two are mirrored."""
        if self._before is not None:
            self._before.questions.show_displays(displays, mirrored=mirrored)

    def show_records_folder(self, folder: str, service: str) -> None:
        """Show on *Before you start* where records go, and which service seems to copy them."""
        if self._before is not None:
            self._before.questions.records.show_folder(folder, service)

    def _ask_for_records_folder(self) -> None:
        from facilitator.ui.widgets.choose_file import choose_folder

        choose_folder(self, _("Where should records go?"), self.records_folder_chosen.emit)

    def _start(self, plan_id: str, setup: "Setup", display: str) -> None:
        self._typed = {}  # from here on the workshop stores it
        self.start_asked.emit(plan_id, setup, display)

    def _forget_last(self) -> None:
        self._view = replace(self._view, last_time=None)
        self.forget_last_asked.emit()

    def _ask_chime(self, choice: ChimeChoice, sound: object) -> None:
        self._view = replace(self._view, chime=choice)
        self.chime_asked.emit(choice, bool(sound))

    def show_lines(self, page: "LinesPage") -> None:
        """Show the lines of a record, to take some out."""
        page.left.connect(self._back)
        self._show_page(page, page.foot)
        self._lines = page
        page.focus_first()

    @Slot(str, str)
    def show_after(
        self, sentence: str, record_path: str, title: str = "", private: str = ""
    ) -> None:
        """Show how the workshop ended; an empty path means that there is no record."""
        from facilitator.ui.home.after_page import AfterPage

        page = AfterPage(sentence, record_path, title, private)
        page.set_covered(covered=self.home_page.is_covered)
        page.record_opened.connect(self.record_opened)
        page.folder_opened.connect(self.folder_opened)
        page.home_pressed.connect(self._show_first)
        self._show_page(page)
        self._after = page

    @Slot(tuple)
    def show_times(self, lines: tuple[str, ...]) -> None:
        """Show planned and actual minutes on the page after a workshop, while it is open."""
        if self._after is not None:
            self._after.show_times(lines)

    @Slot(tuple)
    def show_remembered(self, parts: "tuple[Remembered, ...]") -> None:
        """Show all saved data, over the present page."""
        from facilitator.ui.home.remembered_page import Over, RememberedPage

        page = RememberedPage(parts, covered=self.home_page.is_covered)
        page.forget_last_asked.connect(self._forget_last)
        page.forget_steps_asked.connect(self.forget_steps_asked)
        self._over = self._over or Over(self._pages)
        self._over.open(page)

    def _toggle_remembered(self) -> None:
        if not self._close_remembered():
            self.remembered_asked.emit()

    def _close_remembered(self) -> bool:
        return self._over is not None and self._over.close()

    @property
    def notice_label(self) -> "QLabel":
        """The words of the notice."""
        self._notice.build()
        return self._notice.label

    @property
    def notice_button(self) -> "Button":
        """The button that closes the notice."""
        self._notice.build()
        return self._notice.button

    @Slot(str)
    def show_notice(self, message: str, covered: str = "") -> None:
        """Show a sentence on top of any page until it is closed; "" hides it.

        ``covered`` is shown instead while the room may see names of workshops.
        """
        self._notice.set_covered(covered=self.home_page.is_covered)
        self._notice.show_words(message, covered=covered)

    def show_missing(self, record: str) -> None:
        """Say that a record was not found, and offer to choose its new place."""
        self._missing = record
        message = _("The record is not there any more: {path}").format(path=record)
        self._notice.set_covered(covered=self.home_page.is_covered)
        covered = _("The record is not there any more.")
        self._notice.show_words(message, _("Choose where it is"), covered)

    @Slot(str)
    def show_permanent(self, message: str) -> None:
        """Show a sentence on top of every page as long as the program is open."""
        self._permanent.show_words(message)

    def show_left_on_board(self, left: LeftOnBoard | None) -> None:
        """Show on top of every page what the room still sees, and offer to close it."""
        self.board_bar.show_left(left)

    @Slot(bool)
    def set_room_may_see(self, may_see: int) -> None:
        """Cover names of workshops while a second or mirrored display is attached."""
        self._first.stay()
        self.home_page.set_room_may_see(may_see=bool(may_see))
        if self._over is not None:
            self._over.set_covered(covered=bool(may_see))
        self._notice.set_covered(covered=bool(may_see))
        if self._after is not None:
            self._after.set_covered(covered=bool(may_see))
        if may_see and self._before is not None:
            self._before.cover()
        if self._lines is not None:
            self._lines.set_covered(covered=bool(may_see))

    def _new_home_page(self) -> HomePage:
        page = HomePage()
        page.try_asked.connect(self.try_asked)
        page.try_in_window_asked.connect(self.try_in_window_asked)
        page.plan_chosen.connect(self.plan_chosen)
        page.change_asked.connect(self.change_asked)
        page.new_plan_asked.connect(self.new_plan_asked)
        page.delete_plan_asked.connect(self.delete_plan_asked)
        page.print_asked.connect(lambda plan_id: self.handouts_asked.emit(plan_id, None))
        page.carry_on_asked.connect(self.carry_on_asked)
        page.delete_asked.connect(self.delete_asked)
        page.remove_asked.connect(self.remove_asked)
        page.undo_remove_asked.connect(self.undo_remove_asked)
        page.lines_asked.connect(self.lines_asked)
        page.record_opened.connect(self.record_opened)
        page.open_file_pressed.connect(self._choose_file)
        page.settings_pressed.connect(self._show_settings)
        page.remembered_pressed.connect(self.remembered_asked)
        return page

    def _show_settings(self) -> None:
        from facilitator.ui.home.settings_page import SettingsPage

        page = SettingsPage(self._view)
        page.theme_chosen.connect(self.theme_chosen)
        page.text_size_chosen.connect(self.text_size_chosen)
        page.home_pressed.connect(self._show_first)
        self._show_page(page)
        self._settings = page

    def _choose_file(self) -> None:
        from facilitator.ui.widgets.choose_file import choose_file

        choose_file(self, partial(self.show_notice, ""), self.open_file_asked)

    def _look_for_record(self) -> None:
        from facilitator.ui.widgets.choose_file import choose_file

        missing = self._missing
        choose_file(
            self,
            partial(self.show_notice, ""),
            lambda path: self.record_found.emit(missing, path),
            _("Where is the record?"),
        )

    def _show_page(self, page: QWidget, foot: QWidget | None = None) -> None:
        self._drop_pages()
        self.page = page
        self._pages.addWidget(above_foot(page, foot))
        self._pages.setCurrentIndex(1)

    def _show_first(self, *, stays: bool = False) -> None:
        """Show Home from the top, or keep its scroll position if it is already shown."""
        self._drop_pages()
        self.page = self.home_page
        self.home_page.focus_first()
        if not stays:
            self._first.to_top()

    def _drop_pages(self) -> None:
        self._close_remembered()
        self._before = self._after = self._settings = self._lines = self._print = None
        self._pages.setCurrentIndex(0)
        while (old := self._pages.widget(1)) is not None:
            self._pages.removeWidget(old)
            old.deleteLater()

    def _back(self) -> None:
        if self._close_remembered() or self._leave_question():
            return
        if any(page is not None and page.is_busy for page in (self._lines, self._print)):
            return
        if not self._pages.currentIndex():
            self.home_page.leave_search()
        elif self._print is not None:
            self.plan_chosen.emit(self._print.plan_id)
        else:
            if self._before is not None:
                self._typed[self._before.plan_id] = self._before.typed
            self._show_first()

    def _focus_search(self) -> None:
        if self.page is self.home_page:
            self.home_page.focus_search()

    def _leave_question(self) -> bool:
        """Close the question on the present page; return whether there was one."""
        from facilitator.ui.widgets.questions import QuestionCard

        cards = self.findChildren(QuestionCard)
        return any(card.isVisible() and card.leave() for card in cards)

    def _restyle(self) -> None:
        style = home_style(palette_of(self._view.console_theme), self._view.text_px)
        if style != self.styleSheet():  # setting it again restyles every widget
            self.setStyleSheet(style)

    def _now(self) -> datetime:
        return self._clock.moment().wall.astimezone()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_seen:
            self._was_seen = True
            QTimer.singleShot(0, self, self._say_seen)

    def _say_seen(self) -> None:
        self.seen.emit()
        self._finish()

    def _finish(self) -> None:
        """Add what the first window is shown without: drawings, other scripts, a shortcut."""
        load_fonts()
        self.home_page.show_scenes()
        QShortcut("Ctrl+F", self, self._focus_search)
