"""Desk views made by hand, for panels tested without a session."""

from facilitator.domain.agenda.agenda import Standing
from facilitator.domain.contribution import GatheringState
from facilitator.domain.ids import ContributionId, StepId
from facilitator.domain.plan.step import StepKind, Way
from facilitator.domain.text.hints import Hint
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Setup, Showing
from facilitator.live.views.desk_view import (
    AgendaRow,
    AgendaView,
    BoardView,
    ClockView,
    DeskView,
    GatheringView,
    HeaderView,
    NextIs,
    NextView,
    NowView,
    ReadRow,
    RecordView,
)
from facilitator.room.pages.picture import CalmPage, RoomPicture

DESK = DeskView(
    header=HeaderView("Courageous conversations", "", 12, "On plan", False, False, True),
    agenda=AgendaView(
        (
            AgendaRow(StepId("a"), StepKind.TALK, "Welcome", 5, Standing.DONE, False, False),
            AgendaRow(StepId("b"), StepKind.TALK, "In pairs", 8, Standing.NOW, False, False),
            AgendaRow(StepId("c"), StepKind.SLACK, "Air", 3, Standing.WAITING, True, False),
            AgendaRow(StepId("d"), StepKind.TALK, "Stretch", 4, Standing.DROPPED, True, False),
        ),
        1,
    ),
    clock=ClockView("4:59", RoundState.RUNNING, False, "", (0.5,)),
    now=NowView(
        StepId("b"),
        StepKind.TALK,
        "In pairs",
        "A risk",
        "Find someone.",
        "",
        "",
        "",
        NextView(NextIs.SEGMENT, "Swap"),
    ),
    said=None,
    gathering=None,
    record=RecordView((), "all of us"),
    board=BoardView(
        RoomPicture(CalmPage()),
        None,
        curtain=False,
        quiet=False,
        showing=Showing.STEP,
        page=0,
        pages=1,
    ),
    setup=Setup(12, support="the house", recipients="all of us"),
    note="",
)
GATHERING = GatheringView(
    step_id=StepId("g"),
    title="One line each",
    question="It is easier for me when…",
    state=GatheringState.CLOSED,
    ways=(Way.CORNER, Way.CARDS),
    ready_for_writing=True,
    enough=True,
    progress="Enough people have taken part.",
    verdict="Safe to open: enough people took part.",
    can_open=True,
    needs_warning=False,
    warning="With so few of us, people may guess.",
    rows=(),
    showing=False,
)


def a_read_row(name: str, text: str, hints: tuple[Hint, ...] = ()) -> ReadRow:
    """Return a line as it is read first."""
    return ReadRow(ContributionId(name), text, None, in_record=True, late=False, hints=hints)
