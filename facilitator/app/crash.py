"""What happens to a bug: it is logged without anybody's words, and the console says so calmly."""

import logging
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from facilitator.wording import _

log = logging.getLogger(__name__)
LARGEST_LOG = 200_000  # bytes


def keep_a_log(folder: Path) -> None:
    """Write warnings and worse to ``facilitator.log``: places in the code, never words."""
    handler = RotatingFileHandler(
        folder / "facilitator.log",
        maxBytes=LARGEST_LOG,
        backupCount=1,
        encoding="utf-8",
        delay=True,
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)


def leave_no_core() -> None:
    """Let a crash write no image of the memory, in which people's words would stand.

    One byte and not none: Linux hands the image to a crash reporter whatever the limit is, but for
    this one (``core(5)`` and ``do_coredump``).
    """
    if sys.platform == "win32":
        return
    limits = import_module("resource")
    with suppress(ValueError, OSError):  # none is allowed anyway
        limits.setrlimit(limits.RLIMIT_CORE, (1, limits.getrlimit(limits.RLIMIT_CORE)[1]))


def catch_bugs(show: Callable[[str], None]) -> None:
    """Log every bug and tell the facilitator in one sentence; the program goes on."""

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("a bug: %s at %s", kind.__name__, places_of(trace))
        show(_("Something went wrong in the program. Everything handed in is safe; go on."))

    def caught_where_nothing_can_be_raised(found: "sys.UnraisableHookArgs") -> None:
        log.error("a bug: %s at %s", found.exc_type.__name__, places_of(found.exc_traceback))

    sys.excepthook = caught
    sys.unraisablehook = caught_where_nothing_can_be_raised


def places_of(trace: TracebackType | None) -> str:
    """Return the places in the code, innermost last; no values, which could be people's words."""
    return " > ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    )
