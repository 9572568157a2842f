"""A plan that is written to a file and read again is the same plan."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from facilitator.domain.plan.plan import Plan
from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.errors import PlanFileError, StoreUnavailableError
from tests.helpers.attacks import count
from tests.helpers.files import plan_from_text, read_plan, text_of, write_plan
from tests.helpers.plans import a_bilingual_plan, a_plan, a_step, plans


@given(plan=plans())
@settings(
    max_examples=count(small=60, full=600),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
def test_any_plan_comes_back_from_its_text_as_it_was(plan: Plan) -> None:
    text = text_of(plan)
    assert plan_from_text(text) == plan
    assert text_of(plan_from_text(text)) == text


def test_a_plan_in_two_languages_reads_welsh_first_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "dwy-iaith.toml"
    write_plan(path, a_bilingual_plan())
    assert read_plan(path) == a_bilingual_plan()
    assert 'title = { cy = "Cyrraedd", en = "Arriving" }' in path.read_text(encoding="utf-8")


def test_languages_written_the_other_way_round_still_read_welsh_first() -> None:
    text = text_of(a_bilingual_plan()).replace('["cy", "en"]', '["en", "cy"]')
    assert plan_from_text(text) == a_bilingual_plan()


def test_a_field_that_holds_what_holds_anyway_is_not_written() -> None:
    text = text_of(a_plan())
    for field in ("form", "reveal", "protect", "may_drop", "floor", "languages", "say"):
        assert field not in text


def test_a_file_from_another_editor_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"\xef\xbb\xbf" + text_of(a_plan()).replace("\n", "\r\n").encode())
    assert read_plan(path) == a_plan()


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01\x02", b"Dear all,\n", b"%PDF-1.7", b"[1, 2", b"title = 'x'\n", b"x" * 300_000],
    ids=["empty", "zeros", "letter", "pdf", "json", "other-toml", "huge"],
)
def test_a_file_that_is_no_plan_is_said_to_be_none(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file.toml"
    path.write_bytes(content)
    with pytest.raises(PlanFileError, match="not a Facilitator plan") as caught:
        read_plan(path)
    assert caught.value.remedy
    assert path.read_bytes() == content


def test_a_file_in_another_encoding_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(text_of(a_plan()).encode("utf-16"))
    with pytest.raises(PlanFileError, match="UTF-8"):
        read_plan(path)


def test_a_folder_and_a_missing_file_are_said_to_be_no_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.toml", tmp_path / "zero\0"):
        with pytest.raises(PlanFileError, match="file"):
            read_plan(path)


def test_a_newer_plan_is_refused_with_what_to_do() -> None:
    text = text_of(a_plan()).replace("facilitator_plan = 1", "facilitator_plan = 2")
    with pytest.raises(PlanFileError, match="newer") as caught:
        plan_from_text(text)
    assert "newest version" in caught.value.remedy


@pytest.mark.parametrize("marker", ["0", "-1", "true", '"1"', "1.0", "[]"])
def test_a_marker_that_is_no_version_makes_no_plan(marker: str) -> None:
    text = text_of(a_plan()).replace("facilitator_plan = 1", f"facilitator_plan = {marker}")
    with pytest.raises(PlanFileError, match="not a Facilitator plan"):
        plan_from_text(text)


def test_a_line_that_is_not_toml_is_named() -> None:
    text = text_of(a_plan()).replace('title = "A plan"', 'title = "A plan')
    with pytest.raises(PlanFileError, match="Line 4 "):
        plan_from_text(text)


@pytest.mark.parametrize("more", ["x = " + "[" * 5000, "x = " + "9" * 5000], ids=["deep", "digits"])
def test_a_file_made_to_break_the_reader_is_only_refused(more: str) -> None:
    with pytest.raises(PlanFileError):
        plan_from_text(f"facilitator_plan = 1\n{more}\n")


def test_a_plan_that_could_not_be_read_back_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    for broken in (a_plan(a_step(minutes=500)), a_plan(a_step(), a_step())):
        with pytest.raises(PlanFileError):
            write_plan(path, broken)
    assert list(tmp_path.iterdir()) == []


def test_a_plan_whose_languages_stand_the_other_way_round_is_not_written(tmp_path: Path) -> None:
    plan = replace(a_bilingual_plan(), languages=(ENGLISH, WELSH))
    with pytest.raises(PlanFileError, match="without a change"):
        write_plan(tmp_path / "plan.toml", plan)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_the_system_will_not_open_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(PlanFileError, match="cannot be read"):
        read_plan(tmp_path / ("x" * 300))


def test_a_folder_that_is_gone_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError) as caught:
        write_plan(tmp_path / "gone" / "plan.toml", a_plan())
    assert caught.value.remedy


def test_a_write_that_fails_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "plan.toml"
    folder.mkdir()
    with pytest.raises(StoreUnavailableError):
        write_plan(folder, a_plan())
    assert list(tmp_path.iterdir()) == [folder]
