"""Whole workshops through the real windows, by mouse and keys, watched from the outside."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.domain.ids import PlanId, StepId
from facilitator.domain.plan.step import Reveal, StepKind, Way
from facilitator.domain.text.language import Words
from facilitator.kinds.dots.state import DotsOptions
from facilitator.rehearsal.time_script import OWN_QUESTION
from facilitator.room.pages.picture import (
    CalmPage,
    GatherPage,
    NotesPage,
    Scene,
    ScenePage,
    TodayPage,
)
from facilitator.store.plans.ready import READY
from facilitator.ui.acting.made_up import SAID, SMALL_STEPS, WRITTEN
from tests.helpers.files import read_plan, ready_plan, write_plan
from tests.helpers.plans import a_bilingual_plan
from tests.helpers.programs import workshop_files
from tests.helpers.rehearsals import Played, play
from tests.helpers.sessions import CHOICE, GATHER, OPEN, PLAN, TALK
from tests.helpers.sessions import SAID as SAID_STEP

WORDS = (*SAID, *SMALL_STEPS, *WRITTEN)
SECONDS = re.compile(r"\d:\d\d")
TIME_OF_DAY = re.compile(r"\b\d?\d:\d\d\b")
GROUP = "Made-up people"
WHOLE = (PlanId("three-q-30"), PlanId("pscc-90"))


def check(played: Played) -> None:
    """See that every promise was kept in a workshop that was played to its end."""
    check_record(played)
    check_board(played)
    check_folder(played)


def check_record(played: Played) -> None:
    """Every line to keep is once in the record, and none that was left out."""
    kept, left_out = played.lines("kept"), played.lines("left_out")
    assert kept
    for line in set(kept):
        assert played.record.count(line) == kept.count(line), line
    for line in left_out:
        if not any(line in text for text in kept):  # such as a line that was joined with another
            assert line not in played.record, line
    came = ("contributed", "said", "suggested")
    assert sum(map(played.number, came)) == len(kept) + len(left_out)


def check_board(played: Played) -> None:
    """No seconds ever; while people write no count, no line and no time but when we are back."""
    contents = [look.picture.content for look in played.looks]
    assert isinstance(contents[0], ScenePage)
    with_group = [place for place, look in enumerate(played.looks) if GROUP in look.texts]
    assert with_group == [1], "on the welcome, by a command only"
    assert isinstance(contents[-1], ScenePage)
    scenes = {content.scene for content in contents if isinstance(content, ScenePage)}
    assert {Scene.WELCOME, Scene.PAUSE, Scene.THANKS} <= scenes
    for kind in (TodayPage, CalmPage):
        assert any(isinstance(content, kind) for content in contents)
    written = [text for text in WRITTEN if text]
    for look in played.looks:
        content = look.picture.content
        if isinstance(content, GatherPage):
            assert not any(re.search(r"\d", text) for text in texts_but_back(content))
            assert not any(line in text for line in written for text in look.texts)
        else:
            assert not any(SECONDS.search(TIME_OF_DAY.sub("", text)) for text in look.texts)


def texts_but_back(content: GatherPage) -> list[str]:
    """Return the fixed texts on the page of writing, without the time at which we are back."""
    words = [content.foot]
    words += [words for way in content.ways for words in way]
    return [text for word in words for _language, text in word.texts]


def check_folder(played: Played) -> None:
    """Nothing that anybody wrote or said is left but in the record, and nothing in the log."""
    assert workshop_files(played.data) == []
    held = b"".join(path.read_bytes() for path in played.data.iterdir() if path.is_file())
    assert not [words for words in WORDS if words[1:].encode() in held]
    assert not [words for words in WORDS if words in played.log]


@pytest.mark.parametrize("plan_id", WHOLE)
def test_a_ready_plan_is_played_from_home_to_its_record(
    qapp: QApplication, tmp_path: Path, plan_id: PlanId
) -> None:
    plan = ready_plan(plan_id)
    played = play(qapp, tmp_path, plan, plan.people.best)
    check(played)
    assert played.number("opened") > 0
    assert played.number("set_aside") == 1
    assert {"home before you start", "console which display"} <= set(played.captions)
    assert any(isinstance(look.picture.content, GatherPage) for look in played.looks)
    assert any(isinstance(look.picture.content, NotesPage) for look in played.looks)


@pytest.mark.parametrize("plan_id", [line for line in READY if line not in WHOLE])
def test_each_other_ready_plan_is_played_with_few_people(
    qapp: QApplication, tmp_path: Path, plan_id: PlanId
) -> None:
    check(play(qapp, tmp_path, ready_plan(plan_id), 5))


def test_three_people_are_read_the_warning_before_their_lines_are_opened(
    qapp: QApplication, tmp_path: Path
) -> None:
    played = play(qapp, tmp_path, ready_plan(WHOLE[0]), 3)
    check(played)
    assert "console the warning" in played.captions
    assert played.number("opened") > 0


def test_lines_of_two_people_are_never_opened(qapp: QApplication, tmp_path: Path) -> None:
    played = play(qapp, tmp_path, ready_plan(WHOLE[0]), 2)
    check(played)
    assert played.number("contributed") > 0
    assert played.number("opened") == 0
    assert not any(isinstance(look.picture.content, NotesPage) for look in played.looks)
    assert not any(line in played.record for line in WRITTEN)


def test_forty_people_lose_no_line(qapp: QApplication, tmp_path: Path) -> None:
    played = play(qapp, tmp_path, ready_plan(WHOLE[0]), 40)
    check(played)
    assert played.number("turns") == 40
    assert played.number("contributed") == 37  # one of 38 was taken out by a voice
    assert played.number("opened") == 36


def test_a_workshop_in_two_languages_is_played_in_both(qapp: QApplication, tmp_path: Path) -> None:
    played = play(qapp, tmp_path, a_bilingual_plan(), 7)
    check_record(played)
    check_folder(played)
    writing = [look for look in played.looks if isinstance(look.picture.content, GatherPage)]
    assert writing
    for look in writing:
        assert "Mae’n haws i mi siarad yma pan…" in look.texts
        assert "It is easier for me to speak up here when…" in look.texts


def test_dots_of_a_plan_file_are_placed_in_the_corner_and_go_in_the_record(
    qapp: QApplication, tmp_path: Path
) -> None:
    gathering = replace(GATHER, ways=(Way.CORNER, Way.CARDS))
    dots = replace(
        OPEN,
        id=StepId("dots"),
        kind=StepKind.DOTS,
        title=Words.of("Dots"),
        question=Words.of("Where would you start?"),
        reveal=Reveal.COUNTS,
        options=DotsOptions(3, 2),
    )
    file = tmp_path / "plan.toml"
    steps = (gathering, OPEN, dots, CHOICE)
    write_plan(file, replace(PLAN, steps=steps, summary="Dots.", for_whom="Teams."))
    played = play(qapp, tmp_path, read_plan(file), 8)
    check_record(played)
    check_folder(played)
    pages = [c for look in played.looks if isinstance(c := look.picture.content, NotesPage)]
    with_dots = [page for page in pages if any(note.dots for note in page.notes)]
    assert pages[-len(with_dots) :] == with_dots, "never before they are shown"
    assert any(note.dots.count for note in with_dots[0].notes if note.dots)
    kept = [line for line in played.lines("kept") if line in WRITTEN]
    assert len(kept) == played.record.count("Dots: ")


def test_a_question_of_ones_own_reaches_board_and_record(
    qapp: QApplication, tmp_path: Path
) -> None:
    played = play(qapp, tmp_path, replace(PLAN, steps=(TALK, SAID_STEP, CHOICE)), 3)
    assert any(OWN_QUESTION in look.texts for look in played.looks)
    assert OWN_QUESTION in played.record
