"""Standard output and error: wherever they go, no write ends in a traceback."""

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stdout, suppress
from pathlib import Path
from typing import TextIO, cast

from facilitator.errors import FacilitatorError
from facilitator.wording import _

PLAIN = {"“": '"', "”": '"', "’": "'", "…": "...", "×": "x", "–": "-", "−": "-"}


class OutputError(FacilitatorError):
    """The output of a command cannot be written."""


class _Output:
    """Writes at once, in characters that its stream can show."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write and flush. Raises ``OutputError`` when the other end is closed or full."""
        encoding = self._stream.encoding or "utf-8"
        readable = text.encode(encoding, ERRORS).decode(encoding)
        try:
            self._stream.write(readable)
            self._stream.flush()
        except (OSError, ValueError) as error:
            _redirect_to_null(self._stream)
            raise OutputError(
                _("What there is to say could not be written: the output is closed or full.")
            ) from error
        return len(text)

    def flush(self) -> None:
        """Do nothing: each write is flushed."""


@contextmanager
def safe_output() -> Iterator[None]:
    """Replace standard output by one whose writes fail only with ``OutputError``."""
    _open_closed_streams()
    stream = cast("TextIO | None", sys.stdout)
    with ExitStack() as stack:
        if stream is None:  # it was closed, or this is a windowed program on Windows
            stream = stack.enter_context(Path(os.devnull).open("w", encoding="utf-8"))
        stack.enter_context(redirect_stdout(cast("TextIO", _Output(stream))))
        yield


def complain(error: FacilitatorError) -> None:
    """Write an error as one line to standard error, if there is one."""
    stream = cast("TextIO | None", sys.stderr)
    if stream is not None:
        with suppress(OutputError):
            _Output(stream).write(f"{error}\n")


def _open_closed_streams() -> None:
    """Open closed standard streams on the null device: a database would get their numbers."""
    if sys.platform == "win32":
        return
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number


def _redirect_to_null(stream: TextIO) -> None:
    """Let Python's own flush at exit succeed; it would complain and set the exit code."""
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unknown = error.object[error.start : error.end]
    return "".join(PLAIN.get(character, "?") for character in unknown), error.end


ERRORS = "facilitator.plainly"
codecs.register_error(ERRORS, _plainly)
