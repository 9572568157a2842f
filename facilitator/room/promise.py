"""The promise: what is saved, who reads first, what must be passed on, how to remove a line.

It is built from the facts of this workshop and the people involved, so that it cannot promise more
than the program does. ``NAMED`` maps each stored column to the words that mention it; a test fails
when either file gains a column that is not in it.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType

from facilitator.domain.plan.step import Trait, Way
from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.domain.workshop import Workshop
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key, RoomKey


class About(Enum):
    """What a short line of the promise is about, for the icon beside it."""

    WORDS = auto()  # what is saved, and that people may guess
    READERS = auto()  # who reads, or sees a result
    OUT = auto()  # how a line comes out
    NEARBY = auto()  # who can see the keys
    LATE = auto()
    ELSE = auto()


@dataclass(frozen=True, slots=True)
class ShortLine:
    """A short line of the promise, which says no more than the sentences it stands for."""

    about: About
    words: Words


def promise_of(workshop: Workshop) -> tuple[Words, ...]:
    """Return the promise before people write, in the workshop's languages."""
    return sentences_in_words(workshop, _before_writing(workshop))


def what_is_saved(workshop: Workshop, more: tuple[RoomKey, ...] = ()) -> tuple[Words, ...]:
    """Return the promise with all that this computer saves besides people's lines.

    ``more`` has the sentences about what kinds of step save.
    """
    return sentences_in_words(workshop, (*_before_writing(workshop), *REMEMBERED, *more))


def promise_in_the_corner(workshop: Workshop) -> tuple[Words, ...]:
    """Return the whole promise of the corner, which is one press away from the field."""
    return sentences_in_words(workshop, _in_the_corner(workshop))


def short_promise(workshop: Workshop) -> tuple[ShortLine, ...]:
    """Return the lines above the field: each only where all that it stands for is promised."""
    return short_lines(SHORT, _in_the_corner(workshop), workshop.languages)


def _in_the_corner(workshop: Workshop) -> tuple[Key, ...]:
    elsewhere = (Key.PROMISE_CARDS, Key.PROMISE_CARDS_IN_CHARGE)  # of people who write elsewhere
    return tuple(key for key in _before_writing(workshop) if key not in elsewhere)


@dataclass(frozen=True, slots=True)
class Short:
    """A short line of a promise, and the whole sentences that it stands for."""

    key: RoomKey
    about: About
    stands_for: tuple[RoomKey, ...]


SHORT = (
    Short(Key.SHORT_KEPT, About.WORDS, (Key.PROMISE_KEPT, Key.PROMISE_GUESS)),
    Short(Key.SHORT_READS, About.READERS, (Key.PROMISE_READS, Key.PROMISE_PASSED_ON)),
    Short(Key.SHORT_OUT, About.OUT, (Key.PROMISE_OUT,)),
)


def short_lines(
    lines: tuple[Short, ...], promised: Collection[RoomKey], languages: tuple[Language, ...]
) -> tuple[ShortLine, ...]:
    """Return those short lines all of whose whole sentences are promised."""
    return tuple(
        ShortLine(line.about, say_in(languages, line.key))
        for line in lines
        if set(line.stands_for) <= set(promised)
    )


def support_words(workshop: Workshop) -> Words:
    """Return where support is, today or later; nothing until somebody entered it."""
    support = workshop.setup.support.strip()
    return sentences_in_words(workshop, (Key.PROMISE_SUPPORT,))[0] if support else NO_WORDS


def support_at_the_end(workshop: Workshop) -> Words:
    """Return where support is, for the closing page of the workshop."""
    return support_words(workshop) if workshop.agenda.next is None else NO_WORDS


REMEMBERED = (Key.PROMISE_WITH_LINE, Key.PROMISE_ELSE, Key.PROMISE_DISK)


def _before_writing(workshop: Workshop) -> tuple[Key, ...]:
    return (
        Key.PROMISE_KEPT,
        Key.PROMISE_GUESS,
        *_about_cards(workshop),
        Key.PROMISE_READS,
        Key.PROMISE_PASSED_ON,
        *([Key.PROMISE_SUPPORT] if workshop.setup.support.strip() else []),
        *([Key.PROMISE_RECIPIENTS] if workshop.setup.recipients.strip() else []),
        Key.PROMISE_OUT,
        *_after(workshop),
    )


