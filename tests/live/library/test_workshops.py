"""Workshops from the first moment to the last, in a data folder."""

import json
import os
import shutil
import unicodedata
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from facilitator.domain.contribution import Turn
from facilitator.domain.ids import StepId, WorkshopId
from facilitator.domain.summary import SessionSummary
from facilitator.domain.workshop import Stage
from facilitator.errors import (
    NotAllowedNowError,
    NotAWorkshopError,
    StoreUnavailableError,
    WorkshopInUseError,
)
from facilitator.kinds.registry import LIVE
from facilitator.live.library.record_file import free_name, record_is_whole, write_record
from facilitator.live.library.workshops import Finished, Workshops
from facilitator.live.session.chance import SeededShuffler
from facilitator.live.session.session import LiveSession
from facilitator.store.database import open_store
from facilitator.store.library.file import open_library
from facilitator.store.record_files import json_beside
from facilitator.store.workshop.schema import WORKSHOP_FILE
from tests.helpers.clock import FakeClock
from tests.helpers.files import open_workshop
from tests.helpers.programs import (
    GATHER,
    WRITTEN,
    begun,
    full_disk,
    started,
    workshop_files,
    written,
)
from tests.helpers.records import texts_in
from tests.helpers.rulers import FixedRuler
from tests.helpers.sessions import PLAN, SETUP

KEPT = ("We got through winter", *WRITTEN)


def lines_in(record: Path) -> list[str]:
    """Return the kept lines that the record's text holds, as often as it holds them."""
    texts = " ".join(texts_in(record.read_bytes()))
    return sorted(line for line in KEPT for _time in range(texts.count(line)))


def only(workshops: Workshops) -> WorkshopId:
    """Return the id of the one workshop on the list."""
    (entry,) = workshops.entries()
    return entry.id


