"""The agreement on the board: nothing under the least size, nothing cut, pages instead."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.agreement.checking import begin_check, close_check
from facilitator.domain.agreement.checks import Check, HandsWay, Tally
from facilitator.domain.agreement.line import MAX_LINE, AgreementLine, Wording
from facilitator.domain.ids import LineId
from facilitator.domain.text.language import ENGLISH, WELSH, Language
from facilitator.domain.workshop import Workshop
from facilitator.room.checks import checks
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.sheet import Sheet, TextItem, TickItem
from facilitator.room.pages.agreement import agreement_page, late_page
from facilitator.room.pages.hands import hands_page
from facilitator.room.pages.picture import Content, Spec, TimeShown
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key
from tests.helpers.pictures import step
from tests.helpers.rulers import FixedRuler
from tests.helpers.workshops import a_workshop
from tests.room.layout.test_layout import assert_whole

ONE, BOTH = (ENGLISH,), (WELSH, ENGLISH)
LINES = (
    "One voice at a time",
    "It’s fine to pass",
    "Learning leaves, names and stories stay",
    "Challenge ideas, care for people",
    "Ask before giving advice",
    "Say what you need",
    "Plain words, and ask when one is not clear to you",
    "Leave and come back whenever you need to",
    "Strong feelings are welcome; no attacks on who someone is",
    "Phones for care and access are welcome",
    "Step in, step back",
    "We look at this again after tea",
)
LONG = ("We let each other finish, even when it takes long and we wait " * 4)[:MAX_LINE]
SPECS = (Spec(1080), Spec(1440), Spec(1080, low_vision=True), Spec(1200, captions=True))
EVERY_CHECK = pytest.mark.parametrize("check", checks(), ids=lambda check: str(check.id))
TEXTS = st.text(st.sampled_from("abcdefghij klm nop’é "), min_size=1, max_size=MAX_LINE)


def with_lines(
    lines: tuple[str, ...], agreed: int, languages: tuple[Language, ...] = ONE
) -> Workshop:
    """Return a workshop with n of the lines agreed."""
    agreement = Agreement()
    for place, text in enumerate(lines):
        agreement = agreement.suggest(AgreementLine(LineId(f"{place:02}"), (Wording(text),)))
    if agreed:
        tally = Tally.of(checks()[0], HandsWay.HANDS).counted(0, 9)
        some = tuple(line.id for line in agreement.lines[:agreed])
        agreement = close_check(begin_check(agreement, some, tally))
    unchecked = replace(agreement, checking=None)
    return replace(a_workshop(), agreement=unchecked, languages=languages)


def checked(workshop: Workshop, tally: Tally) -> Workshop:
    lines = tuple(line.id for line in workshop.agreement.proposed)
    return replace(workshop, agreement=begin_check(workshop.agreement, lines, tally))


def laid(content: Content, workshop: Workshop, spec: Spec) -> list[Sheet]:
    return list(lay_out(content, workshop.languages, spec, FixedRuler()))


def words_on(sheets: list[Sheet]) -> str:
    return "".join(" ".join(sheet.text.split()) for sheet in sheets).replace(" ", "")


@pytest.mark.parametrize("spec", SPECS)
@pytest.mark.parametrize("languages", [ONE, BOTH])
@pytest.mark.parametrize("count", [1, 5, 8, 12])
def test_an_agreement_of_any_length_is_whole(
    spec: Spec, languages: tuple[Language, ...], count: int
) -> None:
    workshop = with_lines((*LINES[: count - 1], LONG), count - 1, languages)
    for page in (agreement_page(workshop), late_page(workshop)):
        sheets = laid(page, workshop, spec)
        assert_whole(sheets, spec)
        ticks = [i for sheet in sheets for i in sheet.items if isinstance(i, TickItem)]
        assert len(ticks) == count - 1
        for text in LINES[: count - 1]:
            assert text.replace(" ", "") in words_on(sheets)


@EVERY_CHECK
@pytest.mark.parametrize("spec", SPECS)
@pytest.mark.parametrize("languages", [ONE, BOTH])
@pytest.mark.parametrize("line", [LINES[3], LONG])
def test_every_check_is_whole_with_all_of_its_legend(
    check: Check, spec: Spec, languages: tuple[Language, ...], line: str
) -> None:
    workshop = checked(with_lines((line,), 0, languages), Tally.of(check, HandsWay.HANDS))
    sheets = laid(hands_page(workshop), workshop, spec)
    assert_whole(sheets, spec)
    for position in check.positions:
        for language in languages:
            for words in (position.mark, position.words):
                assert words.in_(language).replace(" ", "") in words_on(sheets)


@EVERY_CHECK
def test_on_a_usual_display_line_and_legend_stand_on_one_page(check: Check) -> None:
    workshop = checked(with_lines(("One voice",), 0), Tally.of(check, HandsWay.HANDS))
    spec = Spec(1080, ratio=4)
    assert len(laid(hands_page(workshop), workshop, spec)) == 1


@EVERY_CHECK
def test_every_kind_of_check_is_worded_in_each_offered_language(check: Check) -> None:
    for language in BOTH:
        texts = [check.name, check.question, check.rule, check.foot]
        texts += [part for position in check.positions for part in (position.mark, position.words)]
        assert all(language in dict(words.texts) for words in texts)


@settings(max_examples=60, deadline=None)
@given(pin=TEXTS, spec=st.sampled_from(SPECS), languages=st.sampled_from([ONE, BOTH]))
def test_a_line_at_the_foot_cuts_nothing_and_costs_no_page(
    pin: str, spec: Spec, languages: tuple[Language, ...]
) -> None:
    page = step(3, languages, TimeShown(3, 8))
    pinned = replace(page, pin_label=say_in(languages, Key.AGREEMENT_TITLE), pin=pin.strip())
    with_pin = list(lay_out(pinned, languages, spec, FixedRuler()))
    without = lay_out(page, languages, spec, FixedRuler())
    assert_whole(with_pin, spec)
    assert len(with_pin) == len(without)


def test_a_short_line_at_the_foot_stands_beside_its_name() -> None:
    label = say_in(ONE, Key.AGREEMENT_TITLE)
    page = replace(step(), pin_label=label, pin="One voice at a time")
    (sheet,) = lay_out(page, ONE, Spec(), FixedRuler())
    items = {" ".join(i.lines): i for i in sheet.items if isinstance(i, TextItem)}
    assert items["Our agreement"].area.y == items["One voice at a time"].area.y
    assert items["Our agreement"].area.right < items["One voice at a time"].area.x


EXAMPLES = ("Hands up first", "", "It stays in the room: no names in the corridor", LONG)


def with_examples(languages: tuple[Language, ...]) -> Workshop:
    """Return a workshop with four proposed lines, all but one with what it would look like."""
    workshop = with_lines(LINES[:4], 0, languages)
    agreement = workshop.agreement
    for line, text, example in zip(agreement.lines, LINES, EXAMPLES, strict=False):
        agreement = agreement.word(line.id, Wording(text, example))
    return replace(workshop, agreement=agreement)


@pytest.mark.parametrize("spec", SPECS)
@pytest.mark.parametrize("languages", [ONE, BOTH])
@pytest.mark.parametrize("check", [None, checks()[0]])
def test_what_each_proposed_line_would_look_like_stands_beneath_it(
    spec: Spec, languages: tuple[Language, ...], check: Check | None
) -> None:
    workshop = with_examples(languages)
    page: Content = agreement_page(workshop)
    if check is not None:
        workshop = checked(workshop, Tally.of(check, HandsWay.HANDS))
        page = hands_page(workshop)
    sheets = laid(page, workshop, spec)
    assert_whole(sheets, spec)
    words = words_on(sheets)
    for text, example in ((LINES[0], EXAMPLES[0]), (LINES[2], EXAMPLES[2])):
        assert text.replace(" ", "") + example.replace(" ", "") in words


def test_what_an_agreed_line_looks_like_stands_on_its_check_alone() -> None:
    workshop = with_examples(ONE)
    lines = tuple(line.id for line in workshop.agreement.lines)
    tally = Tally.of(checks()[0], HandsWay.HANDS)
    counted = begin_check(workshop.agreement, lines, tally.counted(0, 9))
    agreed = replace(workshop, agreement=close_check(counted))
    for page in (agreement_page(agreed), late_page(agreed)):
        assert EXAMPLES[0].replace(" ", "") not in words_on(laid(page, agreed, Spec()))
    again = replace(agreed, agreement=begin_check(agreed.agreement, lines[:1], tally))
    assert EXAMPLES[0].replace(" ", "") in words_on(laid(hands_page(again), again, Spec()))


@EVERY_CHECK
@pytest.mark.parametrize("spec", SPECS)
@pytest.mark.parametrize("languages", [ONE, BOTH])
@pytest.mark.parametrize("count", [2, 5, 8, 12])
def test_all_lines_that_are_checked_together_stand_on_the_board_before_the_legend(
    check: Check, spec: Spec, languages: tuple[Language, ...], count: int
) -> None:
    lines = (*LINES[: count - 1], LONG)
    workshop = checked(with_lines(lines, 0, languages), Tally.of(check, HandsWay.HANDS))
    sheets = laid(hands_page(workshop), workshop, spec)
    assert_whole(sheets, spec)
    words = words_on(sheets)
    for text in LINES[: count - 1]:
        assert text.replace(" ", "") in words
    last = check.positions[-1].words.in_(languages[-1]).replace(" ", "")
    assert last in words_on(sheets[-1:])
    assert words.index(LINES[0].replace(" ", "")) < words.rindex(last)
