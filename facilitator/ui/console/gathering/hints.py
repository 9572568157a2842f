"""The words for what is noted of a line that the facilitator reads first."""

from facilitator.domain.contribution import SetAside
from facilitator.domain.text.hints import Hint
from facilitator.wording import _


def hint_words(hint: Hint) -> str:
    """Word a hint's question in the facilitator's language."""
    return {
        Hint.NAME: _("a name?"),
        Hint.EMAIL: _("an e-mail address?"),
        Hint.PHONE: _("a phone number?"),
        Hint.POSTCODE: _("a postcode?"),
        Hint.ROLE: _("points to a person?"),
        Hint.HANDLE: _("an account name?"),
        Hint.LANGUAGE: _("only a few wrote in this language"),
    }[hint]


def why_words(why: SetAside) -> str:
    """Return why a line was set aside, in the facilitator's language."""
    return {
        SetAside.PERSON: _("Names or points to a person"),
        SetAside.ATTACK: _("Attacks someone"),
        SetAside.RISK: _("Tells of serious harm or risk"),
    }[why]
