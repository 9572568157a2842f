"""Rebuilds a sound workshop from the readable parts of a damaged workshop file.

It reads only our plain tables, from a copy in memory; the file does not change. It leaves out
unreadable parts, or rebuilds them cautiously: lines whose gathering is lost are closed, and count
no more turns than they took, so that no minimum is lowered.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import chain
from math import ceil
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

from facilitator.bounded_json import bounded_json
from facilitator.domain.agenda.agenda import Agenda, Standing, StepRun
from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.agreement.line import AgreementLine, Wording, ordered
from facilitator.domain.contribution import Contribution, Gathering, GatheringState, SetAside
from facilitator.domain.ids import ContributionId, LineId, PlanId, StepId, WorkshopId
from facilitator.domain.plan.step import Reveal, Step, StepKind, Trait, Way
from facilitator.domain.said import SaidLine
from facilitator.domain.setup import MOST_PEOPLE, Setup
from facilitator.domain.soundness import (
    LONGEST_ID,
    check_languages,
    check_part,
    check_sound,
)
from facilitator.domain.step_state import StepState
from facilitator.domain.text.language import ENGLISH, NO_WORDS, Language, Words
from facilitator.domain.workshop import Workshop
from facilitator.errors import FacilitatorError
from facilitator.store.database import Row, Store, read_in_memory
from facilitator.store.kinds import StoredKinds
from facilitator.store.trust import schema_in, schema_of
from facilitator.store.workshop.agenda import round_of
from facilitator.store.workshop.agreements import read_agreement
from facilitator.store.workshop.gatherings import gathering_of, letters_from, translation_of
from facilitator.store.workshop.schema import MIGRATIONS, WORKSHOP_FILE
from facilitator.store.workshop.setup import read_setup
from facilitator.store.workshop.states import state_of
from facilitator.store.workshop.steps import step_of
from facilitator.store.workshop.values import json_of, words_of

T = TypeVar("T")
Check = Callable[[Workshop], None]

MOST = 10_000  # rows of a table
STAND_IN = timedelta(minutes=5)  # the length of a step of which nothing else is left
UNREADABLE = (
    *(sqlite3.Error, LookupError, TypeError, ValueError, ArithmeticError, RecursionError),
    FacilitatorError,
)
TABLES = {  # from the beginning, and from the end beyond a damaged page
    "workshop": ("SELECT * FROM workshop",),
    "step": ("SELECT * FROM step", "SELECT * FROM step ORDER BY id DESC"),
    "round": ("SELECT * FROM round", "SELECT * FROM round ORDER BY step_id DESC, segment DESC"),
    "said_line": ("SELECT * FROM said_line", "SELECT * FROM said_line ORDER BY id DESC"),
    "gathering": ("SELECT * FROM gathering", "SELECT * FROM gathering ORDER BY step_id DESC"),
    "contribution": ("SELECT * FROM contribution", "SELECT * FROM contribution ORDER BY id DESC"),
    "step_state": ("SELECT * FROM step_state", "SELECT * FROM step_state ORDER BY step_id DESC"),
    "agreement_line": ("SELECT * FROM agreement_line",),
    "agreement_wording": ("SELECT * FROM agreement_wording",),
}
OF_AGREEMENT = {"agreement", "agreement_line", "agreement_wording"}


def salvaged(path: Path, new_id: str, kinds: StoredKinds, check: Check) -> Workshop | None:
    """Return the workshop rebuilt from the readable parts; ``None`` without any.

    ``new_id`` replaces a lost id of the workshop; ``check`` raises for an unsound one.
    """
    with suppress(*UNREADABLE), closing(read_in_memory(path, WORKSHOP_FILE)) as db:
        db.text_factory = lambda content: content.decode("utf-8", "replace")
        return _Remains(db, kinds, check).workshop(new_id)
    return None


def _sound(make: Callable[[], T]) -> T | None:
    """Return a part if it can be built and is sound by itself."""
    with suppress(*UNREADABLE):
        part = make()
        check_part(part)
        return part
    return None


class _Remains:
    """The readable rows of each table, and the parts built from them."""

    def __init__(self, db: Store, kinds: StoredKinds, check: Check) -> None:
        self._db, self._kinds = db, kinds
        self._check = check
        ours = frozenset(chain(*(schema_of(MIGRATIONS[: n + 1]) for n in range(len(MIGRATIONS)))))
        self._tables = {name for kind, name, _of, _sql in schema_in(db) & ours if kind == "table"}

    def workshop(self, new_id: str) -> Workshop | None:
        """Return the soundest workshop that can be built, if any."""
        facts = next(iter(self._rows("workshop")), None)
        runs, lines, gatherings = self._runs(), self._said(), self._gatherings()
        title, own_id, plan_id, purpose = NO_WORDS, new_id, "salvaged", ""
        languages: tuple[Language, ...] = (ENGLISH,)
        if facts is not None:
            title = _sound(lambda: words_of(bounded_json(facts["plan_title"]))) or NO_WORDS
            own_id = _sound(lambda: _checked_id(facts["id"])) or own_id
            plan_id = _sound(lambda: _checked_id(facts["plan_id"])) or plan_id
            purpose = _sound(lambda: str(facts["purpose"])) or purpose
            languages = _sound(lambda: _languages(facts["languages"])) or languages
        agenda = _agenda(runs, lines, gatherings, title)
        if agenda is None:
            return None
        cautious = _with_letters(tuple(_cautious(gathering, agenda) for gathering in gatherings))
        missing = {step.id for step in agenda.steps if step.has(Trait.WRITES)}
        missing -= {gathering.step_id for gathering in gatherings}
        workshop = Workshop(
            id=WorkshopId(own_id),
            plan_id=PlanId(plan_id),
            plan_title=title,
            purpose=purpose,
            setup=self._setup(cautious),
            agenda=agenda,
            languages=languages,
            said=lines,
            gatherings=(*cautious, *(Gathering(step_id) for step_id in sorted(missing))),
            states=self._states(agenda),
        )
        return self._with_agreement(workshop.lettered)

    def _rows(self, table: str) -> tuple[Row, ...]:
        """Return the rows of a table before and after a damaged page."""
        rows: dict[tuple[object, ...], Row] = {}
        for question in TABLES[table] if table in self._tables else ():
            with suppress(sqlite3.Error):
                for row in self._db.execute(question):
                    rows[tuple(row)] = row
                    if len(rows) >= MOST:
                        break
        return tuple(rows.values())

    def _built(self, table: str, make: Callable[[Row], T]) -> list[T]:
        parts = (_sound(partial(make, row)) for row in self._rows(table))
        return [part for part in parts if part is not None]

    def _runs(self) -> tuple[StepRun, ...]:
        rounds = defaultdict(list)
        for row in self._rows("round"):
            rounds[row["step_id"]].append(row)

        def whole(row: Row) -> StepRun:
            round_rows = sorted(rounds[row["id"]], key=lambda round_row: int(round_row["segment"]))
            parts, standing = (
                tuple(round_of(round_row) for round_row in round_rows),
                Standing(row["standing"]),
            )
            return StepRun(step_of(row["content"], self._kinds), parts, row["segment"], standing)

        def fresh(row: Row) -> StepRun:
            return StepRun.of(step_of(row["content"], self._kinds))

        def bare(row: Row) -> StepRun:
            step = bounded_json(row["content"])
            return StepRun.of(step_of(json_of({**step, "options": None}), self._kinds))

        runs: dict[StepId, tuple[int, StepRun]] = {}
        for row in self._rows("step"):
            run = next(
                filter(None, (_sound(partial(make, row)) for make in (whole, fresh, bare))), None
            )
            if run is not None:
                runs[run.step.id] = (row["place"], run)
        return tuple(run for _place, run in sorted(runs.values(), key=itemgetter(0)))

    def _said(self) -> tuple[SaidLine, ...]:
        def line_of(row: Row) -> SaidLine:
            text, is_recorded = row["text"], row["in_record"] == 1
            return SaidLine(LineId(row["id"]), StepId(row["step_id"]), text, is_recorded)

        places = {row["id"]: row["place"] for row in self._rows("said_line")}
        lines = {line.id: line for line in self._built("said_line", line_of)}
        return tuple(sorted(lines.values(), key=lambda line: places[line.id]))

    def _gatherings(self) -> tuple[Gathering, ...]:
        """Return each gathering with its lines; a lost one is rebuilt as closed."""
        gatherings = {
            gathering.step_id: gathering
            for gathering in self._built("gathering", lambda row: gathering_of(row, (), _gone(row)))
        }
        for step_id, line in self._contributions():
            lost = Gathering(step_id, GatheringState.CLOSED, was_read=True)
            gathering = gatherings.get(step_id, lost)
            gathering = lost if gathering.state is GatheringState.WAITING else gathering
            gatherings[step_id] = replace(gathering, contributions=(*gathering.contributions, line))
        return tuple(gatherings.values())

    def _contributions(self) -> list[tuple[StepId, Contribution]]:
        def line_of(row: Row) -> tuple[StepId, Contribution]:
            aside = row["set_aside"]
            reasons = [reason for reason in SetAside if reason == aside]
            line = Contribution(
                ContributionId(row["id"]),
                row["text"],
                row["in_record"] == 1,
                None if aside is None else next(iter(reasons), SetAside.RISK),
                row["late"] != 0,
                dict(row).get("letter"),
                dict(row).get("drawing") == 1,
                _translation(row),
            )
            check_part(line)
            return StepId(row["step_id"]), line

        lines = self._built("contribution", line_of)
        return list({line.id: (step_id, line) for step_id, line in lines}.values())

    def _states(self, agenda: Agenda) -> tuple[StepState, ...]:
        states = self._built("step_state", lambda row: state_of(row, agenda, self._kinds))
        return tuple({state.step_id: state for state in states}.values())

    def _setup(self, gatherings: tuple[Gathering, ...]) -> Setup:
        """Return the setup; without it as many people as turns, so that turns decide."""
        most = max((gathering.turns + gathering.late_turns for gathering in gatherings), default=1)
        setup = _sound(lambda: read_setup(self._db)) if "setup" in self._tables else None
        return setup or Setup(people=max(1, min(most, MOST_PEOPLE)))

    def _with_agreement(self, workshop: Workshop) -> Workshop | None:
        """Return the workshop with the sound part of its agreement."""
        whole = None
        if self._tables >= OF_AGREEMENT:
            whole = _sound(lambda: read_agreement(self._db))
        lines = Agreement(ordered(tuple(self._lines())))
        for agreement in (whole, whole and replace(whole, done=(), undone=()), lines, Agreement()):
            if agreement is not None:
                with suppress(*UNREADABLE):
                    rebuilt = replace(workshop, agreement=agreement)
                    check_sound(rebuilt)
                    self._check(rebuilt)
                    return rebuilt
        return None

    def _lines(self) -> list[AgreementLine]:
        """Return the present wordings of the agreement as suggestions."""
        wordings = {(row["line_id"], row["number"]): row for row in self._rows("agreement_wording")}

        def line_of(row: Row) -> AgreementLine:
            wording = wordings[row["id"], row["wording"]]
            return AgreementLine(
                LineId(row["id"]),
                (Wording(wording["text"], wording["example"]),),
                unnamed=row["place"] is None,
                in_record=row["in_record"] == 1,
            )

        return self._built("agreement_line", line_of)


def _checked_id(value: object) -> str:
    if not isinstance(value, str) or not value.isprintable() or not 1 <= len(value) <= LONGEST_ID:
        raise ValueError("an id")
    return value


def _languages(text: str) -> tuple[Language, ...]:
    codes = tuple(Language(code) for code in bounded_json(text))
    check_languages(codes)
    return codes


def _cautious(gathering: Gathering, agenda: Agenda) -> Gathering:
    """Return a gathering with at least the turns that its lines took.

    Only a gathering whose row is lost has none: a turn has at most the notes of its step.
    """
    notes = agenda.run_of(gathering.step_id).step.notes_a_turn
    late = sum(line.late for line in gathering.contributions)
    if gathering.turns or gathering.late_turns or not gathering.contributions:
        return gathering
    turns = ceil((len(gathering.contributions) - late) / notes)
    return replace(gathering, turns=turns, late_turns=ceil(late / notes))


def _translation(row: Row) -> Words:
    """Return a helper's translation, where the row has it and it can be read."""
    with suppress(*UNREADABLE):
        return translation_of(row)
    return NO_WORDS


