"""Over whole workshops the order on board, console, record and JSON says nothing (4.2, leak 25)."""

import random
import re
from collections.abc import Callable
from pathlib import Path

from facilitator.domain.contribution import SetAside, Shuffler, Turn
from facilitator.live.session.chance import SystemShuffler
from tests.attack.order import TAG, Orders, tags
from tests.attack.test_order import NoShuffler
from tests.helpers.attacks import count, measured
from tests.helpers.folder import bytes_in
from tests.helpers.meeting import GATHER, Meeting, a_meeting, in_json, in_record, on_board

CHANCE = random.SystemRandom()


class Evening:
    """A gathering of 8 to 40 turns, looked at wherever its lines are shown."""

    def __init__(self, meeting: Meeting, orders: Orders) -> None:
        self._meeting, self._orders = meeting, orders
        self.arrived: list[str] = []

    def run(self) -> None:
        """Play it to its record."""
        meeting = self._meeting
        meeting.open_writing()
        for _ in range(CHANCE.randint(7, 35)):
            self._turn("turn")
        self._cards()
        meeting.close_writing()
        self._look_at_desk("reading first")
        self._read_first()
        meeting.open_together()
        first = len(self.arrived)
        self._look_at_board("opened")
        meeting.open_writing()
        for _ in range(3):
            self._turn("late turn", empty=0)
        meeting.close_writing()
        meeting.open_together()
        self._look_at_board("opened with the late ones", first)
        meeting.session.board.record()
        self._look_at_board("what goes in the record", first)
        record = meeting.close()
        self._look("closed, the record", in_record(record))
        self._look("closed, the JSON", re.findall(r"tag\w{12}", in_json(record)))
        for folder in (meeting.data, meeting.records):
            self._orders.look("closed", folder, self.arrived)

    def _turn(self, moment: str, empty: float = 0.2) -> None:
        texts = [] if CHANCE.random() < empty else tags(CHANCE.choice([1, 1, 1, 2]))
        self.arrived += texts
        self._meeting.write(*(text + " ŵ" * CHANCE.randint(0, 8) for text in texts))
        self._orders.look(moment, self._meeting.data, self.arrived)

    def _cards(self) -> None:
        """Hand in a few cards, a blank one among them, as a helper does."""
        texts = tags(CHANCE.randint(1, 4))
        self.arrived += texts
        cards = (*(Turn((text,)) for text in texts), Turn())
        self._meeting.session.writing.give_cards(cards)
        self._orders.look("cards", self._meeting.data, self.arrived)

    def _read_first(self) -> None:
        meeting, writing = self._meeting, self._meeting.session.writing
        if len(self.arrived) < 4:
            return
        aside, out, other = CHANCE.sample(self.arrived, 3)
        writing.set_aside(GATHER, meeting.of(aside).id, SetAside.ATTACK)
        writing.take_out(GATHER, meeting.of(out).id)
        [reworded] = tags(1)
        writing.reword(GATHER, meeting.of(other).id, reworded)
        self.arrived[self.arrived.index(other)] = reworded

    def _look_at_board(self, moment: str, first: int | None = None) -> None:
        """Look at each batch, the ``first`` lines and the late ones, which follow them."""
        for batch in (slice(first), slice(first, None)) if first else (slice(None),):
            late = " late" if batch.start else ""
            self._look(f"{moment}, board{late}", on_board(self._meeting), batch)
            self._look_at_desk(moment, batch)

    def _look_at_desk(self, moment: str, batch: slice = slice(None)) -> None:
        desk = self._meeting.session.desk()
        assert desk.gathering is not None
        late = " late" if batch.start else ""
        self._look(f"{moment}, console{late}", [row.text for row in desk.gathering.rows], batch)

    def _look(self, moment: str, texts: list[str], batch: slice = slice(None)) -> None:
        seen = re.findall(r"tag[0-9a-f]{12}", " ".join(texts))
        self._orders.see(moment, "shown", seen, self.arrived[batch])


def evenings(number: int, folder: Path, new_shuffler: Callable[[], Shuffler]) -> Orders:
    """Play n workshops."""
    orders = Orders()
    for place in range(number):
        with a_meeting(folder / str(place), new_shuffler()) as meeting:
            Evening(meeting, orders).run()
    return orders


def test_leak_25_no_order_anywhere_tells_who_wrote_first(tmp_path: Path) -> None:
    orders = evenings(count(small=4, full=300), tmp_path, SystemShuffler)
    measured("order, whole workshops", orders.figures())
    moments = {moment for moment, _place in orders.found}
    assert moments >= {
        "turn",
        "cards",
        "late turn",
        "reading first, console",
        "opened, board",
        "what goes in the record, board",
        "closed, the record",
        "closed, the JSON",
    }
    assert orders.least_chance() > 1e-6, orders.worst()


def test_the_attack_would_see_it_on_board_in_record_and_json_if_nothing_were_shuffled(
    tmp_path: Path,
) -> None:
    orders = evenings(count(small=5, full=20), tmp_path, NoShuffler)
    chances = orders.chances()
    for moment in ("opened, board", "closed, the record", "closed, the JSON"):
        assert chances[moment, "shown"] < 1e-9, moment


def copied_round_passes(folder: Path, shuffler: Shuffler) -> Orders:
    """Copy the file before and after each of many passes; compare the orders of its lines."""
    orders = Orders()
    with a_meeting(folder, shuffler) as meeting:
        meeting.open_writing()
        meeting.write(*tags(3))
        for text in tags(12):
            meeting.write(text)
        before = in_files(meeting)
        for _ in range(count(small=40, full=300)):
            meeting.write()
            after = in_files(meeting)
            orders.see("a pass", "in the file", after, before)
            before = after
    return orders


def in_files(meeting: Meeting) -> list[str]:
    """Return the lines in the order in which the data folder has them."""
    held = b"".join(content for _name, content in sorted(bytes_in(meeting.data).items()))
    return [match.decode() for match in TAG.findall(held)]


def test_a_pass_mixes_the_file_as_a_line_does(tmp_path: Path) -> None:
    orders = copied_round_passes(tmp_path, SystemShuffler())
    measured("order, round passes", orders.figures())
    assert orders.least_chance() > 1e-6, orders.worst()


def test_the_attack_would_see_a_pass_that_leaves_the_order_as_it_was(tmp_path: Path) -> None:
    orders = copied_round_passes(tmp_path, NoShuffler())
    assert orders.chances()["a pass", "in the file"] < 1e-12
