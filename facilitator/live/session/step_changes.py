"""Changes a step on the day: its minutes, place, title and question."""

from dataclasses import dataclass, replace
from datetime import timedelta

from facilitator.domain.agenda.agenda import Agenda
from facilitator.domain.agenda.changes import moved_by, of_length, worded
from facilitator.domain.agenda.finishing import Undo
from facilitator.domain.ids import StepId
from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.domain.text.text import clean_line, length
from facilitator.domain.workshop import Workshop
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.saving import Saving
from facilitator.wording import _

MOST_TITLE, MOST_QUESTION = 80, 300  # characters, as in a plan file


@dataclass(frozen=True, slots=True)
class StepTexts:
    """The typed texts of a step, one for each of the room's languages."""

    titles: tuple[str, ...]
    questions: tuple[str, ...] = ()


class StepChanges:
    """The commands that change a step. Undoing *Finish on time* never reverts these changes."""

    def __init__(self, saving: Saving) -> None:
        self._saving = saving

    def set(self, step_id: StepId, texts: StepTexts, minutes: timedelta | None = None) -> None:
        """Set a step's texts, and its length if one is given.

        Raises ``NotAllowedNowError`` for a step that is over, for another question with lines
        that answer the old one, and for another length once its time has begun.
        """
        workshop = self._saving.workshop
        step, agenda = workshop.agenda.run_of(step_id).step, workshop.agenda
        title, question = (
            title_of(texts, workshop.languages),
            question_of(texts, workshop.languages),
        )
        if (title, question) != (step.title, step.question):
            if question != step.question:
                refuse_under_lines(workshop, step_id)
            agenda = worded(agenda, step_id, title, question)
        if minutes is not None:
            agenda = of_length(agenda, step_id, minutes, self._saving.now)
        if agenda is not workshop.agenda:
            self._save(agenda, step_id)

    def move(self, step_id: StepId, places: int) -> None:
        """Move a coming step one place earlier (-1) or later (+1)."""
        self._save(moved_by(self._saving.workshop.agenda, step_id, places))

    def _save(self, agenda: Agenda, of_hand: StepId | None = None) -> None:
        workshop = self._saving.workshop
        undo = _without(workshop.shortened, of_hand)
        self._saving.save(replace(workshop, agenda=agenda, shortened=undo))


def title_of(texts: StepTexts, languages: tuple[Language, ...]) -> Words:
    """Return a title as typed; a language without one gets that of another.

    Raises ``NotAllowedNowError`` where all are missing, or one is too long.
    """
    title = _words(texts.titles, languages, MOST_TITLE)
    if not title:
        raise NotAllowedNowError(_("The step has no title."), _("Give it one."))
    return title


def question_of(texts: StepTexts, languages: tuple[Language, ...]) -> Words:
    """Return a question as typed, in each language, or none at all.

    Raises ``NotAllowedNowError`` where one language is missing, or one text is too long.
    """
    question = _words(texts.questions, languages, MOST_QUESTION)
    if question and len(question.texts) < len(languages):
        raise NotAllowedNowError(
            _("The room reads the question in each of its languages."),
            _("Write it in both, or leave both empty."),
        )
    return question


def refuse_under_lines(workshop: Workshop, step_id: StepId) -> None:
    """Raise where people have answered a step's question, which belongs to their lines."""
    if workshop.is_answered(step_id):
        raise NotAllowedNowError(
            _("People have answered this question: it stays with what they gave."),
            _("Add a step with the other question."),
        )


def _words(texts: tuple[str, ...], languages: tuple[Language, ...], most: int) -> Words:
    clean = tuple(clean_line(text) for text in texts)
    if any(length(text) > most for text in clean):
        raise NotAllowedNowError(
            _("This text is too long for the board."),
            _("Use at most {most} characters.").format(most=most),
        )
    pairs = zip(languages, clean, strict=False)
    words = Words(tuple((language, text) for language, text in pairs if text))
    return words or NO_WORDS


def _without(undo: Undo | None, step_id: StepId | None) -> Undo | None:
    """Return the undo of finishing on time without a step that was changed by hand."""
    if undo is None or step_id is None:
        return undo
    left = tuple(before for before in undo.before if before[0] != step_id)
    return Undo(left) if left else None
