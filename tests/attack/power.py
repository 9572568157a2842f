"""What a power cut may leave on the disk: what was written and not synced may be there, or not."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.attack.strace import run

CALLS = "write,pwrite64,ftruncate,fdatasync,fsync,unlink"
CALL = re.compile(r'\d+ +(\w+)\((?:\d+<([^>]*)>|"([^"]*)")(?:, )?(.*)\) += [^-]')
WRITTEN = re.compile(r'("(?:[^"\\]|\\.)*"), \d+, (\d+)')


@dataclass(frozen=True, slots=True)
class Call:
    """One call to the machine that succeeded."""

    name: str
    path: str
    rest: str


def calls_of(act: str, path: Path, trace: Path) -> list[Call]:
    """Do an act of ``tests.attack.turns``; return its calls, those that acknowledge among them."""
    done = run(act, path, "-y", "-s", "10000", "-o", str(trace), "-e", f"trace={CALLS}")
    assert done.code == 0, done
    lines = trace.read_text(errors="replace").splitlines()
    trace.unlink()
    return [Call(m[1], m[2] or m[3], m[4]) for line in lines if (m := CALL.match(line))]


class Disk:
    """The files of one folder: as programs see them, and as they are safe from a power cut.

    A sync makes a file's content safe, and a sync of the folder makes its names safe.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = {path.name: path.read_bytes()}
        self._safe = dict(self._seen)
        self._names = {path.name}  # that a power cut leaves

    def take(self, call: Call) -> bool:
        """Do what a call does; return whether it acknowledged an act."""
        where = Path(call.path)
        if where == self._path.parent:
            self._names = set(self._seen)
        elif where.parent == self._path.parent:
            self._change(where.name, call)
        return call.name == "write" and '"turn' in call.rest

    def after_a_power_cut(self) -> Iterator[dict[str, bytes]]:
        """Give what may be there: all that was not synced is lost, or that of all but one file."""
        safe = {name: self._safe.get(name, b"") for name in self._names}
        yield safe
        for name in self._names & self._seen.keys():
            yield safe | {name: self._seen[name]}

    def _change(self, name: str, call: Call) -> None:
        held = self._seen.get(name, b"")
        match call.name:
            case "pwrite64":
                match = WRITTEN.fullmatch(call.rest)
                assert match is not None, call
                new, at = ast.literal_eval("b" + match[1]), int(match[2])
                held = held.ljust(at, b"\0")
                self._seen[name] = held[:at] + new + held[at + len(new) :]
            case "ftruncate":
                self._seen[name] = held[: int(call.rest)]
            case "fdatasync" | "fsync":
                self._safe[name] = held
            case "unlink":
                self._seen.pop(name, None)
