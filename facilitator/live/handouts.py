"""The print pack of a plan: its contents from what ships, and its files in a folder."""

import tomllib
from collections.abc import Iterable
from datetime import timedelta
from functools import cache
from pathlib import Path

from facilitator.domain.agreement.checks import Check
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Trait
from facilitator.domain.setup import Setup
from facilitator.domain.text.language import ENGLISH, WELSH, Language, Words, in_order
from facilitator.errors import StoreUnavailableError
from facilitator.live.views.better import starter_lines
from facilitator.record.handouts import Handout, Pack, Print, make_handout
from facilitator.record.handouts.pack import StepWords, Term
from facilitator.resources import resource
from facilitator.room.checks import check_of_step, checks
from facilitator.room.pages.kind import RoomParts
from facilitator.sentences import offered
from facilitator.wording import _

PDF, UNFINISHED = ".pdf", ".part"


def pack_of(
    plan: Plan, rooms: RoomParts, setup: Setup | None = None, begins: timedelta | None = None
) -> Pack:
    """Return what the documents of a plan say; ``begins`` counts from midnight.

    The day is left out: whoever prints beforehand has told a time of day, and nobody the day.
    """
    languages = in_order(offered())
    starts = setup.starts_at.astimezone() if setup and setup.starts_at else None
    if starts is not None:
        begins = timedelta(hours=starts.hour, minutes=starts.minute)
    return Pack(
        plan,
        setup,
        begins=begins,
        words={step.id: StepWords(*rooms[step.kind].words(step, languages)) for step in plan.steps},
        checks=(*_own_checks(plan, languages), *checks()),
        lines=starter_lines(),
        terms=glossary(),
    )


def _own_checks(plan: Plan, languages: tuple[Language, ...]) -> tuple[Check, ...]:
    """Return the checks of a plan that have a scale of their own."""
    steps = [step for step in plan.steps if step.has(Trait.CHECKS) and step.scale]
    return tuple(check_of_step(step, languages) for step in steps)


@cache
def glossary() -> tuple[Term, ...]:
    """Return the words of a workshop that an interpreter meets, in English and Welsh."""
    text = resource("glossary.toml").read_text(encoding="utf-8")
    return tuple(
        Term(
            Words(((WELSH, term["cy"]), (ENGLISH, term["en"]))),
            term.get("usual", True),
            term.get("note", ""),
        )
        for term in tomllib.loads(text)["terms"]
        if not term.get("on_screen", False)
    )


def write_handouts(
    pack: Pack, printing: Print, handouts: Iterable[Handout], folder: Path
) -> tuple[Path, ...]:
    """Write documents into a folder, each over an earlier one of its name; return their paths.

    Raises ``StoreUnavailableError`` when the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(
            _write(folder / f"{handout}{PDF}", make_handout(handout, pack, printing))
            for handout in handouts
        )
    except OSError as error:
        raise StoreUnavailableError(
            _("The documents could not be written to {folder}.").format(folder=folder),
            _("Choose another folder."),
        ) from error


def _write(path: Path, content: bytes) -> Path:
    """Write a file whole, or not at all."""
    unfinished = path.with_name(path.name + UNFINISHED)
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path
