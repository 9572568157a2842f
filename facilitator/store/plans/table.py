"""A table of a plan file, read field by field; every error names its place and a remedy."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from facilitator.domain.plan.limits import LONGEST, MOST_LIST, SHORTEST
from facilitator.domain.text.language import ENGLISH, Language, Words
from facilitator.domain.text.text import fits_on_a_line, length, shows_something
from facilitator.errors import PlanFileError
from facilitator.wording import _

TIME_OF_DAY = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
SECOND_TOLERANCE = 0.01  # seconds; a length is written with four decimals of a minute

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the file. Every reading method raises ``PlanFileError`` for a wrong value."""

    values: Mapping[str, object]
    place: str = ""  # such as: Step 3, “Tea and one line each”
    languages: tuple[Language, ...] = (ENGLISH,)

    def wrong(self, field: str, problem: str, remedy: str) -> PlanFileError:
        """Build an error that names this place and the field."""
        message = (
            _("{place}, field “{field}”: {problem}")
            if self.place
            else _("Field “{field}”: {problem}")
        )
        return PlanFileError(
            message.format(place=self.place, field=shortened(field), problem=problem), remedy
        )

    def only(self, allowed: Collection[str], elsewhere: Collection[str] = ()) -> None:
        """Refuse fields that are not allowed here; ``elsewhere`` are those of other kinds."""
        for field in self.values:
            if field in allowed:
                continue
            if field in elsewhere:
                problem = _("this kind of step has no such field.")
                raise self.wrong(field, problem, _("Take it out, or change the kind."))
            near = get_close_matches(field, allowed, n=1)
            remedy = _("Write “{field}” instead.").format(field=near[0]) if near else ""
            raise self.wrong(
                field, _("there is no field of this name."), remedy or _("Take it out.")
            )

    def text(self, field: str, most: int, *, needed: bool = False, lines: bool = False) -> str:
        """Read a text of at most ``most`` characters; an optional one that is missing is empty."""
        if field not in self.values and not needed:
            return ""
        return self.checked_text(field, self._needed(field), most, lines=lines)

    def checked_text(self, field: str, value: object, most: int, *, lines: bool = False) -> str:
        """Check that a value is a text that is not blank, not too long, and can be shown."""
        if isinstance(value, dict):
            problem = _("this is written in one language only.")
            raise self.wrong(field, problem, _("Write it once, in quotation marks."))
        if not isinstance(value, str):
            raise self.wrong(field, _("this is not a text."), _("Put it in quotation marks."))
        if not shows_something(value):
            raise self.wrong(field, _("the text is empty."), _("Write it, or take the field out."))
        if length(value) > most:
            problem = _("the text is too long.")
            remedy = _("Use at most {most} characters.").format(most=most)
            raise self.wrong(field, problem, remedy)
        if not fits_on_a_line(value.replace("\n", "") if lines else value):
            problem = _("the text holds a sign that cannot be shown, or a line break.")
            raise self.wrong(field, problem, _("Write it on one line, without tabs."))
        return value

    def words(self, field: str, most: int, *, needed: bool = False) -> Words:
        """Read a text for the room, in each of the plan's languages."""
        if field not in self.values and not needed:
            return Words()
        return self._words(field, self._needed(field), most)

    def words_list(self, field: str, most: int) -> tuple[Words, ...]:
        """Read a list of texts for the room."""
        return tuple(self._words(field, value, most) for value in self.list(field))

    def list(self, field: str, most: int = MOST_LIST) -> tuple[object, ...]:
        """Read a list of 1 to ``most`` values; a missing field is an empty list."""
        if field not in self.values:
            return ()
        value = self.values[field]
        if not isinstance(value, list):
            raise self.wrong(field, _("this is not a list."), _("Put it in square brackets."))
        if not 1 <= len(value) <= most:
            problem = _("the list is empty or too long.")
            remedy = _("Use 1 to {most} entries, or take the field out.").format(most=most)
            raise self.wrong(field, problem, remedy)
        return tuple(value)

    def number(self, field: str, least: int, most: int, default: int | None = None) -> int:
        """Read a whole number; without a default the field is needed."""
        if field not in self.values and default is not None:
            return default
        value = self._needed(field)
        right = isinstance(value, int) and not isinstance(value, bool)
        if not isinstance(value, int) or not right or not least <= value <= most:
            remedy = _("Use a whole number from {least} to {most}.")
            problem = _("this number does not fit.") if right else _("this is not a whole number.")
            raise self.wrong(field, problem, remedy.format(least=least, most=most))
        return value

    def length(self, field: str) -> timedelta:
        """Read a length, written in minutes: 10 seconds to 8 hours, in whole seconds."""
        value = self._needed(field)
        if not isinstance(value, int | float) or isinstance(value, bool):
            problem, remedy = _("this is not a number of minutes."), _("Write it as 5 or 0.5.")
            raise self.wrong(field, problem, remedy)
        if not SHORTEST.seconds / 60 - 0.0001 <= value <= LONGEST.seconds / 60:
            problem = _("this length does not fit.")
            raise self.wrong(field, problem, _("Use 10 seconds (0.1667) to 8 hours (480)."))
        seconds = round(value * 60)
        if abs(value * 60 - seconds) > SECOND_TOLERANCE:
            problem = _("this length is not a whole number of seconds.")
            raise self.wrong(field, problem, _("Use whole or half minutes, such as 5 or 0.5."))
        return timedelta(seconds=seconds)

    def time_of_day(self, field: str) -> timedelta | None:
        """Read a time of day as the time since midnight, such as "12:30"; it may be missing."""
        if field not in self.values:
            return None
        value = self.values[field]
        match = TIME_OF_DAY.fullmatch(value) if isinstance(value, str) else None
        if match is None:
            problem = _("this is not a time of day.")
            raise self.wrong(field, problem, _("Write it as “12:30”, in quotation marks."))
        return timedelta(hours=int(match[1]), minutes=int(match[2]))

    def switch(self, field: str, *, default: bool) -> bool:
        """Read whether something is on."""
        value = self.values.get(field, default)
        if not isinstance(value, bool):
            problem = _("this is neither true nor false.")
            raise self.wrong(field, problem, _("Write true or false, without quotation marks."))
        return value

    def choice(
        self, field: str, among: tuple[Choice, ...], default: Choice | None = None
    ) -> Choice:
        """Read one of a few values; without a default the field is needed."""
        if field not in self.values and default is not None:
            return default
        return self.chosen(field, self._needed(field), among)

    def chosen(self, field: str, value: object, among: tuple[Choice, ...]) -> Choice:
        """Return the member of ``among`` that a value names."""
        for member in among:
            if isinstance(value, str) and member.value == value:
                return member
        names = ", ".join(member.value for member in among)
        raise self.wrong(
            field,
            _("this is not one of its values."),
            _("Use one of: {names}.").format(names=names),
        )

    def id(self, field: str) -> str:
        """Read an id: small letters, digits and hyphens."""
        value = self._needed(field)
        if not isinstance(value, str) or not ID.fullmatch(value):
            problem = _("this is not an id.")
            remedy = _("Use up to 40 small letters, digits and hyphens, such as “tea-and-lines”.")
            raise self.wrong(field, problem, remedy)
        return value

    def inner(self, field: str, value: object, place: str) -> "Table":
        """Read a table inside this one."""
        if not isinstance(value, dict):
            problem = _("this is not a group of fields.")
            raise self.wrong(field, problem, _("Put its fields in braces: { … = …, … = … }."))
        return Table(value, place, self.languages)

    def _words(self, field: str, value: object, most: int) -> Words:
        if len(self.languages) == 1:
            return Words.of(self.checked_text(field, value, most), self.languages[0])
        form = ", ".join(f"{code} = …" for code in self.languages)
        if not isinstance(value, dict) or set(value) != set(self.languages):
            problem = _("the room reads this, so it is needed in each language of the plan.")
            remedy = _("Write it as {form}.").format(form=f"{{ {form} }}")
            raise self.wrong(field, problem, remedy)
        return Words(
            tuple((code, self.checked_text(field, value[code], most)) for code in self.languages)
        )

    def _needed(self, field: str) -> object:
        if field not in self.values:
            raise self.wrong(field, _("this is missing."), _("Add it."))
        return self.values[field]


def shortened(text: str, most: int = 60) -> str:
    """Put a text on one line, cut for use in a message."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return plain if len(plain) <= most else plain[: most - 1] + "…"
