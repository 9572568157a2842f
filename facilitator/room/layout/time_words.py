"""The minutes left as the board writes them, and the broadest that may stand in their place."""

from dataclasses import replace

from facilitator.domain.text.language import Language
from facilitator.room.pages.picture import WITH_MINUTES, Left, TimeShown
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key

LEFT_IN_WORDS = {
    Left.MOST: Key.TIME_MOST,
    Left.HALF: Key.TIME_HALF,
    Left.LITTLE: Key.TIME_LITTLE,
}


def minutes_short(language: Language, time: TimeShown) -> str:
    """Return the minutes, such as "6 min"."""
    return say(language, Key.MINUTES_SHORT, minutes=time.minutes)


def time_text(language: Language, time: TimeShown | None) -> str:
    """Return the minutes left, or words for them; nothing once the time is over."""
    if time is None or time.is_over:
        return ""
    if time.left is not None:
        return say(language, LEFT_IN_WORDS[time.left])
    return minutes_short(language, time) if time.look in WITH_MINUTES else ""


def texts_in_slot(language: Language, time: TimeShown) -> tuple[str, ...]:
    """Return every text that may stand in the place of a time, of minutes the broadest."""
    if time.look in WITH_MINUTES:
        return (minutes_short(language, broad_time(time)),)
    return tuple(say(language, key) for key in LEFT_IN_WORDS.values())


def broad_time(time: TimeShown) -> TimeShown:
    """Return a time with as many digits as its whole length needs."""
    return replace(time, minutes=int("8" * max(time.digits, len(str(time.minutes)))))
