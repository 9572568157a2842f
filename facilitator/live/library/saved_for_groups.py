"""Saves a group's agreement, and what steps leave, for its next workshop, if the room says yes."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from facilitator.domain.for_next import FromLastTime, TakenOut, same_group
from facilitator.domain.stage import Stage
from facilitator.errors import StoreUnavailableError
from facilitator.store.database import Store, is_in_memory, transaction
from facilitator.store.library.agreements import save_group_agreement, saved_agreement
from facilitator.store.library.for_next import save_for_next, saved_for_next
from facilitator.store.library.workshops import Entry
from facilitator.wording import _

if TYPE_CHECKING:
    from facilitator.domain.agreement.agreement import Agreement
    from facilitator.domain.workshop import Workshop

Parts = tuple[FromLastTime, ...]
StaysAfter = Callable[["Workshop", date, Parts], Parts]


def _nothing_more(_workshop: "Workshop", _held_on: date, before: Parts) -> Parts:
    return before


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


class SavedForGroups:
    """Agreements in the library, and what steps left, by group."""

    def __init__(self, library: Store, stays_after: StaysAfter = _nothing_more) -> None:
        self._library = library
        self._stays_after = stays_after  # of what steps leave

    def of(self, workshop: "Workshop") -> tuple[str, ...]:
        """Return the lines from this group's last workshop; practice has none."""
        group = workshop.setup.group.strip()
        return saved_agreement(self._library, group) if group and not workshop.practice else ()

    def steps_of(self, workshop: "Workshop") -> Parts:
        """Return what steps left from this group's last workshops; practice has nothing."""
        group = workshop.setup.group.strip()
        return saved_for_next(self._library, group) if group and not workshop.practice else ()

    def decide(self, workshop: "Workshop | None", held_on: date) -> None:
        """Save what is agreed, and what steps leave, if the room said yes; delete it if not.

        Where nothing was agreed, this also deletes lines that were taken up and then removed; it
        changes nothing else.
        """
        group = "" if workshop is None or workshop.practice else workshop.setup.group.strip()
        if workshop is None or not group:
            return
        steps = saved_for_next(self._library, group)
        self._save(
            group, self._agreed_in(workshop, group), self._stays_after(workshop, held_on, steps)
        )

    def _agreed_in(self, workshop: "Workshop", group: str) -> tuple[str, ...]:
        """Return the lines of the agreement that stay."""
        agreement, before = workshop.agreement, saved_agreement(self._library, group)
        if not (agreement.agreed or agreement.taken_up):
            return before
        if not agreement.agreed:
            left = _left_of(agreement)
            return tuple(text for text in before if text in left)
        agreed = tuple(line.text for line in agreement.agreed if line.in_record)
        return agreed if agreement.for_next else ()

    def _save(self, group: str, lines: tuple[str, ...], steps: Parts) -> bool:
        """Save both for a group; return whether that changed anything."""
        lines_before = saved_agreement(self._library, group)
        steps_before = saved_for_next(self._library, group)
        if lines == lines_before and _content_of(steps) == _content_of(steps_before):
            return False
        if is_in_memory(self._library):
            raise _list_in_memory()
        with transaction(self._library):
            save_group_agreement(self._library, group, lines)
            save_for_next(self._library, group, steps)
        return True

    def decide_late(self, workshop: "Workshop | None", held_on: date) -> None:
        """Do the same once the workshop's words are deleted.

        Raises ``StoreUnavailableError``, which says what could not be saved.
        """
        try:
            self.decide(workshop, held_on)
        except StoreUnavailableError as error:
            raise _could_not_save(said_yes=_said_yes(workshop)) from error

    def leave_out(self, group: str, texts: Collection[str], of_steps: TakenOut) -> bool:
        """Forget lines of a group's agreement, and of steps; return whether it had any of them.

        Raises ``StoreUnavailableError`` when the library cannot be written.
        """
        lines = (text for text in saved_agreement(self._library, group) if text not in texts)
        steps = (
            replace(part, lines=tuple(line for line in part.lines if not line.goes_with(of_steps)))
            for part in saved_for_next(self._library, group)
        )
        return self._save(group, tuple(lines), tuple(part for part in steps if part.lines))

    def forget_steps(self, group: str) -> None:
        """Forget what steps left for a group. Raises ``StoreUnavailableError``."""
        self._save(group, saved_agreement(self._library, group), ())

    def only_for(self, entry: Entry, entries: tuple[Entry, ...]) -> bool:
        """Return whether what is saved for a group goes with this workshop, its last one listed."""
        others_listed = (listed for listed in entries if listed.id != entry.id)
        last = not any(same_group(listed.group, entry.group) for listed in others_listed)
        lines = saved_agreement(self._library, entry.group)
        return last and bool(lines or saved_for_next(self._library, entry.group))

    def forget(self, entry: Entry, entries: tuple[Entry, ...]) -> None:
        """Forget what is saved for a group when its last workshop is removed from the list."""
        if self.only_for(entry, entries):
            with transaction(self._library):
                save_group_agreement(self._library, entry.group, ())
                save_for_next(self._library, entry.group, ())


def _content_of(parts: Parts) -> list[tuple[object, ...]]:
    """Return all that is stored of the parts but the group, in the order of the table."""
    return sorted((part.kind, part.held_on, _texts_of(part)) for part in parts)


def _texts_of(part: FromLastTime) -> tuple[tuple[str, str], ...]:
    return tuple((line.text, line.content) for line in part.lines)


def _said_yes(workshop: "Workshop | None") -> bool:
    if workshop is None:
        return False
    return workshop.agreement.for_next or any(state.for_next for state in workshop.states)


def _list_in_memory() -> StoreUnavailableError:
    return StoreUnavailableError(_("The list of workshops cannot be written."))


def _could_not_save(*, said_yes: bool) -> StoreUnavailableError:
    gone = _("What people wrote is deleted.")
    if said_yes:
        return StoreUnavailableError(
            _("{gone} What the group said yes to for its next workshop could not be kept.").format(
                gone=gone
            ),
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
