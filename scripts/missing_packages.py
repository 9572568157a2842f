#!/usr/bin/env python3
"""Print the Debian packages that this machine lacks, on one line; nothing when all is there.

usage: scripts/missing_packages.py [PROGRAM=PACKAGE ...]

PROGRAM=PACKAGE also asks for a program on the PATH, such as strace=strace.
"""

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from facilitator.preflight import missing_packages


def main(programs: list[str]) -> None:
    """Write what is missing to standard output."""
    pairs = [program.split("=", 1) for program in programs]
    lacking = {package for name, package in pairs if shutil.which(name) is None}
    sys.stdout.write(" ".join(sorted({*missing_packages(), *lacking})) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
