"""What is under More beside the agreement's lines."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.live.agreement_view import AgreementView
from facilitator.live.better import Starters, starters
from facilitator.ui.console.agreement_acts import AgreementActs
from facilitator.ui.console.caps import Cap
from facilitator.ui.console.menu import Beneath, ConsoleMenu, add_act
from facilitator.ui.kit.languages import language_name
from facilitator.wording import _


class AgreementMenu(ConsoleMenu):
    """Offers what the lines' keys do, and what there are no keys for.

    Signals:
        undo_asked, redo_asked, gather_asked, late_asked: that was chosen.
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
        """Add everything; what has buttons is left out where these are shown."""
        if dense:
            self._add(
                self,
                (_("Check this line"), "K", "check"),
                (_("Check all lines"), "⇧K", "check all"),
                (_("Join the chosen lines"), "J", "join"),
                (_("Park it"), "P", "park"),
                (_("Drop it"), Qt.Key.Key_Delete, "let go"),
            )
        self._add(
            self,
            (_("What would it look like?"), "E", "example"),
            (_("Both people agree to joining these"), "Y", "confirm"),
            (_("Take a joined line apart"), "S", "separate"),
            (_("Show at the bottom of every page"), "F", "foot"),
            (_("A wording that may work better, for you alone"), "V", "better"),
        )
        self._add(
            Beneath(self, _("Where the line stands")),
            (_("Being clarified"), "C", "clarify"),
            (_("Ready to check"), "R", "ready"),
            (_("Needs a change"), "", "needs a change"),
            (_("Take it up again"), "U", "take up"),
        )
        self._add(self, (_("Take the line out for good"), "", "take out"))
        self.addSeparator()
        self._add_rest()

    def _add(self, menu: QMenu, *acts: tuple[str, Cap, str]) -> None:
        for words, cap, act in acts:
            add_act(menu, words, cap, partial(self._acts.do, act))

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
        title = _("Starter lines, if the room is stuck")
        if not alone:
            title = _("Starter lines in {language}, if the room is stuck")
        if not offered.checked:
            title = _("Starter lines in {language}, not checked by a speaker yet")
        beneath = Beneath(self, title.format(language=language_name(offered.language)))
        there = {row.text for row in self._view.rows}
        for line in offered.lines:
            if line not in there:
                made = beneath.addAction(line)
                made.triggered.connect(lambda _on=False, line=line: self.suggest_asked.emit(line))
