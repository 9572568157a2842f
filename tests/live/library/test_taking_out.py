"""A line comes out of a finished record: the new one replaces the old, and nothing is added."""

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facilitator.domain.summary import RecordedGroup, SessionSummary
from facilitator.domain.text.language import Words
from facilitator.errors import FacilitatorError, NotAllowedNowError, StoreUnavailableError
from facilitator.live.library.record_file import write_record
from facilitator.live.library.taking_out import GroupKind, OpenedRecord, open_record
from facilitator.live.library.workshops import Workshops
from facilitator.live.session.session import LiveSession
from facilitator.record import LinePlace, Part, RecordFileError, json_of, lines_of, made_again
from facilitator.store.database import transaction
from facilitator.store.library.agreements import save_group_agreement, saved_agreement
from facilitator.store.library.file import open_library
from facilitator.store.record_files import is_record_file, json_beside
from tests.helpers.agreements import AGREEING, agree, suggested
from tests.helpers.folder import left_of
from tests.helpers.programs import begun, full_disk, started, written
from tests.helpers.records import ARRIVING, UNSAID, a_summary, texts_in
from tests.helpers.sessions import SETUP

SAID = "We got through winter"
UNNAMED = "Heron two"


@pytest.fixture
def workshops(tmp_path: Path) -> Iterator[Workshops]:
    (tmp_path / "data").mkdir()
    with started(tmp_path / "data") as opened:
        yield opened


def closed(workshops: Workshops, session: LiveSession, records: Path) -> Path:
    """Make the record and forget the rest; return the record."""
    ended = session.workshop
    write_record(*workshops.begin_closing(ended, records))
    session.close()
    return workshops.finish_closing(ended.id, ended)


def a_record(workshops: Workshops, folder: Path) -> Path:
    """Return the record of a workshop in which people spoke and wrote."""
    return closed(workshops, written(begun(workshops)), folder / "records")


def take_out(workshops: Workshops, opened: OpenedRecord, *texts: str) -> bool:
    """Make the record again without these lines."""
    gone = [place for place, text in lines_of(opened.summary) if text in texts]
    assert len(gone) >= len(texts)
    return workshops.taking_out.finish(workshops.taking_out.begin(opened, gone).write())


def words_of(record: Path) -> str:
    """Return all that a record and its JSON say."""
    return " ".join((*texts_in(record.read_bytes()), json_beside(record).read_text("utf-8")))


@pytest.mark.parametrize("by", ["pdf", "json"])
def test_a_line_is_taken_out_by_opening_either_file(
    workshops: Workshops, tmp_path: Path, by: str
) -> None:
    record = a_record(workshops, tmp_path)
    opened = open_record(record if by == "pdf" else json_beside(record))
    take_out(workshops, opened, UNNAMED)
    assert UNNAMED not in words_of(record)
    assert SAID in words_of(record)
    assert sorted(path.name for path in record.parent.iterdir()) == sorted(
        (record.name, json_beside(record).name)
    )


def test_the_record_is_the_one_that_would_have_been_made_without_the_line(
    workshops: Workshops, tmp_path: Path
) -> None:
    record = a_record(workshops, tmp_path)
    opened = open_record(record)
    session = begun(workshops)
    session.said.remove(session.workshop.said[0].id)
    without = open_record(closed(workshops, written(session), tmp_path / "others")).summary
    take_out(workshops, opened, SAID)
    again = open_record(record).summary
    assert again.replacement is not None
    assert again.replacement.of == opened.summary.held_on
    unordered = [replace(step, unnamed=tuple(sorted(step.unnamed))) for step in again.steps]
    expected = [replace(step, unnamed=tuple(sorted(step.unnamed))) for step in without.steps]
    assert unordered == expected
    assert replace(again, replacement=None, steps=()) == replace(without, steps=())


def test_lines_that_stay_keep_their_order(workshops: Workshops, tmp_path: Path) -> None:
    record = a_record(workshops, tmp_path)
    opened = open_record(record)
    before = [text for _place, text in lines_of(opened.summary)]
    take_out(workshops, opened, UNNAMED)
    after = [text for _place, text in lines_of(open_record(record).summary)]
    assert after == [text for text in before if text != UNNAMED]


