"""The questions at the end whether what steps leave stays for this group's next workshop."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.live.views.desk_view import ForNextView
from facilitator.ui.widgets.buttons import tick
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column
from facilitator.wording import _


class KeepForNext(QWidget):
    """A box for each step that can leave something, to tick once the room has said yes.

    Signals:
        keep_asked: the step, and whether the room said yes.
    """

    keep_asked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.questions: tuple[KeepStep, ...] = ()
        self._column = column(self, spacing=4)
        self.hide()

    @Slot(tuple)
    def show_steps(self, views: tuple[ForNextView, ...]) -> None:
        """Show a question for each of these steps."""
        if tuple(question.step_id for question in self.questions) != _steps_of(views):
            self._build(views)
        for question, view in zip(self.questions, views, strict=True):
            question.show_step(view)
        self.setVisible(bool(views))

    def _build(self, views: tuple[ForNextView, ...]) -> None:
        for question in self.questions:
            self._column.removeWidget(question)
            question.deleteLater()
        self.questions = tuple(KeepStep(view.step_id) for view in views)
        for question in self.questions:
            self._column.addWidget(question)
            question.answered.connect(self.keep_asked)


class KeepStep(QWidget):
    """The question about one step; unticked until the room says yes.

    Signals:
        answered: the step, and whether the room said yes.
    """

    answered = Signal(str, bool)

    def __init__(self, step_id: str) -> None:
        super().__init__()
        self.step_id = step_id
        self.box, self.why = tick(""), label()
        self.box.clicked.connect(lambda yes: self.answered.emit(self.step_id, yes))
        inside = QHBoxLayout(self)  # as the agreement's question above has it
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.box)
        inside.addWidget(self.why, 1)

    def show_step(self, view: ForNextView) -> None:
        """Show what the room is asked, and its answer."""
        words = (
            view.question
            if view.group_named
            else _("{what} It could stay if the group had a name.").format(what=view.question)
        )
        self.box.setChecked(view.yes)
        self.box.setEnabled(view.group_named)
        self.why.setText(words)
        self.box.setAccessibleName(words)


def _steps_of(views: tuple[ForNextView, ...]) -> tuple[str, ...]:
    return tuple(view.step_id for view in views)
