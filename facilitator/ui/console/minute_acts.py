"""What the keys for minutes do: one more or less, two more, five more."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from facilitator.errors import NotAllowedNowError
from facilitator.live.session import LiveSession
from facilitator.ui.console.key_acts import Act
from facilitator.wording import _

MINUTES = {Act.LESS_TIME: -1, Act.MORE_TIME: 1, Act.TWO_MORE: 2, Act.FIVE_MORE: 5}
FIGURES = (Act.TWO_MORE, Act.FIVE_MORE)  # figures count hands as well


def minute_acts(session: LiveSession) -> dict[Act, Callable[[], None]]:
    """Return the commands that give and take minutes."""
    return {act: partial(_add, session, act, minutes) for act, minutes in MINUTES.items()}


def _add(session: LiveSession, act: Act, minutes: int) -> None:
    check = session.desk().agreement.check
    if act in FIGURES and check is not None and not check.closed:
        raise NotAllowedNowError(
            _("While a check is held, figures count hands."),
            _("Press + for a minute more, or close the check first."),
        )
    session.time.add(timedelta(minutes=minutes))
