"""Checks what needs no Qt: versions, folders, space; then calls the checks that do."""

import os
import platform
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TextIO

from facilitator import __version__
from facilitator.doctor.finding import Finding
from facilitator.errors import FacilitatorError
from facilitator.preflight import has_display, preflight
from facilitator.store.folders import records_folder, service_of, usual_records_folder
from facilitator.store.library.file import read_library
from facilitator.wording import _

LEAST_SPACE = 200  # megabytes: a workshop takes less than one, a record a few


def run(data: Path, out: TextIO) -> int:
    """Write a line for each check; return 1 if something needed is missing."""
    findings = []
    for finding in look(data):
        out.write(f"{finding}\n")
        findings.append(finding)
    missing = any(finding.missing for finding in findings)
    last = (
        _("There is something to do first: see above.")
        if missing
        else _("All that is needed is here.")
    )
    out.write(f"\n{last}\n")
    return int(missing)


def look(data: Path) -> Iterator[Finding]:
    """Run every check in turn. Without a display, fonts and icons are tried in memory."""
    yield Finding(_("Facilitator"), __version__)
    yield Finding(_("Python"), f"{platform.python_version()}, {platform.platform(terse=True)}")
    yield from data_folder(data)
    try:
        if not has_display():
            os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
        preflight()
    except FacilitatorError as error:
        yield Finding(_("Windows"), error.message, error.remedy)
        return
    from facilitator.doctor import windows  # only where Qt can be loaded

    yield from windows.look()


def data_folder(data: Path) -> Iterator[Finding]:
    """Check the data folder without creating it."""
    folder = next(path for path in (data, *data.parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=folder) as trial:
            trial.write(b"trial")
    except OSError:
        yield Finding(
            _("Data folder"),
            _("{folder} cannot be written to.").format(folder=data),
            _("Make it writable, or name another folder with --data."),
        )
        return
    yield Finding(_("Data folder"), _("{folder} can be written to.").format(folder=data))
    yield synced(data)
    yield records(data)
    yield space(shutil.disk_usage(folder).free // 10**6)


def records(data: Path) -> Finding:
    """Check whether a service copies the folder for records to other computers."""
    folder = _records_folder(data)
    service = service_of(folder)
    if not service:
        return Finding(_("Records folder"), str(folder))
    return Finding(
        _("Records folder"),
        _("{service} seems to copy {folder} to other computers.").format(
            service=service, folder=folder
        ),
        _("Choose another folder for records on “Before you start”."),
        needed=False,
    )


def _records_folder(data: Path) -> Path:
    """Return the folder for records; the library is read as a copy, and nothing is created."""
    try:
        with closing(read_library(data)) as library:
            return records_folder(data, library)
    except FacilitatorError:
        return usual_records_folder(data)


def synced(data: Path) -> Finding:
    """Check whether a service copies the data folder: words would leave this computer."""
    service = service_of(data)
    if not service:
        return Finding(_("Copies elsewhere"), _("No cloud folder is known at this place."))
    return Finding(
        _("Copies elsewhere"),
        _("{service} seems to copy this folder to other computers.").format(service=service),
        _("Name a folder outside it with --data, so that people's words stay on this computer."),
    )


def space(megabytes: int) -> Finding:
    """Check whether ``megabytes`` of free space are enough for a workshop."""
    result = _("{megabytes} MB are free.").format(megabytes=megabytes)
    enough = megabytes >= LEAST_SPACE
    return Finding(_("Free space"), result, "" if enough else _("Free some space on this disk."))
