"""Earlier wordings: those that the room agreed, of lines that it agrees now."""

import pytest

from facilitator.domain.agreement import Agreement
from facilitator.domain.agreement_line import LineState, Parking, Wording
from facilitator.domain.agreement_versions import (
    recorded_versions,
    version_kept,
    version_taken_out,
)
from facilitator.errors import NotAllowedNowError
from tests.domain.test_agreement import A, captured, checked


def agreed_twice() -> Agreement:
    """Return an agreement whose line was agreed, proposed otherwise, changed, agreed again."""
    first = checked(captured("One voice"), A)
    proposed = first.word(A, Wording("One voice, no cutting in"))
    return checked(proposed.word(A, Wording("One voice at a time")), A)


def earlier(agreement: Agreement) -> list[str]:
    return [one.text for one in recorded_versions(agreement)]


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
    left = version_kept(agreed_twice(), A, 0, kept=False)
    assert [one.in_record for one in recorded_versions(left)] == [False]
    assert [one.in_record for one in recorded_versions(left.settled())] == [False]
    assert version_kept(left, A, 0, kept=True) == agreed_twice()


def test_an_earlier_wording_taken_out_is_gone_for_good() -> None:
    out = version_taken_out(agreed_twice(), A, 0)
    assert "One voice'" not in repr(out)
    assert out.line(A).text == "One voice at a time"
    assert out.line(A).state is LineState.AGREED
    with pytest.raises(NotAllowedNowError):
        out.undo()
    with pytest.raises(NotAllowedNowError, match="not there any more"):
        version_taken_out(out, A, 0)
