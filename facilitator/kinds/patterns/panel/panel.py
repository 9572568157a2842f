"""The panel of patterns: what the group says belongs together, put there by keys or by mouse."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from facilitator.kinds.patterns.commands import (
    Merge,
    NewPattern,
    Put,
    Redo,
    Remove,
    Rename,
    Shift,
    ShowLines,
    ShowNames,
    ShowPattern,
    TakeOut,
    Undo,
)
from facilitator.kinds.patterns.desk import GroupView, PatternsView
from facilitator.kinds.patterns.panel.columns import Columns
from facilitator.kinds.patterns.panel.entry import Asks, NameEntry
from facilitator.kinds.patterns.panel.outline import KEYS, Outline, PatternAct
from facilitator.ui.console.commands.menu import ConsoleMenu, add_act
from facilitator.ui.console.own_panel import StepPanel
from facilitator.ui.widgets.beside import Beside
from facilitator.ui.widgets.buttons import Button, quiet_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout, column
from facilitator.wording import _

BOTH_FROM = 900  # pixels: outline and columns beside each other

EMPTY = PatternsView((), is_open=False, can_undo=False, can_redo=False, is_shown=False,
                     is_latest=False)  # fmt: skip


class PatternsPanel(StepPanel):
    """Sorts opened lines; it holds nothing itself but what is being typed."""

    def __init__(self) -> None:
        super().__init__()
        self._view = EMPTY
        self.advice = label(role="do")
        self.outline, self.columns, self.entry = Outline(), Columns(), NameEntry()
        self.both = Beside(
            self.outline, self.columns, both_from=BOTH_FROM, fit=self.columns.set_room
        )
        self.show_button = Button(_("Show the patterns"), Icon.BOARD)
        self.new_button = Button(_("New pattern"), Icon.ADD, KEYS[PatternAct.NEW][0])
        self.undo_button = quiet_button(_("Undo"), Icon.UNDO, KEYS[PatternAct.UNDO][0])
        self.turn_button = quiet_button(_("Columns"), Icon.LAYERS)
        self.more_button = quiet_button("", Icon.MORE)
        self.more_button.call(_("More for lines and patterns"))
        self.more_button.setToolTip(_("More for lines and patterns"))
        self._lay_out()
        self._connect()

    def show_view(self, view: object) -> None:
        """Show the patterns as they are now."""
        if not isinstance(view, PatternsView):
            return
        self._view = view
        self.outline.show_view(view)
        self.columns.show_view(view)
        self.undo_button.setEnabled(view.can_undo)
        self.both.setVisible(view.is_open)
        self._acts.setVisible(view.is_open)
        self.advice.setText(_advice_on(view))
        self.advice.setVisible(bool(self.advice.text()))
        if not view.is_open:
            self.entry.drop()

    def forget(self) -> None:
        """Drop what is shown and typed: another step begins."""
        self._view = EMPTY
        self.entry.drop()
        self.outline.show_items(())
        self.columns.forget()

    def _lay_out(self) -> None:
        self._acts = QWidget()
        acts = FlowLayout(self._acts)
        buttons = self.show_button, self.new_button, self.undo_button, self.turn_button
        for button in (*buttons, self.more_button):
            button.show_cap(visible=False)
            acts.addWidget(button)
        whole = column(self)
        for part in (self.advice, self.entry):
            whole.addWidget(part)
        whole.addWidget(self.both, 1)
        whole.addWidget(self._acts)

    def _connect(self) -> None:
        outline, columns, entry = self.outline, self.columns, self.entry
        for asked in (outline.put_asked, columns.number_asked):
            asked.connect(self._put_in_number)
        for asked in (outline.act_asked, columns.act_asked):
            asked.connect(self._do)
        for typed in (outline.typed, columns.typed):
            typed.connect(partial(self._ask_where, Asks.PUT))
        columns.put_asked.connect(self._put_in_group)
        entry.named.connect(self._use_name)
        entry.matched.connect(self._use_pattern)
        entry.left.connect(self._take_keys)
        self.show_button.clicked.connect(lambda: self.asked.emit(ShowNames()))
        self.new_button.clicked.connect(lambda: self._do(PatternAct.NEW))
        self.undo_button.clicked.connect(lambda: self._do(PatternAct.UNDO))
        self.turn_button.clicked.connect(self.both.turn)
        self.more_button.clicked.connect(self._open_menu)
        self.both.changed.connect(self._name_turn_button)

    @property
    def _lines(self) -> Outline | Columns:
        """Where lines are chosen: in the part with the keyboard, or the one that is shown."""
        focus = self.window().focusWidget()
        in_columns = focus is not None and self.columns.isAncestorOf(focus)
        return self.columns if in_columns or self.both.shows_second_alone else self.outline

    def _take_keys(self) -> None:
        if self.outline.isVisible():
            self.outline.setFocus()
        else:
            self.columns.take_keys()

    def _name_turn_button(self) -> None:
        turned = self.both.shows_second_alone
        self.turn_button.setVisible(not self.both.shows_both)
        self.turn_button.show_words(_("Outline") if turned else _("Columns"))

    def _put_in_number(self, number: int, also: object) -> None:
        if number < len(self._view.groups):
            self._put(self._view.groups[number], also=bool(also))

    def _put_in_group(self, group: GroupView, also: object) -> None:
        self._put(group, also=bool(also))

    def _put(self, group: GroupView, *, also: bool) -> None:
        spots = self._lines.spots
        if not spots:
            return
        if group.key is None:
            self.asked.emit(TakeOut(spots))
        else:
            self.asked.emit(Put(spots, group.key, also=also))

    def _do(self, act: str) -> None:
        match PatternAct(act):
            case PatternAct.UNDO:
                self.asked.emit(Undo())
            case PatternAct.REDO:
                self.asked.emit(Redo())
            case PatternAct.NEW:
                self._ask_where(Asks.NEW)
            case PatternAct.ALSO:
                self._ask_where(Asks.ALSO)
            case PatternAct.OUT:
                self._put(self._view.groups[0], also=False)
            case PatternAct.UP | PatternAct.DOWN:
                self._shift(-1 if act == PatternAct.UP else 1)
            case PatternAct.RENAME | PatternAct.MERGE | PatternAct.REMOVE:
                self._do_to_pattern(PatternAct(act))

    def _do_to_pattern(self, act: PatternAct) -> None:
        group = self._group
        if group is None or group.key is None:
            return
        if act is PatternAct.RENAME:
            title = _("Another name for “{pattern}”").format(pattern=group.name)
            self.entry.ask(Asks.RENAME, title, self._view, text=group.name)
        elif act is PatternAct.MERGE:
            title = _("Put all lines of “{pattern}” in").format(pattern=group.name)
            self.entry.ask(Asks.MERGE, title, self._view)
        elif self._lines.spot is not None:
            self._put(self._view.groups[0], also=False)
        else:
            self.asked.emit(Remove(group.key))

    @property
    def _group(self) -> GroupView | None:
        """The pattern that is chosen, or that of the chosen line."""
        key = self._lines.key
        return next((group for group in self._view.groups if group.key == key), None)

    def _shift(self, by: int) -> None:
        spot, group = self._lines.spot, self._group
        if group is not None and group.key is not None:
            self.asked.emit(Shift(group.key, by, None if spot is None else spot.line))

    def _ask_where(self, asks: Asks, text: str = "") -> None:
        marks = {line.line: line.mark for group in self._view.groups for line in group.lines}
        lines = ", ".join(marks[spot.line] for spot in self._lines.spots)
        if not lines and asks is not Asks.NEW:
            return
        titles = {
            Asks.PUT: _("Where does {lines} go? Type a name."),
            Asks.ALSO: _("Where does {lines} go, too? Type a name."),
            Asks.NEW: _("A new pattern with {lines}, in the group’s words")
            if lines
            else _("A new pattern, in the group’s words"),
        }
        self.entry.ask(asks, titles[asks].format(lines=lines), self._view, text=text)

    def _use_name(self, asks: str, name: str) -> None:
        key = self._lines.key
        if asks == Asks.RENAME:
            if key is not None:
                self.asked.emit(Rename(key, name))
        else:
            self.asked.emit(NewPattern(name, self._lines.spots, stay=asks == Asks.ALSO))
        self._take_keys()

    def _use_pattern(self, asks: str, key: int) -> None:
        chosen = self._lines.key
        if asks != Asks.MERGE:
            self.asked.emit(Put(self._lines.spots, key, also=asks == Asks.ALSO))
        elif chosen is not None:
            self.asked.emit(Merge(chosen, key))
        self._take_keys()

    def _open_menu(self) -> None:
        self.menu().popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def menu(self) -> ConsoleMenu:
        """Build the menu with every act and its key."""
        menu = ConsoleMenu(self)
        words = {
            PatternAct.OUT: _("Leave the line on its own"),
            PatternAct.ALSO: _("Put it in another pattern, too"),
            PatternAct.RENAME: _("Rename the pattern"),
            PatternAct.MERGE: _("Put all its lines in another pattern"),
            PatternAct.UP: _("Move up"),
            PatternAct.DOWN: _("Move down"),
            PatternAct.REMOVE: _("Remove the pattern"),
            PatternAct.REDO: _("Redo"),
        }
        group, has_lines = self._group, bool(self._lines.spots)
        is_pattern = group is not None and group.key is not None
        for act, text in words.items():
            entry = add_act(menu, text, KEYS[act][0], partial(self._do, act))
            if act is PatternAct.REDO:
                entry.setEnabled(self._view.can_redo)
            else:
                entry.setEnabled(has_lines if act is PatternAct.ALSO else is_pattern)
        menu.addSeparator()
        if group is not None and group.lines:
            show = partial(self.asked.emit, ShowPattern(group.key))
            add_act(menu, _("Show this pattern on the board"), "", show)
        add_act(menu, _("Show the lines on the board"), "", lambda: self.asked.emit(ShowLines()))
        return menu


def _advice_on(view: PatternsView) -> str:
    if not view.is_open:
        return _("Here the group sorts the opened lines. None are open yet.")
    if view.is_shown and not view.is_latest:
        return _(
            "The board has the patterns as they were. Show them again when the group is ready."
        )
    return ""
