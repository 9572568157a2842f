"""What a group's agreement leaves for its next workshop, and only by a yes of the room."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.setup import Stage
from facilitator.errors import StoreUnavailableError
from facilitator.store.database import Store, is_in_memory, transaction
from facilitator.store.library.agreements import keep_agreement, kept_agreement, same_group
from facilitator.store.library.workshops import Entry
from facilitator.wording import _

if TYPE_CHECKING:
    from facilitator.domain.agreement.agreement import Agreement
    from facilitator.domain.workshop import Workshop


@dataclass(frozen=True, slots=True)
class KnownGroup:
    """A group of the list, and what waits for it here."""

    name: str
    lines: int = 0  # of the agreement that it kept for its next workshop
    unfinished: int = 0  # workshops that can be carried on


def groups_of(entries: tuple[Entry, ...], library: Store) -> tuple[KnownGroup, ...]:
    """Return the groups of listed workshops, the newest first, each once."""
    names: list[str] = []
    for entry in entries:
        if entry.group and not any(same_group(entry.group, name) for name in names):
            names.append(entry.group)
    return tuple(
        KnownGroup(
            name,
            len(kept_agreement(library, name)),
            sum(
                entry.stage is not Stage.CLOSED and same_group(entry.group, name)
                for entry in entries
            ),
        )
        for name in names
    )


class KeptAgreements:
    """Agreements in the library, by group."""

    def __init__(self, library: Store) -> None:
        self._library = library

    def of(self, workshop: "Workshop") -> tuple[str, ...]:
        """Return the lines from this group's last workshop; practice has none."""
        group = workshop.setup.group.strip()
        return kept_agreement(self._library, group) if group and not workshop.practice else ()

    def decide(self, workshop: "Workshop | None") -> None:
        """Keep what is agreed if the room said yes; if it did not, nothing of it stays.

        Where nothing was agreed, lines that had been taken up and went are not kept either; all
        else stays as it was.
        """
        if workshop is None or workshop.practice:
            return
        group, agreement = workshop.setup.group.strip(), workshop.agreement
        if not group or not (agreement.agreed or agreement.taken_up):
            return
        agreed = tuple(line.text for line in agreement.agreed if line.in_record)
        if not agreement.agreed:
            left = _left_of(agreement)
            agreed = tuple(one for one in kept_agreement(self._library, group) if one in left)
        elif not agreement.for_next:
            agreed = ()
        if agreed != kept_agreement(self._library, group):
            if is_in_memory(self._library):
                raise _list_in_memory()
            with transaction(self._library):
                keep_agreement(self._library, group, agreed)

    def decide_late(self, workshop: "Workshop | None") -> None:
        """Do the same once the workshop's words are gone already.

        Raises ``StoreUnavailableError`` that says what could not be kept.
        """
        try:
            self.decide(workshop)
        except StoreUnavailableError as error:
            said_yes = workshop is not None and workshop.agreement.for_next
            raise _could_not_keep(said_yes=said_yes) from error

    def leave_out(self, group: str, texts: Collection[str]) -> bool:
        """Forget those lines of a group; return whether there were any.

        Raises ``StoreUnavailableError`` when the library cannot be written.
        """
        kept = kept_agreement(self._library, group)
        left = tuple(line for line in kept if line not in texts)
        if left == kept:
            return False
        if is_in_memory(self._library):
            raise _list_in_memory()
        with transaction(self._library):
            keep_agreement(self._library, group, left)
        return True

    def only_for(self, entry: Entry, entries: tuple[Entry, ...]) -> bool:
        """Return whether a group's kept lines go with this workshop, the last of it listed."""
        others = (one for one in entries if one.id != entry.id)
        last = not any(same_group(one.group, entry.group) for one in others)
        return last and bool(kept_agreement(self._library, entry.group))

    def let_go(self, entry: Entry, entries: tuple[Entry, ...]) -> None:
        """Forget what a group kept when its last workshop is taken off the list."""
        if self.only_for(entry, entries):
            with transaction(self._library):
                keep_agreement(self._library, entry.group, ())


def _list_in_memory() -> StoreUnavailableError:
    return StoreUnavailableError(_("The list of workshops cannot be written."))


def _could_not_keep(*, said_yes: bool) -> StoreUnavailableError:
    gone = _("What people wrote is deleted.")
    if said_yes:
        return StoreUnavailableError(
            _("{gone} The group’s yes to its agreement could not be kept.").format(gone=gone),
            _("The list cannot be written. Next time, type the lines again from the record."),
        )
    return StoreUnavailableError(
        _("{gone} Lines that the group kept from an earlier workshop are still here.").format(
            gone=gone
        ),
        _("The list cannot be written. F9 on Home shows them."),
    )


def _left_of(agreement: "Agreement") -> frozenset[str]:
    """Return the wordings that are left; read late, since Home lists what is kept without it."""
    from facilitator.domain.agreement.agreement import texts_left

    return texts_left(agreement)
