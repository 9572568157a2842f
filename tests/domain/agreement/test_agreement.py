"""The agreement: lines captured, worded, joined, checked, parked or dropped, and undo of it all."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.agreement.agreement import Agreement, taken_out
from facilitator.domain.agreement.checking import begin_check, close_check
from facilitator.domain.agreement.checks import HandsWay, Tally
from facilitator.domain.agreement.line import (
    AgreementLine,
    LineState,
    Parking,
    Wording,
)
from facilitator.domain.ids import LineId
from facilitator.domain.text.text import clean_line
from facilitator.errors import FacilitatorError, NotAllowedNowError
from facilitator.room.checks import checks

A, B, C, J = LineId("a"), LineId("b"), LineId("c"), LineId("j")
THUMBS = checks()[0]


def captured(*texts: str) -> Agreement:
    agreement = Agreement()
    for place, text in enumerate(texts):
        agreement = agreement.suggest(AgreementLine(LineId("abc"[place]), (Wording(text),)))
    return agreement


def checked(agreement: Agreement, *lines: LineId, low: int = 0) -> Agreement:
    tally = Tally.of(THUMBS, HandsWay.HANDS).counted(0, 11).counted(low)
    return close_check(begin_check(agreement, lines, tally))


def texts(agreement: Agreement) -> list[str]:
    return [line.text for line in agreement.top_lines]


def test_a_line_stands_as_it_was_said() -> None:
    text = "dIm JARGON,please"
    assert captured(f"  {text} ").line(A).text == text
    assert captured(text).line(A).state is LineState.SUGGESTED


@pytest.mark.parametrize("text", ["", "   ", "\u200b", "x" * 201])
def test_an_empty_or_endless_line_is_refused(text: str) -> None:
    with pytest.raises(NotAllowedNowError):
        captured(text)


def test_a_check_makes_a_line_agreed_for_now() -> None:
    agreed = checked(captured("One voice", "Pass"), A)
    assert [line.id for line in agreed.agreed] == [A]
    assert [line.id for line in agreed.proposed] == [B]
    assert agreed.at_foot == agreed.line(A)


def test_one_low_hand_on_one_line_asks_for_a_change() -> None:
    low = checked(captured("One voice"), A, low=2)
    assert low.line(A).state is LineState.NEEDS_CHANGE
    assert not low.agreed


def test_one_low_hand_on_the_whole_list_leaves_every_line_to_be_checked() -> None:
    low = checked(captured("One voice", "Pass"), A, B, low=2)
    assert {line.state for line in low.top_lines} == {LineState.READY}


def test_a_line_reworded_after_it_was_agreed_is_checked_again_alone() -> None:
    agreed = checked(captured("One voice", "Pass"), A, B)
    worded = agreed.word(A, Wording("One voice at a time"))
    assert worded.line(A).state is LineState.READY
    assert worded.line(B).state is LineState.AGREED
    again = checked(worded, A)
    assert again.line(A).earlier == ("One voice",)


def test_an_example_alone_leaves_a_line_agreed() -> None:
    agreed = checked(captured("One voice"), A).word(A, Wording("One voice", "Hands up first"))
    assert agreed.line(A).state is LineState.AGREED
    assert agreed.line(A).example == "Hands up first"


def test_nobody_can_click_a_line_into_being_agreed() -> None:
    for state in (LineState.AGREED, LineState.PARKED):
        with pytest.raises(NotAllowedNowError):
            captured("One voice").steer(A, state)


def test_a_parked_line_has_a_reason_and_leaves_the_board() -> None:
    agreement = captured("No phones")
    with pytest.raises(NotAllowedNowError):
        agreement.park(A, Parking("  "))
    parked = agreement.park(A, Parking("Some need one for care"))
    assert parked.line(A).parking == Parking("Some need one for care")
    assert not parked.proposed
    assert parked.steer(A, LineState.SUGGESTED).line(A).parking is None


def test_joined_wording_cannot_be_checked_until_it_is_confirmed() -> None:
    joined = captured("Let people finish", "No cutting in").join(J, (A, B), Wording("Finish"))
    assert texts(joined) == ["Finish"]
    with pytest.raises(NotAllowedNowError):
        checked(joined, J)
    assert checked(joined.confirm(J), J).line(J).state is LineState.AGREED


def test_a_line_cannot_be_joined_with_itself_or_twice() -> None:
    agreement = captured("x", "y", "z")
    with pytest.raises(NotAllowedNowError):
        agreement.join(J, (A, A), Wording("x"))
    joined = agreement.join(J, (A, B), Wording("xy"))
    with pytest.raises(NotAllowedNowError):
        joined.join(LineId("k"), (A, C), Wording("xz"))


@given(first=st.text(min_size=1, max_size=200), second=st.text(min_size=1, max_size=200))
def test_joining_rewording_and_separating_gives_the_originals_back(first: str, second: str) -> None:
    if not (clean_line(first) and clean_line(second)):
        return
    before = checked(captured(first, second), A)
    joined = before.join(J, (A, B), Wording("both")).word(J, Wording("both, better")).confirm(J)
    apart = checked(joined, J, low=2).separate(J)
    assert apart.settled().all_lines == before.settled().all_lines


def test_a_line_taken_out_for_good_leaves_no_word_anywhere() -> None:
    busy = captured("Tell nobody about Sam", "Pass", "Kind")
    busy = busy.word(A, Wording("Tell nobody about Samantha")).steer(A, LineState.LET_GO)
    busy = busy.join(J, (A, B), Wording("Sam and passing")).separate(J).undo().undo()
    gone = taken_out(busy, A)
    assert "Sam" not in repr(gone)
    assert texts(gone) == ["Pass", "Kind"]
    with pytest.raises(NotAllowedNowError):
        gone.undo()


def test_taking_out_a_joined_line_takes_its_originals_with_it() -> None:
    joined = captured("x one", "x two", "kept").join(J, (A, B), Wording("x both"))
    assert "x " not in repr(taken_out(joined, J))
    apart = taken_out(joined, A)
    assert texts(apart) == ["x two", "kept"]


def test_what_was_undone_is_forgotten_at_the_next_move() -> None:
    agreement = captured("kept", "a slip of the tongue").undo()
    assert "slip" not in repr(agreement.settled())
    assert "slip" in repr(agreement)
    assert "slip" not in repr(agreement.steer(A, LineState.CLARIFYING))


def test_undoing_holds_ids_and_places_and_no_text() -> None:
    agreement = captured("a secret").word(A, Wording("another secret", "an open secret"))
    agreement = agreement.park(A, Parking("a secret reason"))
    assert "secret" not in repr(agreement.done)


CHANGES: tuple[Callable[[Agreement], Agreement], ...] = (
    lambda agreement: agreement.word(A, Wording("never on the board")),
    lambda agreement: agreement.steer(A, LineState.LET_GO),
    lambda agreement: agreement.park(A, Parking("It waits")),
    lambda agreement: agreement.join(J, (A, B), Wording("both")),
    lambda agreement: agreement.join(J, (B, A), Wording("both")),
)


def being_checked(agreement: Agreement, *lines: LineId) -> Agreement:
    return begin_check(agreement, lines, Tally.of(THUMBS, HandsWay.HANDS).counted(0, 5))


@pytest.mark.parametrize("change", CHANGES)
def test_a_line_stays_as_it_is_while_it_is_checked(
    change: Callable[[Agreement], Agreement],
) -> None:
    checking = being_checked(captured("One voice", "Pass"), A)
    with pytest.raises(NotAllowedNowError):
        change(checking)
    assert close_check(checking).line(A).text == "One voice"
    after = change(replace(checking, checking=None))
    assert LineState.AGREED not in {line.state for line in after.lines}


def test_a_joined_line_stays_joined_while_it_is_checked() -> None:
    joined = captured("One", "Two").join(J, (A, B), Wording("Both")).confirm(J)
    with pytest.raises(NotAllowedNowError):
        being_checked(joined, J).separate(J)


@pytest.mark.parametrize("change", CHANGES)
def test_a_line_changed_after_its_check_leaves_what_the_check_came_to(
    change: Callable[[Agreement], Agreement],
) -> None:
    assert change(checked(captured("One voice", "Pass"), A)).checking is None


def test_a_line_taken_out_takes_its_check_with_it_and_leaves_another() -> None:
    checking = being_checked(captured("One voice", "Pass", "Kind"), A, B)
    assert taken_out(checking, A).checking is None
    assert taken_out(checking, C).checking == checking.checking


def test_a_line_that_is_gone_is_refused_in_a_sentence() -> None:
    gone = taken_out(captured("One voice", "Pass"), A)
    for act in (*CHANGES, lambda agreement: taken_out(agreement, A)):
        with pytest.raises(NotAllowedNowError, match="not there any more"):
            act(gone)


def test_lines_without_names_keep_no_order() -> None:
    ids = ("f", "b", "d")
    agreement = captured("said")
    for text in ids:
        new = AgreementLine(LineId(text), (Wording(text),), unnamed=True)
        agreement = agreement.suggest(new)
    assert texts(agreement) == ["said", "b", "d", "f"]


def test_the_foot_follows_the_facilitator_and_never_shows_what_is_not_agreed() -> None:
    agreed = checked(captured("One", "Two"), A, B)
    chosen = Agreement(agreed.all_lines, foot=B)
    assert chosen.at_foot == chosen.line(B)
    assert chosen.steer(B, LineState.LET_GO).at_foot == chosen.line(A)
    assert Agreement(agreed.all_lines, foot_shown=False).at_foot is None


Act = Callable[[Agreement, int], Agreement]


def nth(agreement: Agreement, number: int) -> LineId:
    return agreement.top_lines[number % len(agreement.top_lines)].id


def suggest(agreement: Agreement, number: int) -> Agreement:
    unnamed = bool(number % 3 == 0)
    name = f"{number:03}-{len(agreement.all_lines)}-{len(agreement.done)}"
    line = AgreementLine(LineId(name), (Wording(f"said {number}"),), unnamed=unnamed)
    return agreement.suggest(line)


def reword(agreement: Agreement, number: int) -> Agreement:
    return agreement.word(nth(agreement, number), Wording(f"again {number}", f"example {number}"))


def steer(agreement: Agreement, number: int) -> Agreement:
    states = (LineState.CLARIFYING, LineState.READY, LineState.LET_GO, LineState.NEEDS_CHANGE)
    return agreement.steer(nth(agreement, number), states[number % 4])


def park(agreement: Agreement, number: int) -> Agreement:
    return agreement.park(nth(agreement, number), Parking(f"reason {number}"))


def join(agreement: Agreement, number: int) -> Agreement:
    both = (nth(agreement, number), nth(agreement, number + 1))
    name = LineId(f"j{number}-{len(agreement.all_lines)}-{len(agreement.done)}")
    return agreement.join(name, both, Wording("joined"))


def confirm(agreement: Agreement, number: int) -> Agreement:
    return agreement.confirm(nth(agreement, number))


def separate(agreement: Agreement, number: int) -> Agreement:
    return agreement.separate(nth(agreement, number))


def check(agreement: Agreement, number: int) -> Agreement:
    return checked(agreement, nth(agreement, number), low=number % 3)


def begin(agreement: Agreement, number: int) -> Agreement:
    return being_checked(agreement, nth(agreement, number))


def close(agreement: Agreement, _number: int) -> Agreement:
    return close_check(agreement)


def take_out(agreement: Agreement, number: int) -> Agreement:
    return taken_out(agreement, nth(agreement, number))


def undo(agreement: Agreement, _number: int) -> Agreement:
    return agreement.undo()


def redo(agreement: Agreement, _number: int) -> Agreement:
    return agreement.redo()


ACTS = (suggest, suggest, reword, steer, park, join, confirm, separate, check, undo, redo)


def played(moves: list[tuple[Act, int]]) -> Agreement:
    agreement = captured("One voice", "Pass", "Kind")
    for act, number in moves:
        try:
            agreement = act(agreement, number)
        except (FacilitatorError, ZeroDivisionError):
            continue
    return agreement


@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 50)), max_size=40))
def test_any_moves_undone_and_redone_give_the_same_agreement(moves: list[tuple[Act, int]]) -> None:
    agreement = played(moves)
    lines = agreement.settled().all_lines
    seen = [lines]
    while agreement.done:
        agreement = agreement.undo()
        seen.append(agreement.settled().all_lines)
    assert not agreement.lines
    for expected in reversed(seen[:-1]):
        agreement = agreement.redo()
        assert agreement.settled().all_lines == expected
    assert agreement.settled().all_lines == lines


CHECKED_ACTS = (*ACTS, begin, begin, close, close, take_out)


@given(st.lists(st.tuples(st.sampled_from(CHECKED_ACTS), st.integers(0, 50)), max_size=40))
def test_only_what_stood_there_when_the_check_began_becomes_agreed(
    moves: list[tuple[Act, int]],
) -> None:
    agreement = captured("One voice", "Pass", "Kind")
    lines_shown: dict[LineId, AgreementLine] = {}
    for act, number in moves:
        try:
            agreement = act(agreement, number)
        except (FacilitatorError, ZeroDivisionError):
            continue
        if act is begin:
            checking = agreement.checking
            assert checking is not None
            lines_shown = {line_id: agreement.line(line_id) for line_id in checking.lines}
        elif act is close:
            for line_id, before in lines_shown.items():
                assert agreement.line(line_id).text == before.text
                assert before.at.into is None
                assert before.state not in (LineState.LET_GO, LineState.PARKED)
                assert agreement.line(line_id).at.tally is not None
            assert agreement.checking is not None
            assert set(agreement.checking.lines) == set(lines_shown)
