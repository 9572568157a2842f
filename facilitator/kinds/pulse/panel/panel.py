"""The pulse's panel on the console: begin, close, show once, or talk instead."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.kinds.pulse.commands import (
    Begin,
    CloseAnswers,
    EnterSlips,
    PutBeside,
    Reopen,
    ShowShapes,
    TalkInstead,
)
from facilitator.kinds.pulse.desk import PulseView
from facilitator.kinds.pulse.panel.own_statements import OwnStatements
from facilitator.kinds.pulse.panel.texts import advice_on, state_of
from facilitator.kinds.pulse.shape import LABELS, Answers
from facilitator.kinds.pulse.state import AnsweredBy, Phase
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.own_panel import StepPanel
from facilitator.ui.widgets.buttons import Button, main_button, tick
from facilitator.ui.widgets.cards import card
from facilitator.ui.widgets.fields import NumberBox
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout, column
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard
from facilitator.ui.widgets.scrolling import FittingScroll
from facilitator.wording import _, ngettext

MOST_SLIPS = 99
LEAST_HEIGHT = 110  # pixels, where there is little room


class PulsePanel(StepPanel):
    """Shows how far the pulse has come, and what can be done next."""

    def __init__(self) -> None:
        super().__init__()
        self.state, self.advice = label(role="strong"), label()
        self.corner_begin = main_button(_("Answer at the typing corner"), Icon.KEYBOARD)
        self.slips_begin = Button(_("Answer on slips of paper"), Icon.CARDS)
        self.corner_button = CommandButton(Act.CORNER, Icon.KEYBOARD, role="main")
        self.close_button = Button(_("Close answering"), Icon.LOCK)
        self.show_button = main_button(_("Show the answers together"), Icon.EYE)
        self.instead_button = Button(_("Talk about them instead"))
        self.again_button = Button(_("Let people answer again"), Icon.UNDO)
        self.compare = tick("")
        self.beside_button = Button(_("Show both times side by side"), Icon.BOARD)
        self.alone_button = Button(_("Show this time alone"), Icon.BOARD)
        self.slips, self.ask = SlipCounts(), QuestionCard()
        self.own_statements = OwnStatements()
        self._lay_out()
        self._connect()

    def show_view(self, view: object) -> None:
        """Show the phase, with the buttons that belong to it."""
        if not isinstance(view, PulseView):
            return
        self.state.setText(state_of(view))
        self.advice.setText(advice_on(view))
        phase = view.phase
        at_corner = view.answered_by is AnsweredBy.CORNER
        for button in (self.corner_begin, self.slips_begin):
            button.setVisible(phase is Phase.WAITING)
        self.own_statements.button.setVisible(phase is Phase.WAITING)
        if phase is not Phase.WAITING:
            self.own_statements.forget()
        self.corner_button.setVisible(phase is Phase.ANSWERING and at_corner)
        self.close_button.setVisible(phase is Phase.ANSWERING)
        is_closed = phase is Phase.CLOSED
        self.show_button.setVisible(is_closed and view.is_enough)
        self.instead_button.setVisible(is_closed)
        self.again_button.setVisible(is_closed)
        self._show_time_before(view)
        counts = phase is Phase.ANSWERING and not at_corner
        for part in (self.slips, *self.slips.controls):
            part.setVisible(counts)
        if counts:
            self.slips.show_view(view)
        else:
            self.slips.forget()
        if not is_closed:
            self.ask.drop()
        self.area.set_least(LEAST_HEIGHT)  # at once: what is shown now has another height

    def _show_time_before(self, view: PulseView) -> None:
        words = _("Compare with last time ({day})").format(day=view.last_on)
        self.compare.setText(words if view.last_on else "")
        self.compare.setVisible(bool(view.last_on))
        self.beside_button.setVisible(view.can_be_beside and not view.beside)
        self.alone_button.setVisible(view.beside)

    def forget(self) -> None:
        """Drop the counts, and an open question: another step begins."""
        self.slips.forget()
        self.own_statements.forget()
        self.compare.setChecked(False)
        self.ask.drop()

    def _ask_to_delete(self) -> None:
        """Ask before answers go that cannot come back."""
        self.ask.ask(
            Question(
                _("Delete the answers and talk about the statements?"),
                _("Nobody has seen them, and nobody can bring them back."),
                (Answer("delete", _("Delete them")),),
            )
        )

    def _lay_out(self) -> None:
        frame, parts = card(), QWidget()
        inside = column(parts, spacing=12)
        row = FlowLayout()
        for button in (
            self.corner_begin,
            self.slips_begin,
            self.own_statements.button,
            self.corner_button,
            self.show_button,
            *self.slips.controls,
            self.close_button,
            self.again_button,
            self.instead_button,
            self.beside_button,
            self.alone_button,
        ):
            row.addWidget(button)
        for part in (self.state, self.advice, self.slips, self.compare):
            inside.addWidget(part)
        inside.addLayout(row)
        inside.addWidget(self.ask)
        inside.addWidget(self.own_statements)
        inside.addStretch(1)
        self.area = FittingScroll(parts, _("Pulse"), least=LEAST_HEIGHT)
        column(frame, margin=16).addWidget(self.area)
        whole = column(self)
        whole.addWidget(frame)
        whole.addStretch(1)

    def _connect(self) -> None:
        acts = (
            (self.close_button, CloseAnswers()),
            (self.show_button, ShowShapes()),
            (self.again_button, Reopen()),
            (self.beside_button, PutBeside(beside=True)),
            (self.alone_button, PutBeside(beside=False)),
        )
        for button, act in acts:
            button.clicked.connect(lambda _checked=False, act=act: self.asked.emit(act))
        self.corner_begin.clicked.connect(lambda: self._begin(AnsweredBy.CORNER))
        self.slips_begin.clicked.connect(lambda: self._begin(AnsweredBy.SLIPS))
        self.corner_button.clicked.connect(self.corner_asked)
        self.slips.counted.connect(lambda answers: self.asked.emit(EnterSlips(answers)))
        self.own_statements.asked.connect(self.asked)
        self.instead_button.clicked.connect(self._ask_to_delete)
        self.ask.answered.connect(lambda _answer: self.asked.emit(TalkInstead()))

    def _begin(self, answered_by: AnsweredBy) -> None:
        self.asked.emit(Begin(answered_by, compare=self.compare.isChecked()))


class SlipCounts(QWidget):
    """Counts slips, one statement at a time: a field for each label, and one for blanks.

    It holds no counts of its own: each change is saved, and what is saved is shown. ``controls``
    are in the row of the panel's buttons.

    Signals:
        counted: the answers to all statements.
    """

    counted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._view: PulseView | None = None
        self._place = 0
        self.statement, self.total = label(role="strong"), label()
        self.boxes = tuple(NumberBox(0, MOST_SLIPS) for _place in range(LABELS + 1))
        self._names = tuple(label(role="do") for _box in self.boxes)
        self.before_button = Button(_("The one before"))
        self.next_button = Button(_("Next statement"))
        self.controls = (self.before_button, self.next_button, self.total)
        self._lay_out()
        for box in self.boxes:
            box.valueChanged.connect(self._count)
        self.before_button.clicked.connect(lambda: self._turn_to(self._place - 1))
        self.next_button.clicked.connect(lambda: self._turn_to(self._place + 1))

    def show_view(self, view: PulseView) -> None:
        """Show the saved counts of the present statement."""
        if self._view is None:
            names = (*view.labels, _("Rather not say, or blank"))
            for box, name, words in zip(self.boxes, self._names, names, strict=True):
                name.setText(words)
                box.setAccessibleName(words)
        self._view = view
        self._turn_to(self._place)

    def forget(self) -> None:
        """Drop what is shown."""
        self._view, self._place = None, 0
        self.statement.setText("")
        self._fill(Answers())

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        for place, (box, name) in enumerate(zip(self.boxes, self._names, strict=True)):
            grid.addWidget(name, place // 3, 2 * (place % 3))
            grid.addWidget(box, place // 3, 2 * (place % 3) + 1)
        for place in range(3):
            grid.setColumnStretch(2 * place, 1)
        whole = column(self)
        whole.addWidget(self.statement)
        whole.addLayout(grid)

    def _turn_to(self, place: int) -> None:
        if self._view is None:
            return
        self._place = place
        statements = self._view.statements
        number = _("{number} of {count}: {statement}").format(
            number=place + 1, count=len(statements), statement=statements[place]
        )
        self.statement.setText(number)
        self.before_button.setEnabled(place > 0)
        self.next_button.setEnabled(place < len(statements) - 1)
        self._fill(self._view.slips[place])

    def _fill(self, answers: Answers) -> None:
        for box, count in zip(self.boxes, (*answers.counts, answers.rather_not), strict=True):
            with QSignalBlocker(box):
                box.setValue(count)
        slips = answers.turns
        self.total.setText(ngettext("{count} slip", "{count} slips", slips).format(count=slips))

    def _count(self) -> None:
        if self._view is None:
            return
        values = tuple(box.value() for box in self.boxes)
        answers = list(self._view.slips)
        answers[self._place] = Answers(values[:LABELS], values[LABELS])
        self.counted.emit(tuple(answers))
