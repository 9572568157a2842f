"""Answers Home's question what is kept, and says when it cannot."""

from facilitator.app.data_folder import DataFolder
from facilitator.errors import FacilitatorError
from facilitator.ui.home.window import HomeWindow


def tell_what_is_remembered(home: HomeWindow, data: DataFolder) -> None:
    """Have Home show what is remembered whenever it is asked, as it is at that moment."""
    home.show_permanent(data.problem)

    def tell() -> None:
        from facilitator.live.library.remembered import remembered_here

        try:
            home.show_remembered(remembered_here(data.library, data.path))
        except FacilitatorError as error:
            home.show_notice(str(error), error.covered)

    home.remembered_asked.connect(tell)
