"""What each of the other documents says, read as a screen reader does."""

import tomllib
from dataclasses import replace

import pytest

from facilitator.domain.agreement.checks import Check
from facilitator.domain.plan.step import StepKind, Trait, Way
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.live.handouts import glossary
from facilitator.record.handouts import Handout, Pack, Print, make_handout
from facilitator.record.handouts.phrases import BoardPhrase, Phrase, say
from facilitator.resources import resource
from facilitator.room.checks import checks
from tests.helpers.packs import BOTH, a_pack, an_answered_pack
from tests.helpers.records import read_aloud, texts_in

FOR_OTHERS = [handout for handout in Handout if handout is not Handout.RUNNING_ORDER]


def texts(handout: Handout, pack: Pack, *languages: str) -> list[str]:
    printed = tuple(language for language in BOTH if language in (languages or (ENGLISH,)))
    return texts_in(make_handout(handout, pack, Print(printed)))


@pytest.mark.parametrize("handout", FOR_OTHERS)
def test_the_facilitators_notes_are_only_in_the_running_order(handout: Handout) -> None:
    pack = a_pack()
    steps = tuple(
        replace(step, do=f"Zebra {step.do}", materials=f"Zebra {step.materials}")
        for step in pack.plan.steps
    )
    marked = replace(pack, plan=replace(pack.plan, steps=steps))
    assert "Zebra" not in " ".join(texts(handout, marked, *BOTH))
    assert "Zebra" in " ".join(texts(Handout.RUNNING_ORDER, marked))


def test_participants_read_each_part_with_its_question_and_where_the_break_is() -> None:
    pack = a_pack()
    read = texts(Handout.BEFORE, pack)
    for step in pack.plan.steps:
        is_announced = not step.has(Trait.BUFFER)
        assert (step.title.first in read) == is_announced, step.id
        assert not step.question or step.question.first in read
    place = read.index("Tea and one line each")
    assert read[place + 2] == "There is a break in this part."
    assert read.count("There is a break in this part.") == 1


def test_participants_read_rough_times_and_only_if_they_are_set() -> None:
    day = an_answered_pack()
    assert day.begins is not None
    hour = int(day.begins.total_seconds() // 3600)
    read = texts(Handout.BEFORE, day)
    assert {f"{hour:02d}:05", f"{hour:02d}:15"} <= set(read), "9:36 and 9:46 are rough"
    without = texts(Handout.BEFORE, a_pack())
    assert not [text for text in without if ":" in text and text[0].isdigit()]
    assert {"Minutes", "14"} <= set(without)


@pytest.mark.parametrize(
    ("ways", "phrase"),
    [
        ((Way.CORNER, Way.CARDS), Phrase.WAY_WRITE),
        ((Way.CORNER,), Phrase.WAY_CORNER),
        ((Way.CARDS,), Phrase.WAY_CARDS),
        ((), None),
    ],
)
def test_participants_read_the_ways_to_write_that_the_plan_has(
    ways: tuple[Way, ...], phrase: Phrase | None
) -> None:
    pack = a_pack()
    steps = tuple(replace(step, ways=ways if step.ways else ()) for step in pack.plan.steps)
    read = texts(Handout.BEFORE, replace(pack, plan=replace(pack.plan, steps=steps)))
    ways_to_write = (Phrase.WAY_WRITE, Phrase.WAY_CORNER, Phrase.WAY_CARDS)
    assert [key for key in ways_to_write if say(ENGLISH, key) in read] == list(
        filter(None, [phrase])
    )


def test_what_is_kept_is_said_only_where_people_write() -> None:
    pack = a_pack()
    title = say(ENGLISH, Phrase.KEPT)
    talks = tuple(step for step in pack.plan.steps if step.kind is StepKind.TALK)
    assert title in texts(Handout.BEFORE, pack)
    assert title not in texts(Handout.BEFORE, replace(pack, plan=replace(pack.plan, steps=talks)))


def test_each_language_of_the_page_for_participants_is_whole_and_welsh_is_first() -> None:
    read = read_aloud(make_handout(Handout.BEFORE, an_answered_pack(), Print(BOTH)))
    languages = [element.language for element in read if element.language in BOTH]
    change = languages.index(ENGLISH)
    assert set(languages[change:]) == {ENGLISH}
    both = say(WELSH, Phrase.WAY_LANGUAGES)
    assert both in [element.text for element in read]
    assert both not in texts(Handout.BEFORE, an_answered_pack(), WELSH)


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.id)
def test_a_legend_says_all_that_the_board_says(check: Check) -> None:
    read = texts(Handout.SCALES, a_pack(), *BOTH)
    for position in check.positions:
        for words in (position.mark, position.words):
            assert {text for _language, text in words.texts} <= set(read)
    for words in (check.question, check.foot):
        assert {text for _language, text in words.texts} <= set(read)
    assert not [text for text in read if "{" in text]


