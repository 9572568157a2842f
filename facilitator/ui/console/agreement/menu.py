"""The menu under More next to the agreement's lines."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.live.views.agreement_view import AgreementView
from facilitator.live.views.better import Starters, starters
from facilitator.ui.console.agreement.acts import AgreementActs
from facilitator.ui.console.commands.key_acts import key_map_of
from facilitator.ui.console.commands.menu import ConsoleMenu, Submenu, add_act
from facilitator.ui.console.commands.table import LineMenu, line_commands_in
from facilitator.ui.widgets.languages import language_name
from facilitator.wording import _


class AgreementMenu(ConsoleMenu):
    """Offers the commands for lines, with and without keys.

    Signals:
        undo_asked, redo_asked, gather_asked, late_asked: the entry was chosen.
        suggest_asked: a starter line.
    """

    undo_asked = Signal()
    redo_asked = Signal()
    gather_asked = Signal()
    late_asked = Signal()
    suggest_asked = Signal(str)

    def __init__(self, owner: QWidget, acts: AgreementActs, view: AgreementView) -> None:
        super().__init__(owner)
        self._acts = acts
        self._view = view

    def fill(self, *, dense: bool) -> None:
        """Add all entries, but for those whose buttons are visible."""
        if dense:
            self._add(self, LineMenu.WITH_BUTTON)
        self._add(self, LineMenu.LINE)
        self._add(Submenu(self, _("Where the line stands")), LineMenu.STATE)
        self._add(self, LineMenu.LAST)
        self.addSeparator()
        self._add_rest()

    def _add(self, menu: QMenu, part: LineMenu) -> None:
        keys = key_map_of(self._owner)
        for command in line_commands_in(part):
            cap = keys.cap_of(command.id)
            add_act(menu, command.words(), cap, partial(self._acts.do, command.id))

    def _add_rest(self) -> None:
        view = self._view
        add_act(self, _("Undo"), "Ctrl+Z", self.undo_asked.emit).setEnabled(view.can_undo)
        add_act(self, _("Redo"), "Ctrl+Y", self.redo_asked.emit).setEnabled(view.can_redo)
        if view.step_id is not None and view.writing is None:
            self.addAction(_("Let people write without names"), self.gather_asked.emit)
        self.addAction(_("Show it to those who came later"), self.late_asked.emit)
        for offered in starters(view.languages):
            self._add_starters(offered, alone=len(view.languages) == 1)

    def _add_starters(self, offered: Starters, *, alone: bool) -> None:
        title = _("Starter lines, if the group is stuck")
        if not alone:
            title = _("Starter lines in {language}, if the group is stuck")
        if not offered.checked:
            title = _("Starter lines in {language}, not checked by a speaker yet")
        submenu = Submenu(self, title.format(language=language_name(offered.language)))
        texts = {row.text for row in self._view.rows}
        for line in offered.lines:
            if line not in texts:
                action = submenu.addAction(line)
                action.triggered.connect(lambda _on=False, line=line: self.suggest_asked.emit(line))
