"""Handles bugs: logs them without anybody's words, and shows a notice on the console."""

import logging
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from types import TracebackType

from facilitator.wording import _

log = logging.getLogger(__name__)
OURS = "facilitator"  # the loggers whose messages never contain people's words
LARGEST_LOG = 200_000  # bytes


class PlacesOnly(logging.Formatter):
    """Formats a record as its place in the code; an exception as kind and places, without its text.

    Messages of other libraries are omitted too, since they may repeat an exception.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Format a record as one line, whatever it and other handlers have put in it."""
        wordless = logging.makeLogRecord(vars(record))
        wordless.msg, wordless.args = _message_of(record), None
        wordless.exc_info = wordless.exc_text = wordless.stack_info = None
        return super().format(wordless)


class LogFile(logging.Handler):
    """Opens the log at the first line, since most days there is none."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.WARNING)
        self._path = path

    @cached_property
    def _file(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # this also loads sockets

        file = RotatingFileHandler(
            self._path, maxBytes=LARGEST_LOG, backupCount=1, encoding="utf-8", delay=True
        )
        file.setFormatter(PlacesOnly())
        return file

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line, or nothing if the machine cannot open more files."""
        try:
            self._file.handle(record)
        except (ImportError, OSError):
            self.handleError(record)

    def close(self) -> None:
        """Close the file."""
        if "_file" in vars(self):
            self._file.close()
        super().close()


def log_to_file(folder: Path) -> None:
    """Write warnings and worse to ``facilitator.log``: places in the code, never words.

    If it cannot be written there is no log: Python would complain on the terminal, and repeat the
    exception with its text.
    """
    logging.raiseExceptions = False
    logging.getLogger().addHandler(LogFile(folder / "facilitator.log"))


def disable_core_dumps() -> None:
    """Disable core dumps, which would contain people's words.

    The limit is 1, not 0: Linux passes the dump to a crash reporter whatever the limit, except for
    this value (``core(5)`` and ``do_coredump``).
    """
    if sys.platform == "win32":
        return
    import resource  # Windows has no core dumps

    with suppress(ValueError, OSError):  # none are allowed anyway
        resource.setrlimit(resource.RLIMIT_CORE, (1, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def catch_bugs(show: Callable[[str], None], is_saved: Callable[[], bool]) -> None:
    """Log every bug and show the facilitator a sentence; the program goes on.

    ``is_saved`` returns whether what is handed in reaches the disk.
    """

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("a bug: %s at %s", kind.__name__, places_of(trace))
        show(_safe() if is_saved() else _not_safe())

    def caught_unraisable(hook: "sys.UnraisableHookArgs") -> None:
        log.error("a bug: %s at %s", hook.exc_type.__name__, places_of(hook.exc_traceback))

    sys.excepthook = caught
    sys.unraisablehook = caught_unraisable


def places_of(trace: TracebackType | None) -> str:
    """Return the places in the code, innermost last, without values (people's words)."""
    return " > ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    )


def _message_of(record: logging.LogRecord) -> str:
    if record.name.partition(".")[0] != OURS:
        message = f"at {record.filename}:{record.lineno} {record.funcName}"
    elif isinstance(record.args, tuple):
        message = str(record.msg) % tuple(map(_without_text, record.args))
    else:
        message = str(record.msg)
    if not record.exc_info or record.exc_info[0] is None:
        return message
    kind, _error, trace = record.exc_info
    return f"{message}: {kind.__name__} at {places_of(trace)}"


def _without_text(value: object) -> object:
    return type(value).__name__ if isinstance(value, BaseException) else value


def _safe() -> str:
    return _("Something went wrong in the program. Everything handed in is safe; go on.")


def _not_safe() -> str:
    return _(
        "Something went wrong in the program. Go on, but this workshop is not being kept: save it "
        "elsewhere now, or what was handed in is lost when Facilitator closes."
    )
