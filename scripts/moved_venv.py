#!/usr/bin/env python3
"""Repair .venv after its folder was moved, renamed or copied: its files name the old path.

usage: scripts/moved_venv.py      (in the folder that holds .venv; it needs nothing from a network)
"""

import re
import sys
from pathlib import Path

LONGEST = 127  # bytes of a first line that every kernel reads
MADE_BY = re.compile(rb"^command = .* -m venv (?:--\S+ )*(.+)$", re.MULTILINE)


def old_place(venv: Path) -> bytes:
    """Return the path at which the environment was created; empty if it does not say."""
    match = MADE_BY.search((venv / "pyvenv.cfg").read_bytes())
    return match[1].strip() if match else b""


def first_line(python: bytes) -> bytes:
    """Return the first line of a script for a Python at any path, as pip writes it."""
    if b" " not in python and len(python) + 2 <= LONGEST:
        return b"#!" + python + b"\n"
    return b"#!/bin/sh\n'''exec' \"" + python + b'" "$0" "$@"\n' + b"' '''\n"


def repaired(content: bytes, old: bytes, new: bytes) -> bytes:
    """Replace the old path by the new one in a file's content."""
    for name in (b"python3", b"python"):
        python = old + b"/bin/" + name
        for start in (b"#!" + python + b"\n", first_line(python)):
            if content.startswith(start):
                rest = content[len(start) :].replace(old, new)
                return first_line(new + b"/bin/" + name) + rest
    return content.replace(old, new)


def folder_of(venv: bytes) -> bytes:
    """Return the folder that holds an environment."""
    return venv.rpartition(b"/")[0]


def repaired_path_file(content: bytes, old: bytes, new: bytes) -> bytes:
    """Return the content of a ``.pth`` file, which names folders line by line."""
    lines = content.split(b"\n")
    return b"\n".join(
        new + line[len(old) :] if line == old or line.startswith(old + b"/") else line
        for line in lines
    )


def main() -> int:
    """Repair the files that name the old path; return 0."""
    venv = Path.cwd() / ".venv"
    old, new = old_place(venv), bytes(venv)
    if not old or old == new or venv.is_symlink():
        return 0
    for path in venv.glob("lib/python*/site-packages/*.pth"):
        content = path.read_bytes()
        path.write_bytes(repaired_path_file(content, folder_of(old), folder_of(new)))
    files = (venv / "bin").iterdir()
    scripts = [file for file in files if file.is_file() and not file.is_symlink()]
    for path in [*scripts, venv / "pyvenv.cfg"]:  # last the file that names the path
        content = path.read_bytes()
        if b"\0" not in content:
            path.write_bytes(repaired(content, old, new))
    sys.stderr.write("The folder was moved, so its virtual environment was repaired.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
