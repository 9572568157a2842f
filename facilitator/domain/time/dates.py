"""Writes dates in words, for all texts of the program."""

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
    """Return a date in words of a language; English for an unlisted language."""
    months = MONTHS.get(language, MONTHS[ENGLISH]).split()
    return f"{when.day} {months[when.month - 1]} {when.year}"


def day_and_month(language: Language, when: date) -> str:
    """Return a date of the present year or the next, without the year."""
    return day(language, when).rpartition(" ")[0]


def weekday(language: Language, when: date) -> str:
    """Return a date with its weekday."""
    name = WEEKDAYS.get(language, WEEKDAYS[ENGLISH]).split()[when.weekday()]
    return (
        f"Dydd {name} {day(language, when)}"
        if language == WELSH
        else f"{name} {day(language, when)}"
    )


def own_day(when: date) -> str:
    """Return a date in the facilitator's language."""
    return day(Language(language_in_use()), when)


def own_moment(when: datetime) -> str:
    """Return weekday, date and time of day in the facilitator's language."""
    named = weekday(Language(language_in_use()), when)
    return _("{day}, {time}").format(day=named, time=f"{when:%H:%M}")


def time_of_day(moment: datetime) -> str:
    """Return hours and minutes in this laptop's time zone, without rounding up."""
    return f"{moment.astimezone():%H:%M}"
