"""Ways of taking part look the same everywhere on console and board.

Whatever differs in how people took their turns, typed or on cards, a pass, a line or three, on time
or late, the facilitator meets the same windows, on every tab and before every question.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.domain.agreement.checks import HandsWay
from facilitator.domain.contribution import Turn
from facilitator.domain.plan.plan import Plan
from facilitator.ui.console.columns import ConsoleColumns
from facilitator.ui.console.leaving import stop_question
from facilitator.ui.console.middle import Tab
from facilitator.ui.corner.pace import Pace
from tests.attack.whole_console import told_by
from tests.helpers.agreements import AGREEMENT, FIST, suggested
from tests.helpers.folder import bytes_in
from tests.helpers.meeting import Meeting, a_meeting
from tests.helpers.sessions import GATHER as GATHER_STEP
from tests.helpers.sessions import PLAN
from tests.helpers.windows import the_windows

PEOPLE = 12
THREE_A_TURN = replace(
    PLAN,
    steps=tuple(
        replace(step, notes_a_turn=3) if step.id == GATHER_STEP.id else step
        for step in (AGREEMENT, *PLAN.steps)
    ),
)
AN_ID = re.compile(r"\b[0-9a-f]{16}\b")  # random, and another one after each turn
PASS, LINE, MANY = (), ("a line of mine",), ("one", "and a second", "and a third of mine")

Act = Callable[[Meeting], None]


def typed(*turns: Sequence[str]) -> Act:
    """Return people at the corner, one after the other."""

    def act(meeting: Meeting) -> None:
        for texts in turns:
            meeting.write(*texts)

    return act


def cards(*turns: Sequence[str], in_record: bool = True) -> Act:
    """Return a helper who types cards."""

    def act(meeting: Meeting) -> None:
        turned = tuple(Turn(tuple(texts), in_record) for texts in turns)
        meeting.session.writing.give_cards(turned)

    return act


def tabs(desk: ConsoleColumns) -> Iterator[str]:
    """Turn to every tab, and name it."""
    for tab in (Tab.NOW, Tab.LINES, Tab.RECORD, Tab.AGREEMENT):
        desk.middle.turn_to(tab)
        yield tab.name


def everything(meeting: Meeting, windows: WorkshopWindows) -> list[str]:
    """Return all that console and board tell, on every tab and before every question."""
    desk, texts = windows.console.desk, []
    for name in tabs(desk):
        texts += [name, *told_by(windows.console), *told_by(windows.board)]
    closing = desk.middle.record.closing
    for button in (closing.make_button, closing.delete_button):
        button.click()
        texts += told_by(desk.middle.record)
        closing.ask.leave_button.click()
    desk.middle.leaving.ask(stop_question())
    texts += told_by(desk.middle.leaving)
    view = meeting.session.desk()
    still = (view.header, view.agenda, view.gathering, view.finish, view.agreement)
    told = repr((still, view.record, meeting.session.picture()))
    files = sorted((name, len(held)) for name, held in bytes_in(meeting.data).items())
    return [*texts, AN_ID.sub("id", told), AN_ID.sub("id", repr(files))]


def tells(folder: Path, app: QApplication, act: Act, plan: Plan = THREE_A_TURN) -> list[str]:
    """Run a meeting of its own, and return all that its windows show after an act."""
    with (
        a_meeting(folder, people=PEOPLE, plan=plan) as meeting,
        the_windows(meeting.session, Pace()) as windows,
    ):
        windows.console.resize(1280, 720)
        app.processEvents()
        act(meeting)
        return everything(meeting, windows)


def then(*acts: Act) -> Act:
    """Return acts one after the other."""

    def act(meeting: Meeting) -> None:
        for act in acts:
            act(meeting)

    return act


def answered(*places: int | None) -> Act:
    """Return a check at the corner in which people chose these; ``None`` is rather not to show."""

    def act(meeting: Meeting) -> None:
        session = meeting.session
        (line,) = suggested(session, "One voice")
        session.holding.begin((line,), FIST, HandsWay.CORNER)
        for place in places:
            session.holding.hand_in(place)

    return act


def six_then_late(*late: Act) -> Act:
    """Return six lines that are read first, then late turns while writing is open again."""
    first = then(Meeting.open_writing, typed(*[LINE] * 6), Meeting.close_writing)
    return then(first, Meeting.open_writing, *late)


def opened_then_late(*late: Act) -> Act:
    """Return six lines that are opened, then late turns while writing is open again."""
    return six_then_late(Meeting.close_writing, Meeting.open_together, Meeting.open_writing, *late)


FEW = (then(), typed(PASS), typed(LINE), typed(MANY), cards(PASS, MANY, LINE), typed(*[LINE] * 4))
SOME = (
    typed(*[LINE] * 5),
    typed(*[PASS] * 5),
    cards(*[MANY] * 7, in_record=False),
    then(typed(*[LINE] * 4), cards(*[PASS] * 5)),
)
LATE = (then(), typed(PASS), typed(LINE), cards(MANY, PASS))
MORE_LATE = (typed(*[PASS] * 3), typed(*[LINE] * 4), cards(MANY, PASS, LINE, PASS, PASS))

ALIKE: dict[str, tuple[Act, ...]] = {
    "not enough yet": tuple(then(Meeting.open_writing, lines) for lines in FEW),
    "enough": tuple(then(Meeting.open_writing, lines) for lines in SOME),
    "late, before the opening": tuple(map(six_then_late, LATE)),
    "late, after the opening": tuple(map(opened_then_late, LATE)),
    "enough late ones": tuple(map(six_then_late, MORE_LATE)),
    "enough late ones, after the opening": tuple(map(opened_then_late, MORE_LATE)),
    "closed with too few": tuple(
        then(Meeting.open_writing, lines, Meeting.close_writing)
        for lines in (*FEW[:4], cards(PASS, MANY))
    ),
    "a check, not enough yet": (answered(), answered(0, 0), answered(5, None, 3, 2)),
    "a check, enough": (answered(*[0] * 5), answered(*[None] * 9), answered(0, 1, 2, 3, 4, 5)),
    "closed with too few late ones": tuple(
        six_then_late(lines, Meeting.close_writing) for lines in LATE
    ),
    "closed with too few late ones, after the opening": tuple(
        opened_then_late(lines, Meeting.close_writing) for lines in LATE
    ),
    "opened with too few late ones": tuple(
        six_then_late(lines, Meeting.close_writing, Meeting.open_together) for lines in LATE
    ),
}


@pytest.mark.parametrize("when", ALIKE)
def test_nothing_that_is_shown_or_spoken_tells_how_people_took_part(
    tmp_path: Path, qapp: QApplication, when: str
) -> None:
    first, *others = (
        tells(tmp_path / str(place), qapp, act) for place, act in enumerate(ALIKE[when])
    )
    for other in others:
        assert [pair for pair in zip(first, other, strict=True) if pair[0] != pair[1]] == []


def test_the_attack_would_see_a_console_that_tells(tmp_path: Path, qapp: QApplication) -> None:
    few, some = (
        tells(tmp_path / name, qapp, then(Meeting.open_writing, act))
        for name, act in (("few", FEW[0]), ("some", SOME[0]))
    )
    assert few != some
