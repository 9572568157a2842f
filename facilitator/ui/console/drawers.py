"""The small panels above the present step; one is open at a time."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.live.views.desk_view import BoardView, ExtraView, SpeakingOrderView
from facilitator.ui.console.contacts_panel import ContactsPanel
from facilitator.ui.console.drawer import Drawer
from facilitator.ui.console.time.choices import TimeChoicesPanel
from facilitator.ui.console.time.cue import CuePanel
from facilitator.ui.console.time.extra_timer import ExtraTimerPanel
from facilitator.ui.console.time.finish import FinishPanel
from facilitator.ui.console.time.turns import TurnsPanel
from facilitator.ui.widgets.chime import Chime, ChimeChoice
from facilitator.ui.widgets.lazy import Lazy

Panel = TypeVar("Panel", bound=Drawer)


class Drawers(QWidget):
    """Holds the panels that open above the present step.

    Signals:
        opened: a panel was opened.
        left: the open panel was closed.
        chime_chosen: a ``ChimeChoice``.
    """

    opened = Signal()
    left = Signal()
    chime_chosen = Signal(ChimeChoice)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all: list[Drawer] = []  # opened at least once
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self.lazy_finish = self._drawer(FinishPanel)
        self.lazy_choices = self._drawer(TimeChoicesPanel)
        self.lazy_cue, self.lazy_turns = self._drawer(CuePanel), self._drawer(TurnsPanel)
        self.lazy_extra = self._drawer(ExtraTimerPanel)
        self.lazy_contacts = self._drawer(ContactsPanel)
        self.chime = Chime()
        self.lazy_choices.update(TimeChoicesPanel.show_sound, self.chime.choice)
        self.lazy_choices.when_built(self._connect_choices)
        self.hide()

    def _drawer(self, build: Callable[[], Panel]) -> Lazy[Panel]:
        drawer = Lazy(build, self._column.addWidget, self)
        drawer.when_built(self.all.append)
        drawer.when_built(lambda panel: panel.closed.connect(self._leave))
        return drawer

    def _connect_choices(self, choices: TimeChoicesPanel) -> None:
        choices.sound_asked.connect(self._switch_sound)
        choices.volume_asked.connect(self._set_volume)
        choices.try_asked.connect(self.chime.sound)

    @property
    def finish(self) -> FinishPanel:
        """Whether the workshop finishes on time."""
        return self.lazy_finish.part

    @property
    def choices(self) -> TimeChoicesPanel:
        """What the room sees of the time."""
        return self.lazy_choices.part

    @property
    def cue(self) -> CuePanel:
        """The words at the end of the time."""
        return self.lazy_cue.part

    @property
    def turns(self) -> TurnsPanel:
        """Whose turn it is."""
        return self.lazy_turns.part

    @property
    def extra(self) -> ExtraTimerPanel:
        """A second timer, beside the round."""
        return self.lazy_extra.part

    @property
    def contacts(self) -> ContactsPanel:
        """Who gives support, and who gets the record."""
        return self.lazy_contacts.part

    def show_board(self, view: BoardView) -> None:
        """Show which parts of the time are on the board."""
        self.lazy_choices.update(TimeChoicesPanel.show_board, view)
        self.lazy_cue.update(CuePanel.show_board, view)

    def show_beside(self, turns: SpeakingOrderView | None, extra: ExtraView | None) -> None:
        """Show whose turn it is, and the extra timer."""
        self.lazy_turns.update(TurnsPanel.show_turns, turns)
        self.lazy_extra.update(ExtraTimerPanel.show_extra, extra)

    def toggle(self, wanted: Drawer) -> None:
        """Open a panel and close the others, or close it."""
        for drawer in self.all:
            if drawer is not wanted:
                drawer.hide()
        opening = wanted.isHidden()
        self.setVisible(opening)
        wanted.toggle()
        if opening:
            self.opened.emit()

    def close_open(self) -> None:
        """Close the open panel, if any."""
        for drawer in self.all:
            drawer.close_drawer()

    def choose_chime(self, choice: ChimeChoice) -> None:
        """Apply a chime choice."""
        self.chime.choose(choice)
        self.lazy_choices.update(TimeChoicesPanel.show_sound, choice)

    def _switch_sound(self) -> None:
        self._choose(replace(self.chime.choice, is_on=self.choices.sound.isChecked()))

    def _set_volume(self, per_cent: int) -> None:
        self._choose(replace(self.chime.choice, volume=per_cent / 100))

    def _choose(self, choice: ChimeChoice) -> None:
        if choice != self.chime.choice:
            self.chime.choose(choice)
            self.chime_chosen.emit(choice)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
