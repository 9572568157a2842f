"""Where workshops, library and records are kept."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from facilitator.errors import StoreUnavailableError
from facilitator.store.database import Store
from facilitator.store.library.file import open_library
from facilitator.wording import _


@dataclass(frozen=True, slots=True)
class DataFolder:
    """An opened data folder."""

    path: Path
    library: Store

    @property
    def records(self) -> Path:
        """Where records go: a folder that people can find."""
        usual = import_module("platformdirs").user_data_path("facilitator", appauthor=False)
        if self.path == usual:
            documents: Path = import_module("platformdirs").user_documents_path()
            return documents / "Facilitator"
        return self.path / "records"


def open_data_folder(path: Path) -> DataFolder:
    """Make the folder if it is not there, and open its library.

    Raises ``StoreUnavailableError`` when it cannot be written.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailableError(
            _("The data folder cannot be written: {path}.").format(path=path),
            _("Name another folder with “--data”."),
        ) from error
    return DataFolder(path, open_library(path))
