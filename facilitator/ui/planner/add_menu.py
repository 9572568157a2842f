"""The menu of steps that can be added."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.domain.plan.forms import Shape
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import StepKind
from facilitator.domain.text.language import Language
from facilitator.ui.planner.names import kind_names, shape_names
from facilitator.wording import _, language_in_use


class AddMenu(QMenu):
    """The usual forms of a talk, and all other kinds of step.

    Signals:
        talk_asked: a ``Shape``.
        kind_asked: a ``StepKind``.
        block_asked: a ``Plan`` whose steps are the block.
    """

    talk_asked = Signal(object)
    kind_asked = Signal(object)
    block_asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Add a step"))
        self.talks = self.addMenu(_("People talk"))
        for shape, name in shape_names().items():
            self.talks.addAction(name, _emitting(self.talk_asked.emit, shape))
        for kind, name in kind_names().items():
            if kind is not StepKind.TALK:
                self.addAction(name, _emitting(self.kind_asked.emit, kind))

    def offer_blocks(self, blocks: tuple[Plan, ...]) -> None:
        """Offer blocks of steps, by their titles."""
        self.blocks = self.addMenu(_("Blocks"))
        for block in blocks:
            title = block.title.in_(Language(language_in_use()))
            self.blocks.addAction(title, _emitting(self.block_asked.emit, block))


def _emitting(
    emit: Callable[[object], object], value: Shape | StepKind | Plan
) -> Callable[[], None]:
    def act() -> None:
        emit(value)

    return act
