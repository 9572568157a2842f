"""Translation into the facilitator's language, for every layer: the record has no Qt to ask.

What the room reads is another matter: it speaks the workshop's languages, through ``room.say``.
"""

import gettext
from pathlib import Path


class _Chosen:
    language = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str, folder: Path) -> None:
    """Translate into ``language`` from now on; unknown languages stay in English."""
    _Chosen.catalogue = gettext.translation("facilitator", folder, [language], fallback=True)
    is_found = gettext.find("facilitator", folder, [language]) is not None
    _Chosen.language = language.partition("_")[0] if is_found else "en"


def language_in_use() -> str:
    """Return the code of the language that texts for the facilitator are in."""
    return _Chosen.language


def _(text: str) -> str:
    return _Chosen.catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form for ``count``; the catalogue's own plural rule picks it."""
    return _Chosen.catalogue.ngettext(one, many, count)
