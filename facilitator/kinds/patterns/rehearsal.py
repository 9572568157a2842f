"""Patterns in a rehearsal: the lines are sorted by keys, then shown."""

from PySide6.QtCore import Qt

from facilitator.kinds.patterns.panel.panel import PatternsPanel
from facilitator.kinds.patterns.state import patterns_in
from facilitator.ui.acting.acts import Acts, Click, Press, TypeText
from facilitator.ui.acting.finding import can_press, first_of, visible
from facilitator.ui.acting.hands import NOW, Hands

NAMES = ("Time to think", "Really being asked", "It goes somewhere")
DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_2, Qt.Key.Key_0)


def play(hands: Hands, _people: int) -> Acts:
    """Name patterns, sort every line but some by its digit, and show names and patterns."""
    yield from hands.turn_to(NOW)
    panel = first_of(hands.console(), PatternsPanel)
    if panel.outline.isHidden():
        return
    yield from _name_patterns(hands, panel)
    yield from hands.look("patterns begin")
    yield from _sort(hands, panel)
    yield from hands.look("sorted by keys")
    if can_press(panel.turn_button):
        yield Click(lambda: panel.turn_button)
        yield from hands.look("patterns in columns")
        yield Click(lambda: panel.turn_button)
    yield Click(lambda: visible(panel.show_button))
    yield from hands.look("the names of the patterns")
    yield from hands.turn_pages()


def _name_patterns(hands: Hands, panel: PatternsPanel) -> Acts:
    """Name patterns, unless the plan gave them."""
    if _count(hands):
        return
    for name in NAMES:
        yield Click(lambda: visible(panel.new_button))
        yield TypeText(lambda: panel.entry.field, name)
        yield Press(lambda: panel.entry.field, Qt.Key.Key_Return)


def _sort(hands: Hands, panel: PatternsPanel) -> Acts:
    """Put each line that is on its own in a pattern, from the first on."""
    outline = panel.outline
    lines = len(panel.outline.items)
    yield Press(lambda: visible(outline), Qt.Key.Key_Home)
    yield Press(lambda: outline, Qt.Key.Key_Down)
    for place in range(lines):
        if outline.spot is None or outline.spot.key is not None:
            break
        digit = DIGITS[place % len(DIGITS)]
        if place == 1:  # by its name, in three presses
            yield Press(lambda: outline, Qt.Key.Key_Return)
            yield from hands.look("a line is put by a name")
            yield Press(lambda: panel.entry.field, Qt.Key.Key_Return)
        elif digit == Qt.Key.Key_0:
            yield Press(lambda: outline, Qt.Key.Key_Down)
        else:
            yield Press(lambda: outline, digit)


def _count(hands: Hands) -> int:
    step = hands.workshop.agenda.now.step
    return len(patterns_in(hands.workshop, step).patterns)
