"""No text decides what the program does: facts travel beside words."""

import ast

import pytest

from tests.architecture.source import FILES, name_of, tree_of

WORDINGS = {"_", "ngettext", "say", "say_in"}
SEARCHES = {"startswith", "endswith", "find", "index", "count", "removeprefix", "removesuffix"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
SAMENESS = (ast.Eq, ast.NotEq, ast.In, ast.NotIn)
SHOWN = {"text", "accessibleName", "toolTip", "windowTitle", "currentText", "tabText", "words"}
OWN_TEXT = {  # what somebody types
    "ui/console/note.py",  # a field against the note that is saved
    "ui/home/from_last_time.py",  # a field against the answer that is saved
}


def deciding(tree: ast.AST) -> list[int]:
    """Return the lines on which a wording is compared, searched, matched or looked up."""
    lines: set[int] = set()
    for scope in [tree, *(node for node in ast.walk(tree) if isinstance(node, FUNCTIONS))]:
        names = names_of_wordings(scope)
        lines |= {
            part.lineno
            for node in ast.walk(scope)
            for part in deciding_parts(node)
            if is_wording(part, names)
        }
    return sorted(lines)


def deciding_parts(node: ast.AST) -> list[ast.expr]:
    """Return the parts of a node on whose values it depends what the program does."""
    match node:
        case ast.Compare(left=left, ops=ops, comparators=others):
            return [left, *others] if any(isinstance(op, SAMENESS) for op in ops) else []
        case ast.Call(func=ast.Attribute(value=value, attr=name), args=arguments):
            return [value, *arguments] if name in SEARCHES else []
        case ast.Match(subject=subject):
            return [subject]
        case ast.Dict(keys=keys):
            return [key for key in keys if key is not None]
    return []


def names_of_wordings(scope: ast.AST) -> frozenset[str]:
    """Return the variables of a function that are given a wording."""
    names: set[str] = set()
    for node in ast.walk(scope) if isinstance(scope, FUNCTIONS) else ():
        match node:
            case ast.Assign(targets=targets, value=value) if is_wording(value):
                names |= {name for target in targets for name in variables(target)}
            case ast.For(target=target, iter=value) if is_wording(value):
                names |= variables(target)
    return frozenset(names)


def variables(target: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(target) if isinstance(node, ast.Name)}


def is_wording(node: ast.expr, names: frozenset[str] = frozenset()) -> bool:
    """Return whether an expression is a text for people, or made of one."""
    return any(
        (isinstance(part, ast.Name) and part.id in names)
        or (isinstance(part, ast.Call) and name_called(part) in WORDINGS)
        for part in ast.walk(node)
    )


def name_called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def reads_controls(tree: ast.AST) -> list[int]:
    """Return the lines on which what is written on a control is compared with a text."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        and any(is_shown(part) for part in [node.left, *node.comparators])
    ]


def is_shown(node: ast.expr) -> bool:
    """Return whether an expression is what is written on a control; an event's key is not."""
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr=name)):
            return name in SHOWN and not (isinstance(value, ast.Name) and value.id == "event")
    return False


def test_no_wording_is_compared_or_searched() -> None:
    deciding_lines = {name_of(path): lines for path in FILES if (lines := deciding(tree_of(path)))}
    assert not deciding_lines, "put the fact beside the words, and decide by the fact"


def test_nothing_is_decided_by_what_is_written_on_a_control() -> None:
    deciding_lines = {
        name_of(path): lines
        for path in FILES
        if name_of(path) not in OWN_TEXT and (lines := reads_controls(tree_of(path)))
    }
    assert not deciding_lines, "remember the fact that the control was given"


@pytest.mark.parametrize(
    "code",
    [
        'over = label == _("Last step")',
        'over = label in (_("Last step"), _("End"))',
        'over = _("Next: {step}").partition("{step}")[0] in label',
        'short = label.startswith(_("Next"))',
        "agreed = say(language, Key.AGREED) != text",
        'acts = {_("Drop it"): drop}',
        'place = names.index(_("Record"))',
        'def short(label: str) -> bool:\n    word = _("Next")\n    return label.startswith(word)',
        'def short(label: str) -> bool:\n    for one in (_("Next"),):\n        return one == label',
    ],
)
def test_a_deciding_text_is_noticed(code: str) -> None:
    assert deciding(ast.parse(code))


def test_a_control_that_is_read_is_noticed() -> None:
    assert reads_controls(ast.parse('if button.text() == "Close": close()'))
    assert not reads_controls(ast.parse('if event.text() == "?": close()'))
