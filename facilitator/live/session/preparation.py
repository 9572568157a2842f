"""Changes the answers of *Before you start* while the workshop runs, and the note for today."""

from dataclasses import replace

from facilitator.domain.contribution import GatheringState
from facilitator.domain.text.text import clean_line
from facilitator.domain.workshop import MOST_PEOPLE, Setup
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.saving import Saving
from facilitator.wording import _


class Preparation:
    """The commands for people, contacts and the note."""

    def __init__(self, saving: Saving) -> None:
        self._saving = saving
        self._when_opened: int | None = None  # people, when somebody could first write

    def set(self, setup: Setup) -> None:
        """Change the answers from before the start.

        Once anybody could take a turn, raises ``NotAllowedNowError`` for fewer people than then,
        other recipients, or another answer on who is in charge. This does not depend on whether
        anybody took one: a refused number would reveal the number of turns.
        """
        setup = setup.cleaned
        self._check(setup)
        if not 1 <= setup.people <= MOST_PEOPLE:
            raise NotAllowedNowError(
                _("A workshop has between 1 and {most} people.").format(most=MOST_PEOPLE)
            )
        self._saving.save(replace(self._saving.workshop, setup=setup))

    def _check(self, setup: Setup) -> None:
        workshop = self._saving.workshop
        before = workshop.setup
        if setup.people < min(before.people, self._least_people()):
            raise NotAllowedNowError(
                _("A lower number of people could tell how many have taken a turn."),
                _("Leave the number as it is."),
            )
        if self._was_open and setup.recipients.strip() != before.recipients.strip():
            raise NotAllowedNowError(
                _("Who gets the record was fixed when people could take a turn."),
                _("It goes to those who were named: {recipients}.").format(
                    recipients=before.recipients
                ),
            )
        if self._was_open and setup.in_charge != before.in_charge:
            raise NotAllowedNowError(
                _("Who types the cards was said when writing was opened."),
                _("Leave the answer as it is."),
            )

    @property
    def _was_open(self) -> bool:
        """Whether people could ever take a turn in this workshop, whoever did."""
        workshop = self._saving.workshop
        written = (each.state is not GatheringState.WAITING for each in workshop.gatherings)
        return any(written) or any(state.was_open for state in workshop.states)

    def _least_people(self) -> int:
        """Return the lowest number of people, whether or not anybody has taken a turn.

        The number cannot go down while a check is at the corner. Writing can be opened again, so
        after it opened the lowest number is the one it opened with; a higher one can be corrected.
        """
        workshop = self._saving.workshop
        checking, people = workshop.agreement.checking, workshop.setup.people
        if self._was_open:
            self._when_opened = self._when_opened or people
        at_corner = checking is not None and checking.at_corner
        return people if at_corner else self._when_opened or 0

    def set_people(self, people: int) -> None:
        """Change the number of people in the room."""
        self.set(replace(self._saving.workshop.setup, people=people))

    def set_note(self, note: str) -> None:
        """Save one line for today; closing deletes it, and the board never shows it."""
        self._saving.save(replace(self._saving.workshop, note=clean_line(note)))
