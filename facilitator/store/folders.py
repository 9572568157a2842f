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
BOX = "box"  # the whole name of a folder: part of a name, it would be in every mailbox
MARKERS = {  # what a service leaves in a folder that it copies, whatever that is called
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
}
ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")  # variables of Windows
ICLOUD_DOCUMENTS = Path("Library/Mobile Documents/com~apple~CloudDocs/Documents")


def records_folder(data: Path, library: Store) -> Path:
    """Return where records of a data folder go: where it was chosen, else where it is usual."""
    with suppress(StoreUnavailableError):
        chosen = setting(library, RECORDS_FOLDER)
        if isinstance(chosen, str) and Path(chosen).is_absolute():
            return Path(chosen)
    return usual_records_folder(data)


def usual_records_folder(data: Path) -> Path:
    """Return where records go unless another folder was chosen: one that people can find."""
    import platformdirs

    if data == platformdirs.user_data_path("facilitator", appauthor=False):
        return platformdirs.user_documents_path() / "Facilitator"
    return data / "records"


def service_of(folder: Path) -> str:
    """Return what seems to copy a folder to other computers; nothing where no service is known."""
    with suppress(OSError, RuntimeError):
        folder = folder.resolve()
    parts = " / ".join(folder.parts).lower()
    by_name = (name for mark, name in SYNCED.items() if mark in parts)
    if BOX in parts.split(" / "):
        return "Box"
    return next(by_name, "") or next(_by_what_is_there(folder), "")


def _by_what_is_there(folder: Path) -> Iterator[str]:
    """Give services that a name does not tell: by their settings, and by what they leave."""
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
