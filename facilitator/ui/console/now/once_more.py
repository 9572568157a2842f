"""The confirmation before Next leaves a step: what comes, and which key goes on."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from facilitator.ui.console.commands.key_acts import key_map_of
from facilitator.ui.console.commands.table import Act
from facilitator.ui.widgets.caps import cap_words
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import IconLabel, label
from facilitator.ui.widgets.speech import speak
from facilitator.wording import _


class OnceMore(QFrame):
    """Shown under Next while a second press goes on, and announced to screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "butter")
        self.words = label(role="notice")
        self._what, self._nobody_wrote = "", False
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(10)
        row.addWidget(IconLabel(Icon.INFO))
        row.addWidget(self.words, 1)
        self.hide()

    def show_asked(self, what: str, *, nobody_wrote: bool = False) -> None:
        """Say what a second press does, such as "Go on to: Celebrate"; "" hides it."""
        if (what, nobody_wrote) == (self._what, self._nobody_wrote):
            return
        self._what, self._nobody_wrote = what, nobody_wrote
        self.follow_keys()
        self.setVisible(bool(what))
        if what:
            speak(self, self.words.text())

    def follow_keys(self) -> None:
        """Update the keys for going on and staying."""
        keys = key_map_of(self)
        question = _("{what}? Press {next} or Page Down once more. To stay, press {back}.").format(
            what=self._what,
            next=cap_words(keys.cap_of(Act.NEXT)),
            back=cap_words(keys.cap_of(Act.BACK)),
        )
        if self._nobody_wrote:
            question = _("Nobody has written yet. {question}").format(question=question)
        self.words.setText(question if self._what else "")
        self.setAccessibleName(self.words.text())
