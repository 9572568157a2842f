"""What the room reads shortly before a part is over, in the facilitator's own words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.domain.language import NO_WORDS, Language, Words
from facilitator.domain.step import MOST_CUE
from facilitator.ui.console.flow import FlowLayout
from facilitator.ui.console.parts import KeyButton, field, label
from facilitator.ui.kit.icons import Icon
from facilitator.ui.kit.languages import language_name
from facilitator.wording import _


class CueFields(QWidget):
    """A field for each language of the workshop; left empty, the usual words stand there.

    Signals:
        everywhere_asked, here_asked: the texts, in the order of the languages.
    """

    everywhere_asked = Signal(tuple)
    here_asked = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[Language, QLineEdit] = {}
        self._shown = NO_WORDS
        self._row = QHBoxLayout()
        self.everywhere_button = KeyButton(_("Say so in all steps"), Icon.CHECK)
        self.here_button = KeyButton(_("In this step alone"))
        buttons = FlowLayout()
        buttons.addWidget(self.everywhere_button)
        buttons.addWidget(self.here_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(_("Shortly before the end the board says, and so can you")))
        column.addLayout(self._row)
        column.addLayout(buttons)
        self.everywhere_button.clicked.connect(lambda: self.everywhere_asked.emit(self._texts()))
        self.here_button.clicked.connect(lambda: self.here_asked.emit(self._texts()))

    def show_cue(self, words: Words, usual: Words) -> None:
        """Show the words of this step; what somebody is typing stays until others are chosen."""
        if not self.fields:
            self._add_fields(usual)
        if words == self._shown:
            return
        self._shown = words
        for language, one in self.fields.items():
            one.setText(words.in_(language))
            one.setCursorPosition(0)

    def _add_fields(self, usual: Words) -> None:
        for language, text in usual.texts:
            name = _("Words shortly before the end")
            if len(usual.texts) > 1:
                name = _("{name}, {language}").format(name=name, language=language_name(language))
            one = field(name, text, MOST_CUE)
            one.setToolTip(name)
            self.fields[language] = one
            self._row.addWidget(one, 1)

    def _texts(self) -> tuple[str, ...]:
        return tuple(one.text() for one in self.fields.values())
