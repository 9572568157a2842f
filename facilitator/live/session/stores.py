"""Opens the store of a running workshop: its file, or memory where the disk fails.

A reason that is not empty says, worded for the facilitator, why nothing is saved to the disk.
"""

from pathlib import Path

from facilitator.domain.workshop import Workshop
from facilitator.errors import StoreDamagedError, StoreUnavailableError
from facilitator.room.checks import check_in
from facilitator.store.database import Store, prove_writable
from facilitator.store.kinds import StoredKinds
from facilitator.store.trust import damaged
from facilitator.store.workshop.file import (
    create_workshop,
    open_workshop,
    read_workshop,
    workshop_in_memory,
)


def check_tallies(workshop: Workshop) -> None:
    """Check that every count has as many positions as its kind of check.

    Raises ``StoreDamagedError``.
    """
    agreement = workshop.agreement
    places = [line.place for line in agreement.all_lines]
    for move in (*agreement.done, *agreement.undone):
        places += [place for change in move for place in (change.before, change.after)]
    tallies = [place.tally for place in places if place is not None]
    if agreement.checking is not None:
        tallies.append(agreement.checking.tally)
    for tally in tallies:
        if tally is not None:
            positions = check_in(workshop, tally.check).positions
            if len(positions) != len(tally.counts):
                raise damaged()


def new_store(path: Path, workshop: Workshop) -> tuple[Store, str]:
    """Create a workshop's file, or a store in memory where that fails. Also return why."""
    try:
        return create_workshop(path, workshop), ""
    except StoreUnavailableError as error:
        return workshop_in_memory(workshop), error.message


def opened_store(path: Path, kinds: StoredKinds) -> tuple[Store, str]:
    """Open a workshop's file, in memory if it can only be read. Also return why.

    Raises as ``open_workshop`` where the file cannot be read either.
    """
    try:
        db = open_workshop(path, kinds, check_tallies)
        try:
            prove_writable(db)
        except BaseException:
            db.close()
            raise
    except StoreDamagedError:
        raise
    except StoreUnavailableError as error:
        return _read_instead(path, kinds, error), error.message
    return db, ""


def readable_store(path: Path, kinds: StoredKinds) -> Store:
    """Open a workshop's file to read it. Raises as ``open_workshop``."""
    try:
        return open_workshop(path, kinds, check_tallies)
    except StoreDamagedError:
        raise
    except StoreUnavailableError as error:
        return _read_instead(path, kinds, error)


def _read_instead(path: Path, kinds: StoredKinds, error: StoreUnavailableError) -> Store:
    try:
        return read_workshop(path, kinds, check_tallies)
    except StoreUnavailableError:
        raise error from None
