"""Cards that are always visible: the agreement, and what to do in case of serious harm."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.contribution import GatheringState
from facilitator.domain.workshop import Showing
from facilitator.live.views.agreement_view import AgreementView
from facilitator.live.views.desk_view import BoardView, DeskView
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.table import Act
from facilitator.ui.widgets.buttons import Button, quiet_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import breakable, label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.wording import _, ngettext


class AgreementCard(QFrame):
    """Shows the agreed lines, when to review them, and the lines pending until then.

    Signals:
        show_asked: show the agreement on the board, or hide it.
        looked_asked: the group has reviewed it.
        take_over_asked: copy the opened lines into the agreement.
    """

    show_asked = Signal()
    looked_asked = Signal()
    take_over_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        self.prompt, self.due, self.lines = label(role="strong"), label(), label()
        self.opened = label()
        self.take_over_button = Button(_("Take the opened lines over"))
        self.show_button = CommandButton(Act.AGREEMENT, Icon.AGREEMENT, words=_("Show it"))
        self.looked_button = quiet_button(_("We have looked"), Icon.CHECK)
        row = FlowLayout()
        row.addWidget(self.show_button)
        row.addWidget(self.looked_button)
        row.addWidget(self.take_over_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(label(_("Our agreement"), "kicker"))
        for part in (self.prompt, self.due, self.opened):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.lines)
        self.show_button.clicked.connect(self.show_asked)
        self.looked_button.clicked.connect(self.looked_asked)
        self.take_over_button.clicked.connect(self.take_over_asked)

    @Slot(AgreementView)
    def show_agreement(self, view: AgreementView) -> None:
        """Show agreed and pending lines; hide the card if there are none."""
        parked = _("Parked until now: “{line}”")
        due = [parked.format(line=breakable(line)) for line in view.due]
        waiting = view.opened and view.step_id is None
        texts = {
            self.lines: "\n".join(breakable(row.text) for row in view.agreed),
            self.prompt: view.prompt,
            self.due: "\n".join(due),
            self.opened: _opened_words(view.opened) if waiting else "",
        }
        for part, text in texts.items():
            part.setText(text)
            part.setVisible(bool(text))
        self.show_button.setVisible(bool(view.agreed))
        self.looked_button.setVisible(bool(view.prompt or view.due))
        self.take_over_button.setVisible(bool(waiting))
        self.setVisible(any(texts.values()))

    @Slot(BoardView)
    def show_board(self, board: BoardView) -> None:
        """Show whether the agreement is on the board."""
        away = board.showing is not Showing.AGREEMENT
        self.show_button.show_words(_("Show it") if away else _("Take it off the board"))


def _opened_words(count: int) -> str:
    return ngettext(
        "{count} opened line waits to be taken over into the agreement.",
        "{count} opened lines wait to be taken over into the agreement.",
        count,
    ).format(count=count)


class HarmCard(QFrame):
    """What to do if a line tells of serious harm; visible while the facilitator reads first.

    Signals:
        care_asked: pause for care.
    """

    care_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        self.steps = label()
        self.care_button = Button(_("Pause for care"))
        self.care_button.set_tight()
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
                "Set it aside. Pause for care. Offer support to everyone. To call: {contact}. "
                "Do not ask who wrote it."
            ).format(contact=desk.setup.support or _("your support contact"))
        )
