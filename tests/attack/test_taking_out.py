"""Somebody looks for a line that was taken out of a record, or puts one in.

The data folder and the folder of the record are searched, the PDF with its streams unpacked, and
the place on the disk where the old files were.
"""

import gc
import json
import subprocess
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.app.program import Program
from facilitator.domain.summary import SessionSummary
from facilitator.live.library import taking_out
from facilitator.live.library.record_file import put_in_place, write_beside, write_record
from facilitator.live.library.taking_out import open_record
from facilitator.record import (
    LinePlace,
    RecordFileError,
    json_of,
    json_reading,
    lines_of,
    made_again,
    make_record,
)
from facilitator.store.record_files import json_beside
from facilitator.ui.home.home_view import HomeView
from facilitator.ui.home.lines_page import LinesPage
from tests.attack.strace import killed, of_each_call, points_of
from tests.attack.test_residue_whole import in_memory, texts_of_widgets, unpacked
from tests.helpers.attacks import count, measured
from tests.helpers.folder import canary, left_of
from tests.helpers.meeting import Meeting, a_meeting, in_record
from tests.helpers.records import a_summary

CALLS = ("link", "linkat", "rename", "renameat", "renameat2", "fsync", "unlink", "write")
CANARY = "tagfirstline was said"


def closed(meeting: Meeting, texts: list[str]) -> Path:
    """Write lines and read them, open them, and close the workshop; return its record."""
    meeting.open_writing()
    for text in texts:
        meeting.write(text)
    meeting.close_writing()
    meeting.open_together()
    return meeting.close()


def take_out(meeting: Meeting, record: Path, text: str) -> None:
    opened = open_record(record)
    gone = [place for place, line in lines_of(opened.summary) if line == text]
    desk = meeting.workshops.taking_out
    desk.finish(desk.begin(opened, gone).write())


def holds(folder: Path, record: Path, text: str) -> bool:
    """Return whether a text is anywhere in the folder, or in the record."""
    bare = unpacked(record)
    in_pdf = text.encode() in bare or text.encode("utf-16-be") in bare
    return bool(left_of(folder, [text])) or in_pdf or text in " ".join(in_record(record))


def test_a_line_that_was_taken_out_of_a_record_is_nowhere_in_the_folders(tmp_path: Path) -> None:
    records = count(small=2, full=40)
    for number in range(records):
        folder = tmp_path / str(number)
        texts = [canary() for _ in range(12)]
        with a_meeting(folder) as meeting:
            record = closed(meeting, texts)
            for text in texts[:3]:
                assert holds(folder, record, text)
                take_out(meeting, record, text)
                assert not holds(folder, record, text)
        assert all(holds(folder, record, text) for text in texts[3:])
    measured("taking out", [f"{3 * records} lines were taken out of {records} records"])


def test_what_was_in_the_place_of_the_old_record_was_overwritten(tmp_path: Path) -> None:
    texts = [canary() for _ in range(12)]
    with a_meeting(tmp_path) as meeting:
        record = closed(meeting, texts)
        seconds = [tmp_path / "second name of the PDF", tmp_path / "second name of the JSON"]
        for second, path in zip(seconds, (record, json_beside(record)), strict=True):
            second.hardlink_to(path)
        take_out(meeting, record, texts[0])
    assert [set(second.read_bytes()) for second in seconds] == [{0}, {0}]


def test_the_attack_would_see_a_record_that_is_only_covered_by_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def renamed_only(record: Path) -> None:
        for path in (record, json_beside(record)):
            path.replace(path.with_name(f"{path.name}.bak"))
            path.with_name(f"{path.name}.part").replace(path)

    texts = [canary() for _ in range(12)]
    with a_meeting(tmp_path) as meeting:
        record = closed(meeting, texts)
        monkeypatch.setattr(taking_out, "put_in_place", renamed_only)
        take_out(meeting, record, texts[0])
    assert holds(tmp_path, record, texts[0])


def test_killed_at_any_point_of_taking_out_a_second_time_finishes_it(tmp_path: Path) -> None:
    summary = replace(a_summary(), agreement=(CANARY, *a_summary().agreement))
    trial = a_record(tmp_path / "trial", summary)
    points = points_of("take out", trial, CALLS, tmp_path / "trace")
    assert len(points) > 12
    for number, point in enumerate(of_each_call(points, most=count(small=4, full=1000))):
        record = a_record(tmp_path / str(number), summary)
        killed("take out", record, point)
        opened = open_record(record)
        assert record.read_bytes() == json_beside(record).read_bytes(), "both are of one record"
        lines = [text for _place, text in lines_of(opened.summary)]
        assert lines in ([CANARY, *lines_but_first(summary)], lines_but_first(summary)), point
        if CANARY in lines:  # not yet gone, so that the facilitator sees it and does it again
            gone = [place for place, text in lines_of(opened.summary) if text == CANARY]
            again(opened.record, opened.summary, gone)
        assert left_of(record.parent, [CANARY]) == {}, point
    measured("taking out, killed", [f"{len(points)} points"])


