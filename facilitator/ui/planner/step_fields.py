"""The fields of the chosen step, each with the change that it asks for."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from facilitator.domain.drafting import step_acts
from facilitator.domain.drafting.settling import MOST_NOTES
from facilitator.domain.drafting.step_acts import Change, Note, RoomList, RoomText, Setting
from facilitator.domain.ids import StepId
from facilitator.domain.plan.limits import MOST_SEGMENTS, MOST_TITLE
from facilitator.domain.plan.step import (
    LEAST_TURNS,
    MOST_FLOOR,
    Form,
    Reveal,
    StepKind,
    TimeLook,
    Way,
)
from facilitator.domain.text.language import Language
from facilitator.ui.planner.choices import Choice, ChoiceBox, CountBox, MinutesBox
from facilitator.ui.planner.list_texts import ListTexts
from facilitator.ui.planner.texts import LanguageTexts, TextBox
from facilitator.ui.widgets.buttons import Tick, tick
from facilitator.wording import _

MOST_LINES = 12  # of a list


class StepFields(QObject):
    """All fields of a step; the form shows those that the step's kind has.

    Signals:
        change_asked: a change of the step, and the text that is being typed, or ``None``.
        kind_asked: another kind.
        segments_asked: a language, and the parts in it as they were typed.
    """

    change_asked = Signal(object, object)
    kind_asked = Signal(str)
    segments_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.room_texts = {
            RoomText.TITLE: self._room_text(RoomText.TITLE, _("Title")),
            RoomText.QUESTION: self._room_text(RoomText.QUESTION, _("Question on the board")),
            RoomText.HINT: self._room_text(RoomText.HINT, _("Smaller, under the question")),
            RoomText.CUE: self._room_text(RoomText.CUE, _("Words shortly before the end")),
        }
        self.notes = {
            Note.SAY: self._note(Note.SAY, _("What to say")),
            Note.DO: self._note(Note.DO, _("Notes for you")),
            Note.MATERIALS: self._note(Note.MATERIALS, _("Materials")),
        }
        self.lists = {
            RoomList.STATEMENTS: self._list(RoomList.STATEMENTS, _("Statements, one on a line")),
            RoomList.SCALE: self._list(
                RoomList.SCALE, _("Labels of the scale, lowest first, one on a line")
            ),
        }
        self.segments = LanguageTexts(
            _("Parts and their minutes, one on a line"),
            "segments",
            most=MOST_SEGMENTS * MOST_TITLE,
            lines=True,
        )
        self.segments.typed.connect(self.segments_asked)
        self._add_times()
        self._add_choices()
        self._add_ticks()

    def _add_times(self) -> None:
        self.minutes = MinutesBox(_("Time"))
        self.minutes.entered.connect(lambda length: self._ask(step_acts.of_length(length)))
        self.shortest = MinutesBox(_("Shortest"), nothing=_("no shorter"))
        self.shortest.entered.connect(lambda length: self._ask(step_acts.shortest(length)))

    def _add_choices(self) -> None:
        self.kind: Choice[StepKind] = Choice(ChoiceBox(_("Kind of step")))
        self.kind.box.picked.connect(lambda place: self.kind_asked.emit(self.kind.value(place)))
        self.form: Choice[Form] = Choice(ChoiceBox(_("How people work")))
        self.reveal: Choice[Reveal] = Choice(ChoiceBox(_("Show contributions")))
        self.look: Choice[TimeLook | None] = Choice(ChoiceBox(_("Time on the board")))
        self.of: Choice[StepId | None] = Choice(ChoiceBox(_("Whose lines")))
        self._connect_choice(Setting.FORM, self.form.box, self.form.value)
        self._connect_choice(Setting.REVEAL, self.reveal.box, self.reveal.value)
        self._connect_choice(Setting.TIME_SHOWN, self.look.box, self.look.value)
        self._connect_choice(Setting.OF, self.of.box, self.of.value)
        self.floor = CountBox(_("Keep covered until"), LEAST_TURNS, MOST_FLOOR, _("{n} people"))
        self.floor.entered.connect(partial(self._set, Setting.FLOOR))
        self.turn_notes = CountBox(_("Lines in one turn"), 1, MOST_NOTES)
        self.turn_notes.entered.connect(partial(self._set, Setting.NOTES_A_TURN))
        self.passes = CountBox(_("Lowest label that passes"), 1, 8, nothing=_("as usual"))
        self.passes.entered.connect(partial(self._set, Setting.PASSES))

    def _add_ticks(self) -> None:
        self.protect = self._tick(
            _("Protected"),
            _("Never shorter, never dropped"),
            lambda on: step_acts.protected(is_on=on),
        )
        self.may_drop = self._tick(
            _("May be dropped"),
            _("When time is short"),
            lambda on: step_acts.droppable(is_on=on),
        )
        self.with_break = self._tick(
            _("The break is in it"),
            _("The board says when the break ends"),
            lambda on: step_acts.chosen(Setting.WITH_BREAK, on),
        )
        self.record = self._tick(
            _("Goes in the record"),
            _("Its lines go in the record unless somebody says no"),
            lambda on: step_acts.chosen(Setting.RECORD_DEFAULT, on),
        )
        self.ways = {
            Way.CORNER: self._tick(_("In the typing corner"), "", lambda _on: self._ways()),
            Way.CARDS: self._tick(_("On cards"), "", lambda _on: self._ways()),
        }

    def _ways(self) -> Change:
        return step_acts.chosen(
            Setting.WAYS, tuple(way for way, box in self.ways.items() if box.isChecked())
        )

    def _room_text(self, text: RoomText, name: str) -> LanguageTexts:
        field = LanguageTexts(name, text.value, most=step_acts.MOST[text])

        def write(language: str, typed: str) -> None:
            change = step_acts.text_written(text, Language(language), typed)
            self.change_asked.emit(change, (text.value, language))

        field.typed.connect(write)
        return field

    def _list(self, rows: RoomList, name: str) -> ListTexts:
        field = ListTexts(name, rows.value, most=step_acts.MOST[rows] * MOST_LINES)

        def write(language: str, typed: str) -> None:
            before = field.rows_before(language)
            change = step_acts.lines_written(rows, Language(language), typed, before)
            self.change_asked.emit(change, (rows.value, language))

        field.typed.connect(write)
        return field

    def _note(self, note: Note, name: str) -> TextBox:
        box = TextBox(name, most=step_acts.MOST[note], lines=True, rows=3)
        box.setObjectName(note.value)
        box.typed.connect(
            lambda typed: self.change_asked.emit(step_acts.note_written(note, typed), note.value)
        )
        return box

    def _tick(self, words: str, more: str, change: Callable[[bool], Change]) -> Tick:
        box = tick(words)
        box.setToolTip(more)
        box.setAccessibleDescription(more)
        box.clicked.connect(lambda on: self._ask(change(bool(on))))
        return box

    def _connect_choice(
        self, setting: Setting, box: ChoiceBox, value: Callable[[int], object]
    ) -> None:
        box.picked.connect(lambda place: self._set(setting, value(place)))

    def _set(self, setting: Setting, value: object) -> None:
        self._ask(step_acts.chosen(setting, value))

    def _ask(self, change: Change) -> None:
        self.change_asked.emit(change, None)
