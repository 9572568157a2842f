"""The choice of what people name lines by."""

from PySide6.QtWidgets import QComboBox

from facilitator.domain.letters import Marks
from facilitator.wording import _


class MarksChoice(QComboBox):
    """Letters, or what people who do not read can name."""

    def __init__(self, proposed: Marks) -> None:
        super().__init__()
        self.addItem(_("Letters: A, B, C"), Marks.LETTERS)
        self.addItem(_("Numbers: 1, 2, 3"), Marks.NUMBERS)
        self.addItem(_("Shapes, for people who do not read"), Marks.SHAPES)
        self.choose(proposed)

    @property
    def chosen(self) -> Marks:
        """The present choice."""
        return Marks(self.currentData())

    def choose(self, marks: Marks) -> None:
        """Choose one of them."""
        self.setCurrentIndex(self.findData(marks))
