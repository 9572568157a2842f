"""Pictures of the board with the texts of a real workshop."""

from facilitator.domain.text.language import ENGLISH, WELSH, Language, Words
from facilitator.kinds.gather.sentences import Sentence
from facilitator.room.pages.picture import (
    Content,
    GatherPage,
    ListPage,
    Mark,
    MessagePage,
    Note,
    NotesPage,
    StepPage,
    TimeShown,
    letter_of,
)
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key

THREE_MINUTES = TimeShown(3, 8)
BOTH = (WELSH, ENGLISH)
QUESTION = Words(
    (
        (WELSH, "Pryd oedd cymryd risg yn y gwaith yn teimlo’n ddigon diogel?"),
        (ENGLISH, "When did taking a risk at work feel safe enough?"),
    )
)
EASIER = Words(
    (
        (WELSH, "Mae’n haws i mi siarad yn agored yma pan…"),
        (ENGLISH, "It is easier for me to speak up here when…"),
    )
)
SAID = (
    "One voice at a time",
    "It’s fine to pass",
    "Learning leaves, names and stories stay",
    "Challenge ideas, care for people",
    "أن نستمع قبل أن نجيب",
    "Ŵyn, tŷ a llŷn: siarad yn dawel",
    "We ask before we take a photo of the board 📷",
)
LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3 + "x" * 26
LONG_LINE = (
    "I would find it easier to say that something has gone wrong if I knew beforehand what would "
    "happen next, who would be told, and that nobody would be asked to explain it twice to anyone."
)


def step(
    lines: int = 0,
    languages: tuple[Language, ...] = (ENGLISH,),
    time: TimeShown | None = THREE_MINUTES,
) -> StepPage:
    """Return a step in pairs, with n lines said."""
    question = Words(tuple(entry for entry in QUESTION.texts if entry[0] in languages))
    return StepPage(
        label=say_in(languages, Key.FORM_PAIRS),
        question=question,
        hint=say_in(languages, Key.HINT_PAIRS),
        time=time,
        said=tuple(SAID[place % len(SAID)] for place in range(lines)),
    )


def gathering(languages: tuple[Language, ...] = (ENGLISH,)) -> GatherPage:
    """Return a gathering with all three ways."""
    ways = (
        (Key.WAY_TYPE, Key.WAY_TYPE_HOW),
        (Key.WAY_CARD, Key.WAY_CARD_HOW),
        (Key.WAY_TELL, Key.WAY_TELL_HOW),
    )
    return GatherPage(
        label=say_in(languages, Sentence.NAME),
        question=Words(tuple(entry for entry in EASIER.texts if entry[0] in languages)),
        ways=tuple((say_in(languages, name), say_in(languages, how)) for name, how in ways),
        foot=say_in(languages, Key.OPEN_TOGETHER),
        back_at=say_in(languages, Key.BACK_AT, time="11:10"),
    )


def reading(languages: tuple[Language, ...] = (ENGLISH,)) -> MessagePage:
    """Return the board while the lines are read."""
    return MessagePage(
        title=say_in(languages, Key.WRITING_CLOSED),
        text=say_in(languages, Key.READING_FIRST),
        foot=say_in(languages, Key.ABOUT_TWO_MINUTES),
    )


def notes(*texts: str, languages: tuple[Language, ...] = (ENGLISH,)) -> NotesPage:
    """Return opened lines."""
    lettered = tuple(Note(letter_of(place), text) for place, text in enumerate(texts))
    foot = say_in(languages, Key.LINE_NOT_WRITER)
    return NotesPage(Words.of("Time to think"), lettered, foot)


def many_notes(count: int) -> NotesPage:
    """Return n notes of all lengths."""
    texts = (*SAID, "Send the questions out the day before", "A quiet minute before we discuss")
    return notes(*(texts[place % len(texts)] for place in range(count)))


def agreement(mark: Mark = Mark.TICK, languages: tuple[Language, ...] = (ENGLISH,)) -> ListPage:
    """Return the agreement."""
    lines = tuple(Note(letter_of(place), text) for place, text in enumerate(SAID[:4]))
    return ListPage(
        say_in(languages, Key.AGREEMENT_TITLE),
        lines,
        mark,
        say_in(languages, Key.AGREEMENT_FOOT),
    )


def promise(languages: tuple[Language, ...] = (ENGLISH,)) -> ListPage:
    """Return the promise, in our own sentences."""
    keys = (Key.PROMISE_KEPT, Key.PROMISE_GUESS, Key.PROMISE_READS, Key.PROMISE_OUT)
    fixed = tuple(say_in(languages, key) for key in keys)
    return ListPage(say_in(languages, Key.PROMISE_TITLE), (), fixed=fixed)


def every_kind() -> tuple[tuple[str, Content, tuple[Language, ...]], ...]:
    """Return a page of each kind by name, with its languages."""
    english = (ENGLISH,)
    return (
        ("step", step(), english),
        ("step-both", step(languages=BOTH), BOTH),
        ("step-said", step(lines=7), english),
        ("step-said-both", step(lines=2, languages=BOTH), BOTH),
        ("step-over", step(time=TimeShown(0, 0)), english),
        ("gather", gathering(), english),
        ("gather-both", gathering(BOTH), BOTH),
        ("reading", reading(), english),
        ("reading-both", reading(BOTH), BOTH),
        ("notes", many_notes(4), english),
        ("notes-12", many_notes(12), english),
        ("notes-40", many_notes(40), english),
        ("notes-long", notes(LONG_WORD, LONG_LINE, "Short", "A quiet minute"), english),
        ("agreement", agreement(), english),
        ("agreement-both", agreement(languages=BOTH), BOTH),
        ("letters", agreement(Mark.RECORD), english),
        ("promise", promise(), english),
        ("promise-both", promise(BOTH), BOTH),
    )