def _about_cards(workshop: Workshop) -> Iterator[Key]:
    """Return who can see the screen from nearby, and who sees the handwriting on a card."""
    gatherings = (r.step for r in workshop.agenda.runs if r.step.has(Trait.WRITES))
    if not any(Way.CARDS in step.ways for step in gatherings):
        yield Key.PROMISE_SEEN_NO_CARDS
        return
    yield Key.PROMISE_SEEN
    yield Key.PROMISE_CARDS_IN_CHARGE if workshop.setup.in_charge else Key.PROMISE_CARDS


def _after(workshop: Workshop) -> tuple[Key, ...]:
    if workshop.practice:
        return (Key.PROMISE_PRACTICE,)
    return Key.PROMISE_AFTER, Key.PROMISE_STAYS


def sentences_in_words(workshop: Workshop, keys: tuple[RoomKey, ...]) -> tuple[Words, ...]:
    """Return sentences of a promise in the workshop's languages, with its contacts."""
    setup = workshop.setup
    fields = {"support": _ended(setup.support), "recipients": _ended(setup.recipients)}
    return tuple(say_in(workshop.languages, key, **fields) for key in keys)


def _ended(entered: str) -> str:
    """Return the entered text without its full stop, which the sentence adds."""
    return entered.strip().rstrip(".")


@dataclass(frozen=True, slots=True)
class Named:
    """The sentence that mentions a column, and its words that do, in English."""

    key: Key
    words: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """A column without personal data, and the reason."""

    why: str


_ONE_ROW = Nothing("there is one row")
_CHANCE = Nothing("a random number")
_PLAN = Named(Key.PROMISE_ELSE, "the plan")
_TIMES = Named(Key.PROMISE_ELSE, "its times")
_BOARD = Named(Key.PROMISE_ELSE, "what is on the board")
_ENTERED = Named(Key.PROMISE_ELSE, "what the facilitator entered")
_SAID = Named(Key.PROMISE_ELSE, "what was said aloud and typed")
_AGREED = Named(Key.PROMISE_ELSE, "what was said aloud and typed")
_COUNTED = Named(Key.PROMISE_ELSE, "how many showed each answer in a check")
_OF_KINDS = Nothing("what a kind of step keeps of its own: the kind says so (``RoomPart.saved``)")
_TURNS = Named(Key.PROMISE_ELSE, "the number of people and of turns")
_LATE = Named(Key.PROMISE_WITH_LINE, "whether it came late")

_COLUMNS: Mapping[str, Mapping[str, Named | Nothing]] = {
    "contribution": {
        "id": Nothing("a random number, another one after each turn"),
        "step_id": _PLAN,
        "text": Named(Key.PROMISE_KEPT, "your words"),
        "in_record": Named(Key.PROMISE_WITH_LINE, "whether it may go in the record"),
        "set_aside": Named(Key.PROMISE_WITH_LINE, "whether it was set aside"),
        "late": _LATE,
        "letter": _LATE,  # those that came late follow the others
        "drawing": Named(Key.PROMISE_WITH_LINE, "whether it is a drawing"),
        **dict.fromkeys(
            ("translation", "translated_to"),
            Named(Key.PROMISE_WITH_LINE, "a helper’s translation"),
        ),
    },
    "gathering": {
        **dict.fromkeys(("step_id", "place"), _PLAN),
        "state": Nothing("whether writing is open"),
        "turns": _TURNS,
        "late_turns": _TURNS,
        "was_opened": _LATE,
        "was_read": _LATE,
        "was_reopened": _LATE,
        "gone": _BOARD,
    },
    "said_line": {
        "id": _CHANCE,
        **dict.fromkeys(("place", "text"), _SAID),
        "step_id": _PLAN,
        "in_record": Named(Key.PROMISE_WITH_LINE, "whether it may go in the record"),
    },
    "agreement": {
        "one": _ONE_ROW,
        **dict.fromkeys(("foot", "foot_shown"), _BOARD),
        "checking": _COUNTED,
        "for_next": Nothing("whether the room said yes to keeping it"),
        "taken_up": Nothing("whether lines that the group had kept were taken up"),
        # ids, places and counts, so that a move can be undone and redone
        **dict.fromkeys(("moves", "undone"), _COUNTED),
    },
    "agreement_line": {
        "id": _CHANCE,
        **dict.fromkeys(("place", "state", "reason", "back", "into_line"), _AGREED),
        **dict.fromkeys(("confirmed", "joins", "wording"), _AGREED),
        "tally": _COUNTED,
        "reason_in_record": Named(Key.PROMISE_WITH_LINE, "whether it may go in the record"),
        "in_record": Named(Key.PROMISE_WITH_LINE, "whether it may go in the record"),
    },
    "agreement_wording": {
        **dict.fromkeys(("line_id", "number", "text", "example", "agreed"), _AGREED),
        "in_record": Named(Key.PROMISE_WITH_LINE, "whether it may go in the record"),
    },
    "setup": {
        "one": _ONE_ROW,
        "people": _TURNS,
        **dict.fromkeys(("starts_at", "title", "group_name", "support", "recipients"), _ENTERED),
        **dict.fromkeys(("facilitator", "reach", "in_charge"), _ENTERED),
        **dict.fromkeys(("back_row_m", "image_height_m", "low_vision", "marks"), _ENTERED),
    },
    "workshop": {
        "one": _ONE_ROW,
        "id": _CHANCE,
        **dict.fromkeys(("plan_id", "plan_title", "purpose", "languages", "place"), _PLAN),
        **dict.fromkeys(("planned_us", "shortened"), _PLAN),
        **dict.fromkeys(("held_us", "held_since"), _TIMES),
        "practice": Nothing("whether the people are made up"),
        "note": _ENTERED,
        "letters": _BOARD,
        "left_out": Named(Key.PROMISE_WITH_LINE, "whether it may go in the record"),
    },
    "board": {
        "one": _ONE_ROW,
        **dict.fromkeys(("curtain", "quiet", "showing", "of_step", "page"), _BOARD),
        **dict.fromkeys(
            ("fewer", "time", "time_of", "under", "before_care", "held_for_care", "strip"), _BOARD
        ),
        **dict.fromkeys(("cue", "cue_of"), _BOARD),
    },
    "step_state": {
        "step_id": _PLAN,
        "content": _OF_KINDS,
    },
    "step": {
        **dict.fromkeys(("id", "place", "content", "segment"), _PLAN),
        "standing": _TIMES,
    },
    "round": {
        **dict.fromkeys(("step_id", "segment", "length_us"), _PLAN),
        **dict.fromkeys(("state", "used_us", "earlier_us"), _TIMES),
        **dict.fromkeys(("since_reading_us", "since_wall", "since_boot", "due_wall"), _TIMES),
    },
}

