"""The small panels above the present step, one open at a time."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.live.views.desk_view import BoardView, ExtraView, TurnsView
from facilitator.ui.console.contacts_panel import ContactsPanel
from facilitator.ui.console.drawer import Drawer
from facilitator.ui.console.time.choices import TimeChoicesPanel
from facilitator.ui.console.time.cue import CuePanel
from facilitator.ui.console.time.extra_timer import ExtraTimerPanel
from facilitator.ui.console.time.finish import FinishPanel
from facilitator.ui.console.time.turns import TurnsPanel
from facilitator.ui.widgets.chime import Chime, ChimeChoice


class Drawers(QWidget):
    """Holds what opens above the present step and is closed most of the time.

    Signals:
        left: the open one was closed.
        chime_chosen: a ``ChimeChoice``.
    """

    left = Signal()
    chime_chosen = Signal(ChimeChoice)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finish, self.choices = FinishPanel(), TimeChoicesPanel()
        self.cue, self.contacts = CuePanel(), ContactsPanel()
        self.turns, self.extra = TurnsPanel(), ExtraTimerPanel()
        self.chime = Chime()
        self.choices.show_sound(self.chime.choice)
        self.choices.sound_asked.connect(self._switch_sound)
        self.choices.volume_asked.connect(self._set_volume)
        self.choices.try_asked.connect(self.chime.sound)
        self.all: tuple[Drawer, ...] = (
            self.finish,
            self.choices,
            self.cue,
            self.turns,
            self.extra,
            self.contacts,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 0, 0)
        for one in self.all:
            column.addWidget(one)
            one.closed.connect(self._leave)
        self.hide()

    def show_board(self, view: BoardView) -> None:
        """Show what is chosen of the time on the board."""
        self.choices.show_board(view)
        self.cue.show_board(view)

    def show_beside(self, turns: TurnsView | None, extra: ExtraView | None) -> None:
        """Show whose turn it is, and the extra timer."""
        self.turns.show_turns(turns)
        self.extra.show_extra(extra)

    def toggle(self, wanted: Drawer) -> None:
        """Open one, and close the others; or close it again."""
        for one in self.all:
            if one is not wanted:
                one.hide()
        opening = wanted.isHidden()
        self.setVisible(opening)
        wanted.toggle()

    def close_open(self) -> None:
        """Close the one that is open, if any."""
        for one in self.all:
            one.close_drawer()

    def choose_chime(self, choice: ChimeChoice) -> None:
        """Sound as it was chosen before."""
        self.chime.choose(choice)
        self.choices.show_sound(choice)

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
