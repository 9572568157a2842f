"""The panel for dots on the console: how many, begin, close, show once, or talk instead."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from facilitator.kinds.dots.commands import (
    Begin,
    Choose,
    ClosePlacing,
    EnterTotals,
    LeaveOut,
    Reopen,
    ShowDots,
    TalkInstead,
)
from facilitator.kinds.dots.counts import MOST_COUNTED, MOST_DOTS, MOST_PER_LINE, Budget
from facilitator.kinds.dots.desk import DotsView
from facilitator.kinds.dots.panel_words import advice_on, state_of
from facilitator.kinds.dots.state import MOST_TURNS, Phase, PlacedBy
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.line_counts import LineCounts, show_number
from facilitator.ui.console.own_panel import StepPanel
from facilitator.ui.widgets.buttons import Button, main_button, tick
from facilitator.ui.widgets.cards import card
from facilitator.ui.widgets.fields import NumberBox
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout, column
from facilitator.ui.widgets.line_items import LineItem
from facilitator.ui.widgets.lines import LineList
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard
from facilitator.ui.widgets.scrolling import FittingScroll
from facilitator.wording import _

LEAST_HEIGHT = 110  # pixels, where there is little room
READ_STRETCH = 100  # of the lines to read out, beside the free space under them


class DotsPanel(StepPanel):
    """Shows how far the dots have come, and what can be done next."""

    def __init__(self) -> None:
        super().__init__()
        self.state, self.advice = label(role="strong"), label()
        self.budget = BudgetChoice()
        self.corner_begin = main_button(_("Place dots at the typing corner"), Icon.KEYBOARD)
        self.hand_begin = Button(_("Count hands or paper dots"), Icon.HAND)
        self.corner_button = CommandButton(Act.CORNER, Icon.KEYBOARD, role="main")
        self.close_button = Button(_("Close placing"), Icon.LOCK)
        self.show_button = main_button(_("Show the dots together"), Icon.EYE)
        self.instead_button = Button(_("Talk about the lines instead"))
        self.again_button = Button(_("Let people place dots again"), Icon.UNDO)
        self.record_tick = tick(_("Leave the dots out of the record"))
        self.totals, self.ask = DotCounts(), QuestionCard()
        self.read = LineList(_("Lines with their dots"))
        self._lay_out()
        self._connect()

    def show_view(self, view: object) -> None:
        """Show the phase, with the controls that belong to it."""
        if not isinstance(view, DotsView):
            return
        self.state.setText(state_of(view))
        self.advice.setText(advice_on(view))
        phase, at_corner = view.phase, view.placed_by is PlacedBy.CORNER
        is_placing, can_begin = phase is Phase.PLACING, view.can_begin and view.lines > 0
        self.budget.setVisible(can_begin)
        self.corner_begin.setVisible(can_begin)
        self.hand_begin.setVisible(can_begin and not is_placing)
        self.budget.show_budget(view.budget)
        self.corner_button.setVisible(is_placing and at_corner)
        self.close_button.setVisible(is_placing)
        is_closed = phase is Phase.CLOSED
        self.show_button.setVisible(is_closed and view.is_enough)
        self.instead_button.setVisible(is_closed)
        self.again_button.setVisible(is_closed)
        self._show_record(view)
        self._show_totals(view, counts=is_placing and not at_corner)
        self._show_read(view)
        if not is_closed:
            self.ask.drop()
        self.area.set_least(LEAST_HEIGHT)  # at once: what is shown now has another height

    def forget(self) -> None:
        """Drop the numbers, and an open question: another step begins."""
        self.totals.forget()
        self.read.show_items(())
        self.ask.drop()

    def _show_record(self, view: DotsView) -> None:
        self.record_tick.setVisible(view.phase is Phase.SHOWN and view.goes_in_record)
        with QSignalBlocker(self.record_tick):
            self.record_tick.setChecked(view.left_out)

    def _show_totals(self, view: DotsView, *, counts: bool) -> None:
        self.totals.setVisible(counts)
        if counts:
            self.totals.show_view(view)
        else:
            self.totals.forget()

    def _show_read(self, view: DotsView) -> None:
        """Show the lines to read out, once the board has them."""
        self.read.setVisible(bool(view.read))
        self.read.show_items(
            tuple(
                LineItem(line.letter, line.text, line.mark, state=line.dots) for line in view.read
            )
        )

    def _ask_to_delete(self) -> None:
        """Ask before dots go that cannot come back."""
        self.ask.ask(
            Question(
                _("Delete the dots and talk about the lines?"),
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
            self.hand_begin,
            self.corner_button,
            self.show_button,
            self.close_button,
            self.again_button,
            self.instead_button,
        ):
            row.addWidget(button)
        for part in (self.state, self.advice, self.budget, self.totals):
            inside.addWidget(part)
        inside.addLayout(row)
        inside.addWidget(self.record_tick)
        inside.addWidget(self.ask)
        self.area = FittingScroll(parts, _("Dots"), least=LEAST_HEIGHT)
        column(frame, margin=16).addWidget(self.area)
        whole = column(self)
        whole.addWidget(frame)
        whole.addWidget(self.read, READ_STRETCH)
        whole.addStretch(1)

    def _connect(self) -> None:
        acts = (
            (self.corner_begin, Begin(PlacedBy.CORNER)),
            (self.hand_begin, Begin(PlacedBy.HAND)),
            (self.close_button, ClosePlacing()),
            (self.show_button, ShowDots()),
            (self.again_button, Reopen()),
        )
        for button, act in acts:
            button.clicked.connect(lambda _checked=False, act=act: self.asked.emit(act))
        self.corner_button.clicked.connect(self.corner_asked)
        self.budget.chosen.connect(lambda budget: self.asked.emit(Choose(budget)))
        self.totals.counted.connect(lambda people, dots: self.asked.emit(EnterTotals(people, dots)))
        self.record_tick.toggled.connect(lambda out: self.asked.emit(LeaveOut(out)))
        self.instead_button.clicked.connect(self._ask_to_delete)
        self.ask.answered.connect(lambda _answer: self.asked.emit(TalkInstead()))


class BudgetChoice(QWidget):
    """Two numbers: the dots of a person, and how many of them may be on one line.

    Signals:
        chosen: the budget.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.dots, self.most = NumberBox(1, MOST_DOTS), NumberBox(1, MOST_PER_LINE)
        row = FlowLayout(self)
        for box, words in (
            (self.dots, _("Dots for each person")),
            (self.most, _("On one line at most")),
        ):
            for part in _named(box, words):
                row.addWidget(part)
            box.valueChanged.connect(self._choose)

    def show_budget(self, budget: Budget) -> None:
        """Show the present budget."""
        for box, number in ((self.dots, budget.dots), (self.most, budget.most)):
            show_number(box, number)

    def _choose(self) -> None:
        self.chosen.emit(Budget(self.dots.value(), self.most.value()))


