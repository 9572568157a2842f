"""Earlier agreed wordings of lines that are agreed now."""

import pytest

from facilitator.domain.agreement.agreement import Agreement, taken_out
from facilitator.domain.agreement.line import AgreementLine, LineState, Parking, Wording
from facilitator.domain.agreement.versions import (
    recorded_versions,
    with_version_recorded,
    without_version,
)
from facilitator.errors import NotAllowedNowError
from tests.domain.agreement.test_agreement import A, B, captured, checked


def agreed_twice() -> Agreement:
    """Return an agreement whose line was agreed, proposed otherwise, changed, agreed again."""
    first = checked(captured("One voice"), A)
    proposed = first.word(A, Wording("One voice, no cutting in"))
    return checked(proposed.word(A, Wording("One voice at a time")), A)


def earlier(agreement: Agreement) -> list[str]:
    return [version.text for line in recorded_versions(agreement) for version in line]


def in_record(agreement: Agreement) -> list[bool]:
    return [version.in_record for line in recorded_versions(agreement) for version in line]


def agreed_as(*texts: str) -> Agreement:
    """Return an agreement whose line was agreed in each of these words, one after the other."""
    agreement = checked(captured(texts[0]), A)
    for text in texts[1:]:
        agreement = checked(agreement.word(A, Wording(text)), A)
    return agreement


def numbers(agreement: Agreement) -> dict[str, int]:
    """Return by what number each earlier wording is known."""
    return {
        version.text: version.number for line in recorded_versions(agreement) for version in line
    }


def test_a_line_agreed_again_in_other_words_keeps_the_words_before() -> None:
    assert earlier(agreed_twice()) == ["One voice"]
    assert earlier(agreed_twice().settled()) == ["One voice"]


def test_a_new_example_is_no_other_wording() -> None:
    agreed = checked(captured("One voice"), A).word(A, Wording("One voice", "Hands up first"))
    assert agreed.line(A).earlier == ()


def test_a_line_that_went_back_to_its_old_words_was_not_worded_so_before() -> None:
    back = checked(agreed_twice().word(A, Wording("One voice")), A)
    assert earlier(back) == ["One voice at a time"]


@pytest.mark.parametrize(
    "agreement",
    [
        agreed_twice().word(A, Wording("Not agreed yet")),
        agreed_twice().steer(A, LineState.LET_GO),
        agreed_twice().park(A, Parking("It waits")),
    ],
)
def test_a_line_that_is_not_agreed_now_has_no_earlier_words_in_the_record(
    agreement: Agreement,
) -> None:
    assert earlier(agreement) == []


def test_an_earlier_wording_can_be_left_out_and_put_back() -> None:
    left = with_version_recorded(agreed_twice(), A, 0, in_record=False)
    assert in_record(left) == [False]
    assert in_record(left.settled()) == [False]
    assert with_version_recorded(left, A, 0, in_record=True) == agreed_twice()


def test_an_earlier_wording_taken_out_is_gone_for_good() -> None:
    out = without_version(agreed_twice(), A, 0)
    assert "One voice'" not in repr(out)
    assert out.line(A).text == "One voice at a time"
    assert out.line(A).state is LineState.AGREED
    with pytest.raises(NotAllowedNowError):
        out.undo()
    with pytest.raises(NotAllowedNowError, match="not there any more"):
        without_version(out, A, 0)


def test_taking_a_wording_out_leaves_the_others_known_as_they_were() -> None:
    before = agreed_as("It names Bob", "Softer", "Softer still", "Now")
    numbers_by_text = numbers(before)
    out = without_version(before, A, numbers_by_text.pop("It names Bob"))
    assert numbers(out) == numbers_by_text
    assert "Bob" not in repr(out)
    with pytest.raises(NotAllowedNowError, match="not there any more"):
        with_version_recorded(out, A, 0, in_record=False)
    assert in_record(with_version_recorded(out, A, numbers_by_text["Softer"], in_record=False)) == [
        False,
        True,
    ]


def test_taking_another_line_out_leaves_wordings_known_as_they_were() -> None:
    line = agreed_as("First").word(A, Wording("only proposed"))
    line = checked(line.word(A, Wording("Second")), A).word(A, Wording("only proposed too"))
    line = checked(line.word(A, Wording("Third")), A)
    before = line.suggest(AgreementLine(B, (Wording("Another"),)))
    out = taken_out(before, B)
    assert numbers(out) == numbers(before)
    assert "proposed" not in repr(out)


def test_a_wording_never_gets_the_number_of_one_that_was_undone() -> None:
    agreed = agreed_as("First", "Undone", "Now")
    gone = numbers(agreed)["Undone"]
    back = agreed
    while "Undone" in back.line(A).earlier or back.line(A).text != "First":
        back = back.undo()
    again = checked(back.word(A, Wording("Instead")), A).word(A, Wording("Now"))
    again = checked(again, A)
    assert earlier(again) == ["First", "Instead"]
    assert gone not in numbers(again).values()
    assert "Undone" not in repr(again)


@pytest.mark.parametrize("parked", [True, False])
def test_the_state_of_a_line_before_it_was_parked_or_dropped_never_comes_back(parked: bool) -> None:
    agreed = agreed_as("It names Bob", "It names Bob, softly")
    waits = agreed.park(A, Parking("Not today")) if parked else agreed.steer(A, LineState.LET_GO)
    assert waits.undo().agreed[0].earlier == ("It names Bob",)
    again = waits.steer(A, LineState.SUGGESTED).word(A, Wording("We speak softly"))
    assert earlier(checked(again, A)) == []
    assert "Bob" not in repr(checked(again, A).settled())
    later = checked(checked(again, A).word(A, Wording("Softly")), A)
    assert earlier(later) == ["We speak softly"]


def test_a_line_dropped_then_parked_has_lost_its_earlier_state_too() -> None:
    waits = agreed_as("It names Bob").steer(A, LineState.LET_GO).park(A, Parking("Not today"))
    again = waits.steer(A, LineState.READY).word(A, Wording("We speak softly"))
    assert earlier(checked(again, A)) == []
