"""The command line: one clear sentence for every mistake, and never a Qt abort."""

import csv
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator import __version__, preflight
from facilitator.cli import main
from facilitator.errors import FacilitatorError
from facilitator.record.handouts import Handout
from facilitator.resources import resource
from tests.helpers.broken_files import a_whole_file
from tests.helpers.files import text_of
from tests.helpers.plans import a_plan, a_step
from tests.helpers.records import texts_in

TOO_LONG = "a" * 300  # for a name in any file system


def refused(capsys: pytest.CaptureFixture[str], *typed: str) -> str:
    """Return what is said to a command line that cannot be carried out."""
    assert main(typed) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.count("\n") == 1, "one line, no list of usages"
    return output.err


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        (["dance"], "“dance”"),
        (["open"], "FILE"),
        (["open", "no-such-plan.toml"], "no-such-plan.toml"),
        (["rehearse"], "PLAN"),
        (["rehearse", "three-q-30"], "--out"),
        (["rehearse", "three-q-30", "--out"], "--out"),
        (["rehearse", "three-q-30", "--out", "o", "--people", "none"], "“none”"),
        (["rehearse", "three-q-30", "--out", "o", "--people", "0"], "from 1 to 99"),
        (["rehearse", "three-q-30", "--out", "o", "--people", "²"], "“²”"),
        (["rehearse", "three-q-30", "--out", "o", "--seed", "-1"], "--seed"),
        (["rehearse", "three-q-30", "--out", "o", "--seed", "1.5"], "“1.5”"),
        (["rehearse", "three-q-30", "--out", "o", "--size", "wide"], "1280x720"),
        (["rehearse", "three-q-30", "--out", "o", "--size", "10x10"], "“10x10”"),
        (["rehearse", "three-q-30", "--out", "o", "--size", "640x480", "--show"], "--size"),
        (["rehearse", "three-q-30", "--out", "o", "--colour"], "--colour"),
        (["rehearse", "three-q-30", "--out", "o", "again"], "again"),
        (["handouts", "three-q-30"], "--out"),
        (["handouts", "no-such-plan", "--out", "o"], "“no-such-plan”"),
        (["handouts", "three-q-30", "--out", "o", "--paper", "A3"], "A4, Letter"),
        (["handouts", "three-q-30", "--out", "o", "--size", "9"], "14, 18, 24"),
        (["handouts", "three-q-30", "--out", "o", "--languages", "en,xx"], "en, cy"),
        (["handouts", "three-q-30", "--out", "o", "--start", "25:00"], "14:00"),
        (["--data"], "--data"),
        (["--data", ""], "folder"),
        (["--data", TOO_LONG, "doctor"], "not a folder"),
        (["--data", "~nobody-of-this-name", "doctor"], "not a folder"),
        (["open", TOO_LONG], "no file"),
        (["open", "~nobody-of-this-name/plan.toml"], "no file"),
        (["--vers"], "--vers"),
    ],
)
def test_a_mistake_is_named_in_one_line(
    capsys: pytest.CaptureFixture[str], typed: list[str], named: str
) -> None:
    assert named in refused(capsys, *typed)


def test_a_file_is_no_data_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.touch()
    assert "notes.txt" in refused(capsys, "doctor", "--data", str(file))


@pytest.mark.parametrize("order", [["--data", "{}", "doctor"], ["doctor", "--data", "{}"]])
def test_the_data_folder_may_be_named_before_or_after_the_command(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, order: list[str], qapp: object
) -> None:
    assert qapp is not None
    main([part.format(tmp_path / "mine") for part in order])
    assert f"{tmp_path / 'mine'} can be written to." in capsys.readouterr().out
    assert not (tmp_path / "mine").exists(), "looking makes nothing"


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"Facilitator {__version__}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    text = capsys.readouterr().out
    assert [name for name in ("open", "rehearse", "doctor", "--data") if name not in text] == []


