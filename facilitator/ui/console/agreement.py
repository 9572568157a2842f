"""The agreement's lines, at hand all the time."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.contribution import GatheringState
from facilitator.domain.step import StepKind
from facilitator.live.desk_view import DeskView
from facilitator.ui.console.parts import KeyButton, breakable, label
from facilitator.ui.kit.icons import Icon
from facilitator.wording import _


def agreement_of(desk: DeskView) -> tuple[str, ...]:
    """Return the lines said in agreement steps."""
    titles = {row.title for row in desk.agenda.rows if row.kind is StepKind.AGREEMENT}
    return tuple(
        row.text for row in desk.record.rows if row.of is None and row.step_title in titles
    )


class AgreementCard(QFrame):
    """Shows the agreement while there is one.

    Signals:
        show_asked: put it on the board, or take it away.
    """

    show_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        self.lines = label()
        self.show_button = KeyButton(_("Show it"), Icon.AGREEMENT, "F7")
        row = QHBoxLayout()
        row.addWidget(self.show_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(label(_("Our agreement"), "strong"))
        column.addWidget(self.lines)
        column.addLayout(row)
        self.show_button.clicked.connect(self.show_asked)

    @Slot(tuple)
    def show_agreement(self, lines: tuple[str, ...]) -> None:
        """Show the lines; without any the card is not there."""
        self.lines.setText(" · ".join(breakable(line) for line in lines))
        self.setVisible(bool(lines))


class HarmCard(QFrame):
    """What to do if a line tells of serious harm; there while the lines are read first.

    Signals:
        care_asked: pause for care.
    """

    care_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        self.steps = label()
        self.care_button = KeyButton(_("Pause for care"))
        row = QHBoxLayout()
        row.addWidget(self.care_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(label(_("If a line tells of serious harm"), "strong"))
        column.addWidget(self.steps)
        column.addLayout(row)
        self.care_button.clicked.connect(self.care_asked)

    @Slot(DeskView)
    def show_desk(self, desk: DeskView) -> None:
        """Show the steps, with whom to call."""
        gathering = desk.gathering
        self.setVisible(gathering is not None and gathering.state is GatheringState.CLOSED)
        self.steps.setText(
            _(
                "Set it aside. Pause for care. Offer support to everyone. Call {contact}. "
                "Do not ask who wrote it."
            ).format(contact=desk.setup.support or _("your support contact"))
        )
