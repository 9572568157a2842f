"""Shows on Home what is saved, or an error."""

from facilitator.app.data_folder import DataFolder
from facilitator.errors import FacilitatorError
from facilitator.ui.home.window import HomeWindow


def connect_saved_data(home: HomeWindow, data: DataFolder) -> None:
    """Connect Home's page of saved data, which is rebuilt each time it is opened."""
    home.show_permanent(data.problem)

    def tell() -> None:
        from facilitator.live.library.remembered import remembered_here

        try:
            home.show_remembered(remembered_here(data.library, data.path))
        except FacilitatorError as error:
            home.show_notice(str(error), error.covered)

    def forget(group: str) -> None:
        from facilitator.live.library.saved_for_groups import SavedForGroups

        try:
            SavedForGroups(data.library).forget_steps(group)
        except FacilitatorError as error:
            home.show_notice(str(error), error.covered)
        else:
            tell()

    home.remembered_asked.connect(tell)
    home.forget_steps_asked.connect(forget)
