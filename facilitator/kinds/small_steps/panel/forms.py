"""The forms of small steps on the console: one step, when the group looks again, if and then."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.domain.ids import LineId
from facilitator.domain.said import MAX_SAID
from facilitator.domain.text.language import ENGLISH, Language
from facilitator.domain.text.text import clean_line
from facilitator.kinds.small_steps.commands import Change, LookAgain
from facilitator.kinds.small_steps.sentences import Sentence
from facilitator.kinds.small_steps.state import MAX_BY, MAX_WHO, SmallStep
from facilitator.room.say import say
from facilitator.ui.widgets.buttons import Button, main_button, tick
from facilitator.ui.widgets.days import DayField
from facilitator.ui.widgets.fields import LabelledField, field
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout, column, row
from facilitator.ui.widgets.scrolling import FittingScroll
from facilitator.wording import _

LEAST = 110  # pixels


class Form(QWidget):
    """Fields that scroll, over their buttons; Esc leaves them as they were.

    Signals:
        asked: a command with what was entered.
        left: without one.
    """

    asked = Signal(object)
    left = Signal()

    def __init__(self, name: str, keep: str, *parts: QWidget) -> None:
        super().__init__()
        self.keep_button = main_button(keep, key=Qt.Key.Key_Return)
        self.leave_button = Button(_("Cancel"), key=Qt.Key.Key_Escape)
        inside = QWidget()
        fields = column(inside, spacing=12)
        for part in parts:
            fields.addWidget(part)
        self.area = FittingScroll(inside, name, least=LEAST)
        row = FlowLayout()
        row.addWidget(self.keep_button)
        row.addWidget(self.leave_button)
        whole = column(self)
        whole.addWidget(self.area)
        whole.addLayout(row)
        whole.addStretch(1)
        self.keep_button.clicked.connect(self.keep)
        self.leave_button.clicked.connect(self.left)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def keep(self) -> None:
        """Ask for the command, if everything in the fields can be understood."""


class StepForm(Form):
    """The words of a step, who looks after it, and by when."""

    def __init__(self) -> None:
        self.words = field(_("The step, in the words of whoever offered it"), most=MAX_SAID)
        self.who = field(_("Who looks after it"), _("A name or a role; nobody has to"), MAX_WHO)
        self.everyone = tick(_("Everyone"))
        self.everyone.setAccessibleName(_("Everyone looks after it"))
        self.everyone.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.by = DayField(_("By when"), most=MAX_BY, takes_words=True)
        self.where = label(
            _(
                "Only if people offer it: what is here goes on the board and in the record. One "
                "voice takes it out."
            ),
            "small",
        )
        super().__init__(
            _("A small step"),
            _("Keep"),
            LabelledField(_("The step, in the words of whoever offered it"), self.words),
            _beside(
                (LabelledField(_("Who looks after it"), self.who), self.everyone),
                (label(_("By when"), "strong"), self.by),
            ),
            self.where,
        )
        self._line = LineId("")
        self.everyone.toggled.connect(self._show_everyone)
        for edit in (self.words, self.who):
            edit.returnPressed.connect(self.keep)
        self.by.given.connect(self.keep)

    @property
    def line(self) -> LineId:
        """The step in the fields."""
        return self._line

    def show_step(self, step: SmallStep) -> None:
        """Show a step, and begin where something is still to be said."""
        self._line = step.id
        self.words.setText(step.text)
        self.everyone.setChecked(step.everyone)
        self.who.setText(step.who)
        self.by.show_day(step.by_day, step.by)
        self._show_everyone()
        (self.who if self.who.isEnabled() else self.by.edit).setFocus()

    def forget(self) -> None:
        """Drop what is in the fields."""
        self._line = LineId("")
        for edit in (self.words, self.who, self.by.edit):
            edit.setText("")
        self.everyone.setChecked(False)

    def keep(self) -> None:
        """Ask for the change."""
        if clean_line(self.words.text()):
            who, everyone = self.who.text(), self.everyone.isChecked()
            by, day = self.by.words, self.by.day
            self.asked.emit(Change(self._line, self.words.text(), who, everyone, by, day))
        else:
            self.words.setFocus()

    def _show_everyone(self) -> None:
        self.who.setEnabled(not self.everyone.isChecked())


def _beside(*columns: tuple[QWidget, ...]) -> QWidget:
    """Put parts in columns beside each other."""
    holder = QWidget()
    across = row(holder)
    for parts in columns:
        inside = column(spacing=4)
        for part in parts:
            inside.addWidget(part)
        inside.addStretch(1)
        across.addLayout(inside, 1)
    return holder


class LookAgainForm(Form):
    """When the group looks at its steps again."""

    def __init__(self) -> None:
        self.day = DayField(_("When we look again"))
        super().__init__(
            _("When we look again"), _("Keep"), label(_("When we look again"), "strong"), self.day
        )
        self.day.given.connect(self.keep)

    def keep(self) -> None:
        """Ask for the day, or for none."""
        if self.day.is_understood:
            self.asked.emit(LookAgain(self.day.day))
        else:
            self.day.edit.setFocus()


class IfThenForm(Form):
    """Puts a step together from a moment and what happens then, in the workshop's language.

    Signals:
        composed: the words, for the field in which a step is typed.
    """

    composed = Signal(str)

    def __init__(self) -> None:
        self.when = field(_("When"), _("When … happens"), MAX_SAID // 2)
        self.then = field(_("I will"), _("I will …"), MAX_SAID // 2)
        self.text = label(role="do")
        super().__init__(
            _("If and then"),
            _("Put it in the field"),
            label(_("Steps with a moment in them are done more often. A hint, not a rule."), "do"),
            LabelledField(_("When … happens"), self.when),
            LabelledField(_("I will …"), self.then),
            self.text,
        )
        self.language: Language = ENGLISH
        for edit in (self.when, self.then):
            edit.textChanged.connect(self._show_text)
            edit.returnPressed.connect(self.keep)

    def keep(self) -> None:
        """Give the words once both parts are there."""
        if all(clean_line(edit.text()) for edit in (self.when, self.then)):
            self.composed.emit(self._words())
            self.forget()
        else:
            (self.then if clean_line(self.when.text()) else self.when).setFocus()

    def forget(self) -> None:
        """Drop what is in the fields."""
        for edit in (self.when, self.then):
            edit.setText("")

    def _words(self) -> str:
        when, then = (clean_line(edit.text()) for edit in (self.when, self.then))
        return say(self.language, Sentence.IF_THEN, when=when, then=then)

    def _show_text(self) -> None:
        is_empty = not (self.when.text() or self.then.text())
        self.text.setText("" if is_empty else self._words())
