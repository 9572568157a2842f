"""The frozen program contains the modules that are imported by name."""

import ast
import sys
from pathlib import Path

from tests.architecture.source import FILES, ROOT, tree_of


def asked_by_name(path: Path) -> set[str]:
    """Return the modules that a file imports by name."""
    return {
        str(node.args[0].value)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).rpartition(".")[2] in ("import_module", "addon")
        and isinstance(node.args[0], ast.Constant)
    }


def hidden_imports() -> set[str]:
    """Return what the recipe adds by name."""
    recipe = ast.parse((ROOT / "build.spec").read_text(encoding="utf-8"))
    lists = (
        keyword.value
        for node in ast.walk(recipe)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg == "hiddenimports"
    )
    constants = (node for part in lists for node in ast.walk(part))
    return {str(constant.value) for constant in constants if isinstance(constant, ast.Constant)}


def test_what_is_imported_by_name_is_in_the_frozen_program() -> None:
    asked = {name for path in FILES for name in asked_by_name(path)}
    others = {name for name in asked if name.partition(".")[0] not in sys.stdlib_module_names}
    ours = {name for name in others if name.startswith("facilitator.")}  # all of them are taken
    assert others - ours, "nothing was found"
    assert not others - ours - hidden_imports(), "add it to hiddenimports in build.spec"
