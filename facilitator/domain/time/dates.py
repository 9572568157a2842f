"""Days and months in words: the one place for all that the program writes of a date."""

from datetime import date, datetime

from facilitator.domain.text.language import ENGLISH, WELSH, Language
from facilitator.wording import _, language_in_use

MONTHS = {
    ENGLISH: "January February March April May June July August September October November"
    " December",
    WELSH: "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
}
WEEKDAYS = {
    ENGLISH: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    WELSH: "Llun Mawrth Mercher Iau Gwener Sadwrn Sul",
}


def day(language: Language, when: date) -> str:
    """Return a date to the day as it is written in a language; English where it is not listed."""
    months = MONTHS.get(language, MONTHS[ENGLISH]).split()
    return f"{when.day} {months[when.month - 1]} {when.year}"


def weekday(language: Language, when: date) -> str:
    """Return a date with its day of the week."""
    name = WEEKDAYS.get(language, WEEKDAYS[ENGLISH]).split()[when.weekday()]
    return (
        f"Dydd {name} {day(language, when)}"
        if language == WELSH
        else f"{name} {day(language, when)}"
    )


def own_day(when: date) -> str:
    """Return a date as the facilitator reads it."""
    return day(Language(language_in_use()), when)


def own_moment(when: datetime) -> str:
    """Return a day of the week, its date and the time of day, as the facilitator reads them."""
    named = weekday(Language(language_in_use()), when)
    return _("{day}, {time}").format(day=named, time=f"{when:%H:%M}")
