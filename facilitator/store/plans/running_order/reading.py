"""Builds a draft plan from a running order, and reports what was understood of it.

Nothing is lost silently: what is not used elsewhere is in the notes of its step, with its heading,
and what finds no room there is in the report.
"""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from facilitator.domain.ids import PlanId
from facilitator.domain.plan import limits
from facilitator.domain.plan.limits import MOST_STEPS
from facilitator.domain.plan.plan import PeopleRange, Plan
from facilitator.domain.plan.step import Form, Step, StepKind
from facilitator.domain.planning.changes import LONGEST, fresh_id
from facilitator.domain.text.language import ENGLISH, Language, Words
from facilitator.domain.text.text import clean_line, cut, length
from facilitator.domain.time.round import SHORTEST
from facilitator.errors import PlanFileError
from facilitator.store.plans.running_order.columns import Column, Use, columns_of
from facilitator.store.plans.running_order.lengths import Length, Times, length_in, times_in
from facilitator.store.plans.running_order.rows import Row, rows_in
from facilitator.wording import _

MINUTE = timedelta(minutes=1)
USUAL = 10 * MINUTE  # of a step whose length is not said
PEOPLE = PeopleRange(6, 12, 16)
LIMITS = {Use.QUESTION: limits.MOST_QUESTION, Use.MATERIALS: limits.MOST_MATERIALS}
NOT_AN_ID = re.compile(r"[^a-z0-9]+")


class Note(StrEnum):
    """What somebody should know of a row that was read."""

    GUESSED_LENGTH = "guessed length"
    ADDED_TO_STEP = "added to step"  # a row without time: it is in the notes of the step before it
    FIXED = "fixed"  # a lunch at its time
    CUT = "cut"  # a text without room; it is in the report


