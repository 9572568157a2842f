"""A typing corner in which people choose a position of a check."""

from pytestqt.qtbot import QtBot

from facilitator.domain.agreement.checks import Check
from facilitator.domain.text.language import ENGLISH, NO_WORDS, Language, Words
from facilitator.room.checks import checks
from facilitator.room.pages.hands import PROMISE, SHORT
from facilitator.room.pages.picture import CornerPicture, Position
from facilitator.room.promise import short_lines
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.answers import AnswerList
from facilitator.ui.corner.pace import Pace
from facilitator.ui.corner.window import CornerWindow
from tests.helpers.corner import AT_ONCE, a_corner

ONE = (ENGLISH,)
LINE = "Learning leaves, names and stories stay"


def a_check_picture(
    languages: tuple[Language, ...] = ONE, check: Check | None = None, line: str = LINE
) -> CornerPicture:
    """Return what the corner shows of a check; fist to five by default."""
    kind = check or checks()[1]

    def spoken(words: Words) -> Words:
        return Words(tuple((language, words.in_(language)) for language in languages))

    return CornerPicture(
        languages,
        tuple(say_in(languages, key) for key in PROMISE),
        spoken(kind.question),
        positions=tuple(
            Position(position.key, spoken(position.mark), spoken(position.words))
            for position in kind.positions
        ),
        line=line,
        short=short_lines(SHORT, PROMISE, languages),
        whole=NO_WORDS if line else say_in(languages, Key.HANDS_WHOLE),
    )


def a_corner_of_check(
    qtbot: QtBot, picture: CornerPicture | None = None, pace: Pace = AT_ONCE
) -> CornerWindow:
    """Return a corner with a check, in front and with the keyboard."""
    return a_corner(qtbot, picture or a_check_picture(), pace, AnswerList)


def answers(window: CornerWindow) -> AnswerList:
    """Return the list on the entry page."""
    return next(
        answers_list for answers_list in window.findChildren(AnswerList) if answers_list.isVisible()
    )


def wait_for_end(qtbot: QtBot, window: CornerWindow) -> None:
    """Wait for the closing screen."""
    qtbot.waitUntil(
        lambda: (
            not any(answers_list.isVisible() for answers_list in window.findChildren(AnswerList))
        )
    )


class Counter:
    """A session's end of the corner: saves every answer and publishes it."""

    def __init__(self, window: CornerWindow) -> None:
        self.answers: list[int] = []
        self._window = window
        window.answer_given.connect(self.keep)

    def keep(self, answer: int) -> None:
        """Save an answer."""
        self.answers.append(answer)
        self._window.show_turn_ended()
