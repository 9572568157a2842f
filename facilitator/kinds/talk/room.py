"""A talk on the board: its form, its question, its time, and its said lines."""

from facilitator.domain.plan.step import Form, Step
from facilitator.domain.text.language import Language, Words
from facilitator.room.pages.kind import PageRequest, RoomPart
from facilitator.room.pages.picture import Content
from facilitator.room.pages.timed import timed_page
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key

LABELS = {form: Key[f"FORM_{form.name}"] for form in Form}
HINTS = {
    Form.ROUND: Key.HINT_ROUND,
    Form.PAIRS: Key.HINT_PAIRS,
    Form.THREES: Key.HINT_THREES,
    Form.FOURS: Key.HINT_FOURS,
    Form.FISHBOWL: Key.HINT_FISHBOWL,
    Form.SILENT: Key.HINT_SILENT,
}


def _label(step: Step, languages: tuple[Language, ...]) -> Words:
    return say_in(languages, LABELS[step.form])


def _hint(step: Step, languages: tuple[Language, ...]) -> Words:
    """Return the plan's hint, else the sentence of the form."""
    if step.hint or step.form not in HINTS:
        return step.hint
    return say_in(languages, HINTS[step.form])


def _page(request: PageRequest) -> Content:
    return timed_page(request, *ROOM.words(request.step, request.languages))


ROOM = RoomPart(_label, _page, _hint)
