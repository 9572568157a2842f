"""What languages are called in the facilitator's own."""

from facilitator.domain.text.language import ENGLISH, WELSH, Language
from facilitator.wording import _


def language_name(language: Language) -> str:
    """Return a language's name; its code where the program has none for it."""
    names = {ENGLISH: _("English"), WELSH: _("Welsh")}
    return names.get(language, language)
