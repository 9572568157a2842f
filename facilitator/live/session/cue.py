"""Reads the facilitator's own words for the cue shortly before a part is over."""

from facilitator.domain.plan.step import MOST_CUE
from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.domain.text.text import clean_line, length
from facilitator.errors import NotAllowedNowError
from facilitator.room.pages.time import usual_cue
from facilitator.wording import _


def cue_in_words(texts: tuple[str, ...], languages: tuple[Language, ...]) -> Words:
    """Return typed texts, one for each language; ``None`` for empty or usual ones.

    Raises ``NotAllowedNowError`` for a text that is missing in one language, too long, or no line.
    """
    clean = tuple(clean_line(text) for text in texts)
    if not any(clean):
        return NO_WORDS
    if not all(clean):
        raise NotAllowedNowError(
            _("The room reads this in each of its languages."),
            _("Write it in both, or leave both empty for the usual words."),
        )
    if any(length(text) > MOST_CUE for text in clean):
        raise NotAllowedNowError(
            _("These words do not fit at the foot of the board."),
            _("Use at most {most} characters, on one line.").format(most=MOST_CUE),
        )
    words = Words(tuple(zip(languages, clean, strict=True)))
    return NO_WORDS if words == usual_cue(languages) else words
