"""The place on the console for the panel of the present step's kind."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import StepKind
from facilitator.live.views.desk_view import OwnView


class StepPanel(QWidget):
    """The base class for the panel of a kind of step.

    Signals:
        asked: a frozen command value for the kind's commands.
        corner_asked: open the typing corner.
    """

    asked = Signal(object)
    corner_asked = Signal()
    today = date.min

    @property
    def field(self) -> QWidget | None:
        """The field in which lines are typed at once, if there is one."""
        return None

    def show_view(self, view: object) -> None:
        """Show the view that the kind's ``DeskPart.view`` returned."""

    def forget(self) -> None:
        """Drop what is shown and half entered: another step begins."""


MakePanel = Callable[[], StepPanel]
StepPanels = Mapping[StepKind, Callable[[], MakePanel]]  # each imports its panel on demand


class OwnPanelPlace(QWidget):
    """Builds the panel of a kind at its first step, and shows it in its steps only.

    Signals:
        asked: the step that was shown, and the command for it.
        corner_asked: open the typing corner.
    """

    asked = Signal(object, object)
    corner_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.makers: StepPanels = {}
        self._panels: dict[StepKind, StepPanel] = {}
        self._step_id: StepId | None = None
        self._is_seen = self._has_panel = False
        self._shown_panel: StepPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_own(self, own: OwnView | None) -> None:
        """Show the panel of the present step's kind, if it has one."""
        panel = None if own is None else self._panel_of(own.kind)
        step_id = None if own is None else own.step_id
        for other in self._panels.values():
            if step_id != self._step_id:
                other.forget()
            other.setVisible(other is panel)
        self._step_id = step_id
        self._has_panel = panel is not None
        self.setVisible(self._has_panel and not self._is_seen)
        if own is not None and panel is not None:
            panel.today = own.today
            panel.show_view(own.view)
        self._shown_panel = panel

    @property
    def field(self) -> QWidget | None:
        """The field of the shown panel in which lines are typed, if it has one."""
        return None if self.isHidden() or self._shown_panel is None else self._shown_panel.field

    def set_seen_by_room(self, *, seen: bool) -> None:
        """Hide the panel while the room can see this screen: only the facilitator may read it."""
        self._is_seen = seen
        self.setVisible(self._has_panel and not seen)

    def _panel_of(self, kind: StepKind) -> StepPanel | None:
        if kind not in self._panels and kind in self.makers:
            panel = self.makers[kind]()()
            panel.asked.connect(self._ask)
            panel.corner_asked.connect(self.corner_asked)
            self._column.addWidget(panel)
            self._panels[kind] = panel
        return self._panels.get(kind)

    def _ask(self, act: object) -> None:
        self.asked.emit(self._step_id, act)
