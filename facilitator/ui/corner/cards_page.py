"""The page where a helper types paper cards; they are saved in the same way as typed turns."""

from datetime import timedelta
from itertools import product

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QWidget

from facilitator.domain.contribution import Turn
from facilitator.domain.text.language import WELSH, Language
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.accents import Accents, accents_of
from facilitator.ui.corner.cover_switch import CoverSwitch
from facilitator.ui.corner.lines import Lines
from facilitator.ui.corner.pace import timer
from facilitator.ui.corner.pages import QuietPage
from facilitator.ui.corner.style import LEAST_SPACING, LOWER, Look
from facilitator.ui.corner.texts import Columns, row_of, stacked, text_block
from facilitator.ui.widgets.buttons import RingButton
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import IconLabel


class CardsPage(QuietPage):
    """Takes one card after another, each with Enter; a blank card needs a second Enter.

    A counted card cannot be undone: whoever could remove blank cards again could add them
    until there are enough, and so count the turns.

    Signals:
        card_given: one card, as a turn.
        touched: somebody is here: the card, its tick or the cover has changed.
        announced: a text for screen readers.
        back_asked, console_asked: the button was pressed.
    """

    card_given = Signal(Turn)
    touched = Signal()
    announced = Signal(str)
    back_asked = Signal()
    console_asked = Signal()

    def __init__(
        self,
        languages: tuple[Language, ...],
        kept_for: timedelta,
        *,
        forced: bool = False,
    ) -> None:
        super().__init__()
        self._languages = languages
        self._covered, self._forced = True, forced
        self._asks = False  # whether somebody is still typing
        self._asks_blank = False  # whether a blank card is intended
        self._kept_timer = timer(self, kept_for)
        self.lines = Lines(1, stacked(languages, Key.CORNER_CARD))
        self.accents = Accents()
        self.switch = CoverSwitch(languages)
        self.tick = QCheckBox(stacked(languages, Key.CORNER_CARD_KEEP_OUT))
        self.tick.setObjectName("tick")
        self.drawing = QCheckBox(stacked(languages, Key.CORNER_CARD_DRAWING))
        self.drawing.setObjectName("drawing")
        self.sign = IconLabel(Icon.CHECK)  # that a card was added
        self.sign.setObjectName("mark")
        self.sign.hide()
        self.saved_label = text_block("", "measure")
        self.saved_label.setProperty("says", "true")
        self.back = RingButton(stacked(languages, Key.CORNER_BACK))
        self.console = RingButton(stacked(languages, Key.CORNER_CONSOLE))
        self._lay_out()
        self._connect()
        self._show_cover()

    def begin(self) -> None:
        """Start covered, like all pages here; once uncovered, later cards are visible too."""
        self.cover()

    def set_alone(self, *, alone: bool) -> None:
        """Hide the way to the typing corner if the plan uses cards only."""
        self.back.setHidden(alone)

    @property
    def is_on_card(self) -> bool:
        """Whether the keyboard is on the card: in its field, or on one of its ticks."""
        return any(part.hasFocus() for part in (self.lines.current, self.tick, self.drawing))

    def give(self) -> None:
        """Hand over the card in the field; do nothing while the last one is being saved.

        An empty line first asks whether a blank card is intended.
        """
        is_drawing = self.drawing.isChecked()
        if not (self.lines.texts or self._asks_blank or is_drawing):
            self._kept_timer.stop()
            self._ask_blank(asks=True)
            return
        self.lines.setFocus()  # of the next card
        self.lines.set_locked(locked=True)
        in_record = not self.tick.isChecked()
        self.card_given.emit(Turn(self.lines.texts, in_record=in_record, drawing=is_drawing))

    def take_key(self, event: QKeyEvent) -> bool:
        """Type a Welsh accent for Alt and its letter; return whether the key was used."""
        forms = accents_of(event)
        if forms:
            self._type_accent(forms)
        return bool(forms)

    def _type_accent(self, forms: str) -> None:
        self.lines.current.type_accent(forms)

    def show_still(self, *, asks: bool) -> None:
        """Show or hide the question whether somebody is still typing."""
        if asks != self._asks:
            self._asks = asks
            self._asks_blank = False
            self._show_word(Key.CORNER_STILL if asks else None)

    def show_saved(self) -> None:
        """Show that the card is saved, and start the next."""
        self.wipe()
        self._show_word(Key.CORNER_CARD_KEPT)
        self._kept_timer.start()

    def show_not_saved(self) -> None:
        """Say that the card was not saved and is still here."""
        self._kept_timer.stop()
        self._show_word(Key.CORNER_NOT_KEPT)

    def let_type(self) -> None:
        """Allow typing again, with the same words."""
        self.lines.set_locked(locked=False)

    def wipe(self) -> None:
        """Clear the field."""
        self._ask_blank(asks=False)
        self._show_word(None)
        self.lines.wipe()
        self.tick.setChecked(False)
        self.drawing.setChecked(False)
        self.let_type()

    def cover(self) -> None:
        """Cover the words immediately."""
        self._covered = True
        self._show_cover()

    def switch_cover(self) -> None:
        """Toggle the cover; a forced cover stays."""
        self._covered = self._forced or not self._covered
        self._show_cover()
        self.lines.setFocus()

    def set_forced(self, *, forced: bool) -> None:
        """Force the cover, or return control to the helper."""
        self._forced = forced
        self._covered = self._covered or forced
        self._show_cover()

    def dress(self, look: Look, size: QSize) -> None:
        """Apply colours and sizes beyond the style sheet; a low display gets a lower field.

        Without Welsh the buttons for accents may be hidden; their keys always work.
        """
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        self.lines.dress(look, ())
        self.switch.fit(look)
        self._answer.setMinimumHeight(len(self._languages) * self._line_height())
        buttons = (True,) if WELSH in self._languages else (True, False)
        for lower, offered in product(LOWER, buttons):
            self.accents.offer_buttons(offered=offered)
            self.lines.set_lower(lower)
            self.lines.fit()
            self._column.invalidate()
            if self._column.totalHeightForWidth(size.width()) <= size.height():
                return
        self._column.setSpacing(LEAST_SPACING)

    def _line_height(self) -> int:
        self.saved_label.ensurePolished()
        return self.saved_label.fontMetrics().lineSpacing()

    def _lay_out(self) -> None:
        how = say_in(self._languages, Key.CORNER_CARDS_HOW)
        rule, foot = QFrame(), QLabel(stacked(self._languages, Key.CORNER_HOLD_ESC))
        rule.setObjectName("under")
        foot.setObjectName("foot")
        self._tell_reader()
        self._answer = QWidget()  # as high without words, so that nothing moves
        says = QHBoxLayout(self._answer)
        says.setContentsMargins(0, 0, 0, 0)
        says.addWidget(self.sign)
        says.addWidget(self.saved_label, 1)
        above = (Columns(say_in(self._languages, Key.CORNER_CARDS), "thanks"), rule)
        for part in (*above, Columns(how, "hint"), self.lines):
            self._column.addWidget(part)
        controls = row_of(self.switch, None, None)
        controls.insertWidget(1, self.tick)
        self._column.addLayout(controls)
        self._column.addLayout(self._drawing_row())
        self._column.addWidget(self._answer)
        self._column.addWidget(self.accents)
        self._column.addStretch(3)
        below = QHBoxLayout()
        for button in (self.back, self.console):
            button.setObjectName("plain")
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(foot)
        self._column.addLayout(below)
        for control in (self.back, self.console, self.tick, self.drawing):
            control.setAccessibleName(control.text().replace("\n", ", "))
        self.setFocusProxy(self.lines)

    def _drawing_row(self) -> QHBoxLayout:
        """Build the tick for a drawing, and beside it what its maker should know."""
        words = stacked(self._languages, Key.CORNER_CARD_DRAWING_HOW)
        self.drawing.setAccessibleDescription(words)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.drawing)
        row.addWidget(text_block(words, "hint"), 1, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _tell_reader(self) -> None:
        """Set the description for screen readers: headphones, then what to do."""
        keys = (Key.CORNER_HEADPHONES, Key.CORNER_READER, Key.CORNER_CARDS_HOW)
        self.lines.describe("\n".join(stacked(self._languages, key) for key in keys))

    def _connect(self) -> None:
        self.accents.chosen.connect(self._type_accent)
        self.switch.clicked.connect(self.switch_cover)
        self.back.clicked.connect(self.back_asked)
        self.console.clicked.connect(self.console_asked)
        self._kept_timer.timeout.connect(self._show_word)
        self.lines.changed.connect(self._begin_next)
        for changes in (
            self.lines.changed,
            self.tick.toggled,
            self.drawing.toggled,
            self.switch.clicked,
        ):
            changes.connect(self.touched)

    def _begin_next(self) -> None:
        """Stop asking, and take the sign of the last card away, once another is begun."""
        self._ask_blank()
        if self._kept_timer.isActive():
            self._kept_timer.stop()
            self._show_word()

    def _ask_blank(self, *, asks: bool = False) -> None:
        if asks != self._asks_blank:
            self._asks_blank = asks
            self._show_word(Key.CORNER_CARD_BLANK if asks else None)

    def _show_word(self, key: Key | None = None) -> None:
        word = stacked(self._languages, key) if key is not None else ""
        self.saved_label.setText(word)
        self.sign.setVisible(key is Key.CORNER_CARD_KEPT)
        if word:
            self.announced.emit(word)

    def _show_cover(self) -> None:
        self.lines.set_covered(covered=self._covered)
        self.switch.show_cover(covered=self._covered, forced=self._forced)