_STAYS: Mapping[str, Mapping[str, Named | Nothing]] = {
    "kept_line": {
        "group_name": Named(Key.PROMISE_STAYS, "group"),
        **dict.fromkeys(("place", "text"), Named(Key.PROMISE_STAYS, "our agreement")),
    },
    "for_next": {
        "group_name": Named(Key.PROMISE_STAYS, "group"),
        "held_on": Named(Key.PROMISE_STAYS, "date"),
        "kind": Nothing("whether it is a small step or a pulse"),
        "place": Nothing("the order of the record"),
        "text": Named(Key.PROMISE_STAYS, "our small step, its date"),
        "content": Named(Key.PROMISE_STAYS, "the pulse"),
    },
    "own_plan": dict.fromkeys(
        (
            *("id", "title", "summary", "text", "minutes", "least", "most", "people"),
            *("booked_minutes", "starts_minute", "changed_on"),
        ),
        Nothing("a plan that the facilitator made, before any group met"),
    ),
    "setting": {
        "key": Nothing("which setting it is: how the program looks, sounds and waits here"),
        "value": Named(Key.PROMISE_STAYS, "contacts, distances"),
    },
    "left_file": {
        "file": Nothing("where a file is that could not be removed, until it is"),
        "workshop": _CHANCE,  # the workshop whose end deletes it
    },
    "workshop": {
        "id": _CHANCE,
        "title": Named(Key.PROMISE_STAYS, "title"),
        "group_name": Named(Key.PROMISE_STAYS, "group"),
        "held_on": Named(Key.PROMISE_STAYS, "date"),
        **dict.fromkeys(("plan_id", "plan_title"), Named(Key.PROMISE_STAYS, "plan")),
        "planned_minutes": Named(Key.PROMISE_STAYS, "plan, length"),
        "stage": Nothing("whether the workshop is over"),
        "file": Nothing("where the workshop file is; empty when it is deleted"),
        "record": Named(Key.PROMISE_STAYS, "the record’s place"),
    },
}

# What the workshop file holds until the record is written, and what stays in the library after:
# table, column, and where the promise names it.
NAMED: Mapping[str, Mapping[str, Named | Nothing]] = MappingProxyType(_COLUMNS)
NAMED_AFTERWARDS: Mapping[str, Mapping[str, Named | Nothing]] = MappingProxyType(_STAYS)
