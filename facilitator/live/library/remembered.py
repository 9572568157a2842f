"""Lists all that is saved, for the facilitator: every table of the library, as it is now.

A test fails when ``PARTS`` lacks a table of the library, or ``what_a_workshop_file_holds`` one of
the workshop file.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from facilitator.domain.last_time import LastTime
from facilitator.domain.stage import Stage
from facilitator.domain.time.dates import own_day
from facilitator.room.spec import Theme
from facilitator.store.database import Store, converting_faults
from facilitator.store.folders import RECORDS_FOLDER
from facilitator.store.library.agreements import all_saved_agreements
from facilitator.store.library.for_next import all_saved_for_next
from facilitator.store.library.left_files import left_files
from facilitator.store.library.own_plans import own_plans
from facilitator.store.library.settings import (
    BOARD_THEME,
    CHIME,
    CHIME_VOLUME,
    CONSOLE_THEME,
    CORNER_IDLE,
    KEYS,
    LAST_TIME,
    OFF,
    ON,
    TEXT_SIZE,
    WINDOW,
    all_settings,
)
from facilitator.store.library.workshops import HAS_RUN, Entry, workshops
from facilitator.wording import _, ngettext


@dataclass(frozen=True, slots=True)
class Remembered:
    """One kind of saved data: what it is, when it is deleted, and its present entries."""

    heading: str
    why: str
    lines: tuple[str, ...]
    private: bool = False  # names of groups, or words of theirs: covered where others may look
    is_last_time: bool = False  # what the facilitator entered, and can delete here
    group: str = ""  # what its steps left can be deleted here


def remembered_here(library: Store, folder: Path) -> tuple[Remembered, ...]:
    """Return all that is saved on this computer. Raises ``StoreUnavailableError``."""
    with converting_faults():
        parts = tuple(part for tell in PARTS.values() for part in tell(library))
    return (*parts, _beside(folder))


def what_a_workshop_file_holds() -> Mapping[str, str]:
    """Return the purpose of each table of a workshop file, in words."""
    plan = _("the plan, as it was changed on the day")
    times = _("how long each part took, and what time is left of it")
    agreement = _("the agreement’s lines in all their wordings, and how many hands were where")
    return {
        "contribution": _(
            "people’s words without names, and for each line: whether it was set aside, was late, "
            "or may go in the record; not who wrote it, when, or in which order"
        ),
        "gathering": _("how many turns were taken, empty ones and cards among them"),
        "said_line": _("what was said aloud and typed"),
        "agreement": agreement,
        "agreement_line": agreement,
        "agreement_wording": agreement,
        "workshop": _(
            "the plan’s name and purpose, your note for today, how long time was held, and what "
            "was shortened to finish on time"
        ),
        "setup": _(
            "what you entered: people, title, group, support contact, who gets the record, your "
            "name and how to reach you"
        ),
        "board": _("what is on the board"),
        "step": plan,
        "step_state": _("what a step’s kind saves of that step"),
        "round": times,
    }


def _settings(library: Store) -> tuple[Remembered, ...]:
    settings = dict(all_settings(library))
    last = LastTime.from_values(settings.pop(LAST_TIME, None))
    keys = settings.pop(KEYS, None)
    names = _setting_names()
    chosen = tuple(f"{names.get(key, key)}: {_in_words(value)}" for key, value in settings.items())
    why = _(
        "What you chose for this program, where its windows were, and whether a workshop ever "
        "began here. No word of "
        "anyone’s."
    )
    return Remembered(_("Settings"), why, (*chosen, *_changed_keys(keys))), _last_time(last)


def _setting_names() -> dict[str, str]:
    """Name each setting as the facilitator knows it; one of another version keeps its own name."""
    return {
        BOARD_THEME: _("the board’s colours"),
        CONSOLE_THEME: _("the console’s colours"),
        TEXT_SIZE: _("size of text, in pixels"),
        CORNER_IDLE: _("seconds until words left in the typing corner are wiped"),
        CHIME: _("the chime"),
        CHIME_VOLUME: _("how loud the chime is, of 100"),
        RECORDS_FOLDER: _("the folder for records"),
        HAS_RUN: _("whether a workshop ever began here"),
        WINDOW.format(name="the console"): _("size and place of the console’s window"),
        WINDOW.format(name="Home"): _("size and place of Home’s window"),
    }


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    words = {
        str(Theme.WARM): _("warm light"),
        str(Theme.COOL): _("cool light"),
        str(Theme.CONTRAST): _("high contrast"),
        str(Theme.DIM): _("dim room"),
        ON: _("on"),
        OFF: _("off"),
    }
    return words.get(str(value), str(value))


def _changed_keys(keys: object) -> tuple[str, ...]:
    """Return each key that the facilitator chose for a command of the console."""
    if not isinstance(keys, dict):
        return ()
    return tuple(
        _("key of {command}: {key}").format(command=command, key=key or _("no key"))
        for command, key in keys.items()
    )


def _last_time(last: LastTime) -> Remembered:
    why = _(
        "What you entered before your last workshop, to be proposed before the next. It goes when "
        "you clear it, here or there."
    )
    answers = (
        (_("Support contact: {answer}"), last.support),
        (_("Who gets the record: {answer}"), last.recipients),
        (_("Who facilitates: {answer}"), last.facilitator),
        (_("How to reach them: {answer}"), last.reach),
        (_("Metres to the back row: {answer}"), last.back_row_m),
        (_("Metres of the image’s height: {answer}"), last.image_height_m),
    )
    lines = tuple(words.format(answer=answer) for words, answer in answers if answer)
    return Remembered(_("From last time"), why, lines, private=True, is_last_time=True)


def _workshops(library: Store) -> tuple[Remembered, ...]:
    entries = workshops(library)
    waiting = tuple(entry for entry in entries if entry.stage is not Stage.CLOSED)
    closed = tuple(entry for entry in entries if entry.stage is Stage.CLOSED)
    holds = tuple(
        f"– {purpose}" for purpose in dict.fromkeys(what_a_workshop_file_holds().values())
    )
    return (
        Remembered(
            _("Workshops that wait for their record"),
            _(
                "Each has a file of its own. It goes when the record is made, or when you delete "
                "the workshop."
            ),
            tuple(f"{_named(entry)}. {entry.file}" for entry in waiting),
            private=True,
        ),
        Remembered(_("What a workshop’s file holds until then"), "", holds),
        Remembered(
            _("Workshops that are over"),
            _(
                "Of each: title, group, date, plan and its length, and where its record lies. "
                "Delete it from the list and that is gone; the record stays where it lies."
            ),
            tuple(f"{_named(entry)}. {_record_of(entry)}" for entry in closed),
            private=True,
        ),
    )


def _named(entry: Entry) -> str:
    name = f"{entry.title} – {entry.group}" if entry.group else entry.title
    length = round(entry.planned.total_seconds() / 60)
    minutes = ngettext("{minutes} minute", "{minutes} minutes", length).format(minutes=length)
    return f"{name}, {own_day(entry.date)}, {entry.plan_title}, {minutes}"


def _record_of(entry: Entry) -> str:
    if entry.record is None:
        return _("No record was kept.")
    return _("Record: {path}").format(path=entry.record)


def _agreements(library: Store) -> tuple[Remembered, ...]:
    agreements = all_saved_agreements(library)
    why = _(
        "Only where the group said yes at the end, for that group’s next workshop. It goes with "
        "the group’s last workshop on the list."
    )
    lines = tuple(f"{group}: {text}" for group, text in agreements)
    return (Remembered(_("Agreements that groups kept"), why, lines, private=True),)


def _for_next(library: Store) -> tuple[Remembered, ...]:
    """Return a part for each group, since each can be deleted here."""
    why = _(
        "Only where the group said yes at the end: its small step with the date, or a pulse as "
        "the board showed it, for that group’s next workshop. It goes with the group’s last "
        "workshop on the list, or here."
    )
    heading = _("What groups kept from a step")
    lines_by_group: dict[str, tuple[str, ...]] = {}
    for part in all_saved_for_next(library):
        lines = tuple(f"{part.group}, {own_day(part.held_on)}: {line.text}" for line in part.lines)
        lines_by_group[part.group] = (*lines_by_group.get(part.group, ()), *lines)
    if not lines_by_group:
        return (Remembered(heading, why, (), private=True),)
    return tuple(
        Remembered(heading, why, lines, private=True, group=group)
        for group, lines in lines_by_group.items()
    )


def _own_plans(library: Store) -> tuple[Remembered, ...]:
    why = _(
        "What you made or changed in the planner, with the booking. They hold no word of anyone "
        "who took part. Each goes when you delete it on Home."
    )
    lines = tuple(f"{plan.title}, {own_day(plan.changed_on)}" for plan in own_plans(library))
    return (Remembered(_("My plans"), why, lines, private=True),)


def _left_files(library: Store) -> tuple[Remembered, ...]:
    left = tuple(left_file.file for left_file in sorted(left_files(library)))
    why = _(
        "They are deleted as soon as their workshop is over, and the disk or stick they are on "
        "lets us."
    )
    heading = _("Files that are still to be deleted")
    return (Remembered(heading, why, left, private=True),) if left else ()


def _beside(folder: Path) -> Remembered:
    """Return where the saved files are, and what else is there."""
    why = _(
        "Nothing leaves this laptop by this program. A disk may hold traces of what was deleted; "
        "encrypt it. In facilitator.log are faults of the program, never a word of anyone’s."
    )
    return Remembered(_("Where it lies"), why, (str(folder),))


PARTS: Mapping[str, Callable[[Store], tuple[Remembered, ...]]] = MappingProxyType(
    {
        "workshop": _workshops,
        "kept_line": _agreements,
        "for_next": _for_next,
        "own_plan": _own_plans,
        "left_file": _left_files,
        "setting": _settings,
    }
)