def test_a_plans_own_scale_comes_first() -> None:
    pack = an_answered_pack()
    own = replace(pack.checks[0], question=Words.of("Shall we try it?"))
    read = texts(Handout.SCALES, replace(pack, checks=(own, *pack.checks)))
    assert read.index("Shall we try it?") < read.index("Can you work with this for today?")


def test_the_poster_has_lines_to_begin_with_or_those_that_the_group_agreed() -> None:
    begin = texts(Handout.POSTER, a_pack(), *BOTH)
    assert begin[:2] == ["Llinellau i ddechrau", "Lines to begin with"]
    assert begin.index("Un llais ar y tro") == begin.index("One voice at a time") - 1
    lines = (Words.of("We say it plainly."), Words.of("Anyone can pass."))
    agreed = texts(Handout.POSTER, replace(a_pack(), lines=lines, agreed=True))
    foot = say(ENGLISH, BoardPhrase.AGREEMENT_FOOT)
    assert agreed == ["Our agreement", "We say it plainly.", "Anyone can pass.", foot]


def test_each_signal_says_what_is_meant() -> None:
    assert texts(Handout.SIGNALS, a_pack(), *BOTH)[:4] == [
        "Stopiwch",
        "Stop",
        "Stopiwch am eiliad, os gwelwch yn dda.",
        "Please stop for a moment.",
    ]


def test_the_notice_names_what_is_set_and_leaves_the_rest_to_be_filled_in() -> None:
    blank, filled = (
        " ".join(texts(Handout.PRIVACY, pack)) for pack in (a_pack(), an_answered_pack())
    )
    for sentence in (Phrase.WHY_TEXT, Phrase.WHAT_TEXT, Phrase.SEES_TEXT, Phrase.COMPLAIN_TEXT):
        assert say(ENGLISH, sentence) in blank
        assert say(ENGLISH, sentence) in filled
    assert "The record goes to: everyone who was there" in filled
    assert "ask: Sam Rhys, sam@example.org" in filled
    assert "Sam Rhys" not in blank


def test_the_notice_is_whole_in_each_language() -> None:
    read = read_aloud(make_handout(Handout.PRIVACY, a_pack(), Print(BOTH)))
    welsh = [element for element in read if element.language == WELSH]
    english = [element for element in read if element.language == ENGLISH]
    assert len(welsh) == len(english)
    assert read.index(english[0]) == len(welsh)


def test_an_interpreter_has_every_question_and_all_that_will_be_said() -> None:
    pack = a_pack()
    read = texts(Handout.INTERPRETER, pack, *BOTH)
    for step in pack.plan.steps:
        for text in (step.title.first, step.question.first, step.say):
            assert not text or text in read, step.id
    for line in pack.lines:
        assert {text for _language, text in line.texts} <= set(read)


def test_the_glossary_has_each_word_in_both_languages_and_says_what_is_a_guess() -> None:
    read = texts(Handout.INTERPRETER, a_pack())
    assert len(glossary()) > 70
    for term in glossary():
        welsh, english = (text for _language, text in term.words.texts)
        assert (welsh if term.usual else f"{welsh} (?)") in read
        assert english in read
    assert "sgyrsiau dewr (?)" in read


def test_the_glossary_file_has_no_word_twice() -> None:
    terms = tomllib.loads(resource("glossary.toml").read_text(encoding="utf-8"))["terms"]
    english = [term["en"] for term in terms]
    assert len(english) == len(set(english))
    assert all(set(term) <= {"en", "cy", "usual", "note", "on_screen"} for term in terms)


@pytest.mark.parametrize("key", [*Phrase, *BoardPhrase])
def test_every_sentence_is_there_in_each_language(key: Phrase | BoardPhrase) -> None:
    assert say(WELSH, key, **FIELDS) != say(ENGLISH, key, **FIELDS)


FIELDS = dict.fromkeys(("day", "start", "end", "who", "count", "minutes"), "X")
