"""The fields that only one kind of step has: built from what the kind says of them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.drafting import step_acts
from facilitator.domain.drafting.step_acts import Change
from facilitator.domain.plan.own_field import OwnField, Sort
from facilitator.domain.plan.step import Step
from facilitator.domain.text.language import Language, Words
from facilitator.ui.planner.choices import Choice, ChoiceBox, CountBox
from facilitator.ui.planner.list_texts import ListTexts
from facilitator.ui.planner.stepper import Stepper
from facilitator.ui.planner.texts import Labelled, TextBox
from facilitator.ui.widgets.layouts import clear_layout, column
from facilitator.wording import _

MOST_LINES = 12
Languages = tuple[Language, ...]
Show = Callable[["Shown"], None]


@dataclass(frozen=True, slots=True)
class Shown:
    """A step to show; what is being typed stays as it is typed unless ``anew``."""

    step: Step
    languages: Languages
    anew: bool


class OwnFields(QWidget):
    """The fields of the chosen step's kind.

    Signals:
        change_asked: a change of the step, and the text that is being typed, or ``None``.
    """

    change_asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._fields: tuple[OwnField, ...] = ()
        self._shows: list[Show] = []
        self._inside = column(self, spacing=12)
        self.hide()

    def show_step(
        self, step: Step, fields: tuple[OwnField, ...], languages: Languages, *, anew: bool
    ) -> None:
        """Show the fields of a step; what is being typed stays unless ``anew``."""
        if fields is not self._fields:
            self._fields = fields
            clear_layout(self._inside)
            build = {
                Sort.NUMBER: self._number,
                Sort.TEXT: self._text,
                Sort.LINES: self._lines,
                Sort.CHOICE: self._choice,
            }
            self._shows = [build[own.sort](own) for own in fields]
            self.setVisible(bool(fields))
        for show in self._shows:
            show(Shown(step, languages, anew))

    def _number(self, own: OwnField) -> Show:
        box = CountBox(own.title(), 0, own.most, nothing=_("as usual"))
        box.entered.connect(lambda number: self._ask(step_acts.own_chosen(own.name, number)))
        self._inside.addWidget(Labelled(own.title(), Stepper(box), buddy=box))
        return lambda new: box.show_number(getattr(new.step.options, own.name), anew=new.anew)

    def _text(self, own: OwnField) -> Show:
        box = TextBox(own.title(), most=own.most)
        box.setObjectName(f"own {own.name}")
        box.typed.connect(
            lambda typed: self.change_asked.emit(step_acts.own_text_written(own, typed), own.name)
        )
        self._inside.addWidget(Labelled(own.title(), box))
        return lambda new: box.show_text(getattr(new.step.options, own.name), anew=new.anew)

    def _lines(self, own: OwnField) -> Show:
        texts = ListTexts(own.title(), f"own {own.name}", most=own.most * MOST_LINES)
        texts.typed.connect(partial(self._write_lines, own, texts))
        self._inside.addWidget(texts)

        def show(new: Shown) -> None:
            rows: tuple[Words, ...] = getattr(new.step.options, own.name)
            texts.show_rows(rows, new.languages, anew=new.anew)

        return show

    def _write_lines(self, own: OwnField, texts: ListTexts, language: str, typed: str) -> None:
        before = texts.rows_before(language)
        change = step_acts.own_lines_written(own, Language(language), typed, before)
        self.change_asked.emit(change, (own.name, language))

    def _choice(self, own: OwnField) -> Show:
        choice: Choice[StrEnum | None] = Choice(ChoiceBox(own.title()))
        choice.box.picked.connect(
            lambda place: self._ask(step_acts.own_chosen(own.name, choice.value(place)))
        )
        self._inside.addWidget(Labelled(own.title(), choice.box))
        names: dict[StrEnum | None, str] = {None: _("None")}
        names |= {value: name() for value, name in own.choices}
        return lambda new: choice.show(names, getattr(new.step.options, own.name))

    def _ask(self, change: Change) -> None:
        self.change_asked.emit(change, None)
