"""Translation into the facilitator's language, for every layer: the record has no Qt to ask.

What the room reads is in the workshop's languages instead, through ``room.say``.
"""

import gettext
from pathlib import Path


class _Chosen:
    language = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str, folder: Path) -> None:
    """Translate into ``language`` from now on; unknown languages stay in English."""
    _Chosen.catalogue = gettext.translation("facilitator", folder, [language], fallback=True)
    exists = gettext.find("facilitator", folder, [language]) is not None
    _Chosen.language = language.partition("_")[0] if exists else "en"


def language_in_use() -> str:
    """Return the code of the language that texts for the facilitator are in."""
    return _Chosen.language


def _(text: str) -> str:
    return _Chosen.catalogue.gettext(text)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate the form for ``count``; the catalogue's plural rule picks it."""
    return _Chosen.catalogue.ngettext(singular, plural, count)
