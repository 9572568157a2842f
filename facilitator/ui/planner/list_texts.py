"""A field for a list in one or two languages, an entry on each line."""

from facilitator.domain.drafting.rows import Rows
from facilitator.domain.drafting.words import written_in
from facilitator.domain.text.language import Language
from facilitator.ui.planner.texts import LanguageTexts


class ListTexts(LanguageTexts):
    """Shows the rows of a list, and remembers those from before somebody began to type."""

    def __init__(self, name: str, called: str, *, most: int) -> None:
        super().__init__(name, called, most=most, lines=True, rows=3)
        self._now: Rows = ()
        self._before: Rows = ()
        self._typing = ""  # the language
        self.left.connect(self._end_typing)

    def show_rows(self, rows: Rows, languages: tuple[Language, ...], *, anew: bool) -> None:
        """Show the rows of the plan; what is being typed stays as it is typed unless ``anew``."""
        self._now = rows
        if anew:
            self._end_typing()
        self.show_languages(languages)
        lines = {
            spoken: "\n".join(written_in(row, spoken) for row in rows).rstrip("\n")
            for spoken in languages
        }
        self.show_texts(lines, anew=anew)

    def rows_before(self, language: str) -> Rows:
        """Return the rows from before somebody began to type in this language."""
        if language != self._typing:
            self._before, self._typing = self._now, language
        return self._before

    def _end_typing(self) -> None:
        self._typing = ""
