"""The promise is generated from what is true: of the stored columns, and of who is involved."""

from dataclasses import replace

import pytest

from facilitator.domain.plan.step import Way
from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.domain.workshop import Workshop
from facilitator.room.promise import (
    NAMED,
    NAMED_AFTERWARDS,
    REMEMBERED,
    Named,
    promise_in_the_corner,
    promise_of,
    what_is_saved,
)
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key
from facilitator.store.database import Store, columns
from facilitator.store.library.file import library_in_memory
from facilitator.store.workshop.file import workshop_in_memory
from tests.helpers.workshops import GATHER, a_workshop


def stored(db: Store) -> set[tuple[str, str]]:
    """Return every column there is a place for."""
    return {(table, column) for table, names in columns(db).items() for column in names}


def named(among: object) -> set[tuple[str, str]]:
    """Return every column that the promise knows of."""
    assert isinstance(among, type(NAMED))
    return {(table, column) for table, names in among.items() for column in names}


def english(workshop: Workshop) -> str:
    """Return the whole promise, in English."""
    return " ".join(words.in_(ENGLISH) for words in what_is_saved(workshop))


def with_ways(*ways: Way) -> Workshop:
    """Return a workshop whose gathering has these ways."""
    workshop = a_workshop()
    run = workshop.agenda.run_of(GATHER)
    changed = replace(run, step=replace(run.step, ways=ways))
    return replace(workshop, agenda=workshop.agenda.with_run(changed))


def test_the_promise_names_every_column_of_the_workshop_file_and_of_the_library() -> None:
    """If this fails: say in the promise what the new column saves, then name it in room/promise."""
    workshop_file = workshop_in_memory(a_workshop())
    assert stored(workshop_file) == named(NAMED)
    assert stored(library_in_memory()) == named(NAMED_AFTERWARDS)


def test_a_column_more_would_be_noticed() -> None:
    workshop_file = workshop_in_memory(a_workshop())
    workshop_file.execute("ALTER TABLE contribution ADD COLUMN written_at TEXT")
    assert stored(workshop_file) - named(NAMED) == {("contribution", "written_at")}


@pytest.mark.parametrize("among", [NAMED, NAMED_AFTERWARDS])
def test_each_column_is_named_in_words_that_people_really_read(among: object) -> None:
    assert isinstance(among, type(NAMED))
    promise = english(a_workshop())
    for names in among.values():
        for naming in names.values():
            if isinstance(naming, Named):
                assert naming.words in say(ENGLISH, naming.key)
                assert naming.words in promise


def test_every_sentence_is_there_in_each_language_of_the_workshop() -> None:
    workshop = replace(a_workshop(), languages=(WELSH, ENGLISH))
    for words in (*what_is_saved(workshop), *promise_in_the_corner(workshop)):
        assert [language for language, text in words.texts if text] == [WELSH, ENGLISH]


def test_it_says_who_gets_the_record_and_where_support_is() -> None:
    setup = replace(a_workshop().setup, support="Sam, room 4", recipients="the steering group.")
    promise = english(replace(a_workshop(), setup=setup))
    assert "Sam, room 4." in promise
    assert "The record goes to: the steering group." in promise
    unknown = english(replace(a_workshop(), setup=replace(setup, support=" ", recipients="")))
    assert "Support" not in unknown
    assert "{" not in unknown


def test_it_says_who_types_the_cards() -> None:
    workshop = with_ways(Way.CORNER, Way.CARDS)
    in_charge = replace(workshop, setup=replace(workshop.setup, in_charge=True))
    assert say(ENGLISH, Key.PROMISE_CARDS) in english(workshop)
    assert say(ENGLISH, Key.PROMISE_CARDS_IN_CHARGE) in english(in_charge)
    assert say(ENGLISH, Key.PROMISE_CARDS) not in english(in_charge)


def test_without_cards_it_offers_none() -> None:
    promise = english(with_ways(Way.CORNER)).lower()
    assert "card" not in promise
    assert "you trust" in promise


def test_it_says_what_no_program_can_help_of_disks_and_of_files() -> None:
    promise = english(a_workshop())
    assert "A disk may still hold traces" in promise
    assert "a file shows when it was last written" in promise


def test_in_practice_it_promises_that_nothing_is_kept() -> None:
    promise = english(replace(a_workshop(), practice=True))
    assert say(ENGLISH, Key.PROMISE_PRACTICE) in promise
    assert say(ENGLISH, Key.PROMISE_AFTER) not in promise
    assert say(ENGLISH, Key.PROMISE_STAYS) not in promise


def test_the_corner_says_what_people_must_know_before_they_type() -> None:
    """Decision 2: what is saved, who reads first, what is passed on, how a line comes out."""
    corner = [words.in_(ENGLISH) for words in promise_in_the_corner(a_workshop())]
    keys = ("KEPT", "GUESS", "SEEN", "READS", "PASSED_ON", "OUT")
    for key in keys:
        assert say(ENGLISH, Key[f"PROMISE_{key}"]) in corner
    assert say(ENGLISH, Key.PROMISE_RECIPIENTS, recipients="All") in corner


def test_the_corner_leaves_out_of_the_promise_only_who_types_cards() -> None:
    workshop = replace(with_ways(Way.CORNER, Way.CARDS), languages=(WELSH, ENGLISH))
    for state in (workshop, replace(workshop, practice=True)):
        missing = [
            words for words in promise_of(state) if words not in promise_in_the_corner(state)
        ]
        assert [words.in_(ENGLISH) for words in missing] == [say(ENGLISH, Key.PROMISE_CARDS)]


def test_what_is_said_before_writing_is_part_of_what_is_remembered() -> None:
    workshop = a_workshop()
    whole = what_is_saved(workshop)
    assert whole[: -len(REMEMBERED)] == promise_of(workshop)


def test_no_sentence_says_anonymous_or_promises_that_nobody_guesses() -> None:
    sentences = [
        say(ENGLISH, key, support="", recipients="") for key in Key if "PROMISE" in key.name
    ]
    assert not [sentence for sentence in sentences if "anonym" in sentence.lower()]
    assert any("may still guess" in sentence for sentence in sentences)
