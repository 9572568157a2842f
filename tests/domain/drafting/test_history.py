"""Undo and redo without a limit; what is typed in a row into one text is one act."""

from facilitator.domain.drafting.draft import Draft
from facilitator.domain.drafting.history import History
from facilitator.domain.drafting.order import Editing
from facilitator.domain.drafting.plan_acts import titled
from facilitator.domain.text.language import ENGLISH
from tests.helpers.plans import a_plan


def titles(history: History) -> str:
    """Return the title of the present draft."""
    return history.present.draft.plan.title.first


def typed(history: History, text: str, typing: str | None = None) -> History:
    """Return the history after another title."""
    return history.after(Editing(titled(history.present.draft, ENGLISH, text)), typing)


def a_history() -> History:
    """Return the history of a plan that was just opened."""
    return History(Editing(Draft.of(a_plan())))


def test_a_thousand_acts_are_undone_and_redone() -> None:
    history = a_history()
    for number in range(1000):
        history = typed(history, f"Title {number}")
    for _ in range(1000):
        history = history.undo()
    assert titles(history) == "A plan"
    assert history.undo() == history
    for _ in range(1000):
        history = history.redo()
    assert titles(history) == "Title 999"
    assert history.redo() == history


def test_letters_typed_in_a_row_are_undone_together() -> None:
    history = a_history()
    for text in ("N", "Ne", "New"):
        history = typed(history, text, "title")
    assert titles(history.undo()) == "A plan"
    assert titles(history.undo().redo()) == "New"


def test_another_act_ends_the_row() -> None:
    history = typed(typed(a_history(), "One", "title"), "Two", "summary")
    assert titles(history.undo()) == "One"
    chosen = typed(a_history(), "One", "title")
    chosen = typed(chosen.choosing(chosen.present), "Two", "title")
    assert titles(chosen.undo()) == "One"


def test_an_act_after_undo_ends_redo() -> None:
    history = typed(typed(a_history(), "One").undo(), "Two")
    assert titles(history.redo()) == "Two"


def test_an_act_that_changes_nothing_is_none() -> None:
    assert typed(a_history(), "A plan").past == ()
