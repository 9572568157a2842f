"""Variables are named after the noun that they hold: a line, a folder, never one or found."""

import ast
from collections.abc import Iterator

from tests.architecture.source import ROOT, tree_of

VAGUE = {"one", "there", "known", "made", "found", "shown", "said"}
NOUNS_OF_FIELDS = {"said"}  # what was said in the room, as a field of a class
FOLDERS = ("facilitator", "tests", "scripts", "benchmarks")


def fields_of(tree: ast.Module) -> set[ast.AST]:
    """Return the names of fields that are declared in classes."""
    classes = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    statements = (statement for node in classes for statement in node.body)
    return {statement.target for statement in statements if isinstance(statement, ast.AnnAssign)}


def vague_names(tree: ast.Module) -> Iterator[str]:
    """Give each vague name of a variable or parameter, with its line."""
    fields = fields_of(tree)
    for node in ast.walk(tree):
        name = ""
        if isinstance(node, ast.arg):
            name = node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            name = node.id
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs):
            name = node.name or ""
        if name in VAGUE and not (node in fields and name in NOUNS_OF_FIELDS):
            yield f"{name} in line {getattr(node, 'lineno', 0)}"


def test_no_variable_has_a_name_that_could_be_anything() -> None:
    files = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    vague = {
        path.relative_to(ROOT).as_posix(): names
        for path in files
        if (names := list(vague_names(tree_of(path))))
    }
    assert len(files) > 500
    assert not vague, "name the noun: the line, the button, the folder, the lines by id"


def test_the_rule_sees_every_way_to_name_a_variable() -> None:
    code = """
class Page:
    said: tuple[str, ...]
    shown: bool

def page(made, *, found):
    said = [one for one in made]
    for there in said:
        if known := found:
            print(there)
    match said:
        case [shown]:
            print(shown)
"""
    names = [name.split()[0] for name in vague_names(ast.parse(code))]
    assert sorted(names) == sorted([*VAGUE, "shown"])
