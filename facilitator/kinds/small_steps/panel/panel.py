"""The panel of small steps: offers are typed, looked after, ordered, checked and parked."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from facilitator.domain.ids import LineId
from facilitator.domain.said import MAX_SAID
from facilitator.domain.text.text import clean_line
from facilitator.domain.time.dates import own_day
from facilitator.kinds.small_steps.commands import (
    CheckSteps,
    Move,
    Offer,
    SetStage,
    TakeOut,
    Undo,
)
from facilitator.kinds.small_steps.desk import LAST, StepsView
from facilitator.kinds.small_steps.panel.forms import Form, IfThenForm, LookAgainForm, StepForm
from facilitator.kinds.small_steps.state import SmallStep, Stage
from facilitator.ui.console.commands.menu import ConsoleMenu, add_act
from facilitator.ui.console.own_panel import StepPanel
from facilitator.ui.console.said.panel import SaidField
from facilitator.ui.console.said.paste_ask import PastedCard
from facilitator.ui.widgets.buttons import Button, quiet_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout, Pages, column, row
from facilitator.ui.widgets.line_items import LineAction, LineItem
from facilitator.ui.widgets.lines import LineList
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard
from facilitator.wording import _

CHANGE, CHECK, PARK, TAKE_OUT = "change", "check", "park", "out"
UP, DOWN, LET_GO, TAKE_UP, UNDO = "up", "down", "let go", "take up", "undo"
STAGES = {PARK: Stage.PARKED, LET_GO: Stage.LET_GO, TAKE_UP: Stage.OFFERED}


class SmallStepsPanel(StepPanel):
    """Shows the steps, or a form; it changes nothing itself."""

    def __init__(self) -> None:
        super().__init__()
        self.add_field, self.pasted, self.ask = SaidField(), PastedCard(MAX_SAID), QuestionCard()
        self.keep_button = Button(_("Add"), key=Qt.Key.Key_Return)
        self.more_button = quiet_button(_("More"), Icon.MORE)
        self.empty = label(
            _("No step yet. Ask what people offer to try, and type it in their words."), "do"
        )
        self.list = LineList(
            _("Small steps. Enter says who and by when."),
            (
                LineAction(CHANGE, _("Who, when"), Icon.PENCIL, "F2", by_enter=True),
                LineAction(CHECK, _("Check"), Icon.HAND, "C"),
                LineAction(PARK, _("Park"), Icon.BOX, "P"),
                LineAction(TAKE_OUT, _("Take out"), Icon.TRASH, Qt.Key.Key_Delete),
            ),
        )
        self.list.give_way(gives=True)  # in a low window to what to say
        self.last_time = label(role="do")
        self.all_button = Button(_("Check all of them"), Icon.HAND)
        self.again_button = Button("", Icon.CLOCK)
        self.step_form, self.again_form, self.if_then = StepForm(), LookAgainForm(), IfThenForm()
        self._view: StepsView | None = None
        self._pending = False
        self._lay_out()
        self._connect()

    @property
    def field(self) -> QWidget | None:
        """The field for an offer, while no form is open."""
        return self.add_field if self.pages.page is self.list_page else None

    def show_view(self, view: object) -> None:
        """Show the steps; a form about a step that is gone closes."""
        if not isinstance(view, StepsView):
            return
        before, self._view = self._view, view
        self.if_then.language = view.language
        for day_field in (self.step_form.by, self.again_form.day):
            day_field.today = self.today
        self.list.show_items(tuple(map(_item, view.steps)))
        ids = [step.id for step in view.steps]
        new = [] if before is None else set(ids) - {step.id for step in before.steps}
        if new:
            self.list.choose(max(map(ids.index, new)))
            self._is_taken()
        if self.step_form.line and self.step_form.line not in ids:
            self._back()
        if not any(line in self.ask.buttons for line in ids):
            self.ask.drop()
        self._show_parts(view)

    def forget(self) -> None:
        """Drop what is shown and half entered: another step begins."""
        self._view, self._pending = None, False
        self.add_field.setText("")
        self.list.show_items(())
        self.pasted.drop()
        self.ask.drop()
        self._back()

    def menu(self) -> ConsoleMenu:
        """Build the menu under More."""
        menu, chosen = ConsoleMenu(self), self._chosen
        is_away = chosen is not None and chosen.stage in LAST
        for words, key, act in (
            (_("Move up"), "Alt+Up", UP),
            (_("Move down"), "Alt+Down", DOWN),
            (_("Take it up again"), "", TAKE_UP) if is_away else (_("Let it go"), "", LET_GO),
        ):
            add_act(menu, words, key, partial(self._act, act)).setEnabled(chosen is not None)
        menu.addSeparator()
        undo = add_act(menu, _("Undo"), "Ctrl+Z", partial(self._act, UNDO))
        undo.setEnabled(self._view is not None and self._view.can_undo)
        add_act(menu, _("When do we look again?"), "", self._open_again)
        add_act(menu, _("Help with the wording: if, then"), "", self._open_if_then)
        return menu

    def _lay_out(self) -> None:
        self.list_page, self.pages = QWidget(), Pages()
        typing = row(spacing=8)
        typing.addWidget(self.add_field, 1)
        typing.addWidget(self.keep_button)
        typing.addWidget(self.more_button)
        self._below = QWidget()
        buttons = FlowLayout(self._below)
        for button in (self.all_button, self.again_button):
            buttons.addWidget(button)
        inside = column(self.list_page)
        inside.addLayout(typing)
        for part in (self.last_time, self.ask, self.pasted, self.empty):
            inside.addWidget(part)
        inside.addWidget(self.list, 1)
        inside.addWidget(self._below)
        inside.addStretch()
        for page in (self.list_page, self.step_form, self.again_form, self.if_then):
            self.pages.add_page(page)
        column(self).addWidget(self.pages)
        self.add_field.setAccessibleName(_("What somebody offers to try"))
        self.add_field.setPlaceholderText(_("Type the offer in their words, then Enter"))

    def _connect(self) -> None:
        self.add_field.returnPressed.connect(self._add)
        self.keep_button.clicked.connect(self._add)
        self.add_field.left.connect(self.list.setFocus)
        self.add_field.last_asked.connect(self.list.setFocus)
        self.add_field.list_pasted.connect(self.pasted.ask_about)
        self.pasted.add_asked.connect(lambda texts: self.asked.emit(Offer(texts)))
        for done in (self.pasted.add_asked, self.pasted.left):
            done.connect(self.add_field.setFocus)
        self.more_button.clicked.connect(self._open_menu)
        self.list.acted.connect(lambda act, _line: self._act(act))
        self.all_button.clicked.connect(self._check_all)
        self.again_button.clicked.connect(self._open_again)
        self.ask.answered.connect(lambda line: self.asked.emit(TakeOut(LineId(line))))
        self.ask.left.connect(self.list.setFocus)
        self.if_then.composed.connect(self._take_words)
        for keys, act in (("Alt+Up", UP), ("Alt+Down", DOWN), ("Ctrl+Z", UNDO)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._act, act))
        for form in (self.step_form, self.again_form, self.if_then):
            form.left.connect(self._back_to_list)
        for form in (self.step_form, self.again_form):
            form.asked.connect(self._ask_for_change)

    def _show_parts(self, view: StepsView) -> None:
        up = tuple(step for step in view.steps if step.stage not in LAST)
        self.empty.setVisible(not view.steps)
        self.last_time.setVisible(bool(view.last_time) and not view.steps)
        self.last_time.setText(
            _("Last time the group said: {steps}. How did it go?").format(
                steps="; ".join(f"“{text}”" for text in view.last_time)
            )
        )
        self.list.setVisible(bool(view.steps))
        self._below.setVisible(bool(view.steps))
        self.all_button.setVisible(len(up) > 1)
        self.again_button.show_words(
            _("When do we look again?")
            if view.look_again is None
            else _("We look again on {day}").format(day=own_day(view.look_again))
        )

    @property
    def _chosen(self) -> SmallStep | None:
        item = self.list.chosen
        steps = self._view.steps if self._view is not None else ()
        return next((step for step in steps if item is not None and step.id == item.id), None)

    def _add(self) -> None:
        text = clean_line(self.add_field.text())
        if text:
            self._pending = True
            self.asked.emit(Offer((text,)))

    def _is_taken(self) -> None:
        """Clear the field once its offer is among the steps; a refused one stays."""
        if self._pending:
            self._pending = False
            self.add_field.setText("")

    def _act(self, act: str) -> None:
        chosen = self._chosen
        if act == UNDO:
            self.asked.emit(Undo())
        elif chosen is None:
            return
        elif act in (UP, DOWN):
            self.asked.emit(Move(chosen.id, -1 if act == UP else 1))
        elif act in STAGES:
            stage = STAGES[act]
            self.asked.emit(SetStage(chosen.id, Stage.OFFERED if chosen.stage is stage else stage))
        elif act == CHECK:
            self.asked.emit(CheckSteps((chosen.id,)))
        elif act == CHANGE:
            self._open(self.step_form)
            self.step_form.show_step(chosen)
        else:
            self._ask_to_take_out(chosen)

    def _check_all(self) -> None:
        steps = self._view.steps if self._view is not None else ()
        self.asked.emit(CheckSteps(tuple(each.id for each in steps if each.stage not in LAST)))

    def _ask_to_take_out(self, step: SmallStep) -> None:
        self.ask.ask(
            Question(
                _("Take this step out?"),
                _("It goes from board and record with its name, for good."),
                (Answer(step.id, _("Take it out for good")),),
                leave=_("Keep it"),
            )
        )

    def _ask_for_change(self, change: object) -> None:
        self.asked.emit(change)
        self._back_to_list()

    def _open(self, form: Form) -> None:
        self.pages.show_page(form)

    def _open_again(self) -> None:
        self._open(self.again_form)
        self.again_form.day.show_day(None if self._view is None else self._view.look_again)
        self.again_form.day.edit.setFocus()

    def _open_if_then(self) -> None:
        self._open(self.if_then)
        self.if_then.when.setFocus()

    def _take_words(self, words: str) -> None:
        self._back()
        self.add_field.setText(words)
        self.add_field.setFocus()

    def _back(self) -> None:
        self.step_form.forget()
        self.if_then.forget()
        self.pages.show_page(self.list_page)

    def _back_to_list(self) -> None:
        self._back()
        (self.list if self.list.items else self.add_field).setFocus()

    def _open_menu(self) -> None:
        self.menu().popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))


def _item(step: SmallStep) -> LineItem:
    return LineItem(
        step.id,
        step.text,
        notes=_notes(step),
        state=_stage_words(step.stage),
        is_strong=step.stage is Stage.AGREED,
        is_quiet=step.stage in LAST,
    )


def _notes(step: SmallStep) -> tuple[str, ...]:
    who = _("everyone") if step.everyone else step.who
    by = own_day(step.by_day) if step.by_day is not None else step.by
    parts = (
        _("Looked after by: {who}").format(who=who) if who else "",
        _("By when: {when}").format(when=by) if by else "",
    )
    return tuple(filter(None, parts))


def _stage_words(stage: Stage) -> str:
    return {
        Stage.OFFERED: "",
        Stage.AGREED: _("✓ Agreed for now"),
        Stage.PARKED: _("Idea for later"),
        Stage.LET_GO: _("Let go"),
    }[stage]
