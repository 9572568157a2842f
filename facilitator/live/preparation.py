"""What *Before you start* asks, changeable while the workshop runs, and the note for today."""

from dataclasses import replace

from facilitator.domain.contribution import GatheringState
from facilitator.domain.workshop import MOST_PEOPLE, Setup
from facilitator.errors import NotAllowedNowError
from facilitator.live.keeping import Keeping
from facilitator.store.workshop.setup import save_setup
from facilitator.store.workshop.whole import save_note
from facilitator.wording import _


class Preparation:
    """The commands for people, contacts and the note."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._when_opened: int | None = None  # people, when somebody could first write

    def set(self, setup: Setup) -> None:
        """Change what was asked before the start.

        Raises ``NotAllowedNowError`` for fewer people than turns taken, or than there were when
        anybody could take one; and for other recipients once somebody has written on the promise
        that names them.
        """
        self._check(setup)
        if not 1 <= setup.people <= MOST_PEOPLE:
            raise NotAllowedNowError(
                _("A workshop has between 1 and {most} people.").format(most=MOST_PEOPLE)
            )
        changed = replace(self._keeping.workshop, setup=setup)
        self._keeping.keep(changed, lambda db: save_setup(db, setup))

    def _check(self, setup: Setup) -> None:
        workshop = self._keeping.workshop
        before = workshop.setup
        taken = max((one.turns + one.late_turns for one in workshop.gatherings), default=0)
        if setup.people < min(before.people, self._least_people()):
            raise NotAllowedNowError(
                _("A lower number of people could tell how many have taken a turn."),
                _("Leave the number as it is."),
            )
        if setup.people < min(before.people, taken):
            raise NotAllowedNowError(
                _("More people than that have taken a turn in this workshop."),
                _("Leave the number as it is."),
            )
        if taken and setup.recipients.strip() != before.recipients.strip():
            raise NotAllowedNowError(
                _("People have written since they were told who gets the record."),
                _("It goes to those who were named: {recipients}.").format(
                    recipients=before.recipients
                ),
            )

    def _least_people(self) -> int:
        """Return the number that is not gone under, whether or not anybody has taken a turn.

        Else every number tried would tell whether so many have. While a check is at the corner
        none is lowered; writing can be opened again, so from then on it is as it was at first.
        """
        workshop = self._keeping.workshop
        checking, people = workshop.agreement.checking, workshop.setup.people
        if any(one.state is not GatheringState.WAITING for one in workshop.gatherings):
            self._when_opened = self._when_opened or people
        at_corner = checking is not None and checking.at_corner
        return people if at_corner else self._when_opened or 0

    def set_people(self, people: int) -> None:
        """Change how many people are in the room."""
        self.set(replace(self._keeping.workshop.setup, people=people))

    def set_note(self, note: str) -> None:
        """Keep one line for today; it is wiped at close and never on the board."""
        changed = replace(self._keeping.workshop, note=note)
        self._keeping.keep(changed, lambda db: save_note(db, note))
