"""The doctor: each thing ok or what to do."""

import io
import sys
from pathlib import Path

import pytest

from facilitator import doctor
from facilitator.doctor_qt import displays
from facilitator.ui.kit.screens import ScreenInfo

LAPTOP = ScreenInfo("laptop", 1280, 800)
BESIDE = ScreenInfo("projector", 1920, 1080, x=1280)
MIRROR = ScreenInfo("projector", 1280, 800)


@pytest.mark.usefixtures("qapp")
def test_a_sound_computer_is_told_so(tmp_path: Path) -> None:
    out = io.StringIO()
    assert doctor.run(tmp_path, out) == 0
    said = out.getvalue()
    assert "All that is needed is here." in said
    for topic in ("Python", "Qt", "Displays", "Fonts", "Icons", "Voices", "Data folder"):
        assert f" {topic}: " in said


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (found,) = doctor.data_folder(tmp_path / "file" / "below")
    assert found.missing
    assert str(tmp_path / "file" / "below") in found.found


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - Council/Facilitator", "OneDrive"),
        ("Dropbox/work", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Google Drive/My Drive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("Library/CloudStorage/Something", "A cloud service"),
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_a_thing_to_do(
    tmp_path: Path, folder: str, service: str
) -> None:
    found = doctor.synced(tmp_path / folder)
    assert found.missing
    assert found.found.startswith(service)


def test_a_link_into_a_synced_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "mine").symlink_to(tmp_path / "Dropbox")
    assert doctor.synced(tmp_path / "mine" / "data").missing


def test_an_ordinary_folder_is_not_taken_for_a_synced_one(tmp_path: Path) -> None:
    assert not doctor.synced(tmp_path / "facilitator").missing


def test_too_little_space_is_a_thing_to_do() -> None:
    assert doctor.space(199).missing
    assert not doctor.space(200).missing


@pytest.mark.parametrize(
    ("screens", "to_do"),
    [((), True), ((LAPTOP,), True), ((LAPTOP, MIRROR), True), ((LAPTOP, BESIDE), False)],
)
def test_displays_are_advice_and_never_stop_a_workshop(
    screens: tuple[ScreenInfo, ...], to_do: bool
) -> None:
    found = displays(screens)
    assert bool(found.remedy) == to_do
    assert not found.missing


@pytest.mark.skipif(sys.platform != "linux", reason="only there Qt needs looking after")
def test_what_keeps_windows_from_opening_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-platform")
    out = io.StringIO()
    assert doctor.run(tmp_path, out) == 1
    assert "no-such-platform" in out.getvalue()
