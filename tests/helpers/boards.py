"""Pages that the board of a session shows, and the console's rows about the record."""

from facilitator.live.session.session import LiveSession
from facilitator.live.views.desk_view import RecordRow
from facilitator.room.pages.picture import HandsPage, ListPage, StepPage


def hands_page(session: LiveSession) -> HandsPage:
    """Return the board's page of a check."""
    page = session.picture().content
    assert isinstance(page, HandsPage)
    return page


def step_page(session: LiveSession) -> StepPage:
    """Return the board's page of a timed step."""
    page = session.picture().content
    assert isinstance(page, StepPage)
    return page


def record_page_lines(session: LiveSession) -> list[tuple[str, str, str]]:
    """Return letter, heading and text of each line when the board shows what goes in the record."""
    session.board.record()
    page = session.picture().content
    assert isinstance(page, ListPage)
    session.board.record()
    return [(note.letter, note.above.first, note.text) for note in page.lines]


def record_row(session: LiveSession, text: str) -> RecordRow:
    """Return the console's row about a line of the record."""
    return next(row for row in session.desk().record.rows if row.text == text)
