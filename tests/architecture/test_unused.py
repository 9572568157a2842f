"""Every function, class and text of the package is used somewhere."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

from facilitator.room.sentence_keys import Key
from tests.architecture.source import FILES, PACKAGE, ROOT, imports_of, tree_of

STARTED_BY_OTHERS = {"facilitator", "facilitator.__main__"}
MADE_UP = ("FORM_", "KIND_", "PART_")  # their names are put together
ASKING = [
    path
    for folder in ("facilitator", "tests", "scripts", "benchmarks")
    for path in sorted((ROOT / folder).rglob("*.py"))
]


def module_of(path: Path) -> str:
    """Return a file's name as it is imported."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


@cache
def words() -> Counter[str]:
    return Counter(
        word for path in ASKING for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))
    )


def names_of(statement: ast.stmt) -> list[str]:
    """Return the names that a statement at the top of a file gives."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return [statement.name]
    if isinstance(statement, ast.Assign):
        return [target.id for target in statement.targets if isinstance(target, ast.Name)]
    return []


def test_every_module_is_imported_by_another() -> None:
    asked = {name for path in FILES for name in imports_of(path)}
    above = {name.rpartition(".")[0] for name in asked}
    lonely = {module_of(path) for path in FILES} - asked - above - STARTED_BY_OTHERS
    assert not lonely, "take it out, or use it"


def test_every_name_at_the_top_of_a_file_is_used() -> None:
    used = words()
    unused = {
        f"{module_of(path)}.{name}"
        for path in FILES
        for statement in tree_of(path).body
        for name in names_of(statement)
        if used[name] == 1
    }
    assert not unused, "take it out, or use it"


def test_every_fixed_sentence_is_said() -> None:
    used = words()
    unsaid = {key.name for key in Key if not key.name.startswith(MADE_UP) and used[key.name] == 1}
    assert not unsaid, "take it out of the keys and of every language"