class DotCounts(QWidget):
    """The dots of each line as they are counted by hand, and how many people took part.

    Signals:
        counted: how many people, and the dots by the letters of their lines.
    """

    counted = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.people, self.lines = NumberBox(0, MOST_TURNS), LineCounts(MOST_COUNTED)
        self.total = label(role="do")
        row = FlowLayout()
        for part in _named(self.people, _("People who took part")):
            row.addWidget(part)
        whole = column(self)
        whole.addLayout(row)
        whole.addWidget(self.lines)
        whole.addWidget(self.total)
        self.people.valueChanged.connect(
            lambda people: self.counted.emit(people, {})  # the lines keep theirs
        )
        self.lines.counted.connect(lambda dots: self.counted.emit(self.people.value(), dots))

    def show_view(self, view: DotsView) -> None:
        """Show what is saved."""
        show_number(self.people, view.people)
        self.lines.show_counts(tuple((line.letter, line.name, line.dots) for line in view.counted))
        total, most = sum(line.dots for line in view.counted), view.budget.dots * view.people
        self.total.setText(_("{total} dots. People have {most}.").format(total=total, most=most))

    def forget(self) -> None:
        """Drop what is shown."""
        self.lines.forget()
        show_number(self.people, 0)
        self.total.setText("")


def _named(box: NumberBox, words: str) -> tuple[QWidget, NumberBox]:
    """Return a label for a number, and its field."""
    name = label(words, role="do", wrap=False)
    name.setBuddy(box)
    box.setAccessibleName(words)
    return name, box
