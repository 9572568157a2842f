#!/usr/bin/env python3
"""List the classes and files that are longer than the aim of decision 0016.

usage: scripts/sizes.py
"""

import ast
import sys
from pathlib import Path

CLASS_AIM, FILE_AIM = 150, 250
PACKAGE = Path(__file__).parent.parent / "facilitator"


def classes_over(path: Path) -> list[tuple[int, str]]:
    """Return length and name of each class that is over the aim."""
    lengths = [
        ((node.end_lineno or node.lineno) - node.lineno + 1, f"{path.name}: {node.name}")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    return [(length, name) for length, name in lengths if length > CLASS_AIM]


def main() -> None:
    """Print what is over the aim, longest first."""
    if len(sys.argv) > 1:
        sys.exit(__doc__)
    paths = sorted(PACKAGE.rglob("*.py"))
    files = [(len(path.read_text(encoding="utf-8").splitlines()), path) for path in paths]
    over = [(n, str(path.relative_to(PACKAGE))) for n, path in files if n > FILE_AIM]
    over += [entry for path in paths for entry in classes_over(path)]
    for length, name in sorted(over, reverse=True):
        sys.stdout.write(f"{length:5}  {name}\n")


if __name__ == "__main__":
    main()
