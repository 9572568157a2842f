"""What to say and do after a line was set aside."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.domain.contribution import SetAside
from facilitator.domain.text.language import Language
from facilitator.room.sentence_keys import Key
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.to_say import to_say
from facilitator.ui.widgets.buttons import quiet_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.ui.widgets.scrolling import reveal_soon
from facilitator.wording import _

SENTENCES = {
    SetAside.PERSON: Key.ASIDE_PERSON,
    SetAside.ATTACK: Key.ASIDE_ATTACK,
    SetAside.RISK: Key.ASIDE_RISK,
}


def what_to_do(why: SetAside, contact: str) -> str:
    """Return what the facilitator should also do."""
    match why:
        case SetAside.PERSON:
            return _("Name the point in general words. Or reword the line without the person.")
        case SetAside.ATTACK:
            return _("Do not quote it. Show the agreement (F7). Check in with people afterwards.")
        case SetAside.RISK:
            return _(
                "Pause for care at the next natural point. Offer support to everyone. To call: "
                "{contact}. Do not look into it yourself, and do not ask who wrote it."
            ).format(contact=contact or _("your support contact"))


class AfterAside(QFrame):
    """A card that stays until the facilitator has read it.

    Signals:
        care_asked: pause for care.
        left: the facilitator has read it.
    """

    care_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        self.kicker = label(_("Say"), "kicker")
        self.say, self.do = label(role="strong"), label()
        self.care_button = CommandButton(Act.CARE, Icon.CARE)
        self.read_button = quiet_button(_("I have read this"), key=Qt.Key.Key_Escape)
        row = FlowLayout()
        row.addWidget(self.care_button)
        row.addWidget(self.read_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        for part in (self.kicker, self.say, self.do):
            column.addWidget(part)
        column.addLayout(row)
        self.care_button.clicked.connect(self.care_asked)
        self.read_button.clicked.connect(self._leave)
        self.hide()

    def show_why(self, why: SetAside, support: str, languages: tuple[Language, ...]) -> None:
        """Show what to say to the room, in its languages, and what to do for this reason."""
        contact = support.strip().rstrip(".")
        self.say.setText(to_say(languages, SENTENCES[why], contact=contact or "…"))
        self.do.setText(what_to_do(why, contact))
        self.care_button.setVisible(why is SetAside.RISK)
        self.show()
        self.read_button.setFocus()
        reveal_soon(self)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
