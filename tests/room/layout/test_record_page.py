"""The list for the record: each question stays with its lines, and each line has a sign."""

from dataclasses import replace
from itertools import pairwise, product
from random import Random

from facilitator.domain.text.language import ENGLISH, NO_WORDS, WELSH, Words
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.pages import Pages
from facilitator.room.layout.sheet import Role, Sheet, Sign, SignItem, TextItem, Tone
from facilitator.room.pages.picture import ListPage, Mark, Note, RoomPicture, Spec, letter_of
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key
from tests.helpers.rulers import FixedRuler

LANGUAGES = ((ENGLISH,), (WELSH, ENGLISH))
HEIGHTS = (1440, 1200, 1080, 823)  # 4:3 to 21:9
QUESTION = Words(((WELSH, "Pryd mae’n haws?"), (ENGLISH, "When is it easier?")))
SUPPORT = Words(((WELSH, "Cefnogaeth: y tŷ."), (ENGLISH, "Support: the house.")))
LONG = "It is easier when somebody asks me first, and waits for as long as it takes me to answer"


def a_list(*sections: int, gone: tuple[int, ...] = (), text: str = "a line") -> ListPage:
    """Return a list with so many lines under each question."""
    notes: list[Note] = []
    for lines in sections:
        for place in range(lines):
            number = len(notes)
            left_out = say_in(LANGUAGES[1], Key.RECORD_GONE) if number in gone else NO_WORDS
            above = QUESTION if place == 0 else NO_WORDS
            notes.append(Note(letter_of(number), "" if left_out else text, above, left_out))
    foot = say_in(LANGUAGES[1], Key.RECORD_FOOT)
    heading = say_in(LANGUAGES[1], Key.RECORD_TITLE)
    return ListPage(heading, tuple(notes), Mark.RECORD, foot=foot, after=SUPPORT)


def texts(sheet: Sheet, role: Role) -> list[TextItem]:
    """Return the texts of a sheet with a role."""
    return [item for item in sheet.items if isinstance(item, TextItem) and item.style.role is role]


def signs(sheet: Sheet) -> list[SignItem]:
    """Return the signs of a sheet."""
    return [item for item in sheet.items if isinstance(item, SignItem)]


def questions(sheet: Sheet) -> list[TextItem]:
    """Return the questions over lines."""
    labels = texts(sheet, Role.LABEL)
    return [item for item in labels if item.style.tone is Tone.ACCENT]


def test_a_question_is_never_parted_from_its_first_line() -> None:
    counts = [(first, second) for first in range(1, 9) for second in (1, 4)]
    for languages, height, sections, text in product(LANGUAGES, HEIGHTS, counts, ("a line", LONG)):
        page = a_list(*sections, text=text)
        for sheet in lay_out(page, languages, Spec(height), FixedRuler()):
            for question in questions(sheet):
                assert any(line.area.y > question.area.y for line in texts(sheet, Role.LINE))


def test_a_question_stays_with_a_line_of_any_length() -> None:
    for languages, height, times in product(LANGUAGES, HEIGHTS, range(1, 16)):
        page = a_list(1, 1, text=f"{LONG}. " * times)
        for sheet in lay_out(page, languages, Spec(height), FixedRuler()):
            for question in questions(sheet):
                assert any(line.area.y > question.area.y for line in texts(sheet, Role.LINE))


def test_each_page_has_the_question_of_its_lines() -> None:
    counts = [(first, second) for first in (1, 3, 7, 19) for second in (1, 4, 9)]
    for languages, height, sections, text in product(LANGUAGES, HEIGHTS, counts, ("a line", LONG)):
        page = a_list(*sections, text=text)
        for sheet in lay_out(page, languages, Spec(height), FixedRuler()):
            if signs(sheet):
                above = min(item.area.y for item in questions(sheet))
                assert above < min(sign.area.y for sign in signs(sheet))


def test_a_list_that_changes_again_and_again_is_laid_out_as_if_it_were_new() -> None:
    other = Words.of("And what else?")
    for seed in range(24):
        chance, pages = Random(seed), Pages(FixedRuler())
        page = a_list(*(chance.randint(1, 15) for _section in range(4)))
        notes, spec = list(page.lines), Spec(chance.choice(HEIGHTS))
        for _change in range(10):
            at = chance.randrange(len(notes))
            notes[at] = replace(notes[at], above=chance.choice([QUESTION, other, NO_WORDS]))
            notes.insert(at, Note(letter_of(at), chance.choice(["a line", LONG])))
            changed = replace(page, lines=tuple(notes))
            laid = pages.sheets(RoomPicture(changed, (ENGLISH,), spec))
            assert laid == lay_out(changed, (ENGLISH,), spec, FixedRuler())


def test_a_question_that_is_as_high_as_a_page_is_not_repeated() -> None:
    question = Words.of("When is it easier for you to speak up here? " * 12)
    notes = (Note("A", "a line", question), *(Note(letter, LONG * 3) for letter in "BCDEFG"))
    laid = lay_out(ListPage(NO_WORDS, notes, Mark.RECORD), (ENGLISH,), Spec(1080), FixedRuler())
    assert not questions(laid[-1])
    assert {item.lines[0] for sheet in laid for item in texts(sheet, Role.LETTER)} == {*"ABCDEFG"}


def test_all_lines_begin_at_one_place_whatever_their_letters() -> None:
    starts = set()
    for sheet in lay_out(a_list(30), (ENGLISH,), Spec(1080), FixedRuler()):
        letters = texts(sheet, Role.LETTER)
        lines = texts(sheet, Role.LINE)
        starts |= {
            (letter.area.x, line.area.x) for letter, line in zip(letters, lines, strict=True)
        }
        assert all(letter.area.right <= line.area.x for letter in letters for line in lines)
    assert len(starts) == 1


def test_each_line_has_a_sign_and_a_line_left_out_keeps_its_letter() -> None:
    (sheet,) = lay_out(a_list(4, gone=(1,)), (ENGLISH,), Spec(1080), FixedRuler())
    assert [item.sign for item in signs(sheet)] == [Sign.IN, Sign.OUT, Sign.IN, Sign.IN]
    assert [item.lines[0] for item in texts(sheet, Role.LETTER)] == list("ABCD")
    assert "Left out" in sheet.text
    for upper, lower in pairwise(signs(sheet)):
        assert upper.area.bottom < lower.area.y


def test_where_support_is_follows_the_last_line_and_is_never_alone_on_a_page() -> None:
    for languages, height, lines in product(LANGUAGES, HEIGHTS, range(1, 14)):
        laid = lay_out(a_list(lines), languages, Spec(height), FixedRuler())
        *others, last = (sheet for sheet in laid if signs(sheet))
        assert "Support: the house." in last.text
        assert not any("Support" in sheet.text for sheet in others)
