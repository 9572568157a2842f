"""What the console shows of a line: its words, or that it is a drawing."""

from facilitator.live.views.desk_view import ReadRow
from facilitator.wording import _


def shown_words(row: ReadRow) -> str:
    """Return the words of a line; of a drawing, those of its maker after that it is one."""
    if not row.drawing:
        return row.text
    return _("A drawing: {words}").format(words=row.text) if row.text else _("A drawing")


def notes_beneath(row: ReadRow) -> tuple[str, ...]:
    """Return what is under a line: a helper's translation."""
    words = _("A helper’s words: {words}")
    return tuple(words.format(words=text) for _language, text in row.translation.texts)
