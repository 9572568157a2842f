"""The console: the window that only the facilitator sees."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from facilitator.errors import FacilitatorError, NotAllowedNowError
from facilitator.live.session.session import LiveSession
from facilitator.live.views.desk_view import DeskView
from facilitator.room.pages.picture import Theme
from facilitator.ui.console.agreement.panel import AgreementPanel
from facilitator.ui.console.bind.agreement import bind_agreement
from facilitator.ui.console.bind.panels import bind, bind_commands
from facilitator.ui.console.board.ask import place_of, place_question
from facilitator.ui.console.columns import ConsoleColumns
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.key_acts import TABLE_KEYS, KeyMap, key_map_of, set_key_map
from facilitator.ui.console.commands.keys_page import KeysPage
from facilitator.ui.console.commands.search_panel import SearchPanel
from facilitator.ui.console.commands.table import COMMANDS, Act
from facilitator.ui.console.drawer import Drawer
from facilitator.ui.console.gathering.writing_page import GatherWriting
from facilitator.ui.console.leaving import stop_question
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.own_panel import StepPanels
from facilitator.ui.console.record.panel import RecordPanel
from facilitator.ui.console.said.panel import SaidField
from facilitator.ui.console.style import LEAST_SCALE, MOST_SCALE, STEP_SCALE, console_style
from facilitator.ui.console.while_writing import CoverPage
from facilitator.ui.live_signals import LiveSignals
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.caps import ALT, cap_words, is_cap_of
from facilitator.ui.widgets.focus import focus_again
from facilitator.ui.widgets.fonts import load_fonts
from facilitator.ui.widgets.key_presses import is_enter
from facilitator.ui.widgets.lazy import Lazy
from facilitator.ui.widgets.letters import letter_of
from facilitator.ui.widgets.theme import palette_of
from facilitator.wording import _

LEAST_SIZE = QSize(640, 480)  # pixels
FIELDS = (QLineEdit, QAbstractSpinBox, QComboBox)


class ConsoleWindow(QMainWindow):
    """Connects the panels to a live session: the session signals, the panels call commands.

    Signals:
        corner_asked, cards_asked: open the typing corner, or its page for cards.
        make_record_asked, stop_asked, delete_asked: end the workshop in this way; confirmed.
        save_elsewhere_asked: the workshop is not saved; choose another place.
        board_full_screen_asked: F5. board_place_asked: the key of a display, "" for a window.
        home_asked: return to Home.
        keys_changed: the ``KeyMap`` that the facilitator chose, to save.
    """

    corner_asked = Signal()
    cards_asked = Signal()
    make_record_asked = Signal()
    stop_asked = Signal()
    delete_asked = Signal()
    save_elsewhere_asked = Signal()
    board_full_screen_asked = Signal()
    board_place_asked = Signal(str)
    home_asked = Signal()
    keys_changed = Signal(object)

    def __init__(
        self,
        session: LiveSession,
        signals: LiveSignals,
        scene: RoomScene | None = None,
        panels: StepPanels | None = None,
    ) -> None:
        super().__init__()
        load_fonts()
        self._session = session
        self._scale, self._theme = LEAST_SCALE, Theme.WARM
        self._set_style_sheet()
        self.desk, self.cover = ConsoleColumns(scene or RoomScene()), CoverPage()
        self.desk.middle.own.makers = panels or {}
        self.desk.middle.own.corner_asked.connect(self.corner_asked)
        self._pages = QStackedWidget()
        for page in (self.desk, self.cover):
            self._pages.addWidget(page)
        self.setCentralWidget(self._pages)
        self.setMinimumSize(LEAST_SIZE)
        self.resize(1280, 800)
        self._shortcuts: list[QShortcut] = []
        self._before_keys: QWidget | None = None  # had the focus before
        self._keys = Lazy(KeysPage, self._pages.addWidget, self._pages)
        self._search = Lazy(self._build_search, lambda _panel: None, self.desk)
        self._bind()
        self.use_keys(TABLE_KEYS)
        self._restyle()
        signals.desk_changed.connect(self._show_desk)
        self._show_desk(session.desk())  # turns to a tab, which may make the session shuffle
        self.desk.middle.take_keys()

    @property
    def keys(self) -> KeysPage:
        """The page of the keys."""
        return self._keys.part

    @property
    def search(self) -> SearchPanel:
        """The command search."""
        return self._search.part

    def _build_search(self) -> SearchPanel:
        panel = SearchPanel(self.desk)
        panel.chosen.connect(self.do)
        return panel

    def _show_desk(self, desk: DeskView) -> None:
        """Show the desk; the window's title is the workshop's, never the group's."""
        self.setWindowTitle(_("{title} – Facilitator").format(title=desk.header.title))
        self.desk.show_desk(desk)

    def _bind(self) -> None:
        desk, middle = self.desk, self.desk.middle
        bind(desk, self._session, self._try)
        bind_commands(desk, self.do)
        bind_agreement(desk, self._session, self._try)
        desk.header.save_elsewhere_asked.connect(self.save_elsewhere_asked)
        middle.lazy_gathering.when_built(
            lambda panel: panel.lazy_writing.when_built(self._bind_writing)
        )
        middle.lazy_agreement.when_built(
            lambda panel: panel.check.corner_asked.connect(self.corner_asked)
        )
        middle.lazy_record.when_built(self._bind_closing)
        middle.leaving.answered.connect(lambda _answer: self.stop_asked.emit())
        middle.board_ask.answered.connect(
            lambda answer: self.board_place_asked.emit(place_of(answer))
        )
        self._keys.when_built(self._bind_keys)
        self._escape = self._shortcut(QKeySequence(Qt.Key.Key_Escape), middle.notice.dismiss)
        middle.notice.appeared.connect(self._give_escape)
        middle.notice.gone.connect(self._give_escape)
        self._give_escape()

    def use_keys(self, keys: KeyMap) -> None:
        """Use these keys, and show them on buttons, in menus, in the search and on the keys page.

        Ctrl with a key that repeats gets no QShortcut: Qt may hold Ctrl + and Ctrl = for the same
        key, and would run neither.
        """
        set_key_map(self, keys)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)  # Qt ignores both of two shortcuts with the same key
            shortcut.deleteLater()
        chords = {
            cap: act
            for cap, act in keys.chords.items()
            if cap.startswith(ALT) or not COMMANDS[act].repeats
        }
        self._shortcuts = [
            *(
                self._shortcut(
                    QKeySequence(cap), partial(self.do, act), repeats=COMMANDS[act].repeats
                )
                for cap, act in chords.items()
            ),
            *(
                self._shortcut(QKeySequence(key), partial(self.do, act))
                for key, act in keys.always.items()
            ),
        ]
        for button in self.findChildren(CommandButton):
            button.follow_keys()
        self.desk.header.follow_keys()
        self.desk.middle.now.follow_keys()
        self.desk.middle.lazy_agreement.update(AgreementPanel.follow_keys)
        self._keys.update(KeysPage.show_keys, keys)

    def _change_keys(self, keys: KeyMap) -> None:
        self.use_keys(keys)
        self.keys_changed.emit(keys)

    def _bind_keys(self, page: KeysPage) -> None:
        page.left.connect(self._leave_keys)
        page.keys_changed.connect(self._change_keys)

    def _bind_writing(self, page: GatherWriting) -> None:
        page.corner_asked.connect(self.corner_asked)
        page.cards_asked.connect(self.cards_asked)

    def _bind_closing(self, record: RecordPanel) -> None:
        record.closing.make_record_asked.connect(self.make_record_asked)
        record.closing.stop_asked.connect(self.stop_asked)
        record.closing.delete_asked.connect(self.delete_asked)

    def _give_escape(self) -> None:
        """Let Esc close an open notice, and nothing below it."""
        self._escape.setEnabled(bool(self.desk.middle.notice.text))

    def _shortcut(
        self, keys: QKeySequence, run: Callable[[], None], *, repeats: bool = False
    ) -> QShortcut:
        shortcut = QShortcut(keys, self)
        shortcut.setAutoRepeat(repeats)
        shortcut.activated.connect(run)
        return shortcut

    def do(self, act: Act) -> None:
        """Run a command of the table, and show its error."""
        command = COMMANDS[act]
        if command.on_screen:
            command.run(self)
        else:
            self._try(partial(command.run, self))

    def _do_by_key(self, act: Act, event: QKeyEvent) -> None:
        """Run a key's command; a digit that misses the check gives no minutes."""
        check = self._session.desk().agreement.check
        is_figure = letter_of(event).isdecimal() and key_map_of(self).always_of(event) is None
        if is_figure and check is not None and not check.closed:
            key = cap_words(key_map_of(self).cap_of(Act.MORE_TIME))
            refusal = NotAllowedNowError(
                _("While a check is held, figures count hands."),
                _("Press {key} for a minute more, or close the check first.").format(key=key),
            )
            self.show_notice(str(refusal))
        else:
            self.do(act)

    @property
    def session(self) -> LiveSession:
        """The running workshop."""
        return self._session

    def toggle_drawer(self, act: Act) -> None:
        """Open or close a command's panel above the present step."""
        drawers = self.desk.middle.drawers
        lazies: dict[Act, Callable[[], Drawer]] = {
            Act.FINISH: lambda: drawers.finish,
            Act.TIME_LOOK: lambda: drawers.choices,
            Act.CUE: lambda: drawers.cue,
            Act.TURNS: lambda: drawers.turns,
            Act.EXTRA: lambda: drawers.extra,
            Act.CONTACTS: lambda: drawers.contacts,
        }
        drawers.toggle(lazies[act]())

    def ask_for_full_screen(self) -> None:
        """Ask the program to toggle full screen on the board's display."""
        self._session.steps.forget_asked()
        self.board_full_screen_asked.emit()

    def ask_for_home(self) -> None:
        """Ask the program to return to Home."""
        self.home_asked.emit()

    def say_heard(self) -> None:
        """Switch between all opened lines heard and not yet."""
        if not self.desk.middle.gathering.opened.say_heard():
            self.show_notice(_("Not all opened lines have been on the board yet."))

    def turn_to_tab(self, number: int) -> None:
        """Turn to a tab, counted from 1."""
        tab = Tab(number - 1)
        self.desk.middle.take_up(tab)
        if self.desk.middle.tab is not tab:
            self.show_notice(_("In a window this wide, steps and board are beside the middle."))

    def open_more(self) -> None:
        """Open the menu under More, unless somebody is writing at this laptop."""
        if not self._is_covered:
            self.desk.middle.now.open_menu()

    def show_board_place(self, text: str, *, warns: bool = False) -> None:
        """Show where the board is: "Board on the projector", "Board in a window"."""
        self.desk.show_board_place(text, warns=warns)

    @Slot(str)
    def show_notice(self, text: str) -> None:
        """Show a notice to the facilitator."""
        self.desk.middle.notice.show_notice(text)

    def ask_to_leave(self) -> None:
        """Ask whether to stop here, unless somebody is writing at this laptop."""
        if self._turn_to(self.desk):
            self.desk.middle.leaving.ask(stop_question())

    def ask_where_board_goes(self, displays: Mapping[str, str]) -> None:
        """Ask before the board leaves its display, unless somebody is writing at this laptop."""
        if self._turn_to(self.desk):
            self.activateWindow()
            if self.desk.middle.board_ask.isHidden():
                self.desk.middle.board_ask.ask(place_question(displays))

    @property
    def _is_covered(self) -> bool:
        """Whether somebody is writing at this laptop."""
        return self._pages.currentWidget() is self.cover

    def _turn_to(self, page: QWidget) -> bool:
        """Turn to a page unless the console is covered; return whether it has turned."""
        if self._is_covered:
            return False
        self._pages.setCurrentWidget(page)
        return True

    def show_cover(self, *, covered: bool) -> None:
        """Cover everything while the typing corner is open on this display, or show it again."""
        self._pages.setCurrentWidget(self.cover if covered else self.desk)
        if not covered:
            self.desk.middle.take_keyboard()

    def set_seen_by_room(self, *, seen: bool) -> None:
        """Hide what only the facilitator may read while the room can see the console."""
        self.desk.middle.set_seen_by_room(seen=seen)

    def set_theme(self, theme: Theme) -> None:
        """Change the console's colours."""
        self._theme = theme
        self._restyle()

    @property
    def text_scale(self) -> int:
        """The text size, in per cent."""
        return self._scale

    def set_text_scale(self, scale: int) -> None:
        """Set the text size in per cent, limited to 100 to 160."""
        self._scale = max(LEAST_SCALE, min(MOST_SCALE, scale))
        self._restyle()

    def handle_board_key(self, event: QKeyEvent) -> bool:
        """Handle a key pressed on the board's window; return whether it was used."""
        act = key_map_of(self).act_of(event)
        if act is Act.LEAVE:
            self.desk.middle.board_ask.leave()
        if act is None or act is Act.LEAVE:
            return False
        self._do_by_key(act, event)
        return True

    def _try(self, command: Callable[[], object]) -> None:
        """Run a command; show an expected failure as a notice, let a bug reach the crash report.

        The previous notice goes first, since the program may refuse the command with a new one.
        """
        self.desk.middle.notice.dismiss()
        try:
            command()
        except FacilitatorError as error:
            self.show_notice(str(error))

    def ask_for_corner(self) -> None:
        """Open the typing corner; raise an error while writing is closed."""
        if self._session.corner() is None:
            raise NotAllowedNowError(_("Writing is not open."), _("Open it first, under Lines."))
        self.corner_asked.emit()

    def show_keys(self, *, to_change: bool = False) -> None:
        """Show the keys page, or close it, unless somebody is writing at this laptop.

        If a key is to be changed, it stays open and its list gets the focus.
        """
        if self._pages.currentWidget() is self.keys and not to_change:
            self._leave_keys()
            return
        if self._pages.currentWidget() is self.desk:
            self._before_keys = self.focusWidget()
        if self._turn_to(self.keys):
            self.keys.open(to_change=to_change)

    def open_search(self) -> None:
        """Open the search, unless somebody is writing at this laptop."""
        before = self.focusWidget()
        if not self._turn_to(self.desk):
            return
        self.activateWindow()  # the key may have been pressed on the board
        search = self.search
        self._place_search()
        search.open(before)

    def _place_search(self) -> None:
        if not self._search.is_built:
            return
        middle = self.desk.middle
        corner = middle.mapTo(self.desk, middle.rect().topLeft())
        self.search.place_over(QRect(corner, middle.size()), self._scale)

    def _leave_keys(self) -> None:
        """Go back to the desk and restore its focus."""
        before, self._before_keys = self._before_keys, None
        if self._turn_to(self.desk) and not focus_again(before):
            self.desk.middle.take_keys()

    def leave(self) -> None:
        """Close whatever is open, and move the focus back to the middle."""
        self.desk.middle.notice.dismiss()
        self.desk.middle.drawers.close_open()
        self.desk.middle.setFocus()

    def scale_by(self, steps: int) -> None:
        """Make text larger or smaller by n steps."""
        self.set_text_scale(self._scale + steps * STEP_SCALE)

    def _set_style_sheet(self) -> None:
        """Set the style sheet only if it differs, since Qt restyles every widget."""
        sheet = console_style(palette_of(self._theme), self._scale)
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)

    def _restyle(self) -> None:
        self._set_style_sheet()
        self.desk.show_palette(palette_of(self._theme))
        self.desk.set_room(self.width(), self.height(), self._scale)
        self._place_search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle a key that the focused widget has not used (decision record 0018)."""
        act = key_map_of(self).act_of(event)
        focus = self.focusWidget()
        in_field = isinstance(focus, FIELDS) and act is not Act.LEAVE
        if isinstance(focus, SaidField) and focus.leaves(event):
            in_field = False
        free = self._pages.currentWidget() is self.desk and not in_field
        button = (
            self._button_of(event) if free and key_map_of(self).always_of(event) is None else None
        )
        if button is not None and not event.isAutoRepeat():
            button.click()
        elif act is not None and (free or key_map_of(self).always_of(event) is not None):
            self._do_by_key(act, event)
        else:
            super().keyPressEvent(event)

    def _button_of(self, event: QKeyEvent) -> Button | None:
        """Find the button that shows a key and is nearest to the focus.

        Enter is not searched for: the focused widget handles it.
        """
        around: QWidget | None = self.focusWidget() or self.desk
        while around is not None and not is_enter(event):
            for button in around.findChildren(Button):
                if button.isVisible() and button.isEnabled() and is_cap_of(button.cap, event):
                    return button
            around = around.parentWidget()
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.desk.set_room(self.width(), self.height(), self._scale)
        self._place_search()
