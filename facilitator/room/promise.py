"""The promise: what is kept, who reads first, what must be passed on, how a line comes out.

It is put together from what is true of this workshop, so that it cannot promise more than is
done. A test fails when the store gains a column that ``COVERED`` does not name.
"""

from collections.abc import Mapping

from facilitator.domain.language import Words
from facilitator.domain.workshop import Workshop
from facilitator.room.keys import Key
from facilitator.room.say import say_in

IN_THE_CORNER = (Key.PROMISE_KEPT, Key.PROMISE_GUESS, Key.PROMISE_READS, Key.PROMISE_PASSED_ON)
WHOLE = (
    Key.PROMISE_KEPT,
    Key.PROMISE_GUESS,
    Key.PROMISE_SEEN,
    Key.PROMISE_READS,
    Key.PROMISE_PASSED_ON,
    Key.PROMISE_OUT,
    Key.PROMISE_ELSE,
    Key.PROMISE_AFTER,
)


def promise_of(workshop: Workshop) -> tuple[Words, ...]:
    """Return every sentence of the promise, in the workshop's languages."""
    return _sentences(workshop, WHOLE)


def promise_in_the_corner(workshop: Workshop) -> tuple[Words, ...]:
    """Return the sentences that stand above the field, where there is little room."""
    return _sentences(workshop, IN_THE_CORNER)


def _sentences(workshop: Workshop, keys: tuple[Key, ...]) -> tuple[Words, ...]:
    sentences = [say_in(workshop.languages, key) for key in keys]
    recipients = workshop.setup.recipients.strip()
    if recipients:
        sentences.append(say_in(workshop.languages, Key.PROMISE_RECIPIENTS, recipients=recipients))
    return tuple(sentences)


# Which sentence tells people of a stored table; the columns are named in its test.
COVERED: Mapping[str, Key] = {
    "contribution": Key.PROMISE_KEPT,
    "gathering": Key.PROMISE_ELSE,
    "said_line": Key.PROMISE_ELSE,
    "step_run": Key.PROMISE_ELSE,
    "workshop": Key.PROMISE_ELSE,
}
