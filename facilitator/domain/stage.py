"""How far a workshop has come, as the list of workshops stores it."""

from enum import StrEnum


class Stage(StrEnum):
    """The stage of closing a workshop."""

    RUNNING = "running"
    CLOSING = "closing"  # the record is being written and everything else deleted
    CLOSED = "closed"  # deleted, except for its entry in the library
