"""Where records go, and whether a service copies a folder to other computers."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from facilitator.errors import StoreUnavailableError
from facilitator.store.database import Store
from facilitator.store.library.settings import setting

RECORDS_FOLDER = "records folder"  # the setting
SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "mobile documents": "iCloud",
    "icloud": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "syncthing": "Syncthing",
    "box sync": "Box",
    "cloudstorage": "A cloud service",  # macOS keeps all of them in ~/Library/CloudStorage
}
BOX = "box"  # the whole name of a folder: part of a name, it would match every mailbox
MARKERS = {  # files that a service leaves in a folder that it copies, whatever its name
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
}
ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")  # variables of Windows
ICLOUD_DOCUMENTS = Path("Library/Mobile Documents/com~apple~CloudDocs/Documents")


def records_folder(data: Path, library: Store) -> Path:
    """Return the chosen folder for records, else the usual one of this data folder."""
    with suppress(StoreUnavailableError):
        chosen = setting(library, RECORDS_FOLDER)
        if isinstance(chosen, str) and Path(chosen).is_absolute():
            return Path(chosen)
    return usual_records_folder(data)


def usual_records_folder(data: Path) -> Path:
    """Return the folder for records unless another was chosen: one that people can find."""
    import platformdirs

    if data == platformdirs.user_data_path("facilitator", appauthor=False):
        return platformdirs.user_documents_path() / "Facilitator"
    return data / "records"


def service_of(folder: Path) -> str:
    """Name the service that seems to copy a folder to other computers; empty if none does."""
    with suppress(OSError, RuntimeError):
        folder = folder.resolve()
    parts = " / ".join(folder.parts).lower()
    by_name = (name for mark, name in SYNCED.items() if mark in parts)
    if BOX in parts.split(" / "):
        return "Box"
    return next(by_name, "") or next(_services_by_traces(folder), "")


def _services_by_traces(folder: Path) -> Iterator[str]:
    """Yield services that no name shows: by their settings, and by the files they leave."""
    with suppress(OSError, RuntimeError):
        for variable in ONEDRIVE:
            if (root := os.environ.get(variable)) and folder.is_relative_to(Path(root).resolve()):
                yield "OneDrive"
        home = Path.home()
        if folder.is_relative_to(home / "Documents") and (home / ICLOUD_DOCUMENTS).exists():
            yield "iCloud"
        for above in (folder, *folder.parents):
            for marker, name in MARKERS.items():
                if (above / marker).exists():
                    yield name