def test_a_workshop_that_was_stopped_is_carried_on_with_everything(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = written(begun(workshops))
        before = session.workshop
        session.close()
    with started(tmp_path) as workshops:
        session = workshops.carry_on(only(workshops))
        assert session.workshop.gatherings == before.gatherings
        assert session.workshop.said == before.said
        assert session.workshop.board.curtain
        session.close()


def test_a_closed_workshop_leaves_its_record_and_no_word_in_the_folder(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = written(begun(workshops))
        summary, record = workshops.begin_closing(session.workshop, tmp_path / "records")
        write_record(summary, record)
        session.close()
        assert workshops.finish_closing(session.workshop.id) == record
        (entry,) = workshops.entries()
    assert (entry.stage, entry.record) == (Stage.CLOSED, record)
    assert lines_in(record) == sorted(KEPT)
    assert workshop_files(tmp_path) == []
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert not any(line[1:].encode() in held for line in KEPT)


def begin(workshops: Workshops, session: LiveSession, folder: Path) -> tuple[SessionSummary, Path]:
    return workshops.begin_closing(session.workshop, folder / "records")


def stop_at_begun(workshops: Workshops, session: LiveSession, folder: Path) -> None:
    begin(workshops, session, folder)


def stop_at_json(workshops: Workshops, session: LiveSession, folder: Path) -> None:
    def killed(_summary: SessionSummary) -> bytes:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_record(*begin(workshops, session, folder), killed)


def stop_at_half_a_pdf(workshops: Workshops, session: LiveSession, folder: Path) -> None:
    stop_at_json(workshops, session, folder)
    (entry,) = workshops.entries()
    assert entry.record is not None
    entry.record.with_name(f"{entry.record.name}.part").write_bytes(b"%PDF-1.7 half")


def stop_at_record(workshops: Workshops, session: LiveSession, folder: Path) -> None:
    write_record(*begin(workshops, session, folder))


def stop_at_forgotten(workshops: Workshops, session: LiveSession, folder: Path) -> None:
    stop_at_record(workshops, session, folder)
    session.close()
    for name in workshop_files(folder):
        (folder / name).unlink()


STOPS = (stop_at_begun, stop_at_json, stop_at_half_a_pdf, stop_at_record, stop_at_forgotten)


@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.__name__)
def test_closing_stopped_after_any_step_of_it_is_finished_at_the_next_start(
    tmp_path: Path, stop: object
) -> None:
    assert callable(stop)
    with started(tmp_path) as workshops:
        session = written(begun(workshops))
        stop(workshops, session, tmp_path)
        session.close()
    with started(tmp_path) as workshops:
        finished = workshops.finish_interrupted()
        (entry,) = workshops.entries()
        assert entry.record is not None
        assert finished == Finished((entry.record,))
        assert entry.stage is Stage.CLOSED
        assert record_is_whole(entry.record)
        assert lines_in(entry.record) == sorted(KEPT)
        assert sorted(path.suffix for path in entry.record.parent.iterdir()) == [".json", ".pdf"]
        assert workshop_files(tmp_path) == []
        assert workshops.finish_interrupted() == Finished()


def test_the_json_beside_the_record_says_the_same(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = written(begun(workshops))
        summary, record = begin(workshops, session, tmp_path)
        write_record(summary, record)
        session.close()
    text = json_beside(record).read_text(encoding="utf-8")
    json.loads(text)
    assert all(text.count(line) == 1 for line in KEPT)


def test_a_record_that_cannot_be_written_lets_the_workshop_go_on(tmp_path: Path) -> None:
    (tmp_path / "records").write_text("a file is in the way")
    with started(tmp_path) as workshops:
        session = written(begun(workshops))
        summary, record = begin(workshops, session, tmp_path)
        with pytest.raises(StoreUnavailableError, match="Nothing is lost"):
            write_record(summary, record)
        workshops.abandon_closing(session.workshop.id)
        (entry,) = workshops.entries()
        assert (entry.stage, entry.record) == (Stage.RUNNING, None)
        session.steps.next()
        session.close()


def test_one_closing_that_cannot_be_finished_keeps_no_other_from_it(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        for folder in ("blocked", "free"):
            session = written(begun(workshops))
            workshops.begin_closing(session.workshop, tmp_path / folder)
            session.close()
    (tmp_path / "blocked").write_text("a file is in the way")
    with started(tmp_path) as workshops:
        finished = workshops.finish_interrupted()
        assert [record.parent.name for record in finished.records] == ["free"]
        assert len(finished.problems) == 1
        stages = {entry.stage for entry in workshops.entries()}
        assert stages == {Stage.CLOSED, Stage.RUNNING}
        running = next(entry for entry in workshops.entries() if entry.stage is Stage.RUNNING)
        session = workshops.carry_on(running.id)
        assert len(session.workshop.gathering(GATHER).contributions) == len(WRITTEN)
        session.close()


def test_closing_waits_while_another_program_has_the_workshop_open(tmp_path: Path) -> None:
    with started(tmp_path) as first:
        session = written(begun(first))
        begin(first, session, tmp_path)
        with started(tmp_path) as second:
            assert second.is_closing(only(second))
            (problem,) = second.finish_interrupted().problems
            assert "Another window" in problem
            with pytest.raises(WorkshopInUseError):
                second.carry_on(only(second))
            with pytest.raises(WorkshopInUseError):
                second.delete(only(second))
        session.close()
    with started(tmp_path) as workshops:
        assert len(workshops.finish_interrupted().records) == 1


def test_a_deleted_workshop_leaves_nothing(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = written(begun(workshops))
        session.close()
        workshops.delete(session.workshop.id)
        assert workshops.entries() == ()
        assert workshop_files(tmp_path) == []
        with pytest.raises(NotAllowedNowError, match="not in the list"):
            workshops.delete(session.workshop.id)


def test_only_a_closed_workshop_is_taken_off_the_list_and_its_record_stays(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = begun(workshops)
        with pytest.raises(NotAllowedNowError, match="not been closed"):
            workshops.remove(session.workshop.id)
        with pytest.raises(NotAllowedNowError, match="no record yet"):
            workshops.finish_closing(session.workshop.id)
        summary, record = begin(workshops, session, tmp_path)
        write_record(summary, record)
        session.close()
        workshops.finish_closing(session.workshop.id)
        workshops.remove(session.workshop.id)
        assert workshops.entries() == ()
    assert record_is_whole(record)


def test_a_workshop_whose_file_is_gone_can_still_be_deleted(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = begun(workshops)
        session.close()
        for name in workshop_files(tmp_path):
            (tmp_path / name).unlink()
        with pytest.raises(StoreUnavailableError, match="is not there"):
            workshops.carry_on(session.workshop.id)
        workshops.delete(session.workshop.id)
        assert workshops.entries() == ()


def test_a_file_that_is_no_workshop_any_more_is_said_and_left_alone(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = begun(workshops)
        session.close()
        (name,) = workshop_files(tmp_path)
        (tmp_path / name).unlink()
        open_store(tmp_path / name, WORKSHOP_FILE).close()
        with pytest.raises(NotAWorkshopError):
            workshops.carry_on(session.workshop.id)
        open_workshop(tmp_path / name).close()  # it was released


def test_a_session_that_cannot_be_made_lets_go_of_the_file(tmp_path: Path) -> None:
    rulers = [FixedRuler()]
    with closing(open_library(tmp_path)) as library:
        workshops = Workshops(tmp_path, library, FakeClock(), SeededShuffler(3), rulers.pop, LIVE)
        workshops.begin(PLAN, SETUP).close()
        with pytest.raises(IndexError) as told:  # no ruler is left
            workshops.carry_on(only(workshops))
        rulers.append(FixedRuler())
        workshops.carry_on(only(workshops)).close()
        with pytest.raises(IndexError) as also_told:
            workshops.begin(PLAN, SETUP)
        assert len(workshops.entries()) == 2, "it waits on the list"
        rulers += [FixedRuler(), FixedRuler()]
        for entry in workshops.entries():
            workshops.carry_on(entry.id).close()
        del told, also_told  # they hold what was open when it failed


def test_practice_is_in_no_list_and_no_file(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = written(workshops.practise(PLAN, SETUP))
        summary, record = begin(workshops, session, tmp_path)
        write_record(summary, record)
        session.close()
        assert workshops.entries() == ()
    assert workshop_files(tmp_path) == []
    assert lines_in(record) == sorted(WRITTEN)


def test_two_records_of_one_day_have_names_of_their_own(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = begun(workshops)
        day = workshops.entries()[0].date
        first = free_name(tmp_path, session.workshop, day)
        first.write_text("a record")
        second = free_name(tmp_path, session.workshop, day)
        json_beside(second).write_text("{}")
        third = free_name(tmp_path, session.workshop, day)
        setup = replace(session.workshop.setup, title="../a/b: “ten” 10 %?")
        odd = free_name(tmp_path, replace(session.workshop, setup=setup), day)
        session.close()
    assert [record.stem[-2:] for record in (second, third)] == [" 2", " 3"]
    assert odd.parent == tmp_path
    assert odd.name == f"{day:%Y-%m-%d} a b ten 10.pdf"


TITLES = {
    "Thai": "ขอเวลาคิดก่อนพูด",
    "Tamil": "எனக்கு நேரம் வேண்டும்",
    "Bengali": "নীরবতা আমাকে সাহায্য করে",
    "Hindi": "मुझे पहले लिखकर सोचना अच्छा लगता है",
    "Welsh": "Llŷn a’r tŷ ŵyl",
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_record_s_file_name_keeps_vowel_signs_and_is_composed(
    tmp_path: Path, title: str, form: Literal["NFC", "NFD"]
) -> None:
    name = name_for(tmp_path, unicodedata.normalize(form, title))
    composed = unicodedata.normalize("NFC", title.replace("’", " "))
    assert composed.startswith(name)
    assert len(name) > 8


@pytest.mark.parametrize(
    "letter", ["a", "ŵ", "ก", "நி", "क्षि", "👩🏽‍💻x", "𠀀", "é" + "\u0301" * 40]
)
def test_a_record_with_a_very_long_title_can_be_written(tmp_path: Path, letter: str) -> None:
    name = name_for(tmp_path, letter * 300)
    longest = tmp_path / f"2026-11-12 {name} 999.json.part"
    assert len(os.fsencode(longest.name)) <= 143, "what the strictest file system takes"
    longest.write_text("a record")
    whole = unicodedata.normalize("NFC", "".join(c for c in letter * 300 if c not in "👩🏽‍💻"))
    assert name == "Workshop" or whole.startswith(name.replace(" ", ""))


def name_for(folder: Path, title: str) -> str:
    """Return the title's part of the name that a record would get."""
    with started(folder) as workshops:
        session = begun(workshops)
        setup = replace(session.workshop.setup, title=title)
        path = free_name(folder, replace(session.workshop, setup=setup), date(2026, 11, 12))
        session.close()
    return path.stem.removeprefix("2026-11-12 ")


def test_a_file_that_no_list_knows_is_put_on_the_list(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = written(begun(workshops))
        session.close()
    (tmp_path / "library.db").unlink()
    with started(tmp_path) as workshops:
        assert workshops.finish_interrupted() == Finished()
        (entry,) = workshops.entries()
        assert (entry.id, entry.title, entry.planned) == (
            session.workshop.id,
            session.workshop.title,
            PLAN.length,
        )
        session = workshops.carry_on(entry.id)
        assert len(session.workshop.gathering(GATHER).contributions) == len(WRITTEN)
        session.close()


def test_a_file_that_a_crash_left_empty_goes_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    open_store(tmp_path / "empty.workshop", WORKSHOP_FILE).close()
    (tmp_path / "other.workshop").write_text("This is somebody’s poem.")
    with started(tmp_path) as workshops:
        assert workshops.finish_interrupted() == Finished()
        assert workshops.entries() == ()
    assert workshop_files(tmp_path) == ["other.workshop"]


def test_a_copy_of_a_workshop_is_not_a_second_one(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        begun(workshops).close()
        (name,) = workshop_files(tmp_path)
        shutil.copy(tmp_path / name, tmp_path / "copy.workshop")
        workshops.finish_interrupted()
        assert len(workshops.entries()) == 1
    assert "copy.workshop" in workshop_files(tmp_path)


# Saved elsewhere, when the machine failed.


def failed(workshops: Workshops) -> LiveSession:
    """Return a session that is not kept any more, with one more turn than its file has."""
    session = begun(workshops)
    session.writing.open(GATHER, promise_said=True)
    with full_disk():
        session.writing.give_turn(Turn((WRITTEN[0],)))
    assert not session.is_saved
    return session


def test_a_workshop_saved_elsewhere_is_carried_on_from_there(tmp_path: Path) -> None:
    (stick := tmp_path / "stick").mkdir()
    with started(tmp_path) as workshops:
        session = failed(workshops)
        workshops.save_elsewhere(session, stick)
        assert session.is_saved
        session.writing.give_turn(Turn((WRITTEN[1],)))
        session.close()
    assert workshop_files(tmp_path) == []
    with started(tmp_path) as workshops:
        workshops.finish_interrupted()
        session = workshops.carry_on(only(workshops))
        texts = {line.text for line in session.workshop.gathering(GATHER).contributions}
        assert texts == set(WRITTEN[:2])
        summary, record = begin(workshops, session, tmp_path)
        write_record(summary, record)
        session.close()
        workshops.finish_closing(only(workshops))
    assert workshop_files(stick) == []


def test_a_folder_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = failed(workshops)
        before = workshops.entries()
        with pytest.raises(StoreUnavailableError):
            workshops.save_elsewhere(session, tmp_path / "no stick")
        assert workshops.entries() == before
        assert not session.is_saved
        session.close()


def test_an_old_file_that_cannot_be_removed_is_forgotten_at_the_next_start(tmp_path: Path) -> None:
    (stick := tmp_path / "stick").mkdir()
    with started(tmp_path) as workshops:
        session = failed(workshops)
        (name,) = workshop_files(tmp_path)
        old = tmp_path / name
        aside = old.rename(tmp_path / "aside")
        (old / "in the way").mkdir(parents=True)  # a folder is not removed as a file is
        workshops.save_elsewhere(session, stick)
        session.close()
    with started(tmp_path) as workshops:
        assert workshops.finish_interrupted() == Finished()  # still in the way
    shutil.rmtree(old)
    aside.rename(old)
    with started(tmp_path) as workshops:
        workshops.finish_interrupted()
        assert [entry.file for entry in workshops.entries()] == [
            str(next(stick.glob("*.workshop")))
        ]
    assert workshop_files(tmp_path) == []
    assert len(workshop_files(stick)) == 1


def test_a_list_that_cannot_be_written_knows_the_new_place_all_the_same(tmp_path: Path) -> None:
    (stick := tmp_path / "stick").mkdir()
    with started(tmp_path) as workshops:
        session = failed(workshops)
        with closing(open_library(tmp_path)) as other:
            other.execute("BEGIN IMMEDIATE")
            workshops.save_elsewhere(session, stick)
            assert not workshops.list.is_written(session.workshop.id)
            other.execute("ROLLBACK")
        assert session.is_saved
        (place,) = stick.glob("*.workshop")
        assert [entry.file for entry in workshops.entries()] == [str(place)]
        begin(workshops, session, tmp_path)  # writes the list
        session.close()
    with started(tmp_path) as workshops:
        assert [entry.file for entry in workshops.entries()] == [str(place)]


def test_a_closing_whose_stick_is_not_there_waits_for_it(tmp_path: Path) -> None:
    (stick := tmp_path / "stick").mkdir()
    with started(tmp_path) as workshops:
        session = failed(workshops)
        workshops.save_elsewhere(session, stick)
        session.writing.close(GATHER)
        begin(workshops, session, tmp_path)
        session.close()
    stick.rename(tmp_path / "pulled")
    with started(tmp_path) as workshops:
        (problem,) = workshops.finish_interrupted().problems
        assert "Plug in" in problem
        assert workshops.is_closing(only(workshops))
    (tmp_path / "pulled").rename(stick)
    with started(tmp_path) as workshops:
        assert len(workshops.finish_interrupted().records) == 1
    assert workshop_files(stick) == []


def test_lines_of_a_step_that_was_skipped_or_dropped_are_in_the_record_too(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = written(workshops.begin(PLAN, SETUP))  # from the first step, without going there
        session.steps.drop(StepId("open"))
        session.steps.drop(GATHER)
        texts = {row.text for row in session.desk().record.rows}
        summary, record = begin(workshops, session, tmp_path)
        write_record(summary, record)
        session.close()
    assert texts == set(WRITTEN)
    assert lines_in(record) == sorted(WRITTEN)


def test_a_file_that_was_half_overwritten_when_it_was_killed_is_forgotten_at_the_next_start(
    tmp_path: Path,
) -> None:
    with started(tmp_path) as workshops:
        session = written(begun(workshops))
        stop_at_record(workshops, session, tmp_path)
        session.close()
    (name,) = workshop_files(tmp_path)
    file = tmp_path / name
    file.write_bytes(bytes(file.stat().st_size))
    with started(tmp_path) as workshops:
        finished = workshops.finish_interrupted()
        assert (len(finished.records), finished.problems) == (1, ())
    assert workshop_files(tmp_path) == []
