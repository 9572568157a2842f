"""Patterns through the session: what the group sorts, what the room sees, what the file holds."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.contribution import SetAside, Turn
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.errors import NotAllowedNowError, StoreDamagedError
from facilitator.kinds.patterns.commands import (
    Merge,
    NewPattern,
    Put,
    Redo,
    Remove,
    Rename,
    Shift,
    ShowLines,
    ShowNames,
    ShowPattern,
    TakeOut,
    Undo,
)
from facilitator.kinds.patterns.state import PatternsOptions, Spot
from facilitator.live.session.session import LiveSession
from facilitator.room.layout.sheet import BadgeItem, BoxItem, Sheet
from facilitator.room.pages.picture import MessagePage, NamesPage, NotesPage, StepPage
from facilitator.room.spec import Tint
from tests.helpers.broken_files import change_state
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import CHOICE, GATHER, PLAN, TALK, a_session, reopened
from tests.kinds.patterns.sorting import (
    ASKED,
    LATER,
    SORT,
    STEPS,
    WAITING,
    A,
    B,
    C,
    D,
    E,
    F,
    do,
    outline,
    put,
    put_in,
    sections,
    sorting,
    take_out,
    view,
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = sorting(tmp_path)
    yield session
    session.close()


def names(session: LiveSession) -> list[tuple[str, str]]:
    """Return the names on the board with their counts."""
    (page,) = (page for page in sections(session).sections if isinstance(page, NamesPage))
    return [(row.name.first, row.count.first) for row in page.names]


def pages(session: LiveSession) -> list[tuple[str, str]]:
    """Return the pages with lines on the board: heading and letters."""
    notes = (page for page in sections(session).sections if isinstance(page, NotesPage))
    return [(page.heading.first, "".join(note.letter for note in page.notes)) for page in notes]


def sheet(session: LiveSession) -> Sheet:
    """Return the sheet that the room sees."""
    return session.pages.sheet(session.picture())


def test_until_patterns_are_shown_the_board_has_the_question_and_the_opened_lines(
    session: LiveSession,
) -> None:
    question, lines = sections(session).sections
    assert isinstance(question, StepPage)
    assert question.question == SORT.question
    assert isinstance(lines, NotesPage)
    before = session.picture()
    put(session, "Waiting", A, B)
    put_in(session, WAITING, C)
    assert session.picture() == before


def test_the_board_shows_all_names_then_each_pattern_then_lines_on_their_own(
    session: LiveSession,
) -> None:
    put(session, "Waiting", A, B)
    put(session, "Being asked", C)
    put_in(session, ASKED, A, also=True)
    do(session, ShowNames())
    assert names(session) == [
        ("Waiting", "2 lines"),
        ("Being asked", "2 lines"),
        ("On their own", "3 lines"),
    ]
    assert pages(session) == [("Waiting", "AB"), ("Being asked", "CA"), ("On their own", "DEF")]
    assert session.page_count() == 4


def test_sorting_on_changes_nothing_on_the_board_until_it_is_shown_again(
    session: LiveSession,
) -> None:
    put(session, "Waiting", A, B)
    do(session, ShowNames())
    before = session.picture()
    put_in(session, WAITING, C)
    put(session, "Being asked", D)
    do(session, Undo(), Redo())
    assert session.picture() == before
    assert not view(session).is_latest
    do(session, ShowNames())
    assert ("Being asked", "D") in pages(session)


def test_a_pattern_is_shown_on_its_page_and_next_leads_to_the_following(
    session: LiveSession,
) -> None:
    put(session, "Waiting", A, B)
    put(session, "Being asked", C)
    do(session, ShowPattern(ASKED))
    assert "Being asked" in sheet(session).text
    session.steps.next()
    assert "On their own" in sheet(session).text
    session.steps.back()
    session.steps.back()
    assert "Waiting" in sheet(session).text
    do(session, ShowPattern(None))
    assert "On their own" in sheet(session).text
    do(session, ShowLines())
    assert SORT.question.first in sheet(session).text


def test_a_pattern_has_its_tint_and_its_symbol_wherever_it_is_shown(session: LiveSession) -> None:
    put(session, "Waiting", A)
    put(session, "Being asked", B)
    do(session, ShowNames())
    badges = [item.badge for item in sheet(session).items if isinstance(item, BadgeItem)]
    session.steps.next()
    session.steps.next()
    (badge,) = (item.badge for item in sheet(session).items if isinstance(item, BadgeItem))
    tints = {item.tint for item in sheet(session).items if isinstance(item, BoxItem)}
    assert badge == badges[1]
    assert tints == {badge.tint} == {Tint.SKY}


def test_a_page_over_the_step_is_removed_when_patterns_are_shown(session: LiveSession) -> None:
    put(session, "Waiting", A)
    session.board.promise()
    session.board.toggle_curtain()
    do(session, ShowPattern(WAITING))
    session.board.toggle_curtain()
    assert "Waiting" in sheet(session).text
    session.board.care()
    do(session, ShowNames())
    assert not isinstance(session.picture().content, NamesPage)
    session.board.care()
    assert "The patterns we named" in sheet(session).text


def test_lines_are_moved_put_also_taken_out_split_and_merged(session: LiveSession) -> None:
    put(session, "Waiting", A, B, C)
    do(session, NewPattern("Being asked", (Spot(B, WAITING),)))
    assert outline(session) == [("", "DEF"), ("Waiting", "AC"), ("Being asked", "B")]
    do(session, Put((Spot(A, WAITING), Spot(D)), ASKED))
    assert outline(session) == [("", "EF"), ("Waiting", "C"), ("Being asked", "BAD")]
    do(session, Shift(ASKED, -1), Shift(ASKED, -1, line=D))
    assert outline(session) == [("", "EF"), ("Being asked", "BDA"), ("Waiting", "C")]
    do(session, Merge(WAITING, ASKED), TakeOut((Spot(B, ASKED),)))
    assert outline(session) == [("", "BEF"), ("Being asked", "DAC")]
    do(session, Rename(ASKED, "  Really   being asked "), Remove(ASKED))
    assert outline(session) == [("", "ABCDEF")]
    do(session, Undo())
    assert outline(session)[1] == ("Really being asked", "DAC")


def test_a_line_in_two_patterns_names_the_other_one(session: LiveSession) -> None:
    put(session, "Waiting", A)
    put(session, "Being asked")
    put_in(session, ASKED, A, also=True)
    _alone, waiting, _asked = view(session).groups
    assert waiting.lines[0].also == ("Being asked",)


def test_undo_goes_back_to_the_start_over_a_restart(session: LiveSession, tmp_path: Path) -> None:
    put(session, "Waiting", A, B)
    put(session, "Being asked", C)
    do(session, Merge(WAITING, ASKED), Undo())
    before = outline(session)
    session.close()
    again = reopened(tmp_path, FakeClock())
    assert outline(again) == before
    do(again, Redo())
    assert outline(again) == [("", "DEF"), ("Being asked", "CAB")]
    do(again, Undo(), Undo(), Undo())
    assert outline(again) == [("", "ABCDEF")]
    with pytest.raises(NotAllowedNowError):
        do(again, Undo())
    again.close()


def test_a_line_that_is_taken_out_leaves_board_and_undo_as_if_it_had_never_been(
    session: LiveSession,
) -> None:
    put(session, "Waiting", A, B)
    put_in(session, WAITING, C)
    do(session, ShowNames())
    take_out(session, B)
    assert ("Waiting", "2 lines") in names(session)
    assert pages(session)[0] == ("Waiting", "AC")
    assert outline(session) == [("", "DEF"), ("Waiting", "AC")]
    do(session, Undo(), Undo())
    assert outline(session) == [("", "ACDEF")]


def test_a_pattern_whose_lines_are_gone_has_its_name_alone(session: LiveSession) -> None:
    put(session, "Waiting", A)
    do(session, ShowNames())
    take_out(session, A)
    assert names(session)[0] == ("Waiting", "")
    assert [heading for heading, _letters in pages(session)] == ["On their own"]


def test_a_line_that_is_set_aside_is_nowhere_until_it_is_let_through(session: LiveSession) -> None:
    put(session, "Waiting", A, B)
    do(session, ShowNames())
    gathering = session.workshop.gathering(GATHER.id)
    (line,) = (line for line in gathering.contributions if line.letter == B)
    session.writing.set_aside(GATHER.id, line.id, SetAside.PERSON)
    assert pages(session)[0] == ("Waiting", "A")
    assert outline(session)[1] == ("Waiting", "A")
    with pytest.raises(NotAllowedNowError):
        do(session, TakeOut((Spot(B, WAITING),)))
    session.writing.let_through(GATHER.id, line.id)
    assert outline(session)[1] == ("Waiting", "AB")


def test_lines_that_are_opened_later_are_on_their_own(session: LiveSession) -> None:
    put(session, "Waiting", *range(6))
    session.writing.open(GATHER.id, promise_said=True)
    session.writing.give_cards(tuple(Turn((f"late {number}",)) for number in range(3)))
    session.writing.close(GATHER.id)
    assert isinstance(session.picture().content, MessagePage)
    session.writing.open_together(GATHER.id)
    session.board.step()
    assert outline(session) == [("", "GHI"), ("Waiting", "ABCDEF")]


def test_nothing_can_be_sorted_before_lines_are_open(tmp_path: Path) -> None:
    session = a_session(tmp_path, plan=replace(PLAN, steps=STEPS))
    session.steps.jump(SORT.id)
    assert not view(session).is_open
    with pytest.raises(NotAllowedNowError):
        put(session, "Waiting")
    session.close()


def test_columns_of_the_plan_are_there_before_anything_is_sorted(tmp_path: Path) -> None:
    columns = PatternsOptions(tuple(map(Words.of, ("Keep", "Spread", "Fix", "Stop"))))
    steps = (TALK, GATHER, replace(SORT, options=columns), LATER, CHOICE)
    session = sorting(tmp_path, steps=steps)
    put_in(session, 2, E)
    do(session, Undo())
    with pytest.raises(NotAllowedNowError):
        do(session, Undo())
    put_in(session, 0, A, B)
    do(session, ShowNames())
    assert names(session)[:2] == [("Keep", "2 lines"), ("Spread", "")]
    assert SORT.title.first in sheet(session).text
    session.close()


def test_a_later_step_opens_the_patterns_with_the_same_panel(session: LiveSession) -> None:
    put(session, "Waiting", A)
    session.steps.jump(LATER.id)
    assert view(session).is_open
    do(session, ShowPattern(WAITING))
    assert "Waiting" in sheet(session).text


def test_two_languages_have_both_in_what_is_fixed_and_the_words_of_the_group_once(
    tmp_path: Path,
) -> None:
    both = Words(((WELSH, "Patrymau"), (ENGLISH, "Patterns")))
    step = replace(SORT, title=both, question=both)
    session = sorting(tmp_path, steps=(TALK, GATHER, step, CHOICE), languages=(WELSH, ENGLISH))
    put(session, "Aros", A)
    do(session, ShowNames())
    text = sheet(session).text
    assert text.count("Aros") == 1
    assert "On their own" in text
    assert "Ar eu pen eu hunain" in text
    session.close()


def test_a_name_is_one_line_of_at_most_sixty_characters(session: LiveSession) -> None:
    for name in ("", "   ", "x" * 61):
        with pytest.raises(NotAllowedNowError):
            put(session, name, A)
    with pytest.raises(NotAllowedNowError):
        do(session, Put((Spot(A),), 5))
    with pytest.raises(NotAllowedNowError):
        do(session, NewPattern("Waiting", (Spot(99),)))


@pytest.mark.parametrize(
    "change",
    [
        lambda fields: fields["names"].clear(),
        lambda fields: fields["patterns"][0]["lines"].append(0),
        lambda fields: fields["done"][0]["edits"].pop(),
        lambda fields: fields.update(next_key=0),
    ],
)
def test_a_file_with_patterns_that_no_moves_lead_to_is_refused_with_a_sentence(
    session: LiveSession, tmp_path: Path, change: Callable[[Any], None]
) -> None:
    put(session, "Waiting", A, F)
    session.close()
    change_state(tmp_path, change)
    with pytest.raises(StoreDamagedError):
        reopened(tmp_path, FakeClock())
