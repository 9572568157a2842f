"""Plays the record choice in a rehearsal: leaves a line out, and includes the reason of another."""

from functools import partial

from PySide6.QtCore import Qt

from facilitator.ui.acting.acts import Acts, Click, Press
from facilitator.ui.acting.finding import visible
from facilitator.ui.acting.hands import RECORD, Hands


def play(hands: Hands, _people: int) -> Acts:
    """Leave a line out of the record, since one voice asked; include a reason."""
    yield from hands.turn_to(RECORD)
    yield from hands.look("record choice")
    if hands.windows.session.desk().record.rows:
        yield from _switch(hands, 0)
        yield from hands.look("one line left out")
    for place, row in enumerate(hands.windows.session.desk().record.rows):
        if row.why:
            yield from _switch(hands, place)
            yield from hands.look("why a line waits is put in")
    yield from hands.turn_pages()


def _switch(hands: Hands, place: int) -> Acts:
    """Choose a line by keys, and press its box."""
    lines = partial(visible, hands.desk.middle.record.lines)
    yield Click(lines)
    yield Press(lines, Qt.Key.Key_Home)
    for _line in range(place):
        yield Press(lines, Qt.Key.Key_Down)
    yield Press(lines, Qt.Key.Key_Return)
