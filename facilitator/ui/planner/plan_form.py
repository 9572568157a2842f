"""The whole plan: its title and languages, for whom it is, and what the facilitator notes of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.drafting import plan_acts
from facilitator.domain.drafting.draft import Draft
from facilitator.domain.drafting.plan_acts import PlanText
from facilitator.domain.drafting.words import UNWRITTEN, written_in
from facilitator.domain.plan.limits import MOST_PEOPLE, MOST_SAY, MOST_TITLE
from facilitator.domain.plan.plan import PeopleRange
from facilitator.domain.text.language import ENGLISH, WELSH, Language
from facilitator.ui.planner.choices import Choice, ChoiceBox, CountBox
from facilitator.ui.planner.step_form import Pair
from facilitator.ui.planner.stepper import Stepper
from facilitator.ui.planner.texts import Labelled, LanguageTexts, TextBox
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.languages import language_name
from facilitator.ui.widgets.layouts import column
from facilitator.wording import _

Languages = tuple[Language, ...]


class PlanForm(QWidget):
    """Shows the plan as a whole.

    Signals:
        draft_asked: the draft after a change, and the text that is being typed, or ``None``.
        languages_asked: the languages of the room.
    """

    draft_asked = Signal(object, object)
    languages_asked = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self.title = LanguageTexts(_("Title"), "plan title", most=MOST_TITLE)
        self.title.typed.connect(self._write_title)
        self.languages: Choice[Languages] = Choice(ChoiceBox(_("Languages of the room")))
        self.languages.box.picked.connect(
            lambda place: self.languages_asked.emit(self.languages.value(place))
        )
        self.summary = TextBox(_("What happens, in one sentence"), most=MOST_SAY, rows=2)
        self.summary.setObjectName("summary")
        self.summary.typed.connect(
            lambda text: self._ask(plan_acts.summed_up(self.draft, text), "summary")
        )
        self.least, self.best, self.most = (
            CountBox(name, 1, MOST_PEOPLE)
            for name in (_("Fewest people"), _("Best with"), _("Most people"))
        )
        for box in (self.least, self.best, self.most):
            box.entered.connect(self._set_people)
        self.texts = {
            text: self._text(text, name)
            for text, name in (
                (PlanText.PURPOSE, _("Purpose, also on the record’s cover")),
                (PlanText.FOR_WHOM, _("For whom")),
                (PlanText.ROOM, _("How to set the room up")),
            )
        }
        self._lay_out()

    def _text(self, text: PlanText, name: str) -> TextBox:
        box = TextBox(name, most=MOST_SAY, lines=True, rows=2)
        box.setObjectName(text.value)
        box.typed.connect(
            lambda typed: self._ask(plan_acts.described(self.draft, text, typed), text.value)
        )
        return box

    def _lay_out(self) -> None:
        inside = column(self, spacing=12)
        inside.addWidget(self.title)
        inside.addWidget(Labelled(_("Languages of the room"), self.languages.box))
        inside.addWidget(Labelled(_("What happens, in one sentence"), self.summary))
        inside.addWidget(
            Pair(
                *(
                    Labelled(box.accessibleName(), Stepper(box), buddy=box)
                    for box in (self.least, self.best, self.most)
                )
            )
        )
        for box in self.texts.values():
            inside.addWidget(Labelled(box.accessibleName(), box))
        more = _("A text in one language only is shown as “…” in the other.")
        inside.addWidget(label(more, "small"))
        inside.addStretch(1)

    @property
    def draft(self) -> Draft:
        """The draft that is shown."""
        if self._draft is None:
            raise RuntimeError("no draft is shown yet")
        return self._draft

    def focus_title(self) -> None:
        """Move the keyboard to the title."""
        box = self.title.first
        if box is not None:
            box.setFocus()
            box.selectAll()

    def show_draft(self, draft: Draft, *, anew: bool) -> None:
        """Show a draft; what is being typed stays as it is typed unless ``anew``."""
        self._draft = draft
        plan = draft.plan
        self.title.show_languages(plan.languages)
        titles = {language: written_in(plan.title, language) for language in plan.languages}
        self.title.show_texts(titles, anew=anew)
        self.languages.show(_language_choices(plan.languages), plan.languages)
        summary = "" if plan.summary == UNWRITTEN else plan.summary
        self.summary.show_text(summary, anew=anew)
        for text, box in self.texts.items():
            box.show_text(getattr(plan, text.value), anew=anew)
        self._show_people(plan.people, anew=anew)

    def _show_people(self, people: PeopleRange, *, anew: bool) -> None:
        self.least.show_number(people.least, anew=anew)
        self.best.show_number(people.best, anew=anew)
        self.most.show_number(people.most, anew=anew)

    def _write_title(self, language: str, typed: str) -> None:
        after = plan_acts.titled(self.draft, Language(language), typed)
        self._ask(after, ("plan title", language))

    def _set_people(self) -> None:
        numbers = (self.least.value(), self.best.value(), self.most.value())
        self._ask(plan_acts.made_for(self.draft, *numbers), None)

    def _ask(self, draft: Draft, typing: object) -> None:
        self.draft_asked.emit(draft, typing)


def _language_choices(present: Languages) -> dict[Languages, str]:
    """Name the choices: Welsh and English, either alone, and what the plan has."""
    offered = ((ENGLISH,), (WELSH, ENGLISH), (WELSH,), present)
    names: dict[Languages, str] = {}
    for languages in offered:
        parts = [language_name(language) for language in languages]
        two = _("{first} and {second}")
        name = parts[0] if len(parts) < 2 else two.format(first=parts[0], second=parts[1])
        names[languages] = name
    return names
