"""Small steps in a rehearsal: offered, looked after, checked, one parked, and looked at again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.errors import NotAllowedNowError
from facilitator.kinds.small_steps.panel.forms import StepForm
from facilitator.kinds.small_steps.panel.panel import CHANGE, CHECK, PARK, SmallStepsPanel
from facilitator.ui.acting.acts import Acts, Click, Look, Press, TypeText
from facilitator.ui.acting.finding import first_of, visible
from facilitator.ui.acting.hands import NOW, Hands
from facilitator.ui.acting.made_up import SMALL_STEPS
from facilitator.wording import _

Key = Qt.Key
WHO = ("Tom and Priya", "", "Sam")
LATER = "A day away together, once a year"


def play(hands: Hands, people: int) -> Acts:
    """Offer steps, say who and by when, check the first and park the last."""
    if not hands.workshop.agenda.now.step.captures:
        return
    yield from hands.turn_to(NOW)
    for text in (*SMALL_STEPS, LATER):
        yield TypeText(lambda: visible(_panel(hands).add_field), text)
        yield Press(lambda: _panel(hands).add_field, Key.Key_Return)
    yield from hands.look("steps are offered")
    yield Click(lambda: visible(_panel(hands).list.buttons[PARK]))
    yield from _say_who(hands)
    yield Click(lambda: visible(_panel(hands).again_button))
    yield Click(lambda: visible(_panel(hands).again_form.day.month_button))
    yield Look(hands.console, "console")
    yield Click(lambda: visible(_panel(hands).again_form.keep_button))
    yield from hands.look("who looks after them")
    yield from hands.turn_pages()
    yield from _check(hands, people)


def _say_who(hands: Hands) -> Acts:
    """Fill in the form of each step that is on the board; one is for everyone."""
    for place, who in enumerate(WHO[: len(SMALL_STEPS)]):
        yield Press(lambda: _list(hands), Key.Key_Home)
        for _down in range(place):
            yield Press(lambda: _list(hands), Key.Key_Down)
        yield Click(lambda: visible(_panel(hands).list.buttons[CHANGE]))
        if who:
            yield TypeText(lambda: visible(_form(hands).who), who)
            yield Click(lambda: visible(_form(hands).by.two_weeks_button))
        else:
            yield Click(lambda: visible(_form(hands).everyone))
            yield TypeText(lambda: visible(_form(hands).by.edit), "from next week")
        yield Look(hands.console, "console")
        yield Press(lambda: _form(hands).by.edit, Key.Key_Return)


def _check(hands: Hands, people: int) -> Acts:
    """Check the first step by thumbs: everybody supports it."""
    yield Press(lambda: _list(hands), Key.Key_Home)
    yield Click(lambda: visible(_panel(hands).list.buttons[CHECK]))
    yield from hands.look("a step is checked")
    yield from hands.turn_pages()
    for _hand in range(people):
        yield Press(hands.console, _highest(hands))
    yield Look(hands.console, "console")
    yield Press(hands.console, Key.Key_Return)
    yield from hands.look("the step is agreed for now")
    yield Press(hands.console, Key.Key_Return)


def _highest(hands: Hands) -> Qt.Key:
    """Return the key of the highest position, as the console shows it."""
    check = hands.windows.session.desk().agreement.check
    if check is None:
        raise NotAllowedNowError(_("No check is being held."))
    return Qt.Key(ord(check.rows[0].key.upper()))


def _form(hands: Hands) -> StepForm:
    return _panel(hands).step_form


def _list(hands: Hands) -> QWidget:
    return _panel(hands).list


def _panel(hands: Hands) -> SmallStepsPanel:
    return first_of(hands.console(), SmallStepsPanel)
