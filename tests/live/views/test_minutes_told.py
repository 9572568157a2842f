"""Minutes that only the facilitator reads are written in the facilitator's language."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from facilitator.domain.text.language import ENGLISH, WELSH, Words
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import PLAN, TALK, a_session


def test_steps_are_named_as_on_the_console_also_where_welsh_comes_first(
    tmp_path: Path, clock: FakeClock
) -> None:
    title = Words.from_mapping({"cy": "Beth a’i gwnaeth yn anodd?", "en": "What made it hard?"})
    talk = replace(TALK, title=title)
    plan = replace(PLAN, languages=(WELSH, ENGLISH), steps=(talk, *PLAN.steps[1:]))
    session = a_session(tmp_path, plan=plan, clock=clock)
    session.time.start()
    clock.advance(seconds=timedelta(minutes=3).total_seconds())
    assert session.desk().agenda.rows[0].title == "What made it hard?"
    session.time.leave()
    assert session.minutes()[0].startswith("What made it hard? – 8 min planned")
    session.close()
