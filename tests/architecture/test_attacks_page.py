"""The page about the attacks names existing tests, and every planted leak."""

import ast
import re

from tests.architecture.source import ROOT

PAGE = (ROOT / "docs" / "attacks.md").read_text(encoding="utf-8")
ATTACKS = ROOT / "tests" / "attack"
NAMED = re.compile(r"`(test_\w+\.py)::(test_\w+)`")
ABOUT_THE_BOARD_AND_AGREEMENTS = {"test_agreement.py", "test_questions.py", "test_time_board.py"}
PLANTED = re.compile(r"_would_see_")


def written_in(file: str) -> set[str]:
    """Return the names of the tests in a file."""
    path = ATTACKS / file
    if not path.exists():
        return set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = {
        statement.name for statement in tree.body if isinstance(statement, ast.FunctionDef)
    }
    return {name for name in functions if name.startswith("test_")}


def test_every_test_that_the_page_names_is_there() -> None:
    gone = [f"{file}::{name}" for file, name in NAMED.findall(PAGE) if name not in written_in(file)]
    assert len(NAMED.findall(PAGE)) > 50
    assert not gone, "name in docs/attacks.md what the test is called now"


def test_every_planted_leak_about_words_without_names_is_on_the_page() -> None:
    named = set(NAMED.findall(PAGE))
    files = {path.name for path in ATTACKS.glob("test_*.py")} - ABOUT_THE_BOARD_AND_AGREEMENTS
    planted = {(file, name) for file in files for name in written_in(file) if PLANTED.search(name)}
    assert not planted - named, "say in docs/attacks.md what this leak shows"
