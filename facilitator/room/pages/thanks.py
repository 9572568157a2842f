"""The last page, until the facilitator closes it: the record, support, how to remove a line.

It has no field for words that people said or wrote.
"""

from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Workshop
from facilitator.room.pages.picture import Scene, ScenePage
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key

Row = tuple[Words, Words]


def thanks_page(workshop: Workshop) -> ScenePage:
    """Return the page after a workshop whose record is written."""
    return _page(workshop, (*_record(workshop), *_support(workshop), _out(workshop)))


def thanks_without_record(workshop: Workshop, *, deleted: bool) -> ScenePage:
    """Return the page after a workshop without a record, which may be ``deleted``."""
    rows = (_row(workshop, Key.THANKS_WRITTEN, Key.THANKS_DELETED),) if deleted else ()
    return _page(workshop, (*rows, *_support(workshop)))


def _page(workshop: Workshop, rows: tuple[Row, ...]) -> ScenePage:
    return ScenePage(Scene.THANKS, say_in(workshop.languages, Key.THANKS_TITLE), rows=rows)


def _record(workshop: Workshop) -> tuple[Row, ...]:
    recipients = _ended(workshop.setup.recipients)
    if not recipients:
        return ()
    return (_row(workshop, Key.THANKS_RECORD, Key.THANKS_RECORD_TO, recipients=recipients),)


def _support(workshop: Workshop) -> tuple[Row, ...]:
    support = _ended(workshop.setup.support)
    if not support:
        return ()
    return (_row(workshop, Key.THANKS_SUPPORT, Key.THANKS_SUPPORT_IS, support=support),)


def _out(workshop: Workshop) -> Row:
    setup = workshop.setup
    name, reach = _ended(setup.facilitator), _ended(setup.reach)
    if not name:
        return _row(workshop, Key.THANKS_OUT, Key.THANKS_OUT_ASK)
    asked = f"{name} ({reach})" if reach else name
    return _row(workshop, Key.THANKS_OUT, Key.THANKS_OUT_ASK_NAME, facilitator=asked)


def _row(workshop: Workshop, name: Key, how: Key, **fields: str) -> Row:
    return say_in(workshop.languages, name), say_in(workshop.languages, how, **fields)


def _ended(entered: str) -> str:
    """Return the entered text without a full stop."""
    return entered.strip().rstrip(".")
