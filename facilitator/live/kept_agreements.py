"""What a group's agreement leaves for its next workshop, and only by a yes of the room."""

from facilitator.domain.workshop import Workshop
from facilitator.store.database import Store, transaction
from facilitator.store.library.agreements import keep_agreement, kept_agreement


class KeptAgreements:
    """Agreements in the library, by group."""

    def __init__(self, library: Store) -> None:
        self._library = library

    def of(self, workshop: Workshop) -> tuple[str, ...]:
        """Return the lines from this group's last workshop; practice has none."""
        group = workshop.setup.group.strip()
        return kept_agreement(self._library, group) if group and not workshop.practice else ()

    def decide(self, workshop: Workshop | None) -> None:
        """Keep what is agreed if the room said yes; if it did not, nothing of it stays.

        A workshop in which nothing was agreed leaves things as they were.
        """
        if workshop is None or workshop.practice or not workshop.agreement.agreed:
            return
        group = workshop.setup.group.strip()
        if not group:
            return
        agreed = [line.text for line in workshop.agreement.agreed if line.in_record]
        with transaction(self._library):
            yes = workshop.agreement.for_next
            keep_agreement(self._library, group, tuple(agreed) if yes else ())
