#!/usr/bin/env python3
"""Print the Debian packages that this machine lacks, on one line; nothing if none is missing.

usage: scripts/missing_packages.py [--optional] [PROGRAM=PACKAGE ...]

PROGRAM=PACKAGE also asks for a program on the PATH, such as strace=strace. With --optional it
prints what only the chime and reading aloud need.
"""

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from facilitator.preflight import missing_optional_packages, missing_packages


def main(arguments: list[str]) -> None:
    """Write what is missing to standard output."""
    if arguments == ["--optional"]:
        sys.stdout.write(" ".join(missing_optional_packages()) + "\n")
        return
    pairs = [program.split("=", 1) for program in arguments]
    lacking = {package for name, package in pairs if shutil.which(name) is None}
    sys.stdout.write(" ".join(sorted({*missing_packages(), *lacking})) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
