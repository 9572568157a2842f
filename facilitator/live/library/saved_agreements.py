"""Saves a group's agreement for its next workshop, if the room says yes."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.stage import Stage
from facilitator.errors import StoreUnavailableError
from facilitator.store.database import Store, is_in_memory, transaction
from facilitator.store.library.agreements import same_group, save_group_agreement, saved_agreement
from facilitator.store.library.workshops import Entry
from facilitator.wording import _

if TYPE_CHECKING:
    from facilitator.domain.agreement.agreement import Agreement
    from facilitator.domain.workshop import Workshop


@dataclass(frozen=True, slots=True)
class KnownGroup:
    """A group in the list, with its saved lines and open workshops."""

    name: str
    lines: int = 0  # of the agreement saved for its next workshop
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
            len(saved_agreement(library, name)),
            sum(
                entry.stage is not Stage.CLOSED and same_group(entry.group, name)
                for entry in entries
            ),
        )
        for name in names
    )


class SavedAgreements:
    """Agreements in the library, by group."""

    def __init__(self, library: Store) -> None:
        self._library = library

    def of(self, workshop: "Workshop") -> tuple[str, ...]:
        """Return the lines from this group's last workshop; practice has none."""
        group = workshop.setup.group.strip()
        return saved_agreement(self._library, group) if group and not workshop.practice else ()

    def decide(self, workshop: "Workshop | None") -> None:
        """Save what is agreed if the room said yes; delete it if not.

        Where nothing was agreed, this also deletes lines that were taken up and then removed; it
        changes nothing else.
        """
        if workshop is None or workshop.practice:
            return
        group, agreement = workshop.setup.group.strip(), workshop.agreement
        if not group or not (agreement.agreed or agreement.taken_up):
            return
        agreed = tuple(line.text for line in agreement.agreed if line.in_record)
        if not agreement.agreed:
            left = _left_of(agreement)
            agreed = tuple(text for text in saved_agreement(self._library, group) if text in left)
        elif not agreement.for_next:
            agreed = ()
        if agreed != saved_agreement(self._library, group):
            if is_in_memory(self._library):
                raise _list_in_memory()
            with transaction(self._library):
                save_group_agreement(self._library, group, agreed)

    def decide_late(self, workshop: "Workshop | None") -> None:
        """Do the same once the workshop's words are deleted.

        Raises ``StoreUnavailableError``, which says what could not be saved.
        """
        try:
            self.decide(workshop)
        except StoreUnavailableError as error:
            said_yes = workshop is not None and workshop.agreement.for_next
            raise _could_not_save(said_yes=said_yes) from error

    def leave_out(self, group: str, texts: Collection[str]) -> bool:
        """Forget these lines of a group; return whether it had any of them.

        Raises ``StoreUnavailableError`` when the library cannot be written.
        """
        texts_before = saved_agreement(self._library, group)
        left = tuple(line for line in texts_before if line not in texts)
        if left == texts_before:
            return False
        if is_in_memory(self._library):
            raise _list_in_memory()
        with transaction(self._library):
            save_group_agreement(self._library, group, left)
        return True

    def only_for(self, entry: Entry, entries: tuple[Entry, ...]) -> bool:
        """Return whether a group's saved lines go with this workshop, its last one in the list."""
        others_listed = (listed for listed in entries if listed.id != entry.id)
        last = not any(same_group(listed.group, entry.group) for listed in others_listed)
        return last and bool(saved_agreement(self._library, entry.group))

    def forget(self, entry: Entry, entries: tuple[Entry, ...]) -> None:
        """Forget a group's saved agreement when its last workshop is removed from the list."""
        if self.only_for(entry, entries):
            with transaction(self._library):
                save_group_agreement(self._library, entry.group, ())


def _list_in_memory() -> StoreUnavailableError:
    return StoreUnavailableError(_("The list of workshops cannot be written."))


def _could_not_save(*, said_yes: bool) -> StoreUnavailableError:
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
    """Return the wordings that are left. Imports late: Home lists saved agreements without it."""
    from facilitator.domain.agreement.agreement import texts_left

    return texts_left(agreement)
