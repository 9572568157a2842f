"""Names of languages in the facilitator's language."""

from facilitator.domain.text.language import ENGLISH, WELSH, Language
from facilitator.wording import _


def language_name(language: Language) -> str:
    """Return a language's name, or its code if the program has no name for it."""
    names = {ENGLISH: _("English"), WELSH: _("Welsh")}
    return names.get(language, language)
