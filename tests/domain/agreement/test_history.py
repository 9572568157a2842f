"""Undo of the agreement after the program was restarted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.agreement.history import MOST_MOVES, saved_history, saved_undone
from facilitator.domain.agreement.line import AgreementLine, LineState, Parking, Wording
from facilitator.errors import NotAllowedNowError
from tests.domain.agreement.test_agreement import (
    ACTS,
    A,
    Act,
    B,
    J,
    captured,
    checked,
    played,
    texts,
)

MOVES = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 50)), max_size=40)


def restarted(agreement: Agreement) -> Agreement:
    """Return the agreement as a file gives it back."""
    done, undone = saved_history(agreement), saved_undone(agreement)
    return replace(agreement.settled(), done=done, undone=undone)


def test_what_was_done_to_a_line_can_be_undone_after_a_restart() -> None:
    agreement = checked(captured("One voice", "Pass"), A).steer(B, LineState.CLARIFYING)
    agreement = restarted(agreement.park(B, Parking("It waits")))
    states = []
    for _move in range(3):
        agreement = agreement.undo()
        states.append([line.state for line in agreement.lines])
    suggested, agreed = LineState.SUGGESTED, LineState.AGREED
    assert states == [
        [agreed, LineState.CLARIFYING],
        [agreed, suggested],
        [suggested, suggested],
    ]


def test_joined_lines_stand_apart_again_after_a_restart() -> None:
    joined = restarted(captured("Finish", "No cutting in").join(J, (A, B), Wording("Both")))
    assert texts(joined.undo()) == ["Finish", "No cutting in"]


def test_a_wording_that_was_agreed_comes_back_and_one_only_proposed_does_not() -> None:
    agreed = checked(captured("One voice"), A).word(A, Wording("One voice at a time"))
    assert texts(restarted(agreed).undo()) == ["One voice"]
    proposed = restarted(captured("a slip").word(A, Wording("One voice")))
    assert "slip" not in repr(proposed)
    with pytest.raises(NotAllowedNowError):
        proposed.undo()


@pytest.mark.parametrize("let_go", [True, False])
def test_taking_up_again_is_undone_after_a_restart_as_far_as_the_words_are_there(
    let_go: bool,
) -> None:
    twice = checked(checked(captured("One voice"), A).word(A, Wording("One at a time")), A)
    waits = twice.steer(A, LineState.LET_GO) if let_go else twice.park(A, Parking("It waits"))
    taken_up = waits.steer(A, LineState.SUGGESTED)
    assert taken_up.undo().undo().line(A).earlier == ("One voice",)
    again = restarted(taken_up)
    assert "One voice" not in repr(again)
    assert again.undo().line(A).state is waits.line(A).state
    agreed = again.undo().undo().line(A)
    assert (agreed.state, agreed.text, agreed.earlier) == (LineState.AGREED, "One at a time", ())


def test_what_was_undone_is_redone_after_a_restart_as_far_as_the_words_are_there() -> None:
    agreed = checked(captured("One voice", "Pass"), A).park(B, Parking("It waits"))
    back = restarted(agreed.undo().undo())
    assert back.line(A).state is LineState.SUGGESTED
    again = back.redo()
    assert again.line(A).state is LineState.AGREED
    with pytest.raises(NotAllowedNowError, match="nothing to redo"):
        again.redo()  # the reason went when parking was undone
    assert "waits" not in repr(back)


def test_a_line_that_was_undone_is_in_no_file_and_is_not_redone() -> None:
    gone = restarted(captured("One voice", "It names Samantha").undo())
    assert "Samantha" not in repr(gone)
    assert not gone.undone
    assert texts(gone) == ["One voice"]


def test_so_many_moves_are_kept_and_no_more() -> None:
    agreement = captured("One voice")
    for _time in range(MOST_MOVES):
        agreement = agreement.steer(A, LineState.READY).steer(A, LineState.CLARIFYING)
    assert len(saved_history(agreement)) == MOST_MOVES


@given(MOVES)
def test_undoing_after_a_restart_gives_what_undoing_before_it_gave(
    moves: list[tuple[Act, int]],
) -> None:
    agreement = played(moves)
    again = restarted(agreement)
    while again.done:
        agreement, again = agreement.undo(), again.undo()
        assert as_far_as_kept(agreement, again) == again.settled().all_lines
        again = restarted(again)


@given(MOVES, st.integers(1, 6))
def test_redoing_after_a_restart_gives_what_redoing_before_it_gave(
    moves: list[tuple[Act, int]], back: int
) -> None:
    agreement = played(moves)
    for _time in range(min(back, len(agreement.done))):
        agreement = agreement.undo()
    again = restarted(agreement)
    while again.undone:
        agreement, again = agreement.redo(), again.redo()
        assert as_far_as_kept(agreement, again) == again.settled().all_lines
        again = restarted(again)


def as_far_as_kept(agreement: Agreement, again: Agreement) -> tuple[AgreementLine, ...]:
    """Return the lines without those earlier wordings that taking up again had forgotten."""
    wordings = {line.id: set(line.earlier) for line in again.lines}
    assert all(wordings[line.id] <= set(line.earlier) for line in agreement.lines)
    forgotten = [
        replace(
            line,
            place=replace(
                line.at,
                agreed_in=tuple(
                    n
                    for n in line.at.agreed_in
                    if line.wordings[n].text in {line.text, *wordings[line.id]}
                ),
            ),
        )
        for line in agreement.lines
    ]
    return tuple(line.settled() for line in forgotten)


@given(MOVES)
def test_a_restart_keeps_no_wording_for_the_sake_of_undoing(moves: list[tuple[Act, int]]) -> None:
    agreement = played(moves)
    texts = {wording.text for line in agreement.settled().lines for wording in line.wordings}
    for line in restarted(agreement).all_lines:
        assert {wording.text for wording in line.wordings} <= texts