def test_killed_again_while_that_is_settled_no_line_is_in_one_file_alone(tmp_path: Path) -> None:
    summary = replace(a_summary(), agreement=(CANARY, *a_summary().agreement))
    trial = a_record(tmp_path / "trial", summary)
    firsts = [
        point for point in points_of("take out", trial, CALLS, tmp_path / "trace") if point.n < 3
    ]
    firsts = [point for point in firsts if point.call.startswith("rename")]
    tried = 0
    assert len(firsts) == 2
    for first in firsts:
        killed("take out", a_record(tmp_path / f"{first}", summary), first)
        again = copied(tmp_path / f"{first}", tmp_path / f"{first} trial")
        seconds = points_of("open record", again, ("unlink", *CALLS[:5]), tmp_path / "trace")
        for second in of_each_call(seconds, most=count(small=4, full=1000)):
            record = copied(tmp_path / f"{first}", tmp_path / f"{first} {second}")
            killed("open record", record, second)
            open_record(record)
            assert record.read_bytes() == json_beside(record).read_bytes(), (first, second)
            assert len(list(record.parent.iterdir())) == 2
            tried += 1
    assert tried > 6
    measured("taking out, killed twice", [f"{tried} pairs of points"])


def copied(folder: Path, to: Path) -> Path:
    """Copy a folder with a record as a kill left it, second names of a file included."""
    subprocess.run(["cp", "-a", str(folder), str(to)], check=True)
    return to / "record.pdf"


def a_record(folder: Path, summary: SessionSummary) -> Path:
    """Write a record whose PDF is its words alone."""
    folder.mkdir()
    record = folder / "record.pdf"
    for path in (record, json_beside(record)):
        path.write_text(json_of(summary), encoding="utf-8")
    return record


def lines_but_first(summary: SessionSummary) -> list[str]:
    return [text for _place, text in lines_of(summary)][1:]


def again(record: Path, summary: SessionSummary, gone: list[LinePlace]) -> None:
    document = made_again(summary, gone, summary.held_on)
    write_beside(document, record, lambda summary: json_of(summary).encode())
    put_in_place(record)


def _taken_out_at_home(program: Program, qtbot: QtBot, record: Path, text: str) -> None:
    """Take a line out on the page for it, and go back to Home."""
    program.home.open_file_asked.emit(str(record))
    page = program.home.page
    assert isinstance(page, LinesPage)
    for row in page.rows:
        if text in row.switch.accessibleName():
            row.switch.click()
    page.make_button.click()
    page.question.first_button.click()
    qtbot.waitUntil(lambda: program.home.page is not page, timeout=20_000)
    program.home.show_home(HomeView())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_line_that_was_taken_out_is_in_no_living_object_and_no_window(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    text = canary()
    record = tmp_path / "record.pdf"
    write_record(replace(a_summary(), agreement=(text, "One voice at a time")), record)
    copy = str(bytes(text, "ascii"), "ascii")
    _taken_out_at_home(program, qtbot, record, text)
    del text
    QApplication.processEvents()
    gc.collect()
    assert not in_memory({copy})
    assert copy not in texts_of_widgets()


# Somebody puts a line in.


def with_a_line_more(text: str) -> list[str]:
    """Return a record's JSON, edited in each list of lines, in a text, and in a number."""
    edited = []
    for path in (["agreement"], ["parked"], ["next_steps"], ["steps", 0, "said"]):
        content = json.loads(json_of(a_summary()))
        lines = content
        for step in path:
            lines = lines[step]
        lines.append(text)
        edited.append(content)
    reworded, counted = (json.loads(json_of(a_summary())) for _ in range(2))
    reworded["steps"][1]["unnamed"][0] = text
    counted["took"] += 1
    return [json.dumps(content) for content in (*edited, reworded, counted)]


def refused(folder: Path, edited: list[str]) -> int:
    """Open each of the edited files; return how many were refused without a change."""
    refusals = []
    for number, text in enumerate(edited):
        record = folder / f"{number}.pdf"
        record.write_bytes(make_record(a_summary()))
        json_beside(record).write_text(text, encoding="utf-8")
        with suppress(RecordFileError):
            open_record(record)
            continue
        refusals.append(record)
        assert json_beside(record).read_text(encoding="utf-8") == text
    return len(refusals)


def test_no_line_is_put_into_a_record_by_editing_the_file_beside_it(tmp_path: Path) -> None:
    edited = with_a_line_more("Nobody complains here.")
    assert refused(tmp_path, edited) == len(edited)


def test_the_attack_would_see_a_digest_that_nobody_looks_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_reading, "digest_of", lambda content: content["digest"])
    assert refused(tmp_path, with_a_line_more("Nobody complains here.")) == 0


def test_making_a_record_again_never_adds_a_line(tmp_path: Path) -> None:
    """Whatever places are asked for: places that are not there are refused."""
    with a_meeting(tmp_path) as meeting:
        record = closed(meeting, [canary() for _ in range(6)])
        opened = open_record(record)
        places = [place for place, _text in lines_of(opened.summary)]
        desk = meeting.workshops.taking_out
        for chosen_places in (places[:1], places, places[::2]):
            summary = desk.begin(opened, chosen_places).summary
            assert set(lines_but_places(summary)) <= set(lines_but_places(opened.summary))
        with pytest.raises(KeyError):
            desk.begin(opened, [replace(places[0], line=99)])
        with pytest.raises(KeyError):
            desk.begin(opened, [])


def lines_but_places(summary: SessionSummary) -> list[str]:
    return [text for _place, text in lines_of(summary)]
