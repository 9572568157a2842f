"""Plan files on disk. Reading one runs nothing and changes nothing."""

import os
import re
import tomllib
from contextlib import suppress
from pathlib import Path

from facilitator.domain.ids import PlanId
from facilitator.domain.letters import Marks
from facilitator.domain.plan import limits
from facilitator.domain.plan.plan import PeopleRange, Plan
from facilitator.domain.plan.step import MOST_CUE, Step, TimeLook
from facilitator.domain.text.language import ENGLISH, Language, in_order
from facilitator.errors import PlanFileError, StoreUnavailableError
from facilitator.store.plans import rules
from facilitator.store.plans.part import PlanParts
from facilitator.store.plans.plan_text import FORMAT, text_of
from facilitator.store.plans.step_reading import step_of
from facilitator.store.plans.table import Table, shortened
from facilitator.wording import _

MOST_BYTES = 256 * 1024
DEEP_KEY = re.compile(  # the parser needs minutes for a longer file
    r"""(?<!["'\w-])["'\w-]++(?:[ \t]*+\.[ \t]*+["'\w-]++){100}"""
)
CODE = re.compile(r"[a-z]{2}")


class PlanFiles:
    """Reads and writes plan files, with the fields of each kind of step."""

    def __init__(self, parts: PlanParts) -> None:
        self._parts = parts

    def read(self, path: Path) -> Plan:
        """Return the plan in a file. Raises ``PlanFileError`` for any other file."""
        try:
            if not path.is_file():
                raise PlanFileError(_("There is no file here."), _("Choose a plan file (.toml)."))
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except (OSError, ValueError) as error:
            raise PlanFileError(
                _("This file cannot be read."), _("Check that you may open it, or choose another.")
            ) from error
        if len(content) > MOST_BYTES:
            raise _not_a_plan()
        try:
            return self.from_text(content.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise PlanFileError(
                _("This file is not plain text in UTF-8."),
                _("Save it as UTF-8 in your editor, or choose another file."),
            ) from error

    def write(self, path: Path, plan: Plan) -> None:
        """Write a plan file, whole or not at all.

        Raises:
            PlanFileError: the text cannot be read back; nothing was written.
            StoreUnavailableError: the folder cannot be written to.

        """
        text = self.text_of(plan)
        if self.from_text(text) != plan:
            raise PlanFileError(
                _("This plan cannot be kept in a file without a change."),
                _("Check that each text is there in every language, Welsh first."),
            )
        fresh = path.with_name(path.name + ".new")
        try:
            with fresh.open("wb") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(path)
        except OSError as error:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise StoreUnavailableError(
                _("The plan could not be written here."),
                _("Choose a folder that you may write to."),
            ) from error

    def from_text(self, text: str) -> Plan:
        """Return the plan that a plan file's text describes. Raises ``PlanFileError``."""
        values = _parsed(text)
        _check_format(values)
        bare = Table(values)
        bare.only(rules.PLAN_FIELDS)
        table = Table(values, languages=_languages(bare))
        return Plan(
            id=PlanId(table.id("id")),
            title=table.words("title", limits.MOST_TITLE, needed=True),
            summary=table.text("summary", limits.MOST_SAY, needed=True),
            people=_people(table),
            steps=_steps(table, self._parts),
            purpose=table.text("purpose", limits.MOST_SAY, lines=True),
            for_whom=table.text("for_whom", limits.MOST_SAY, lines=True),
            room=table.text("room", limits.MOST_SAY, lines=True),
            languages=table.languages,
            time_shown=table.choice("time_shown", tuple(TimeLook), TimeLook.RING_AND_MINUTES),
            cue=table.words("cue", MOST_CUE),
            marks=table.choice("marks", tuple(Marks), Marks.LETTERS),
        )

    def text_of(self, plan: Plan) -> str:
        """Return a plan as the text of a plan file."""
        return text_of(plan, self._parts)


def _not_a_plan() -> PlanFileError:
    return PlanFileError(_("This file is not a Facilitator plan."), _("Choose another file."))


def _parsed(text: str) -> dict[str, object]:
    if len(text) > MOST_BYTES or "facilitator_plan" not in text or DEEP_KEY.search(text):
        raise _not_a_plan()
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise _not_a_plan() from error
    except ValueError as error:  # TOMLDecodeError, or a number with thousands of digits
        line = re.search(r"at line (\d+)", str(error))
        message = (
            _("Line {line} of this plan cannot be understood.").format(line=line[1])
            if line
            else _("This plan ends too early, or cannot be understood.")
        )
        raise PlanFileError(
            message, _("Look there for a missing quotation mark, bracket or equals sign.")
        ) from error


def _check_format(values: dict[str, object]) -> None:
    number = values.get("facilitator_plan")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise _not_a_plan()
    if number > FORMAT:
        raise PlanFileError(
            _("This plan was made by a newer version of Facilitator."),
            _("Install the newest version, or choose another plan."),
        )


def _languages(table: Table) -> tuple[Language, ...]:
    codes = table.list("languages", 2) or (ENGLISH,)
    for code in codes:
        if not isinstance(code, str) or not CODE.fullmatch(code):
            problem = _("this is not a list of language codes.")
            raise table.wrong("languages", problem, _("Use codes such as “cy” and “en”."))
    if len(set(codes)) < len(codes):
        raise table.wrong("languages", _("a language is there twice."), _("Take one out."))
    return in_order(tuple(Language(str(code)) for code in codes))


def _people(table: Table) -> PeopleRange:
    inner = table.inner("people", table.values.get("people", {}), _("Field “people”"))
    inner.only(("least", "best", "most"))
    least, best, most = (
        inner.number(field, 1, limits.MOST_PEOPLE) for field in ("least", "best", "most")
    )
    if not least <= best <= most:
        problem = _("the numbers are not in order.")
        raise table.wrong("people", problem, _("Use least, best and most, each no smaller."))
    return PeopleRange(least, best, most)


def _steps(table: Table, parts: PlanParts) -> tuple[Step, ...]:
    entries = table.list("steps", limits.MOST_STEPS)
    if not entries:
        problem = _("a plan needs at least one step.")
        raise table.wrong("steps", problem, _("Add a step that begins with [[steps]]."))
    steps: tuple[Step, ...] = ()
    for number, value in enumerate(entries, start=1):
        place = _place(number, value, table.languages)
        steps += (step_of(table.inner("steps", value, place), steps, parts),)
    return steps


def _place(number: int, value: object, languages: tuple[Language, ...]) -> str:
    title = value.get("title") if isinstance(value, dict) else None
    if isinstance(title, dict):
        title = title.get(languages[0])
    if not isinstance(title, str) or not title.strip():
        return _("Step {number}").format(number=number)
    return _("Step {number}, “{title}”").format(number=number, title=shortened(title))
