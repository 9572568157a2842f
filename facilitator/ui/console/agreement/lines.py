"""The agreement's lines with their states and details."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from facilitator.domain.agreement.line import LineState
from facilitator.live.views.agreement_view import LineRow
from facilitator.ui.console.commands.key_acts import TABLE_KEYS, KeyMap, key_map_of
from facilitator.ui.console.commands.table import LineAct
from facilitator.ui.widgets.caps import cap_words
from facilitator.ui.widgets.line_items import LineItem
from facilitator.ui.widgets.lines import LineList
from facilitator.wording import _


def state_words(row: LineRow) -> str:
    """Name a line's state in the facilitator's language."""
    if not row.confirmed:
        return _("Joined: is it right?")
    return {
        LineState.SUGGESTED: _("Suggested"),
        LineState.CLARIFYING: _("Being clarified"),
        LineState.READY: _("Ready to check"),
        LineState.AGREED: _("✓ Agreed for now"),
        LineState.NEEDS_CHANGE: _("Needs a change"),
        LineState.PARKED: _("Parked"),
        LineState.LET_GO: _("Dropped"),
    }[row.state]


def details(row: LineRow, keys: KeyMap = TABLE_KEYS) -> tuple[str, ...]:
    """List what is below a line: its example, its originals, why it is parked."""
    notes = [_("It would look like: {example}").format(example=row.example)] if row.example else []
    if not row.confirmed:
        yes, apart = (keys.cap_of(act) for act in (LineAct.CONFIRM, LineAct.SEPARATE))
        words = _("{yes} when those who said them say yes. {apart} takes it apart.")
        notes.append(words.format(yes=cap_words(yes), apart=cap_words(apart)))
    if row.at_foot:
        notes.append(_("Shown at the bottom of every page"))
    notes += [_("Joined from: {line}").format(line=line) for line in row.joined]
    notes += [_("Agreed before as: {line}").format(line=line) for line in row.earlier]
    if row.parked:
        notes.append(row.parked)
    if row.counted and row.state is not LineState.AGREED:
        notes.append(_("Last check: {counts}").format(counts=row.counted))
    return tuple(notes)


class AgreementList(LineList):
    """The lines, selected with the arrow keys; letter keys act on the selection.

    Signals:
        act_asked: the act of a key; Up on the first line asks to add a line.
    """

    act_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Lines of the agreement"))
        self.setSelectionMode(LineList.SelectionMode.ExtendedSelection)
        self.rows: tuple[LineRow, ...] = ()
        self.doubleClicked.connect(lambda _index: self.act_asked.emit(LineAct.WORD))

    @property
    def chosen_rows(self) -> tuple[LineRow, ...]:
        """The selected lines, in list order."""
        ids = {item.id for item in self.all_chosen}
        return tuple(row for row in self.rows if row.id in ids)

    @Slot(tuple)
    def show_rows(self, rows: tuple[LineRow, ...]) -> None:
        """Show the lines; select new lines, else keep the selection."""
        if rows == self.rows:
            return
        before = [row.id for row in self.chosen_rows]
        ids_before = {row.id for row in self.rows}
        fresh = [row.id for row in rows if row.id not in ids_before]
        wanted = (fresh if self.rows else fresh[-1:]) or before
        place = max(self.currentIndex().row(), 0)
        self.rows = rows
        self._show_lines()
        ids = [row.id for row in rows]
        places = [ids.index(line_id) for line_id in wanted if line_id in ids]
        self.choose(places[-1] if places else min(place, len(rows) - 1))

    def follow_keys(self) -> None:
        """Update the keys named below a joined line."""
        self._show_lines()

    def _show_lines(self) -> None:
        keys = key_map_of(self)
        self.show_items(
            tuple(
                LineItem(
                    row.id,
                    row.text,
                    notes=details(row, keys),
                    state=state_words(row),
                    is_strong=row.state is LineState.AGREED,
                    is_quiet=row.state in (LineState.PARKED, LineState.LET_GO),
                )
                for row in self.rows
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = key_map_of(self).line_act_of(event)
        if act is not None:
            self.act_asked.emit(act)
        elif event.key() == Qt.Key.Key_Up and not self.currentIndex().row() and not held:
            self.act_asked.emit(LineAct.ADD)
        else:
            super().keyPressEvent(event)
