"""Chooses what goes in the record: a switch for each line, and one voice removes a line."""

from dataclasses import replace

from facilitator.domain.ids import ContributionId, LineId
from facilitator.domain.letters import LineName
from facilitator.domain.summary import RecordParts, blocks_of
from facilitator.errors import NotAllowedNowError
from facilitator.live.consent import without_check
from facilitator.live.session.agreements import Agreements
from facilitator.live.session.said import SaidPart
from facilitator.live.session.saving import Saving
from facilitator.live.session.writing import Writing
from facilitator.live.views.desk_view import RecordRow
from facilitator.wording import _


class Choice:
    """The commands of the record choice, the same for said lines and lines without names."""

    def __init__(
        self,
        saving: Saving,
        said_part: SaidPart,
        writing: Writing,
        agreements: Agreements,
        parts: RecordParts,
    ) -> None:
        self._saving = saving
        self._said = said_part
        self._writing = writing
        self._agreements = agreements
        self._parts = parts

    def include(self, row: RecordRow) -> None:
        """Include a line in the record."""
        self._switch(row, in_record=True)

    def leave_out(self, row: RecordRow) -> None:
        """Leave a line out of the record; it can return until the record is written."""
        self._switch(row, in_record=False)

    def take_out(self, row: RecordRow) -> None:
        """Delete a line from board and record, for good.

        Raises ``NotAllowedNowError`` for a line that its kind of step only builds: it can be left
        out.
        """
        if row.of_kind and row.of is not None:
            self._take_out_of_kind(LineName(row.id, of=row.of))
            return
        if row.why:
            self._agreements.take_reason_out(LineId(row.id))
        elif row.version is not None:
            self._agreements.take_version_out(LineId(row.id), row.version)
        elif self._saving.workshop.agreement.has(LineId(row.id)):
            self._agreements.take_out(LineId(row.id))
        elif row.of is None:
            self._said.remove(LineId(row.id))
        else:
            self._writing.take_out(row.of, ContributionId(row.id))

    def _switch(self, row: RecordRow, *, in_record: bool) -> None:
        if row.of_kind and row.of is not None:
            self._leave_out_of_kind(LineName(row.id, of=row.of), in_record=in_record)
        elif row.why:
            self._agreements.set_reason_in_record(LineId(row.id), in_record=in_record)
        elif row.version is not None:
            self._agreements.set_version_in_record(LineId(row.id), row.version, in_record=in_record)
        elif self._saving.workshop.agreement.has(LineId(row.id)):
            self._agreements.set_in_record(LineId(row.id), in_record=in_record)
        elif row.of is None:
            line = self._saving.workshop.said_line(LineId(row.id))
            self._said.replace(replace(line, in_record=in_record))
        else:
            self._writing.set_in_record(row.of, ContributionId(row.id), in_record=in_record)

    def _take_out_of_kind(self, name: LineName) -> None:
        workshop = self._saving.workshop
        state = workshop.state_of(name.of) if name.of is not None else None
        left = state if state is None else state.without_line(name.id)
        if left is None or left is state:
            raise NotAllowedNowError(
                _("This line comes from its step."), _("Leave it out of the record here.")
            )
        checking = workshop.agreement.checking
        if checking is not None and name.id in checking.own:
            workshop = without_check(workshop)
        blocks = blocks_of(workshop, workshop.agenda.run_of(left.step_id), self._parts)
        lines = [line for block in blocks for line in block.lines]
        gone = {name.id, *(line.id for line in lines if line.under == name.id)}
        left_out = (
            other for other in workshop.left_out if other.of != name.of or other.id not in gone
        )
        self._saving.save(replace(workshop.with_state(left), left_out=tuple(left_out)))

    def _leave_out_of_kind(self, name: LineName, *, in_record: bool) -> None:
        workshop = self._saving.workshop
        others = tuple(left_out for left_out in workshop.left_out if left_out != name)
        left_out = others if in_record else (*others, name)
        self._saving.save(replace(workshop, left_out=left_out))