def _gone(row: Row) -> tuple[int, ...]:
    """Return the letters of deleted lines, where the row has them and they can be read."""
    with suppress(*UNREADABLE):
        return letters_from(row["gone"])
    return ()


def _with_letters(gatherings: tuple[Gathering, ...]) -> tuple[Gathering, ...]:
    """Return the gatherings with the letters of opened lines, without any if they are unsound."""
    letters = [letter for gathering in gatherings for letter in gathering.letters]
    sound = len(set(letters)) == len(letters) and all(letter >= 0 for letter in letters)
    return tuple(
        replace(
            gathering,
            gone=gathering.gone if sound and gathering.was_opened else (),
            contributions=tuple(
                line
                if sound and gathering.was_opened and not line.late
                else replace(line, letter=None)
                for line in gathering.contributions
            ),
        )
        for gathering in gatherings
    )


def _agenda(
    runs: tuple[StepRun, ...],
    lines: tuple[SaidLine, ...],
    gatherings: tuple[Gathering, ...],
    title: Words,
) -> Agenda | None:
    """Return the readable steps, and a new one for each lost step with lines."""
    kept_ids = {run.step.id for run in runs}
    written = {gathering.step_id for gathering in gatherings}
    written |= {run.step.of for run in runs if run.step.of is not None}
    spoken = {line.step_id for line in lines} - written
    lost = [_stand_in(step_id, StepKind.GATHER, title) for step_id in sorted(written - kept_ids)]
    lost += [_stand_in(step_id, StepKind.TALK, title) for step_id in sorted(spoken - kept_ids)]
    every = [*runs, *map(StepRun.of, lost)]
    if not every:
        return None
    now = [place for place, run in enumerate(every) if run.standing is Standing.NOW]
    waiting = [place for place, run in enumerate(every) if run.standing is Standing.WAITING]
    place = [*now, *waiting, 0][0]
    for other_run in now:
        every[other_run] = replace(every[other_run], standing=Standing.WAITING)
    every[place] = replace(every[place], standing=Standing.NOW)
    return Agenda(tuple(every), place)


def _stand_in(step_id: StepId, kind: StepKind, title: Words) -> Step:
    """Return a step for lines whose step is lost, with the plan's title."""
    if kind.has(Trait.WRITES):
        return Step(step_id, kind, title, STAND_IN, reveal=Reveal.BATCH, ways=tuple(Way))
    return Step(step_id, kind, title, STAND_IN, reveal=Reveal.CAPTURE)
