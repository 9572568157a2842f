"""Plays the record choice in a rehearsal: leaves a line out, and includes the reason of another."""

from functools import partial

from PySide6.QtWidgets import QWidget

from facilitator.ui.acting.acts import Acts, Click
from facilitator.ui.acting.finding import first
from facilitator.ui.acting.hands import RECORD, Hands


def play(hands: Hands, _people: int) -> Acts:
    """Leave a line out of the record, since one voice asked; include a reason."""
    yield from hands.turn_to(RECORD)
    yield from hands.look("record choice")
    if hands.windows.session.desk().record.rows:
        yield Click(lambda: first(_switches(hands), "record line"))
        yield from hands.look("one line left out")
    for place, row in enumerate(hands.windows.session.desk().record.rows):
        if row.why:
            yield Click(partial(_switch, hands, place))
            yield from hands.look("why a line waits is put in")
    yield from hands.turn_pages()


def _switches(hands: Hands) -> list[QWidget]:
    return [line.switch for line in hands.desk.middle.record.lines]


def _switch(hands: Hands, place: int) -> QWidget:
    return _switches(hands)[place]
