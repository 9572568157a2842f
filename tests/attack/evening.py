"""What no rehearsal does: practice, carrying on, a full disk, saving elsewhere.

``python -m tests.attack.evening FOLDER``; nothing is printed.
"""

import sys
from dataclasses import replace
from pathlib import Path

from facilitator.live.library.record_file import write_record
from facilitator.live.library.workshops import Workshops
from facilitator.live.session.session import LiveSession
from tests.helpers.programs import begun, full_disk, started, written
from tests.helpers.sessions import PLAN, SETUP


def main(folder: Path) -> int:
    """Hold two workshops and a practice; close one, delete the other."""
    data, elsewhere = folder / "data", folder / "out"
    for place in (data, elsewhere):
        place.mkdir()
    with started(data) as workshops:
        practice = written(_at_gathering(workshops.practise(PLAN, SETUP)))
        practice.close()
        session = written(begun(workshops))
        session.close()
    with started(data) as workshops:  # as after a crash
        workshops.finish_interrupted()
        session = workshops.carry_on(session.workshop.id)
        _fill_the_disk(workshops, session, elsewhere)
        summary, record = workshops.begin_closing(session.workshop, elsewhere)
        write_record(summary, record)
        session.close()
        workshops.finish_closing(session.workshop.id)
        other = workshops.begin(PLAN, replace(SETUP, group="Another group"))
        other.close()
        workshops.delete(other.workshop.id)
    return 0


def _at_gathering(session: LiveSession) -> LiveSession:
    session.steps.jump(session.workshop.gatherings[0].step_id)
    return session


def _fill_the_disk(workshops: Workshops, session: LiveSession, elsewhere: Path) -> None:
    """Let the disk be full for one act, so that the workshop is not saved; then save it."""
    with full_disk():
        session.board.toggle_curtain()
    assert not session.is_saved
    workshops.save_elsewhere(session, elsewhere)
    assert session.is_saved


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
