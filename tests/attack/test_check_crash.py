"""Killed while people choose at the typing corner: each answer that was saved is there once."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.agreement.checking import begin_check
from facilitator.domain.agreement.checks import HandsWay, Tally
from facilitator.domain.agreement.line import AgreementLine, Wording
from facilitator.domain.ids import LineId
from facilitator.room.checks import checks
from facilitator.store.workshop.file import create_workshop
from tests.attack.strace import Point, kept_wherever_killed, killed, paths_in
from tests.attack.turns import ANSWERS
from tests.helpers.attacks import measured
from tests.helpers.files import open_workshop, read_whole
from tests.helpers.folder import bytes_in
from tests.helpers.workshops import a_workshop

BEFORE = Tally.of(checks()[1], HandsWay.CORNER).counted(0, 9).counted(3, 2).without_hand()


def fresh(path: Path) -> None:
    """Make a workshop file in which a check at the corner has been answered by twelve."""
    line = AgreementLine(LineId("00"), (Wording("One voice"),))
    agreement = begin_check(Agreement().suggest(line), (line.id,), BEFORE)
    create_workshop(path, replace(a_workshop(), agreement=agreement)).close()


def after(kept: int) -> Tally:
    """Return the tally there must be after n answers."""
    tally = BEFORE
    for place in ANSWERS[:kept]:
        tally = tally.without_hand() if place is None else tally.counted(place)
    return tally


def answers_kept(path: Path) -> int:
    """Reopen; return how many of the answers are in the file, each of them once."""
    with closing(open_workshop(path)) as db:
        checking = read_whole(db).agreement.checking
    assert checking is not None
    kept = checking.tally.everyone - BEFORE.everyone
    assert checking.tally == after(kept)
    assert [name for name, held in bytes_in(path.parent).items() if held] == [path.name]
    return kept


def files_in(folder: Path) -> Iterator[Path]:
    """Give such a file, again and again."""
    for path in paths_in(folder):
        fresh(path)
        yield path


def test_killed_at_any_point_what_done_answered_for_is_there_once(tmp_path: Path) -> None:
    done = kept_wherever_killed("answers", files_in(tmp_path), answers_kept, len(ANSWERS))
    measured("crash, check", [f"{done.points} points, {done.lost} times an answer was not kept"])
    assert done.points > 20
    assert done.lost  # else nothing was ever killed in the middle


def test_the_attack_would_see_an_answer_that_is_acknowledged_before_it_is_saved(
    tmp_path: Path,
) -> None:
    path = next(files_in(tmp_path))
    outcome = killed("answers too early", path, Point("fdatasync", 1))
    assert outcome.output.count("turn") > answers_kept(path)
