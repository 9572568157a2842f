"""A card for a line that the facilitator reads first, and the grid of cards."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from facilitator.domain.contribution import SetAside
from facilitator.domain.text.hints import Hint
from facilitator.live.views.desk_view import ReadRow
from facilitator.ui.widgets.labels import breakable, chip, label
from facilitator.ui.widgets.letters import key_of
from facilitator.ui.widgets.scrolling import reveal
from facilitator.ui.widgets.style import set_role
from facilitator.wording import _

LEAST_CARD = 220  # pixels, so that a line breaks between words
MOST_COLUMNS = 3


def hint_words(hint: Hint) -> str:
    """Word a hint's question in the facilitator's language."""
    return {
        Hint.NAME: _("a name?"),
        Hint.EMAIL: _("an e-mail address?"),
        Hint.PHONE: _("a phone number?"),
        Hint.POSTCODE: _("a postcode?"),
        Hint.ROLE: _("points to a person?"),
        Hint.HANDLE: _("an account name?"),
        Hint.LANGUAGE: _("only a few wrote in this language"),
    }[hint]


def why_words(why: SetAside) -> str:
    """Return why a line was set aside, in the facilitator's language."""
    return {
        SetAside.PERSON: _("Names or points to a person"),
        SetAside.ATTACK: _("Attacks someone"),
        SetAside.RISK: _("Tells of serious harm or risk"),
    }[why]


class LineCard(QFrame):
    """A line, with its hints as chips.

    Signals:
        chosen: the card was clicked.
    """

    chosen = Signal()

    def __init__(self, row: ReadRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.at = -1, -1  # row and column in the grid
        self.setProperty("line", "true")
        self.setProperty("aside", "true" if row.set_aside else "false")
        self.setProperty("chosen", "false")
        notes = [hint_words(hint) for hint in row.hints]
        if row.set_aside is not None:
            notes = [_("Set aside: {why}").format(why=why_words(row.set_aside).lower())]
        if row.late:
            notes.append(_("late"))
        if not row.in_record:
            notes.append(_("not in the record"))
        self.setAccessibleName(". ".join((row.text, *notes)))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(label(breakable(row.text)))
        if notes:
            for note in notes:
                mark = chip(note)
                mark.let_wrap()
                column.addWidget(mark)
        column.addStretch(1)

    def show_chosen(self, *, chosen: bool) -> None:
        """Show or hide the ring of the chosen line; only that card takes Tab."""
        set_role(self, "chosen", "true" if chosen else "false")
        policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit()


class LineGrid(QWidget):
    """Lines in a grid; the arrow keys move between them.

    Signals:
        set_aside_asked, reword_asked: a key was pressed on the chosen line.
        chosen_changed: another line is chosen, or none.
    """

    set_aside_asked = Signal()
    reword_asked = Signal()
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(3, 3, 3, 3)
        self._grid.setSpacing(12)
        self.cards: list[LineCard] = []
        self._place = 0
        self._columns = MOST_COLUMNS

    @property
    def chosen(self) -> ReadRow | None:
        """The line that the buttons act on."""
        return self.cards[self._place].row if self._place < len(self.cards) else None

    def show_rows(self, rows: tuple[ReadRow, ...]) -> None:
        """Show the lines; keep the selection, also when the line has moved."""
        before, focus = self.chosen, any(card.hasFocus() for card in self.cards)
        cards = {card.row.id: card for card in self.cards}
        self.cards = [
            cards.pop(row.id) if row.id in cards and cards[row.id].row == row else self._card(row)
            for row in rows
        ]
        for card in cards.values():
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        ids = [row.id for row in rows]
        self._place = ids.index(before.id) if before is not None and before.id in ids else 0
        self._lay_out()
        self._choose(self._place, focus=focus)

    def _card(self, row: ReadRow) -> LineCard:
        card = LineCard(row)
        card.chosen.connect(partial(self._choose_card, card))
        return card

    def _choose_card(self, card: LineCard) -> None:
        self._choose(self.cards.index(card))

    def focus_chosen(self) -> None:
        """Focus the chosen line."""
        if self.cards:
            self.cards[self._place].setFocus()
            reveal(self.cards[self._place])

    def _choose(self, place: int, *, focus: bool = True) -> None:
        self._place = max(0, min(place, len(self.cards) - 1))
        for other, card in enumerate(self.cards):
            card.show_chosen(chosen=other == self._place)
        if focus and self.cards:
            self.focus_chosen()
        self.chosen_changed.emit()

    def _lay_out(self) -> None:
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        for place, card in enumerate(self.cards):
            at = place // self._columns, place % self._columns
            if card.at != at or card.parent() is None:
                self._grid.addWidget(card, *at)
                card.at = at

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        move = moves.get(Qt.Key(event.key()))
        if move is not None and 0 <= self._place + move < len(self.cards):
            self._choose(self._place + move)
        elif event.key() == Qt.Key.Key_Delete:
            self.set_aside_asked.emit()
        elif key_of(event) == Qt.Key.Key_E and not event.modifiers():
            self.reword_asked.emit()
        elif move is None:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = max(1, min(MOST_COLUMNS, self.width() // LEAST_CARD))
        if columns != self._columns:
            self._columns = columns
            self._lay_out()
