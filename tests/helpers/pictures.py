"""Pictures of the board with the texts of a real workshop."""

from facilitator.domain.text.language import ENGLISH, WELSH, Language, Words
from facilitator.kinds.gather.sentences import Sentence
from facilitator.room.pages.picture import (
    Content,
    DayPart,
    GatherPage,
    ListPage,
    Mark,
    MessagePage,
    Note,
    NotesPage,
    PartMark,
    Scene,
    ScenePage,
    StepPage,
    TimeShown,
    TodayPage,
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


def scene_pages(languages: tuple[Language, ...] = (ENGLISH,)) -> tuple[ScenePage, ...]:
    """Return every page on which nothing is worked on, with its longest usual words."""
    support = say_in(languages, Key.THANKS_SUPPORT_IS, support="Priya, by the door, until 15:00")
    rows = (
        (Key.THANKS_RECORD, say_in(languages, Key.THANKS_RECORD_TO, recipients="everyone here")),
        (Key.THANKS_SUPPORT, support),
        (Key.THANKS_OUT, say_in(languages, Key.THANKS_OUT_ASK_NAME, facilitator="Sam")),
    )
    start = say_in(languages, Key.WELCOME_START, time="13:00")
    label = say_in(languages, Key.WELCOME_LABEL)
    title = Words.of("Courageous conversations", languages[0])
    group = Words.of("Riverside panel", languages[0])
    return (
        ScenePage(Scene.WELCOME, title, label, (group, start)),
        ScenePage(Scene.WELCOME, Words.of("Care", languages[0]), label, (start,)),
        ScenePage(Scene.WELCOME, Words.of(LONG_LINE, languages[0]), label, (group, start)),
        ScenePage(
            Scene.BREAK,
            say_in(languages, Key.BACK_AT, time="11:10"),
            say_in(languages, Key.BREAK_TITLE),
            (QUESTION, say_in(languages, Key.SUPPORT_OFFER)),
        ),
        ScenePage(
            Scene.PAUSE,
            say_in(languages, Key.CARE_TITLE),
            texts=(say_in(languages, Key.CARE_TEXT),),
        ),
        ScenePage(
            Scene.THANKS,
            say_in(languages, Key.THANKS_TITLE),
            rows=tuple((say_in(languages, name), how) for name, how in rows),
        ),
    )


def today(languages: tuple[Language, ...] = (ENGLISH,), parts: int = 6, now: int = 1) -> TodayPage:
    """Return what happens today, with n parts, one of them now."""
    titles = (
        "Welcome", "How we want to talk", "In pairs: what made it hard?", "Tea, and one line each",
        "We read the lines together", "One small thing to try",
    )  # fmt: skip
    marks = [PartMark.DONE] * now + [PartMark.NOW] + [PartMark.COMING] * parts
    day = tuple(
        DayPart(
            f"{13 + place // 6}:{place % 6}5",
            Words(tuple((language, titles[place % len(titles)]) for language in languages)),
            marks[place],
            is_break=place % len(titles) == 3,
        )
        for place in range(parts)
    )
    end = DayPart("14:30", say_in(languages, Key.TODAY_FINISH))
    foot = say_in(languages, Key.TODAY_FOOT)
    return TodayPage(say_in(languages, Key.TODAY_TITLE), (*day, end), foot)


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
        ("today", today(), english),
        ("today-both", today(BOTH), BOTH),
        ("today-14", today(parts=14, now=9), english),
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