@dataclass(frozen=True, slots=True)
class RowNote:
    """A note on a row, counted from 1 without the headings."""

    row: int
    note: Note
    text: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """A draft plan, what each column was taken for, and notes on rows."""

    plan: Plan
    columns: tuple[Column, ...]
    notes: tuple[RowNote, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row with its number, by the use of its columns; several columns may be notes."""

    number: int
    texts: dict[Use, str]
    extra: tuple[str, ...]

    @property
    def times(self) -> Times | None:
        times = times_in(self.texts.get(Use.TIME, ""))
        ends = times_in(self.texts.get(Use.END, ""))
        if times is None or times.ends is not None or ends is None:
            return times
        return Times(times.begins, ends.begins)

    @property
    def length(self) -> Length | None:
        return length_in(self.texts.get(Use.MINUTES, ""))

    @property
    def is_timed(self) -> bool:
        return self.times is not None or self.length is not None


_BREAK = r"break|coffee|tea|lunch|dinner|stretch|pause|egwyl|paned|te|cinio|pausa|mittagspause"
_GUESSES = (
    (re.compile(rf"\b({_BREAK})\b", re.IGNORECASE), StepKind.BREAK, Form.PLENARY),
    (re.compile(r"\b(slack|buffer|breathing)\b", re.IGNORECASE), StepKind.SLACK, Form.PLENARY),
    (
        re.compile(r"\b(agreements?|ground ?rules|cytundeb)\b", re.IGNORECASE),
        StepKind.AGREEMENT,
        Form.PLENARY,
    ),
    (re.compile(r"1-2-4", re.IGNORECASE), StepKind.TALK, Form.ONE_TWO_FOUR_ALL),
    (re.compile(r"\bfishbowl\b", re.IGNORECASE), StepKind.TALK, Form.FISHBOWL),
    (re.compile(r"\b(pairs|parau|paired)\b", re.IGNORECASE), StepKind.TALK, Form.PAIRS),
    (re.compile(r"\b(threes|triads|troika|trioedd)\b", re.IGNORECASE), StepKind.TALK, Form.THREES),
    (re.compile(r"\b(silent|silence|quiet|tawel)\b", re.IGNORECASE), StepKind.TALK, Form.SILENT),
    (
        re.compile(r"\b(check[- ]?in|check[- ]?out|go[- ]?round|round|cylch)\b", re.IGNORECASE),
        StepKind.TALK,
        Form.ROUND,
    ),
)
_MEAL = re.compile(r"\b(lunch|dinner|cinio)\b", re.IGNORECASE)


def plan_from_table(text: str, title: str, language: Language = ENGLISH) -> Imported:
    """Return the draft plan of a running order. Raises ``PlanFileError`` where there is none."""
    columns, body = columns_of(rows_in(text))
    entries = [_entry_of(number, row, columns) for number, row in enumerate(body, start=1)]
    if not any(entry.is_timed for entry in entries):
        raise PlanFileError(
            _("No column here has minutes or times."),
            _("A running order needs them: a column such as “10 min” or “09:00”."),
        )
    reading = _Reading(language)
    for place, entry in enumerate(entries):
        reading.read(entry, next((each for each in entries[place + 1 :] if each.is_timed), None))
    name = cut(clean_line(title), limits.MOST_TITLE) or _("A running order")
    plan = Plan(
        id=PlanId(_id_of(name)),
        title=Words.of(name, language),
        summary=_("From a table."),
        people=PEOPLE,
        steps=tuple(reading.steps),
        languages=(language,),
    )
    return Imported(plan, columns, tuple(reading.notes))


def _entry_of(number: int, row: Row, columns: tuple[Column, ...]) -> _Entry:
    texts: dict[Use, str] = {}
    extra: list[str] = []
    for column, cell in zip(columns, row, strict=True):
        if not cell:
            continue
        if column.use is Use.NOTES:
            extra.append(f"{column.heading}: {cell}" if column.heading else cell)
        else:
            texts[column.use] = cell
    return _Entry(number, texts, tuple(extra))


class _Reading:
    """The steps and notes so far."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.steps: list[Step] = []
        self.notes: list[RowNote] = []
        self._before: list[str] = []  # texts above the first step

    def read(self, entry: _Entry, following: _Entry | None) -> None:
        """Add a step, or add what a row without a time says to the step before it."""
        if not entry.is_timed:
            self.notes.append(RowNote(entry.number, Note.ADDED_TO_STEP))
            self._add_to_last(entry, _everything(entry))
            return
        if len(self.steps) == MOST_STEPS:
            raise PlanFileError(
                _("This table has more than {most} steps.").format(most=MOST_STEPS),
                _("Divide it into two plans."),
            )
        lasts = self._length_of(entry, following)
        title = self._title_of(entry)
        kind, form = _guessed(title)
        step = Step(
            id=fresh_id(_id_of(title), (step.id for step in self.steps)),
            kind=kind,
            title=Words.of(title, self._language),
            length=lasts.longest,
            form=form,
            question=self._question_of(entry),
            materials=_materials_of(entry),
            protect=kind is StepKind.BREAK,
            trim_to=None if kind is StepKind.BREAK else lasts.shortest,
            may_drop=kind is StepKind.SLACK,
            at=self._fixed(entry, title),
        )
        self.steps.append(step)
        texts = [*self._before, *self._rest_of(entry, title)]
        self._before = []
        self._add_to_last(entry, texts)

    def _add_to_last(self, entry: _Entry, texts: list[str]) -> None:
        if not self.steps:
            self._before += texts
            return
        step = self.steps[-1]
        notes = step.do
        for text in texts:
            longer = f"{notes}\n{text}".strip()
            if length(longer) <= limits.MOST_DO:
                notes = longer
            else:
                self.notes.append(RowNote(entry.number, Note.CUT, text))
        self.steps[-1] = replace(step, do=notes)

    def _length_of(self, entry: _Entry, following: _Entry | None) -> Length:
        given = entry.length or _between(entry, following)
        if given is None:
            self.notes.append(RowNote(entry.number, Note.GUESSED_LENGTH))
            return Length(USUAL)
        if not SHORTEST <= given.longest <= LONGEST:
            self.notes.append(RowNote(entry.number, Note.GUESSED_LENGTH))
            return Length(min(max(given.longest, SHORTEST), LONGEST))
        shortest = given.shortest
        return Length(given.longest, shortest if shortest and shortest >= SHORTEST else None)

    def _title_of(self, entry: _Entry) -> str:
        text = entry.texts.get(Use.TITLE) or entry.texts.get(Use.WHAT) or ""
        first = cut(clean_line(text.partition("\n")[0]), limits.MOST_TITLE)
        return clean_line(first) or _("Step {number}").format(number=len(self.steps) + 1)

    def _question_of(self, entry: _Entry) -> Words:
        text = clean_line(entry.texts.get(Use.QUESTION, "").replace("\n", " "))
        return Words.of(text if length(text) <= limits.MOST_QUESTION else "", self._language)

    def _fixed(self, entry: _Entry, title: str) -> timedelta | None:
        if entry.times is None or not _MEAL.search(title):
            return None
        self.notes.append(RowNote(entry.number, Note.FIXED))
        return entry.times.begins

    def _rest_of(self, entry: _Entry, title: str) -> list[str]:
        """Return what is used in no other field."""
        texts = entry.texts
        rest = [texts.get(Use.TITLE, "") if texts.get(Use.TITLE, title) != title else ""]
        what = texts.get(Use.WHAT, "")
        rest.append("" if what == title and Use.TITLE not in texts else what)
        if Use.WHO in texts:
            rest.append(_("Who: {names}").format(names=texts[Use.WHO]))
        rest += [texts[use] for use, most in LIMITS.items() if length(texts.get(use, "")) > most]
        rest += [texts[use] for use in (Use.TIME, Use.END, Use.MINUTES) if _is_unread(use, texts)]
        return [*filter(None, rest), *entry.extra]


def _is_unread(use: Use, texts: dict[Use, str]) -> bool:
    """Return whether a time or a length was not understood, so that its text is a note."""
    text = texts.get(use, "")
    return bool(text) and (length_in(text) if use is Use.MINUTES else times_in(text)) is None


def _materials_of(entry: _Entry) -> str:
    text = entry.texts.get(Use.MATERIALS, "")
    return text if length(text) <= limits.MOST_MATERIALS else ""


def _everything(entry: _Entry) -> list[str]:
    return [*entry.texts.values(), *entry.extra]


def _between(entry: _Entry, following: _Entry | None) -> Length | None:
    """Return the time until a row ends, or else until the next row with a time begins."""
    times = entry.times
    if times is None:
        return None
    ends = times.ends
    if ends is None and following is not None and following.times is not None:
        ends = following.times.begins
    return Length(ends - times.begins) if ends is not None and ends > times.begins else None


def _guessed(title: str) -> tuple[StepKind, Form]:
    for pattern, kind, form in _GUESSES:
        if pattern.search(title):
            return kind, form
    return StepKind.TALK, Form.PLENARY


def _id_of(text: str) -> str:
    return NOT_AN_ID.sub("-", text.lower()).strip("-")[:34].strip("-") or "step"
