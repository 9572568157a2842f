#!/usr/bin/env python3
"""Gather every text for the facilitator into the template that translators start from.

usage: scripts/texts.py [--check]

Writes resources/i18n/facilitator.pot; --check writes nothing and exits 1 where it is out of date.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "resources" / "i18n" / "facilitator.pot"
HEAD = """# Every text that Facilitator shows to the facilitator. Made by scripts/texts.py.
msgid ""
msgstr ""
"Project-Id-Version: facilitator\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"
"""
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
CALLS = {"_": 1, "ngettext": 2}  # how many of the arguments are texts


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One call for a text. A part that is not a literal is ``None``."""

    file: str  # relative to the checkout, with slashes
    line: int
    parts: tuple[str | None, ...]  # one form, or singular and plural


def all_texts() -> list[Text]:
    """Return every call for a text in the package, in the order of files and lines."""
    files = sorted((ROOT / "facilitator").rglob("*.py"))
    return sorted(text for path in files for text in texts_of(path))


def texts_of(path: Path) -> Iterator[Text]:
    """Find the calls for texts in one file; ``wording`` itself defines them and has none."""
    if path.name == "wording.py":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            count = CALLS.get(node.func.id, 0)
            parts = tuple(_literal(argument) for argument in node.args[:count])
            if count:
                yield Text(path.relative_to(ROOT).as_posix(), node.lineno, parts)


def _literal(node: ast.expr) -> str | None:
    constant = node.value if isinstance(node, ast.Constant) else None
    return constant if isinstance(constant, str) else None


def template() -> str:
    """Return the whole template, without line numbers: it changes only when a text does."""
    places: dict[tuple[str | None, ...], set[str]] = {}
    for text in all_texts():
        places.setdefault(text.parts, set()).add(text.file)
    entries = [
        _entry(parts, files) for parts, files in sorted(places.items(), key=str) if all(parts)
    ]
    return "\n".join([HEAD, *entries])


def _entry(parts: tuple[str | None, ...], files: set[str]) -> str:
    lines = [f"#: {' '.join(sorted(files))}"]
    if any(PLACEHOLDER.search(part or "") for part in parts):
        lines.append("#, python-brace-format")
    lines += [f"msgid {_quoted(parts[0] or '')}"]
    lines += [f"msgid_plural {_quoted(part or '')}" for part in parts[1:]]
    lines += ['msgstr ""'] if len(parts) == 1 else ['msgstr[0] ""', 'msgstr[1] ""']
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def main(arguments: list[str]) -> int:
    """Write the template, or check whether it is up to date."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write(f"{__doc__}")
        return 2
    wanted = template()
    if not arguments:
        TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
        TEMPLATE.write_text(wanted, encoding="utf-8", newline="\n")
        return 0
    if not TEMPLATE.exists() or TEMPLATE.read_text(encoding="utf-8") != wanted:
        sys.stderr.write("The texts have changed: run scripts/texts.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
