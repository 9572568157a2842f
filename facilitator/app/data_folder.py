"""Where workshops, library and records are saved."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from facilitator.errors import (
    FacilitatorError,
    NotAWorkshopError,
    StoreBusyError,
    StoreDamagedError,
    StoreTooNewError,
    StoreUnavailableError,
)
from facilitator.store.database import Store
from facilitator.store.folders import records_folder
from facilitator.store.library.file import NAME, library_in_memory, open_library, read_library
from facilitator.wording import _


@dataclass(frozen=True, slots=True)
class DataFolder:
    """An opened data folder."""

    path: Path
    library: Store
    problem: str = ""  # why the library is in memory, for the facilitator

    @property
    def records(self) -> Path:
        """The default folder for records, where people can find it."""
        return records_folder(self.path, self.library)


def open_data_folder(path: Path) -> DataFolder:
    """Open the folder's library; create the folder if necessary.

    Raises ``StoreUnavailableError`` if it cannot be written, and what ``open_store`` raises.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        TemporaryFile(dir=path).close()  # a library can be opened in a read-only folder
    except OSError as error:
        raise StoreUnavailableError(
            _("The data folder cannot be written."),
            _("Name another folder than {path} with “--data”.").format(path=path),
        ) from error
    return DataFolder(path, open_library(path))


def open_or_do_without(path: Path) -> DataFolder:
    """Open the data folder; if that fails, use a library in memory, with the reason."""
    try:
        return open_data_folder(path)
    except FacilitatorError as error:
        return DataFolder(path, _in_memory(path), _problem(path, error))


def _in_memory(path: Path) -> Store:
    """Copy the library into memory if it can be read, else return an empty one."""
    try:
        return read_library(path)
    except FacilitatorError:
        return library_in_memory()


def _problem(path: Path, error: FacilitatorError) -> str:
    match error:
        case StoreTooNewError():
            return _(
                "The list of workshops was written by a newer version of Facilitator. Workshops "
                "can be run, each kept in its own file. Install the newest version for the list."
            )
        case StoreBusyError():
            return _(
                "Another program is using the list of workshops. Workshops can be run, each kept "
                "in its own file. Close that program and start again for the list."
            )
        case NotAWorkshopError() | StoreDamagedError():
            return _(
                "The list of workshops is damaged: {path}. Workshops can be run, and those in the "
                "folder are still found. Move that file away; the next start makes a new list."
            ).format(path=path / NAME)
    return _(
        "Nothing can be kept in {folder}. {reason} A workshop can be run all the same: save it "
        "elsewhere as soon as it has begun, or its words are gone when Facilitator closes."
    ).format(folder=path, reason=error.message)
