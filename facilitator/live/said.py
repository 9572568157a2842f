"""What is said aloud and typed by a helper, in the speaker's words."""

from collections.abc import Callable
from dataclasses import replace

from facilitator.domain.ids import LineId
from facilitator.domain.said import MAX_SAID, SaidLine
from facilitator.domain.step import StepKind
from facilitator.errors import NotAllowedNowError
from facilitator.live.keeping import Keeping
from facilitator.store.workshop.said import save_said
from facilitator.wording import _


class SaidPart:
    """The commands for said lines. Nothing corrects or tidies anybody's words."""

    def __init__(self, keeping: Keeping, show_newest: Callable[[], None]) -> None:
        self._keeping = keeping
        self._show_newest = show_newest

    def add(self, text: str) -> None:
        """Add a line to the present step. Raises ``NotAllowedNowError`` if it takes none."""
        workshop = self._keeping.workshop
        step = workshop.agenda.now.step
        if step.kind is StepKind.AGREEMENT:
            raise NotAllowedNowError(
                _("What is said here is a line for the agreement."), _("Type it there.")
            )
        if not step.captures:
            raise NotAllowedNowError(_("What is said in this step is not written down."))
        line = SaidLine(
            LineId(self._keeping.shuffler.new_id()), step.id, _checked(text), step.record_default
        )
        self._keep((*workshop.said, line))
        self._show_newest()

    def correct(self, line_id: LineId, text: str) -> None:
        """Correct a line; the earlier wording is gone."""
        changed = replace(self._keeping.workshop.said_line(line_id), text=_checked(text))
        self.replace(changed)

    def replace(self, changed: SaidLine) -> None:
        """Keep a changed line in the place of the one with its id."""
        self._keeping.workshop.said_line(changed.id)
        said = self._keeping.workshop.said
        self._keep(tuple(changed if one.id == changed.id else one for one in said))

    def remove(self, line_id: LineId) -> None:
        """Take a line out, for good. Raises ``NotAllowedNowError`` if it is gone already."""
        self._keeping.workshop.said_line(line_id)
        self._keep(tuple(one for one in self._keeping.workshop.said if one.id != line_id))

    def _keep(self, said: tuple[SaidLine, ...]) -> None:
        changed = replace(self._keeping.workshop, said=said)
        self._keeping.keep(changed, lambda db: save_said(db, said))


def _checked(text: str) -> str:
    clean = text.strip()
    if not 0 < len(clean) <= MAX_SAID:
        raise NotAllowedNowError(
            _("A line has between 1 and {most} characters.").format(most=MAX_SAID)
        )
    return clean
