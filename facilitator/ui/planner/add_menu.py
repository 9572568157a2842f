"""The menu of steps that can be added."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.domain.plan.forms import Shape
from facilitator.domain.plan.step import StepKind
from facilitator.ui.planner.names import kind_names, shape_names
from facilitator.wording import _


class AddMenu(QMenu):
    """The usual forms of a talk, and all other kinds of step.

    Signals:
        talk_asked: a ``Shape``.
        kind_asked: a ``StepKind``.
    """

    talk_asked = Signal(object)
    kind_asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Add a step"))
        self.talks = self.addMenu(_("People talk"))
        for shape, name in shape_names().items():
            self.talks.addAction(name, _emitting(self.talk_asked.emit, shape))
        for kind, name in kind_names().items():
            if kind is not StepKind.TALK:
                self.addAction(name, _emitting(self.kind_asked.emit, kind))


def _emitting(emit: Callable[[object], object], value: Shape | StepKind) -> Callable[[], None]:
    def act() -> None:
        emit(value)

    return act
