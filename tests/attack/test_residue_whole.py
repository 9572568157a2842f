"""After whole workshops no text that went is in a folder, a log, a record or memory.

What was withdrawn, reworded, set aside or left out carries a canary of 16 random characters, and is
looked for where a curious person would look, and in the memory of the running program.
"""

import gc
import json
import re
import secrets
import tempfile
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from facilitator.app.crash import log_to_file
from facilitator.domain.contribution import SetAside
from facilitator.domain.plan.step import StepKind
from facilitator.store.record_files import json_beside
from facilitator.ui.corner.pace import Pace
from tests.helpers.attacks import count, measured
from tests.helpers.folder import canary, left_of
from tests.helpers.meeting import GATHER, Meeting, a_meeting, in_json, in_record
from tests.helpers.windows import the_windows


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that holds all: data, records, temporary files, and the log."""
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("SQLITE_TMPDIR", str(temporary))
    log_to_file(tmp_path)
    return tmp_path


class Lines:
    """What people wrote, by what became of it."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self.written = [canary() for _ in range(12)]
        meeting.open_writing()
        for text in self.written:
            meeting.write(text)
        meeting.close_writing()
        self.gone: set[str] = set()

    def read_first(self) -> None:
        """Take one out, reword one, set one aside of each kind."""
        writing, lines = self.meeting.session.writing, iter(self.written)
        self._take_out(next(lines))
        original, self.reworded = next(lines), canary()
        writing.reword(GATHER, self.meeting.of(original).id, self.reworded)
        self.gone.add(original)
        self.aside = [next(lines) for _why in SetAside]
        for text, why in zip(self.aside, SetAside, strict=True):
            writing.set_aside(GATHER, self.meeting.of(text).id, why)

    def after_the_opening(self) -> None:
        """Take one line out by its letter, leave another out of the record, drop a late one."""
        self._take_out(self.written[-1])
        self.left_out = self.written[-2]
        writing, line = self.meeting.session.writing, self.meeting.of(self.left_out)
        writing.set_in_record(GATHER, line.id, in_record=False)
        self.meeting.open_writing()
        self.late = canary()
        self.meeting.write(self.late)
        self.meeting.close_writing()
        self.meeting.open_together()
        self.gone.add(self.late)

    @property
    def kept(self) -> set[str]:
        """What the record may hold."""
        away = {*self.gone, *self.aside, self.left_out}
        return {self.reworded, *self.written} - away

    def _take_out(self, text: str) -> None:
        self.meeting.session.writing.take_out(GATHER, self.meeting.of(text).id)
        self.gone.add(text)


def in_memory(texts: set[str]) -> set[str]:
    """Return which texts some living object still holds, but for the test's own."""
    sought = {text.encode() for text in texts}
    any_of_them = re.compile(b"|".join(map(re.escape, sought)))
    looked_at = {id(text) for text in texts}
    texts_in_memory: set[str] = set()
    for holder in gc.get_objects():
        for held in gc.get_referents(holder):
            if not isinstance(held, str) or id(held) in looked_at:
                continue
            looked_at.add(id(held))
            if len(held) < 10_000 and any_of_them.search(content := held.encode(errors="replace")):
                texts_in_memory |= {text.decode() for text in sought if text in content}
    return texts_in_memory


def unpacked(record: Path) -> bytes:
    """Return all streams of a record, and its other objects, in the clear."""
    with pikepdf.open(record) as pdf:
        streams = [part.read_bytes() for part in pdf.objects if isinstance(part, pikepdf.Stream)]
        others = [
            repr(part).encode() for part in pdf.objects if not isinstance(part, pikepdf.Stream)
        ]
    return b"\n".join((*streams, *others))


def test_what_goes_is_in_no_file_at_once_and_only_what_is_kept_after_closing(folder: Path) -> None:
    workshops = count(small=3, full=60)
    for place in range(workshops):
        with a_meeting(folder / str(place)) as meeting:
            lines = Lines(meeting)
            lines.read_first()
            assert not left_of(folder, lines.gone)
            meeting.open_together()
            lines.after_the_opening()
            assert not left_of(folder, lines.gone)
            assert left_of(meeting.data, lines.kept).keys() == lines.kept
            record = meeting.close()
        away = {*lines.gone, *lines.aside, lines.left_out}
        names_by_text = left_of(folder, away | lines.kept)
        assert names_by_text.keys() == lines.kept
        beside = str(json_beside(record).relative_to(folder))
        assert {name for names in names_by_text.values() for name in names} == {beside}
        words, bare = " ".join(in_record(record)), unpacked(record)
        assert {text for text in away | lines.kept if text in words} == lines.kept
        assert not [
            text for text in away if text.encode() in bare or text.encode("utf-16-be") in bare
        ]
    measured("residue, whole", [f"{workshops} workshops closed, only what was kept was found"])


def test_the_attack_would_see_a_copy_that_somebody_left(folder: Path) -> None:
    text = canary()
    with (folder / "tmp" / "copy").open("wb") as file:
        file.write(f"autosave: {text}".encode())
    assert left_of(folder, {text}) == {text: ["tmp/copy"]}


