"""The cue that the room reads shortly before a part ends, in the facilitator's own words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from facilitator.domain.plan.step import MOST_CUE
from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.live.views.desk_view import BoardView
from facilitator.ui.console.drawer import Drawer
from facilitator.ui.widgets.buttons import Button, main_button
from facilitator.ui.widgets.fields import field
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.languages import language_name
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.wording import _


class CuePanel(Drawer):
    """A field for each language of the workshop; an empty one means the usual words.

    Signals:
        everywhere_asked, here_asked: the texts, in the order of the languages.
    """

    everywhere_asked = Signal(tuple)
    here_asked = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Shortly before the end, the board says"), parent)
        self.fields: dict[Language, QLineEdit] = {}
        self._cue = NO_WORDS
        self._rows = QVBoxLayout()
        self.everywhere_button = main_button(_("In all steps"), Icon.CHECK)
        self.here_button = Button(_("In this step alone"))
        buttons = FlowLayout()
        buttons.addWidget(self.everywhere_button)
        buttons.addWidget(self.here_button)
        self.column.addLayout(self._rows)
        how = _("The same words stand here then, for you to say. Left empty, the usual ones stay.")
        self.column.addWidget(label(how))
        self.column.addLayout(buttons)
        self.everywhere_button.clicked.connect(self._ask_everywhere)
        self.here_button.clicked.connect(lambda: self.here_asked.emit(self._texts()))

    def show_board(self, view: BoardView) -> None:
        """Show the words of this step, but keep what is being typed until they change."""
        if not self.fields:
            self._add_fields(view.usual_cue)
        if view.cue != self._cue:
            self._cue = view.cue
            for language, edit in self.fields.items():
                edit.setText(view.cue.in_(language))
                edit.setCursorPosition(0)

    def first(self) -> QWidget:
        return next(iter(self.fields.values()), self.close_button)

    def _add_fields(self, usual: Words) -> None:
        for language, text in usual.texts:
            name = self.accessibleName()
            if len(usual.texts) > 1:
                name = _("{name}, {language}").format(name=name, language=language_name(language))
            edit = field(name, text, MOST_CUE)
            edit.setToolTip(name)
            edit.returnPressed.connect(self._ask_everywhere)
            self.fields[language] = edit
            self._rows.addWidget(edit)

    def _ask_everywhere(self) -> None:
        self.everywhere_asked.emit(self._texts())

    def _texts(self) -> tuple[str, ...]:
        return tuple(edit.text() for edit in self.fields.values())
