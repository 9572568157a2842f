"""The texts for the facilitator: whole, found by translators, in the field's own words."""

import ast
import re
from collections.abc import Iterable

from scripts.texts import TEMPLATE, Text, all_texts, template
from tests.architecture.source import FILES, name_of, tree_of

UNWANTED = re.compile(r"\b(anonym\w*|polls?|polled|polling|paus(e|es|ed|ing))\b|!", re.IGNORECASE)


def unwanted_in(text: str) -> list[str]:
    """Return the words that we do not use; “pause for care” is a name and allowed."""
    left = re.sub("pause for care", "", text, flags=re.IGNORECASE)
    return [match[0] for match in UNWANTED.finditer(left)]


def places(texts: Iterable[Text]) -> list[str]:
    return [f"{text.file}:{text.line} {text.parts}" for text in texts]


def test_every_text_is_written_out_where_it_is_asked_for() -> None:
    unknown = [text for text in all_texts() if not text.parts or None in text.parts]
    assert not places(unknown), "write the text out there: translators find no variables"


def test_placeholders_have_names() -> None:
    nameless = [text for text in all_texts() if any("{}" in (part or "") for part in text.parts)]
    assert not places(nameless), "give every placeholder a name"


def test_texts_use_the_words_of_the_field() -> None:
    unwanted = [text for text in all_texts() if any(unwanted_in(part or "") for part in text.parts)]
    assert not places(unwanted), "say: without names, hold, go on, pulse; no exclamation marks"


def test_unwanted_words_are_noticed() -> None:
    assert unwanted_in("An anonymous poll is paused!") == ["anonymous", "poll", "paused", "!"]
    assert unwanted_in("Press F6 to pause for care.") == []


def test_no_text_is_chosen_while_the_program_is_imported() -> None:
    early = {name_of(path) for path in FILES if called_on_import(tree_of(path))}
    assert not early, "call _() when the text is shown: the language is not chosen yet"


def called_on_import(module: ast.Module) -> bool:
    """Return whether a text is asked for outside all functions: there it runs on import."""
    waiting: list[ast.AST] = [module]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("_", "ngettext"):
            return True
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += [*node.args.defaults, *filter(None, node.args.kw_defaults)]
            waiting += node.decorator_list
        elif isinstance(node, ast.Lambda):
            continue
        else:
            waiting += ast.iter_child_nodes(node)
    return False


def test_translators_have_every_text() -> None:
    assert TEMPLATE.exists(), "run scripts/texts.py"
    assert TEMPLATE.read_text(encoding="utf-8") == template(), "run scripts/texts.py"
