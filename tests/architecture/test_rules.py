"""House rules that no linter knows; each failure says what to do instead."""

import ast
import re

import pytest

from tests.architecture.source import FILES, ROOT, attributes_of, imports_of, name_of, tree_of

CLOCK = "live/session/clock.py"
CLOCK_READINGS = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "QDateTime.currentDateTime",
    "QDateTime.currentDateTimeUtc",
    "QDate.currentDate",
    "QTime.currentTime",
}
PARSES_JSON = {"json.loads", "json.load", "json.JSONDecoder"}
CATCHES_ALL = {"ui/widgets/background.py", "app/crash.py"}
REPEATABLE = {"random", "facilitator.live.session.chance.SeededShuffler"}
NETWORK = {"socket", "socketserver", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio"}
NETWORK_OF_QT = {"PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore"}
BY_NAME = {  # where modules are imported by name, or imports are changed, and why
    "ui/widgets/addons.py": "the frozen program and a bare PySide6 may lack Qt's add-ons",
    "app/__init__.py": "takes PySide's hook out of Python's imports (0036)",
}
EXEMPTIONS = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:\s*no cover|ruff:\s*noqa)")


def test_only_the_clock_reads_the_time() -> None:
    reading = {
        name_of(path)
        for path in FILES
        if "time" in imports_of(path) or CLOCK_READINGS & attributes_of(path)
    }
    assert reading <= {CLOCK}, "take a Clock and ask it for this moment()"


def test_only_rehearsals_use_chance_that_can_be_repeated() -> None:
    seeded = {
        name_of(path)
        for path in FILES
        if REPEATABLE & imports_of(path) and not name_of(path).startswith("rehearsal/")
    }
    assert not seeded, "take secrets.SystemRandom(): an order that can be repeated can be guessed"


def test_json_is_only_parsed_within_bounds() -> None:
    parsing = {name_of(path) for path in FILES if PARSES_JSON & attributes_of(path)}
    assert parsing == {"bounded_json.py"}, "take bounded_json: what a file says is not trusted"


def test_modules_are_imported_by_name_only_where_they_may_be_missing() -> None:
    by_name = {
        name_of(path)
        for path in FILES
        for node in ast.walk(tree_of(path))
        if getattr(node, "id", getattr(node, "attr", "")) in {"import_module", "__import__"}
    }
    assert by_name == set(BY_NAME), "import in the function: contracts and mypy see no names"


def test_only_two_files_catch_everything() -> None:
    catching = {
        name_of(path)
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or {"Exception", "BaseException"} & names_in(node.type))
        and not raises_again(node)
    }
    assert catching <= CATCHES_ALL, "catch the one error about which something can be done"


def names_in(node: ast.expr) -> set[str]:
    return {child.id for child in ast.walk(node) if isinstance(child, ast.Name)}


def raises_again(handler: ast.ExceptHandler) -> bool:
    """A handler that ends in a bare ``raise`` hides nothing: it only tidies up."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_nothing_can_open_an_internet_socket() -> None:
    reaching = {
        name_of(path): openings
        for path in FILES
        if (
            openings := {
                name
                for name in imports_of(path)
                if name.partition(".")[0] in NETWORK or name in NETWORK_OF_QT
            }
        )
    }
    assert not reaching, "people were promised that their words stay on this computer"


def test_no_code_collects_garbage_by_hand() -> None:
    """On a worker thread that deletes widgets, and Qt crashes the program."""
    collecting = {name_of(path) for path in FILES if "gc.collect" in attributes_of(path)}
    assert not collecting, "break the cycle, or leave it to the GUI thread"


def test_no_event_loop_is_run_by_hand() -> None:
    pumping = {
        name_of(path)
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and node.attr == "processEvents"
    }
    assert not pumping, "wait for a signal: processEvents lets a second click in"


CLEARED = {  # no line edits: lists, and a field of several lines that undoes nothing
    "ui/console/agenda/panel.py: self.list.clear",
    "ui/console/commands/keys_page.py: self.clear",
    "ui/console/commands/search_panel.py: self.list.clear",
    "ui/corner/lines.py: field.clear",
    "ui/planner/choices.py: self.box.clear",
}


def test_no_field_is_cleared_in_a_way_that_can_be_undone() -> None:
    clearing = {
        f"{name_of(path)}: {ast.unparse(node)}"
        for path in FILES
        if name_of(path).startswith("ui/")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and node.attr == "clear"
    }
    assert clearing <= CLEARED, 'setText(""): after clear(), Ctrl+Z brings the words back'


WITHOUT_ENTER = {"QPushButton", "QToolButton", "QCheckBox"}
HAS_ENTER = (
    "ui/widgets/buttons.py",
    "ui/corner/",
)  # the corner looks at each key before its buttons do


def test_every_button_is_one_that_enter_presses() -> None:
    plain = {
        f"{name_of(path)}:{node.lineno}"
        for path in FILES
        if name_of(path).startswith("ui/") and not name_of(path).startswith(HAS_ENTER)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call | ast.ClassDef)
        for named in ([node.func] if isinstance(node, ast.Call) else node.bases)
        if isinstance(named, ast.Name) and named.id in WITHOUT_ENTER
    }
    assert not plain, "take RingButton or Tick from ui/widgets/buttons.py: Enter presses those"


def test_every_scroll_area_keeps_its_bar_calm() -> None:
    plain = {
        f"{name_of(path)}:{node.lineno}"
        for path in FILES
        if name_of(path) != "ui/widgets/scrolling.py"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call | ast.ClassDef)
        for named in ([node.func] if isinstance(node, ast.Call) else node.bases)
        if isinstance(named, ast.Name) and named.id == "QScrollArea"
    }
    assert not plain, "take CalmScroll from ui/widgets/scrolling.py: else the stack may overflow"


@pytest.mark.parametrize("folder", ["facilitator", "tests", "scripts", "benchmarks"])
def test_no_rule_is_switched_off(folder: str) -> None:
    exempt = {
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if EXEMPTIONS.search(line)
    }
    assert not exempt, "mend the code in place of switching its rule off"
