"""The doctor: each thing ok or what to do."""

import io
import sys
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.doctor import computer as doctor
from facilitator.doctor.windows import displays
from facilitator.store.database import transaction
from facilitator.store.folders import ICLOUD_DOCUMENTS, RECORDS_FOLDER, service_of
from facilitator.store.library.file import open_library
from facilitator.store.library.settings import save_setting
from facilitator.ui.widgets.screens import ScreenInfo

LAPTOP = ScreenInfo("laptop", 1280, 800)
BESIDE = ScreenInfo("projector", 1920, 1080, x=1280)
MIRROR = ScreenInfo("projector", 1280, 800)


@pytest.mark.usefixtures("qapp")
def test_a_sound_computer_is_reported_as_sound(tmp_path: Path) -> None:
    out = io.StringIO()
    assert doctor.run(tmp_path, out) == 0
    text = out.getvalue()
    assert "All that is needed is here." in text
    for topic in ("Python", "Qt", "Displays", "Fonts", "Icons", "Voices", "Data folder"):
        assert f" {topic}: " in text


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (finding,) = doctor.data_folder(tmp_path / "file" / "below")
    assert finding.missing
    assert str(tmp_path / "file" / "below") in finding.result


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
    finding = doctor.synced(tmp_path / folder)
    assert finding.missing
    assert finding.result.startswith(service)


@pytest.mark.parametrize("chosen", [True, False])
def test_records_that_are_copied_elsewhere_are_named_and_keep_nobody_from_a_workshop(
    tmp_path: Path, chosen: bool
) -> None:
    data = tmp_path / ("data" if chosen else "Dropbox")
    data.mkdir()
    if chosen:
        with closing(open_library(data)) as library, transaction(library):
            save_setting(library, RECORDS_FOLDER, str(tmp_path / "OneDrive" / "Documents"))
    finding = doctor.records(data)
    assert ("OneDrive" if chosen else "Dropbox") in finding.result
    assert finding.remedy
    assert not finding.missing
    assert not doctor.records(tmp_path / "nothing yet").remedy


def test_looking_for_the_records_makes_nothing(tmp_path: Path) -> None:
    assert not doctor.records(tmp_path / "data").remedy
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("marker", [".stfolder", ".dropbox.cache"])
def test_a_service_is_known_by_what_it_leaves_in_a_folder(tmp_path: Path, marker: str) -> None:
    (tmp_path / marker).mkdir()
    assert service_of(tmp_path / "notes" / "records")


def test_documents_of_windows_that_onedrive_has_taken_over_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Contoso"))
    assert service_of(tmp_path / "Contoso" / "Documents" / "Facilitator") == "OneDrive"
    assert not service_of(tmp_path / "Contoso other")


def test_documents_of_macos_that_icloud_has_taken_over_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert not service_of(tmp_path / "Documents" / "Facilitator")
    (tmp_path / ICLOUD_DOCUMENTS).mkdir(parents=True)
    assert service_of(tmp_path / "Documents" / "Facilitator") == "iCloud"


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
    finding = displays(screens)
    assert bool(finding.remedy) == to_do
    assert not finding.missing


@pytest.mark.skipif(sys.platform != "linux", reason="only there Qt needs looking after")
def test_what_stops_windows_from_opening_is_reported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-platform")
    out = io.StringIO()
    assert doctor.run(tmp_path, out) == 1
    assert "no-such-platform" in out.getvalue()


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Box/records", "Box"),
        ("box", "Box"),
        ("Dropbox/x", "Dropbox"),
        ("mailbox/Box of notes", ""),
    ],
)
def test_the_folder_of_box_is_known_by_its_whole_name(
    tmp_path: Path, folder: str, service: str
) -> None:
    assert service_of(tmp_path / folder) == service