def test_what_the_group_kept_goes_with_its_line(tmp_path: Path) -> None:
    data, texts = tmp_path / "data", ("One voice at a time", "It is fine to pass")
    data.mkdir()
    with started(data) as workshops:
        session = workshops.begin(AGREEING, replace(SETUP, group="St Ninian Street"))
        session.board.step()
        agree(session, *suggested(session, *texts))
        session.agreements.keep_for_next(yes=True)
        record = closed(workshops, session, tmp_path / "records")
        assert take_out(workshops, open_record(record), texts[0])
    with closing(open_library(data)) as library:
        assert saved_agreement(library, "st ninian street") == texts[1:]
    assert left_of(tmp_path, texts[:1]) == {}


def test_another_line_of_the_record_takes_nothing_from_what_the_group_kept(
    workshops: Workshops, tmp_path: Path
) -> None:
    record = a_record(workshops, tmp_path)
    with closing(open_library(tmp_path / "data")) as library, transaction(library):
        save_group_agreement(library, SETUP.group, (SAID,))
    assert not take_out(workshops, open_record(record), SAID)


def test_a_copy_takes_the_listed_record_along(workshops: Workshops, tmp_path: Path) -> None:
    record = a_record(workshops, tmp_path)
    copy = tmp_path / "copy.pdf"
    for path, to in ((record, copy), (json_beside(record), json_beside(copy))):
        to.write_bytes(path.read_bytes())
    take_out(workshops, open_record(copy), SAID)
    assert left_of(tmp_path, [SAID]) == {}
    assert record.read_bytes() == copy.read_bytes()


def test_a_link_stays_and_what_it_points_to_is_replaced(
    workshops: Workshops, tmp_path: Path
) -> None:
    record = a_record(workshops, tmp_path)
    link = tmp_path / "link.json"
    link.symlink_to(json_beside(record))
    take_out(workshops, open_record(link), SAID)
    assert link.is_symlink()
    assert SAID not in words_of(record)


def test_a_record_whose_data_file_is_gone_says_so_plainly(
    workshops: Workshops, tmp_path: Path
) -> None:
    record = a_record(workshops, tmp_path)
    json_beside(record).unlink()
    with pytest.raises(RecordFileError, match=json_beside(record).name):
        open_record(record)


def test_a_record_whose_pdf_is_gone_is_rebuilt(workshops: Workshops, tmp_path: Path) -> None:
    record = a_record(workshops, tmp_path)
    record.unlink()
    take_out(workshops, open_record(json_beside(record)), SAID)
    assert SAID not in words_of(record)


def test_while_the_closing_is_not_finished_nothing_is_taken_out(
    workshops: Workshops, tmp_path: Path
) -> None:
    """The next start makes that record from the workshop file, which has the line."""
    session = begun(workshops)
    summary, record = workshops.begin_closing(session.workshop, tmp_path / "records")
    write_record(summary, record)
    session.close()
    opened = open_record(record)
    with pytest.raises(NotAllowedNowError):
        take_out(workshops, opened, SAID)
    assert SAID in words_of(record)


def test_a_disk_that_is_full_leaves_the_record_as_it_was(
    workshops: Workshops, tmp_path: Path
) -> None:
    record = a_record(workshops, tmp_path)
    before = record.read_bytes(), json_beside(record).read_bytes()
    opened = open_record(record)
    with full_disk(), pytest.raises(StoreUnavailableError):
        take_out(workshops, opened, SAID)
    assert (record.read_bytes(), json_beside(record).read_bytes()) == before
    assert len(list(record.parent.iterdir())) == 2


