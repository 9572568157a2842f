#!/usr/bin/env python3
"""Measure how long an act keeps the GUI thread until console and board are painted.

usage: benchmarks/acts.py [TIMES] [--cpu]      (15 times unless given; needs no display)

With --cpu it reads the thread's CPU time, which other programs do not lengthen: for a busy machine.

A real workshop file with 10, 60 and 200 lines; the real console on a laptop of 1280 × 800 and the
real board on a projector of 1920 × 1080. Each figure is the time from a command to the end of the
last paint, with saving to the disk in it, in milliseconds. Prints the median and the slowest of
each act beside the median of commit 18fce21, which laid out each page twice and made long lists
from scratch (CPU time, on two busy cores). Exits 1 when a median is over one frame.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.domain.contribution import Contribution, Gathering, GatheringState, SetAside
from facilitator.domain.ids import ContributionId, LineId, PlanId, StepId, WorkshopId
from facilitator.domain.plan.plan import PeopleRange, Plan
from facilitator.domain.plan.step import Reveal, Step, StepKind, Way
from facilitator.domain.said import SaidLine
from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Setup, Workshop
from facilitator.kinds.dots.commands import ClosePlacing, EnterTotals, Reopen
from facilitator.kinds.dots.counts import Budget
from facilitator.kinds.dots.state import Dots, PlacedBy
from facilitator.kinds.patterns.arrangement import MOST_PATTERNS
from facilitator.kinds.patterns.commands import Put, ShowLines, ShowNames, Undo
from facilitator.kinds.patterns.state import Patterns, Spot
from facilitator.kinds.registry import LIVE
from facilitator.live.session.chance import SystemShuffler
from facilitator.live.session.clock import SystemClock
from facilitator.live.session.session import LiveSession
from facilitator.room.spec import Theme
from facilitator.store.workshop.file import create_workshop
from facilitator.ui.console.commands.table import Act
from facilitator.ui.corner.pace import Pace
from facilitator.ui.scene.ruler import QtRuler

FRAME_MS = 16.7
COUNTS = 10, 60, 200
LAPTOP, PROJECTOR = (1280, 800), (1920, 1080)
SAID, GATHER, OPEN, SORT, CHOICE = (
    StepId(name) for name in ("said", "gather", "open", "sort", "choice")
)
DOTS, COUNTED, MARKED = (StepId(name) for name in ("dots", "counted", "marked"))
BALLOTS = 60  # that were handed in before
TEXTS = (
    "nobody sighs when a question is asked a second time",
    "the minutes say what was decided and also what was not",
    "somebody asks me before the meeting and not only in the middle of it, when everyone looks",
    "there is time to think first, and a cup of tea",
    "we say at the start who decides in the end, and by when the others will hear of it",
)
BEFORE = {
    "add a said line": (68.4, 145.8, 460.2),
    "correct a said line": (61.0, 146.2, 416.4),
    "hold, go on": (7.4, 21.3, 96.3),
    "tick of the clock": (2.0, 2.7, 3.2),
    "a minute more": (44.5, 98.2, 248.9),
    "go to the opened lines": (183.7, 887.2, 2796.6),
    "next page": (27.6, 54.3, 235.3),
    "show one": (59.5, 234.7, 998.6),
    "set a line aside": (141.2, 770.4, 2750.0),
    "curtain": (15.8, 32.1, 110.5),
    "tick at opened lines": (1.8, 15.9, 121.8),
    "leave out of the record": (82.7, 410.9, 1222.1),
    "next page of the record": (34.1, 59.1, 186.2),
    "colours of the board": (44.9, 158.5, 567.2),
}

Command = Callable[[], object]


@dataclass(frozen=True)
class Timed:
    """One act: where it is done, what is measured, and what puts everything back."""

    name: str
    at: StepId
    run: Command
    back: Command


def line_of(place: int) -> str:
    """Return a line of its own for each place."""
    return f"{place + 1}: {TEXTS[place % len(TEXTS)]}"


def plan() -> Plan:
    """Return a plan with a step for lines that are said, for writing, opening and the record."""
    minutes = timedelta(minutes=10)
    question = Words.of("It is easier for me to speak up here when…")
    steps = (
        Step(SAID, StepKind.TALK, Words.of("Celebrate"), minutes, question=question,
             reveal=Reveal.CAPTURE),
        Step(GATHER, StepKind.GATHER, Words.of("One line each"), minutes, question=question,
             reveal=Reveal.BATCH, ways=(Way.CORNER, Way.CARDS)),
        Step(OPEN, StepKind.OPEN, Words.of("Read, then listen"), minutes, question=question,
             reveal=Reveal.BATCH, of=GATHER),
        Step(SORT, StepKind.PATTERNS, Words.of("Patterns"), minutes, question=question,
             reveal=Reveal.BATCH, of=GATHER),
        *(Step(dots, StepKind.DOTS, Words.of("Dots"), minutes, question=question,
               reveal=Reveal.COUNTS, of=GATHER) for dots in (DOTS, COUNTED, MARKED)),
        Step(CHOICE, StepKind.RECORD_CHOICE, Words.of("The record"), minutes, question=question),
    )  # fmt: skip
    return Plan(PlanId("plan"), Words.of("A meeting"), "", PeopleRange(3, 12, 16), steps)


def workshop_with(count: int) -> Workshop:
    """Return a workshop with so many opened lines, and one said line less."""
    setup = Setup(people=12, support="the community house", recipients="all of us")
    empty = Workshop.of(WorkshopId("w"), plan(), setup, practice=False)
    written = tuple(
        Contribution(ContributionId(f"{place:015x}f"), line_of(place)) for place in range(count)
    )
    opened = Gathering(
        GATHER, GatheringState.OPENED, 12, was_opened=True, contributions=written, was_read=True
    )
    lines = tuple(
        SaidLine(LineId(f"{place:016x}"), SAID, line_of(place)) for place in range(count - 1)
    )
    gatherings = tuple(
        opened if gathering.step_id == GATHER else gathering for gathering in empty.gatherings
    )
    board = replace(empty.board, curtain=False)
    workshop = replace(empty, said=lines, gatherings=gatherings or (opened,), board=board)
    return with_patterns(with_dots(workshop.lettered, count), count)


def with_patterns(workshop: Workshop, count: int) -> Workshop:
    """Return the workshop with its lines in as many patterns as there can be."""
    patterns = Patterns(SORT)
    for number in range(MOST_PATTERNS):
        patterns = patterns.with_new(Words.of(f"Pattern {number + 1}"))
    for line in range(count):
        patterns = patterns.put((Spot(line),), line % MOST_PATTERNS)
    return workshop.with_state(patterns)


def with_dots(workshop: Workshop, count: int) -> Workshop:
    """Return the workshop with dots that are being placed, counted by hand, and shown."""
    budget, letters = Budget(7, 2), tuple(range(count))
    placing = Dots(DOTS).begun(PlacedBy.CORNER, budget, letters)
    for ballot in range(BALLOTS):
        placing = placing.with_turn({(ballot * 7 + place) % count: 1 for place in range(7)})
    counting = Dots(COUNTED).begun(PlacedBy.HAND, budget, letters).with_totals(12, {})
    marked = replace(placing, step_id=MARKED).closed().revealed(BALLOTS, 5)
    for state in (placing, counting, marked):
        workshop = workshop.with_state(state)
    return workshop


class Measuring:
    """A workshop with its windows, and how long each act takes in it."""

    def __init__(
        self, application: QApplication, folder: Path, count: int, clock: Callable[[], float]
    ) -> None:
        self._clock, self._turn = clock, 0
        workshop = workshop_with(count)
        db = create_workshop(folder / f"{count}.workshop", workshop)
        session = LiveSession(db, workshop, SystemClock(), SystemShuffler(), QtRuler(), LIVE)
        self.session, self._count = session, count
        self.windows = WorkshopWindows(application, session, None, Pace())
        self.windows.open()
        for timer in self.windows.findChildren(QTimer):
            timer.stop()  # the clock ticks where that is measured
        self.windows.console.resize(*LAPTOP)
        self._settle()

    def acts(self) -> tuple[Timed, ...]:
        """Return every act that is measured."""
        session, console = self.session, self.windows.console
        do = console.do
        return (
            Timed("add a said line", SAID, self._say, self._take_back),
            Timed("correct a said line", SAID, self._correct, self._correct_back),
            Timed("hold, go on", SAID, session.time.toggle, lambda: None),
            Timed("tick of the clock", SAID, self.windows.tick, lambda: None),
            Timed("a minute more", SAID, lambda: session.time.add(timedelta(minutes=1)),
                  lambda: session.time.add(-timedelta(minutes=1))),
            Timed("go to the opened lines", SAID, lambda: session.steps.jump(OPEN),
                  lambda: session.steps.jump(SAID)),
            Timed("next page", OPEN, lambda: do(Act.NEXT), self._to_first),
            Timed("show one", OPEN, lambda: session.board.one_line(GATHER),
                  lambda: session.board.one_line(GATHER)),
            Timed("set a line aside", OPEN, self._set_aside, self._let_through),
            Timed("curtain", OPEN, lambda: do(Act.CURTAIN), lambda: do(Act.CURTAIN)),
            Timed("tick at opened lines", OPEN, self.windows.tick, lambda: None),
            Timed("hand in dots", DOTS, self._place_dots, lambda: None),
            Timed("close placing dots", DOTS, lambda: session.own.do(DOTS, ClosePlacing()),
                  lambda: session.own.do(DOTS, Reopen())),
            Timed("count the dots of a line", COUNTED, self._count_dots, lambda: None),
            Timed("go to the dots", SAID, lambda: session.steps.jump(MARKED),
                  lambda: session.steps.jump(SAID)),
            Timed("put a line in a pattern", SORT,
                  lambda: session.own.do(SORT, Put((Spot(3, 3),), 9)),
                  lambda: session.own.do(SORT, Undo())),
            Timed("show the patterns", SORT, lambda: session.own.do(SORT, ShowNames()),
                  lambda: session.own.do(SORT, ShowLines())),
            Timed("next page of the dots", MARKED, lambda: do(Act.NEXT), self._to_first),
            Timed("leave out of the record", CHOICE, self._leave_out, self._put_in),
            Timed("next page of the record", CHOICE, lambda: do(Act.NEXT), self._to_first),
            Timed("colours of the board", CHOICE, lambda: session.board.set_theme(Theme.DIM),
                  lambda: session.board.set_theme(Theme.WARM)),
        )  # fmt: skip

    def times(self, act: Timed, times: int) -> list[float]:
        """Return the milliseconds of an act, done so often."""
        if self.session.workshop.agenda.now.step.id != act.at:
            self.session.steps.jump(act.at)
        self._settle()
        milliseconds = []
        for _time in range(times):
            began = self._clock()
            act.run()
            self._paint()
            milliseconds.append((self._clock() - began) * 1000)
            act.back()
            self._settle()
        return milliseconds

    def close(self) -> None:
        """Close everything."""
        self.windows.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _paint(self) -> None:
        """Lay out and paint what waits for it, without the pause that a display makes."""
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for window in (self.windows.board, self.windows.console):
            QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))

    def _settle(self) -> None:
        for _time in range(3):
            self._paint()

    def _say(self) -> None:
        self._turn += 1  # other words each time: nothing has measured them before
        self.session.said.add(f"{line_of(self._count - 1)} ({self._turn})")

    def _take_back(self) -> None:
        self.session.said.remove(self.session.workshop.said[-1].id)

    def _correct(self) -> None:
        self._turn += 1
        text = f"This is what was meant at {self._turn}."
        self.session.said.correct(self.session.workshop.said[1].id, text)

    def _correct_back(self) -> None:
        self.session.said.correct(self.session.workshop.said[1].id, line_of(1))

    def _to_first(self) -> None:
        while self.session.workshop.board.page:
            self.windows.console.do(Act.BACK)

    def _set_aside(self) -> None:
        self.session.writing.set_aside(GATHER, self._line, SetAside.PERSON)

    def _let_through(self) -> None:
        self.session.writing.let_through(GATHER, self._line)
        self._turn += 1

    def _place_dots(self) -> None:
        self._turn += 1
        lines = ((self._turn * 5 + place) % self._count for place in range(7))
        self.session.own.hand_in(DOTS, tuple((line, 1) for line in lines))

    def _count_dots(self) -> None:
        self._turn += 1
        dots = {self._turn % self._count: self._turn % 9}
        self.session.own.do(COUNTED, EnterTotals(12, dots))

    def _leave_out(self) -> None:
        self.session.writing.set_in_record(GATHER, self._line, in_record=False)

    def _put_in(self) -> None:
        self.session.writing.set_in_record(GATHER, self._line, in_record=True)
        self._turn += 1

    @property
    def _line(self) -> ContributionId:
        lines = self.session.workshop.gathering(GATHER).contributions
        return lines[self._turn % len(lines)].id


def choose_screens(folder: Path) -> None:
    """Give Qt a laptop and a projector that exist only in memory."""
    dense = {"dpr": 1, "logicalDpi": 96, "logicalBaseDpi": 96}
    screens = [
        {"name": name, "x": x, "y": 0, "width": width, "height": height} | dense
        for name, x, (width, height) in (("laptop", 0, LAPTOP), ("projector", 1280, PROJECTOR))
    ]
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"


def printed(times_by_act: dict[str, list[list[float]]]) -> bool:
    """Print every act; return whether each median is within a frame."""
    heads = "".join(f"{f'{count} lines':>32}" for count in COUNTS)
    sys.stdout.write(f"{'milliseconds':26}{heads}\n{'':26}")
    sys.stdout.write(f"{'before':>12}{'median':>10}{'slowest':>10}" * len(COUNTS) + "\n")
    for name, each in times_by_act.items():
        before = BEFORE.get(name, (0.0,) * len(COUNTS))
        figures = "".join(
            f"{was:12.1f}{median(times):10.1f}{max(times):10.1f}"
            for was, times in zip(before, each, strict=True)
        )
        sys.stdout.write(f"{name:26}{figures}\n")
    return all(median(times) <= FRAME_MS for each in times_by_act.values() for times in each)


def main() -> int:
    """Measure every act at each number of lines, and say whether all are within a frame."""
    times = next((int(given) for given in sys.argv[1:] if given.isdecimal()), 15)
    clock = time.thread_time if "--cpu" in sys.argv else time.perf_counter
    times_by_act: dict[str, list[list[float]]] = {}
    with tempfile.TemporaryDirectory() as name:
        choose_screens(Path(name))
        application = QApplication([])
        for count in COUNTS:
            measuring = Measuring(application, Path(name), count, clock)
            for act in measuring.acts():
                times_by_act.setdefault(act.name, []).append(measuring.times(act, times))
            measuring.close()
        application.quit()
    return 0 if printed(times_by_act) else 1


if __name__ == "__main__":
    sys.exit(main())