def test_withdrawn_words_are_in_no_living_object(tmp_path: Path) -> None:
    with a_meeting(tmp_path) as meeting:
        meeting.open_writing()
        gone = _handed_in_and_withdrawn(meeting)
        gc.collect()
        assert not in_memory(gone)


def _handed_in_and_withdrawn(meeting: Meeting) -> set[str]:
    """Hand in lines, withdraw some, and return copies of those that no other object shares."""
    lines = Lines.__new__(Lines)
    lines.meeting, lines.gone = meeting, set()
    lines.written = [canary() for _ in range(12)]
    for text in lines.written:
        meeting.write(text)
    meeting.close_writing()
    meeting.session.desk()
    lines.read_first()
    meeting.open_together()
    lines.after_the_opening()
    return {str(bytes(text, "ascii"), "ascii") for text in lines.gone}


def test_the_attack_would_see_words_that_an_object_still_holds() -> None:
    text = canary()
    held = {"undo": [f"typed {text}"]}
    assert in_memory({str(bytes(text, "ascii"), "ascii")}) == {text}
    assert held


def texts_of_widgets() -> str:
    """Return every text that any widget holds."""
    texts: list[str] = []
    for widget in QApplication.allWidgets():
        texts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            texts.append(widget.text())
        if isinstance(widget, QPlainTextEdit):
            texts.append(widget.toPlainText())
    return "\n".join(texts)


def test_withdrawn_words_are_in_no_window(tmp_path: Path, qtbot: QtBot) -> None:
    assert qtbot
    with a_meeting(tmp_path) as meeting, the_windows(meeting.session, Pace()) as windows:
        meeting.open_writing()
        gone = _handed_in_and_withdrawn(meeting)
        windows.session.board.record()
        windows.tick()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert not in_memory(gone)
        assert not [text for text in gone if text in texts_of_widgets()]
        opened = [line.text for line in meeting.gathering.ready]
        assert any(text in texts_of_widgets() for text in opened)


def _closed_with_its_windows(folder: Path) -> set[str]:
    """Play a workshop to its record; return copies of all that anybody wrote."""
    with a_meeting(folder) as meeting, the_windows(meeting.session, Pace()):
        lines = Lines(meeting)
        lines.read_first()
        meeting.open_together()
        lines.after_the_opening()
        meeting.session.board.record()
        meeting.close()
    return {str(bytes(text, "ascii"), "ascii") for text in (*lines.written, lines.reworded)}


def test_after_closing_no_word_is_left_in_memory(tmp_path: Path, qtbot: QtBot) -> None:
    assert qtbot
    texts = _closed_with_its_windows(tmp_path)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert len(texts) == 13
    assert not in_memory(texts)


def test_leak_01_21_a_record_names_nobody_as_its_author_and_carries_no_id_and_no_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = canary()
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME", "HOSTNAME"):
        monkeypatch.setenv(name, user)
    with a_meeting(folder / "one") as meeting:
        lines = Lines(meeting)
        lines.read_first()
        meeting.open_together()
        lines.after_the_opening()
        ids = {line.id for line in meeting.gathering.contributions}
        record = meeting.close()
    beside, bare = in_json(record), unpacked(record)
    assert not [text for text in {*ids, user} if text in beside or text.encode() in bare]
    with pikepdf.open(record) as pdf:
        keys = {"/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate"}
        assert set(pdf.docinfo.keys()) == keys
    assert b"creator" not in bare
    assert set(re.findall(rb"D:(\d+)", bare)) <= {b"20300101000000"}
    assert set(re.findall(rb"\d\d:\d\d(?::[\d.]+)?", bare)) == {b"00:00:00"}  # of the metadata
    assert not re.search(r"\d\d:\d\d", beside)
    numbers: list[float] = []
    json.loads(
        beside,
        parse_int=lambda text: numbers.append(int(text)),
        parse_float=lambda text: numbers.append(float(text)),
    )
    assert numbers
    assert max(numbers) < 1_000, "minutes, not seconds since a time"


@pytest.mark.parametrize("aside", [0, 1, 4])
def test_leak_09_the_record_says_the_same_of_checking_whether_or_not_a_line_was_set_aside(
    folder: Path, aside: int
) -> None:
    texts = []
    for number in (0, aside):
        with a_meeting(folder / f"{number} {secrets.token_hex(4)}") as meeting:
            meeting.open_writing()
            for place in range(10):
                meeting.write(f"line {place}")
            meeting.close_writing()
            for place in range(number):
                line = meeting.of(f"line {place}")
                meeting.session.writing.set_aside(GATHER, line.id, SetAside.PERSON)
            meeting.open_together()
            record = meeting.close()
            texts.append([text for text in in_record(record) if not text.startswith("line ")])
            assert StepKind.GATHER.value in in_json(record)
    assert texts[0] == texts[1]
    assert any("serious risk" in text for text in texts[0])
