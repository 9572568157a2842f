"""The usual forms of a step, with their parts and the usual lengths.

``Part`` names the parts: the room reads their names in its own languages.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from facilitator.domain.plan.arithmetic import round_length
from facilitator.domain.plan.limits import MOST_SEGMENTS
from facilitator.domain.plan.step import Form, StepKind
from facilitator.domain.text.text import clean_line
from facilitator.domain.time.round import SHORTEST
from facilitator.errors import NotAllowedNowError
from facilitator.wording import _

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
ROUND_SECONDS = 60  # for each person in a go-round on something of substance


class Shape(StrEnum):
    """A usual form of a step that is added on the day."""

    OPEN_TALK = "open talk"
    GO_ROUND = "go-round"
    SILENT = "silent"
    PAIRS = "pairs"
    THREES = "threes"
    FOURS = "fours"
    ONE_TWO_FOUR_ALL = "1-2-4-all"
    TROIKA = "troika"
    FISHBOWL = "fishbowl"
    INPUT = "input"
    BREAK = "break"


class Part(StrEnum):
    """A usual part of a step."""

    FIRST_SPEAKER = "first_speaker"
    SWAP = "swap"
    TOGETHER = "together"
    FIRST_TURN = "first_turn"
    SECOND_TURN = "second_turn"
    THIRD_TURN = "third_turn"
    ALONE = "alone"
    IN_TWOS = "in_twos"
    IN_FOURS = "in_fours"
    ALL = "all"
    THINK = "think"
    TELL = "tell"
    QUESTIONS = "questions"
    TWO_TALK = "two_talk"
    USEFUL = "useful"
    SET_UP = "set_up"
    INNER = "inner"
    OUTER = "outer"


@dataclass(frozen=True, slots=True)
class Usual:
    """The content of a shape: the step's kind and form, and its parts, if any."""

    form: Form
    length: timedelta
    parts: tuple[tuple[Part, timedelta], ...] = ()
    kind: StepKind = StepKind.TALK


def _of_parts(form: Form, *parts: tuple[Part, float]) -> Usual:
    lengths = tuple((part, minutes * MINUTE) for part, minutes in parts)
    return Usual(form, sum((length for _part, length in lengths), timedelta()), lengths)


def _alone(form: Form, minutes: int) -> Usual:
    return Usual(form, minutes * MINUTE)


_TROIKA_TURN = ((Part.TELL, 2), (Part.QUESTIONS, 2), (Part.TWO_TALK, 4), (Part.USEFUL, 2))
_USUAL = {
    Shape.OPEN_TALK: _alone(Form.PLENARY, 10),
    Shape.SILENT: _alone(Form.SILENT, 3),
    Shape.PAIRS: _of_parts(Form.PAIRS, (Part.FIRST_SPEAKER, 3), (Part.SWAP, 3), (Part.TOGETHER, 2)),
    Shape.THREES: _of_parts(
        Form.THREES, (Part.FIRST_TURN, 5), (Part.SECOND_TURN, 5), (Part.THIRD_TURN, 5)
    ),
    Shape.FOURS: _alone(Form.FOURS, 10),
    Shape.ONE_TWO_FOUR_ALL: _of_parts(
        Form.ONE_TWO_FOUR_ALL,
        (Part.ALONE, 1),
        (Part.IN_TWOS, 2),
        (Part.IN_FOURS, 4),
        (Part.ALL, 5),
    ),
    Shape.TROIKA: _of_parts(
        Form.THREES, (Part.THINK, 1), *_TROIKA_TURN, *_TROIKA_TURN, *_TROIKA_TURN
    ),
    Shape.FISHBOWL: _of_parts(Form.FISHBOWL, (Part.SET_UP, 2), (Part.INNER, 14), (Part.OUTER, 4)),
    Shape.INPUT: _alone(Form.PLENARY, 6),
    Shape.BREAK: Usual(Form.PLENARY, 10 * MINUTE, kind=StepKind.BREAK),
}


def usual(shape: Shape, people: int) -> Usual:
    """Return the content of a shape for a number of people; a round takes a minute for each."""
    if shape is Shape.GO_ROUND:
        length = round_length(people, ROUND_SECONDS)
        return Usual(Form.ROUND, length)
    return _USUAL[shape]


def shared(lengths: tuple[timedelta, ...], total: timedelta) -> tuple[timedelta, ...]:
    """Return lengths scaled to ``total``, in whole seconds; equal ones stay equal, to a second.

    Each has at least ten seconds; ``total`` must have room for that.
    """
    if not lengths:
        return ()
    share = total / sum(lengths, timedelta())
    parts = [max(SHORTEST, length * share // SECOND * SECOND) for length in lengths]
    over = sum(parts, timedelta()) - total
    while over > timedelta():  # short parts have their ten seconds: the longest pay for that
        taken = min(SECOND, over)
        parts[parts.index(max(parts))] -= taken
        over -= taken
    rest = max(parts, key=lambda length: (parts.count(length) == 1, length))
    parts[parts.index(rest)] -= over
    return tuple(parts)


def parts_in(text: str) -> tuple[tuple[str, timedelta], ...]:
    """Return typed parts, such as "Alone 1; In twos 2.5".

    Raises ``NotAllowedNowError`` for a part without a name or without minutes.
    """
    written = list(filter(None, map(clean_line, text.replace("\n", ";").split(";"))))
    if len(written) > MOST_SEGMENTS:
        raise NotAllowedNowError(_("A step has at most {most} parts.").format(most=MOST_SEGMENTS))
    return tuple(_part_in(part) for part in written)


def _part_in(text: str) -> tuple[str, timedelta]:
    name, _space, minutes = text.rpartition(" ")
    try:
        length = float(minutes.replace(",", ".")) * MINUTE
    except (ValueError, OverflowError):
        length = timedelta()
    if not name or length < SHORTEST or length > 480 * MINUTE:
        raise NotAllowedNowError(
            _("“{part}” is not a part with its minutes.").format(part=text),
            _("Write each as its name and its minutes, with a semicolon between two."),
        )
    return name, round(length / SECOND) * SECOND