def started(**environment: str) -> subprocess.CompletedProcess[str]:
    """Start the real program where no window can open, and return how it ended."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")
    }
    return subprocess.run(
        [sys.executable, "-m", "facilitator"],
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only there Qt needs looking after")


@linux_only
@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({}, "There is no display here"),
        ({"DISPLAY": ":4711"}, "(:4711) does not answer"),
        ({"QT_QPA_PLATFORM": "xcb"}, "does not answer"),
        ({"QT_QPA_PLATFORM": "xbc"}, "“xbc”"),
    ],
)
def test_a_display_that_is_not_there_is_named(environment: dict[str, str], sentence: str) -> None:
    ended = started(**environment)
    assert ended.returncode == 2, "2 is ours; -6 would be Qt's abort"
    assert sentence in ended.stderr
    assert ended.stderr.count("\n") == 1


@linux_only
def test_a_display_that_hangs_up_is_named() -> None:
    number = 10_000 + os.getpid() % 50_000
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"\0/tmp/.X11-unix/X{number}")
        listening.listen()
        listening.settimeout(30)
        with subprocess.Popen(
            [sys.executable, "-m", "facilitator"],
            env=os.environ | {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"},
            stderr=subprocess.PIPE,
            text=True,
        ) as program:
            listening.accept()[0].close()
            output = program.communicate(timeout=60)[1]
    assert program.returncode == 2
    assert "does not answer" in output


@linux_only
def test_missing_libraries_are_named_with_the_line_to_type(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "apt-get").write_text("#!/bin/sh\n")
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    lacking = {"libnowhere-1.so.4": "libnowhere1", "libnever.so.2": "libnever2"}
    monkeypatch.setitem(preflight.NEEDS, "xcb", lacking)
    with pytest.raises(FacilitatorError) as raised:
        preflight.preflight()
    assert "libnever.so.2, libnowhere-1.so.4" in raised.value.message
    assert raised.value.remedy == "Type: sudo apt-get install -y libnever2 libnowhere1"


@linux_only
@pytest.mark.parametrize(
    ("environment", "order"),
    [
        ({"DISPLAY": ":0"}, ["xcb"]),
        ({"WAYLAND_DISPLAY": "w"}, ["wayland"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w", "XDG_SESSION_TYPE": "x11"}, ["xcb", "wayland"]),
        (
            {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w", "XDG_SESSION_TYPE": "wayland"},
            ["wayland", "xcb"],
        ),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "wayland-egl;xcb"}, ["wayland", "xcb"]),
        ({"QT_QPA_PLATFORM": "offscreen:configfile=x"}, ["offscreen"]),
    ],
)
def test_platforms_are_looked_at_in_the_order_in_which_qt_tries_them(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], order: list[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert preflight.wanted_platforms() == order


@linux_only
def test_in_memory_windows_need_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    preflight.preflight()
    assert not preflight.has_display()


def test_a_plan_that_can_be_run_as_it_is_has_no_findings(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["plan", "check", "three-q-30"]) == 0
    assert capsys.readouterr().out == (
        "“Three-question reflection” adds up for 8 people: nothing stands out.\n"
    )


def test_what_does_not_add_up_in_a_plan_is_named_a_line_each(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "long.toml"
    file.write_text(text_of(a_plan(a_step(minutes=90))), encoding="utf-8")
    assert main(["plan", "check", str(file)]) == 1
    slack, sitting = capsys.readouterr().out.splitlines()
    assert slack == (
        "There is hardly any time to spare in this plan. Keep 3 min of breathing space."
    )
    assert sitting.startswith(
        "Line 8, “A step”: People sit for more than 75 minutes without a break."
    )


def test_a_plan_is_checked_for_its_people_its_booking_and_its_start(
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed = ["plan", "check", "pscc-90", "--people", "17", "--booked", "80", "--start", "09:30"]
    assert main(typed) == 1
    people, booked = capsys.readouterr().out.splitlines()
    assert people.startswith("This plan is made for 6 to 16 people, and you have 17.")
    assert booked.startswith("The plan takes 90 min, and 80 min are booked.")


def test_a_ready_plan_is_written_as_a_plan_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    assert main(["plan", "export", "care-90", str(file)]) == 0
    assert file.read_text(encoding="utf-8") == resource("plans/care-90.toml").read_text("utf-8")


def test_a_running_order_for_a_colleague_has_the_time_of_each_step(tmp_path: Path) -> None:
    page, sheet = tmp_path / "order.md", tmp_path / "order.csv"
    assert main(["plan", "export", "three-q-30", str(page), "--start", "9:30"]) == 0
    assert main(["plan", "export", "three-q-30", str(sheet)]) == 0
    lines = page.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# Three-question reflection"
    assert [line[:11] for line in lines if line.startswith("| 09:")][:3] == [
        "| 09:30 | 2",
        "| 09:32 | 3",
        "| 09:35 | 6",
    ]
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][:3] == ["Time", "Minutes", "Title"]
    assert [row[0] for row in rows[1:4]] == ["+0", "+2", "+5"]
    assert rows[4][1] == "5–6"


def test_what_is_written_for_a_colleague_can_be_read_again(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name in ("order.md", "order.csv"):
        table, again = tmp_path / name, tmp_path / f"{name}.toml"
        assert main(["plan", "export", "pscc-180", str(table), "--start", "9:30"]) == 0
        assert main(["plan", "import", str(table), str(again)]) == 0
        assert capsys.readouterr().out.startswith("21 steps, 180 min.\nColumn 1, “Time”: when")
        assert main(["plan", "check", str(again)]) == 0
        assert capsys.readouterr().out.endswith("nothing stands out.\n")


def test_an_import_says_what_it_understood_and_keeps_a_plan_file_as_it_is(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    table, plan, copy = (tmp_path / name for name in ("a.txt", "a.toml", "b.toml"))
    table.write_bytes("Welcome\t5 min\nDiscussion café\t10-15\n".encode("cp1252"))
    assert main(["plan", "import", str(table), str(plan)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2 steps, 20 min.",
        "Column 1: titles.",
        "Column 2: minutes.",
    ]
    assert "Discussion café" in plan.read_text(encoding="utf-8")
    assert main(["plan", "import", str(plan), str(copy)]) == 0
    assert copy.read_bytes() == plan.read_bytes()


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"PK\x03\x04", "Save it there as CSV"),
        (b"Hello\n", "No column here has minutes"),
        (b"1\t" * 300_000, "too long"),
        (b"", "no table here"),
    ],
)
def test_what_is_no_running_order_is_refused_in_a_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes, named: str
) -> None:
    table = tmp_path / "table.csv"
    table.write_bytes(content)
    assert named in refused(capsys, "plan", "import", str(table), str(tmp_path / "out.toml"))
    assert not (tmp_path / "out.toml").exists()


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        (["plan"], "COMMAND"),
        (["plan", "check"], "PLAN"),
        (["plan", "check", "no-such-plan"], "no-such-plan"),
        (["plan", "check", "no-such-plan.toml"], "no file here"),
        (["plan", "dance"], "“dance”"),
        (["plan", "export", "care-90", "care.pdf"], "“care.pdf”"),
        (["plan", "check", "care-90", "--start", "25:00"], "“25:00”"),
        (["plan", "check", "care-90", "--booked", "0"], "“0”"),
    ],
)
def test_a_plan_that_cannot_be_read_is_named_in_one_line(
    capsys: pytest.CaptureFixture[str], typed: list[str], named: str
) -> None:
    assert named in refused(capsys, *typed)


def test_a_workshop_file_is_no_plan_to_rehearse(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = a_whole_file(tmp_path / "plan.toml")
    before = plan.read_bytes()
    assert "plain text" in refused(capsys, "rehearse", str(plan), "--out", str(tmp_path / "out"))
    assert plan.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [plan.name]


def test_the_print_pack_of_a_plan_is_written_into_a_folder(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "to print"
    typed = ["handouts", "three-q-30", "--out", str(out), "--languages", "en,cy"]
    assert main([*typed, "--paper", "letter", "--size", "24", "--start", "9:30"]) == 0
    files = sorted(path.name for path in out.iterdir())
    assert files == sorted(f"{handout}.pdf" for handout in Handout)
    assert capsys.readouterr().out.splitlines() == [str(out / f"{name}.pdf") for name in Handout]
    texts = texts_in((out / "running-order.pdf").read_bytes())
    assert {"09:30", "10:00"} <= set(texts)


def test_a_folder_that_cannot_be_written_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "prompts.pdf").mkdir()
    message = refused_after_some(capsys, "handouts", "three-q-30", "--out", str(tmp_path))
    assert str(tmp_path) in message
    assert not list(tmp_path.glob("*.part")), "nothing half-written stays"


def refused_after_some(capsys: pytest.CaptureFixture[str], *typed: str) -> str:
    """Return what is said to a command line that could be carried out in part."""
    assert main(typed) == 2
    return capsys.readouterr().err
