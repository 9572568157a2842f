"""The form of the chosen step: the fields that its kind has, in the order of the design."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QBoxLayout, QHBoxLayout, QWidget

from facilitator.domain.drafting.draft import Draft
from facilitator.domain.drafting.rules import Rules
from facilitator.domain.drafting.step_acts import Note, RoomList, RoomText
from facilitator.domain.drafting.words import written_in
from facilitator.domain.plan.step import Step
from facilitator.domain.text.language import Language, Words
from facilitator.ui.planner.names import form_names, kind_names, look_names, reveal_names
from facilitator.ui.planner.own_fields import OwnFields
from facilitator.ui.planner.segments import segments_as_typed
from facilitator.ui.planner.sources import source_names
from facilitator.ui.planner.step_fields import StepFields
from facilitator.ui.planner.stepper import Stepper
from facilitator.ui.planner.texts import Labelled
from facilitator.ui.widgets.buttons import Tick
from facilitator.ui.widgets.layouts import column, row
from facilitator.wording import _

PAIR_BESIDE = 20  # width in sizes of text from which two small fields are side by side


class Pair(QWidget):
    """Two small fields, side by side where there is room."""

    def __init__(self, *fields: QWidget) -> None:
        super().__init__()
        self.setMinimumWidth(1)  # they go below one another
        self._line: QHBoxLayout = row(self, spacing=12)
        for field in fields:
            self._line.addWidget(field, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= PAIR_BESIDE * self.fontMetrics().ascent()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if wide else down)


class StepForm(QWidget):
    """Shows a step in its fields."""

    def __init__(self) -> None:
        super().__init__()
        self.fields, self.own = StepFields(), OwnFields()
        self.own.change_asked.connect(self.fields.change_asked)
        self._step: Step | None = None
        self._rows: dict[str, QWidget] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        fields, inside = self.fields, column(self, spacing=12)
        texts = fields.room_texts
        inside.addWidget(texts[RoomText.TITLE])
        inside.addWidget(texts[RoomText.QUESTION])
        self._rows["form"] = Labelled(_("How people work"), fields.form.box)
        self._rows["of"] = Labelled(_("Whose lines"), fields.of.box)
        self._rows["reveal"] = Labelled(_("Show contributions"), fields.reveal.box)
        self._rows["floor"] = _stepped(_("Keep covered until"), fields.floor)
        self._rows["notes_a_turn"] = _stepped(_("Lines in one turn"), fields.turn_notes)
        self._rows["time_shown"] = Labelled(_("Time on the board"), fields.look.box)
        self._rows["passes"] = _stepped(_("Lowest label that passes"), fields.passes)
        for first, second in (
            (_stepped(_("Time"), fields.minutes), _stepped(_("Shortest"), fields.shortest)),
            (Labelled(_("Kind of step"), fields.kind.box), self._rows["form"]),
            (self._rows["of"], self._rows["reveal"]),
            (self._rows["floor"], self._rows["notes_a_turn"]),
        ):
            inside.addWidget(Pair(first, second))
        self._rows["segments"] = fields.segments
        inside.addWidget(fields.segments)
        for box in (*fields.ways.values(), fields.protect, fields.may_drop, fields.with_break):
            inside.addWidget(box)
        inside.addWidget(fields.record)
        inside.addWidget(self.own)
        inside.addWidget(fields.lists[RoomList.STATEMENTS])
        inside.addWidget(fields.lists[RoomList.SCALE])
        inside.addWidget(self._rows["passes"])
        names = {Note.SAY: _("What to say"), Note.DO: _("Notes for you")}
        for note, name in (*names.items(), (Note.MATERIALS, _("Materials"))):
            inside.addWidget(Labelled(name, fields.notes[note]))
        inside.addWidget(texts[RoomText.HINT])
        inside.addWidget(self._rows["time_shown"])
        inside.addWidget(texts[RoomText.CUE])
        inside.addStretch(1)

    def focus_title(self) -> None:
        """Move the keyboard to the title."""
        box = self.fields.room_texts[RoomText.TITLE].first
        if box is not None:
            box.setFocus()
            box.selectAll()

    def show_step(self, step: Step, draft: Draft, rules: Rules, *, anew: bool) -> None:
        """Show a step; what is being typed stays as it is typed unless ``anew``."""
        languages = draft.plan.languages
        self._show_texts(step, languages, anew=anew)
        self.own.show_step(step, rules[step.kind].own_fields, languages, anew=anew)
        if step is self._step and not anew:
            return
        self._step = step
        self._show_choices(step, draft, rules)
        self._show_numbers(step, anew=anew)
        self._show_ticks(step)
        self._show_rows(step, rules)

    def _show_texts(self, step: Step, languages: tuple[Language, ...], *, anew: bool) -> None:
        fields = self.fields
        for text, field in fields.room_texts.items():
            field.show_languages(languages)
            field.show_texts(_written(getattr(step, text.value), languages), anew=anew)
        for rows, field in fields.lists.items():
            field.show_rows(getattr(step, rows.value), languages, anew=anew)
        for note, box in fields.notes.items():
            box.show_text(getattr(step, note.value), anew=anew)
        fields.segments.show_languages(languages)
        parts = {
            spoken: segments_as_typed(step.segments, spoken, with_minutes=not at)
            for at, spoken in enumerate(languages)
        }
        fields.segments.show_texts(parts, anew=anew)

    def _show_choices(self, step: Step, draft: Draft, rules: Rules) -> None:
        fields, kind = self.fields, rules[step.kind]
        fields.minutes.show_length(step.length)
        fields.shortest.show_length(step.trim_to)
        fields.kind.show(kind_names(), step.kind)
        fields.form.show(form_names(), step.form)
        reveals = {
            reveal: name for reveal, name in reveal_names().items() if reveal in kind.reveals
        }
        fields.reveal.show(reveals, step.reveal)
        fields.look.show(look_names(), step.time_shown)
        fields.of.show(source_names(step, draft, rules), step.of)

    def _show_numbers(self, step: Step, *, anew: bool) -> None:
        fields = self.fields
        fields.floor.show_number(step.floor, anew=anew)
        fields.turn_notes.show_number(step.notes_a_turn, anew=anew)
        fields.passes.show_number(max(step.passes, 1), anew=anew)

    def _show_ticks(self, step: Step) -> None:
        fields = self.fields
        ticked: tuple[tuple[Tick, bool], ...] = (
            (fields.protect, step.protect),
            (fields.may_drop, step.may_drop),
            (fields.with_break, step.with_break),
            (fields.record, step.record_default),
            *((box, way in step.ways) for way, box in fields.ways.items()),
        )
        for box, is_on in ticked:
            box.setChecked(is_on)

    def _show_rows(self, step: Step, rules: Rules) -> None:
        """Show the fields that the kind has."""
        kind, fields = rules[step.kind], self.fields
        for name, part in self._rows.items():
            part.setVisible(name in kind.fields)
        self._rows["reveal"].setVisible(len(kind.reveals) > 1)
        self._rows["of"].setVisible(bool(kind.lines_from))
        for rows, field in fields.lists.items():
            field.setVisible(rows.value in kind.fields)
        for box in fields.ways.values():
            box.setVisible("ways" in kind.fields)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.updateGeometry()


def _stepped(name: str, box: QAbstractSpinBox) -> Labelled:
    """Build a number below its label."""
    return Labelled(name, Stepper(box), buddy=box)


def _written(words: Words, languages: tuple[Language, ...]) -> dict[Language, str]:
    return {language: written_in(words, language) for language in languages}
