"""What a workshop is called, for the facilitator and for the room."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from facilitator.domain.text.language import ENGLISH, WELSH, Words
from tests.helpers.sessions import PLAN, SETUP, a_session


def test_the_consoles_title_is_the_facilitators_and_the_rooms_stays(tmp_path: Path) -> None:
    title = Words.from_mapping({"cy": "Sgwrs fer", "en": "Short talk"})
    plan = replace(PLAN, title=title, languages=(WELSH, ENGLISH))
    session = a_session(tmp_path, plan, replace(SETUP, title=""))
    assert session.desk().header.title == "Short talk"
    assert session.workshop.title == "Sgwrs fer"
    assert session.summary(date(2026, 3, 9)).title == "Sgwrs fer"
    session.setup.set(replace(session.workshop.setup, title="Our own"))
    assert session.desk().header.title == "Our own"
    session.close()