def test_a_file_system_without_hard_links_holds_the_rebuilt_record(
    workshops: Workshops, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_link(*_paths: object) -> None:
        raise PermissionError

    record = a_record(workshops, tmp_path)
    with monkeypatch.context() as machine:
        machine.setattr(os, "link", no_link)
        take_out(workshops, open_record(record), SAID)
    assert left_of(record.parent, [SAID]) == {}
    assert SAID not in words_of(record)
    assert len(list(record.parent.iterdir())) == 2


def part_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")


def old_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.old")


def test_what_a_kill_left_of_replacing_goes_when_the_record_is_opened(
    workshops: Workshops, tmp_path: Path
) -> None:
    record = a_record(workshops, tmp_path)
    for path in (part_of(record), old_of(record), old_of(json_beside(record))):
        path.write_text(SAID)
    open_record(record)
    assert len(list(record.parent.iterdir())) == 2


def test_a_kill_between_two_names_loses_no_record(workshops: Workshops, tmp_path: Path) -> None:
    """Where there are no hard links, the old name is free for a moment."""
    record = a_record(workshops, tmp_path)
    beside = json_beside(record)
    new = beside.read_bytes()
    part_of(beside).write_bytes(new)
    beside.rename(old_of(beside))
    open_record(record)
    assert beside.read_bytes() == new
    assert not old_of(beside).exists()


def test_a_kill_before_the_new_file_has_the_old_name_leaves_the_old_record_whole(
    workshops: Workshops, tmp_path: Path
) -> None:
    record = a_record(workshops, tmp_path)
    before = record.read_bytes(), json_beside(record).read_bytes()
    for path in (record, json_beside(record)):
        part_of(path).write_text("new")
        old_of(path).hardlink_to(path)
    open_record(record)
    assert (record.read_bytes(), json_beside(record).read_bytes()) == before
    assert len(list(record.parent.iterdir())) == 2


def test_a_record_that_another_program_has_open_is_as_it_was_after_a_second_try(
    workshops: Workshops, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_use(*_paths: object) -> None:
        raise PermissionError

    record = a_record(workshops, tmp_path)
    opened = open_record(record)
    for _again in range(2):
        with monkeypatch.context() as machine:
            machine.setattr(Path, "replace", in_use)
            with pytest.raises(StoreUnavailableError):
                take_out(workshops, opened, SAID)
    assert SAID in words_of(record)
    assert open_record(record).summary == opened.summary


def test_the_lines_are_grouped_under_their_questions() -> None:
    summary = replace(
        a_summary(),
        parked=("Phones away",),
        reasons=("We try it first.",),
        earlier=(("Anyone can pass.",), (), ()),
    )
    groups = OpenedRecord(Path("record.pdf"), summary, json_of(summary)).groups
    assert [group.kind for group in groups] == [
        GroupKind.AGREEMENT,
        GroupKind.PARKED,
        GroupKind.STEP,
        GroupKind.STEP,
        GroupKind.NEXT_STEPS,
    ]
    assert [group.heading for group in groups[2:4]] == [step.question for step in summary.steps]
    assert [line.text for group in groups for line in group.lines] == [
        summary.agreement[0],
        "Anyone can pass.",
        *summary.agreement[1:],
        "Phones away",
        "We try it first.",
        *summary.steps[0].said,
        *summary.steps[1].unnamed,
        *summary.next_steps,
    ]
    under = [line.under for group in groups[:2] for line in group.lines]
    assert under[1] == LinePlace(Part.AGREEMENT, 0)
    assert under[-1] == LinePlace(Part.PARKED, 0)


def test_the_name_of_a_pattern_is_among_the_lines_of_its_step_and_comes_out_alone() -> None:
    named = replace(UNSAID, groups=(RecordedGroup(Words.of("Waiting for Ann"), (0, 1)),))
    summary = replace(a_summary(), steps=(ARRIVING, named))
    groups = OpenedRecord(Path("record.pdf"), summary, json_of(summary)).groups
    name = groups[2].lines[-1]
    assert (name.place.part, name.text) == (Part.NAME, "Waiting for Ann")
    left = made_again(summary, [name.place], date(2030, 1, 1))
    assert left.steps == (ARRIVING, UNSAID)


@pytest.mark.parametrize("name", ["record.pdf", "record.json", "notes.txt", "plan.toml"])
@pytest.mark.parametrize("content", [b"", b"no", b"\xff\xfe", b"%PDF-1.7", b"{}", b"[" * 10_000])
def test_what_is_no_record_is_refused_in_a_sentence(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert is_record_file(path) is (name[:6] == "record" or content in (b"%PDF-1.7", b"{}"))
    with pytest.raises(FacilitatorError):
        open_record(path)
    assert path.read_bytes() == content


def test_a_very_large_file_is_not_read_into_memory(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    with path.open("wb") as file:
        file.truncate(10**10)
    with pytest.raises(RecordFileError):
        open_record(path)


@pytest.mark.parametrize("name", ["thesis.pdf", "package.json"])
def test_what_lies_beside_a_file_that_is_no_record_stays(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("{}")
    others = [end(file) for file in (path, path.with_suffix(".pdf")) for end in (part_of, old_of)]
    for other in others:
        other.write_text("somebody else's")
    with pytest.raises(RecordFileError):
        open_record(path)
    assert [other.read_text() for other in others if other.exists()] == ["somebody else's"] * 4


@pytest.mark.parametrize("left", ["part", "old"])
def test_the_next_opening_settles_a_record_whose_data_file_has_another_name(
    workshops: Workshops, tmp_path: Path, left: str
) -> None:
    record = a_record(workshops, tmp_path)
    beside = json_beside(record)
    content = beside.read_bytes()
    beside.rename(beside.with_name(f"{beside.name}.{left}"))
    open_record(record)
    assert beside.read_bytes() == content
    assert len(list(record.parent.iterdir())) == 2


def places_of(opened: OpenedRecord, *texts: str) -> list[LinePlace]:
    return [place for place, text in lines_of(opened.summary) if text in texts]


def test_a_record_that_changed_since_it_was_opened_is_not_made_from_what_it_was(
    workshops: Workshops, tmp_path: Path
) -> None:
    """Else the line that somebody else took out meanwhile would be in it again."""
    record = a_record(workshops, tmp_path)
    earlier = open_record(record)
    take_out(workshops, open_record(record), SAID)
    with pytest.raises(NotAllowedNowError, match="changed since"):
        take_out(workshops, earlier, UNNAMED)
    assert SAID not in words_of(record)
    assert UNNAMED in words_of(record)


def test_a_record_that_changes_while_it_is_rebuilt_stays_as_it_was_changed(
    workshops: Workshops, tmp_path: Path
) -> None:
    record = a_record(workshops, tmp_path)
    opened, desk = open_record(record), workshops.taking_out
    first = desk.begin(opened, places_of(opened, UNNAMED))
    second = desk.begin(opened, places_of(opened, SAID))
    writing = first.write()
    desk.finish(second.write())
    with pytest.raises(NotAllowedNowError, match="changed since"):
        desk.finish(writing)
    assert SAID not in words_of(record)
    assert UNNAMED in words_of(record)
    assert len(list(record.parent.iterdir())) == 2


def test_what_another_rebuild_wrote_beside_the_record_does_not_replace_it(
    workshops: Workshops, tmp_path: Path
) -> None:
    record = a_record(workshops, tmp_path)
    opened, desk = open_record(record), workshops.taking_out
    writing = desk.begin(opened, places_of(opened, UNNAMED)).write()
    other = desk.begin(opened, places_of(opened, SAID)).write()
    with pytest.raises(NotAllowedNowError):
        desk.finish(writing)
    with pytest.raises(NotAllowedNowError):
        desk.finish(other)
    assert open_record(record).content == opened.content


def test_a_place_that_cannot_be_replaced_leaves_nothing_unfinished_beside_the_others(
    workshops: Workshops, tmp_path: Path
) -> None:
    record = a_record(workshops, tmp_path)
    copy = copied(record, tmp_path / "copies" / "copy.pdf")
    opened = open_record(copy)
    making = workshops.taking_out.begin(opened, places_of(opened, SAID))
    calls = []

    def full_at_the_second(summary: SessionSummary) -> bytes:
        calls.append(summary)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        return b"%PDF-1.7"

    with pytest.raises(StoreUnavailableError):
        making.write(full_at_the_second)
    for folder in (record.parent, copy.parent):
        assert len(list(folder.iterdir())) == 2


def test_where_one_place_cannot_be_replaced_the_same_page_can_try_again(
    workshops: Workshops, tmp_path: Path
) -> None:
    record = a_record(workshops, tmp_path)
    copy = copied(record, tmp_path / "copies" / "copy.pdf")
    opened, desk = open_record(copy), workshops.taking_out
    writing = desk.begin(opened, places_of(opened, SAID)).write()
    part_of(json_beside(record)).unlink()
    with pytest.raises(NotAllowedNowError):
        desk.finish(writing)
    assert len(list(copy.parent.iterdir())) == 2
    take_out(workshops, opened, SAID)
    assert left_of(tmp_path, [SAID]) == {}


def copied(record: Path, to: Path) -> Path:
    """Copy a record and its JSON."""
    to.parent.mkdir()
    for path, place in ((record, to), (json_beside(record), json_beside(to))):
        place.write_bytes(path.read_bytes())
    return to


def test_the_day_of_the_new_record_is_today(workshops: Workshops, tmp_path: Path) -> None:
    record = a_record(workshops, tmp_path)
    take_out(workshops, open_record(record), SAID)
    replacement = open_record(record).summary.replacement
    assert replacement is not None
    assert replacement.made_on == date(2030, 1, 1)


@pytest.mark.parametrize("suffix", [".pdf", ".json"])
def test_a_loop_of_links_and_a_name_that_is_too_long_are_refused_in_a_sentence(
    tmp_path: Path, suffix: str
) -> None:
    here, other = tmp_path / f"here{suffix}", tmp_path / f"there{suffix}"
    here.symlink_to(other)
    other.symlink_to(here)
    for path in (here, tmp_path / f"{'n' * 300}{suffix}", tmp_path / ("n/" * 3000 + suffix)):
        with pytest.raises((RecordFileError, StoreUnavailableError)):
            open_record(path)
