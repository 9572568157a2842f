"""Where a helper types the cards in; what they keep goes the same way as what is typed."""

from datetime import timedelta
from itertools import product

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from facilitator.domain.contribution import Turn
from facilitator.domain.text.language import WELSH, Language
from facilitator.room.keys import Key
from facilitator.room.say import say_in
from facilitator.ui.corner.accents import Accents, accents_of
from facilitator.ui.corner.cover_switch import CoverSwitch
from facilitator.ui.corner.lines import Lines
from facilitator.ui.corner.pace import timer
from facilitator.ui.corner.pages import QuietPage
from facilitator.ui.corner.style import LEAST_SPACING, Look
from facilitator.ui.corner.texts import Columns, stacked, text_block
from facilitator.ui.widgets.theme import Palette


class CardsPage(QuietPage):
    """One card after another, each with Enter; a blank one takes it twice, and is asked for.

    A card that was counted cannot be taken back: whoever could take blank ones back might add them
    until there are enough, and so count the turns.

    Signals:
        card_given: one card, as a turn.
        touched: somebody is here: the card, its tick or the cover are not as they were.
        announced: what whoever uses a screen reader hears at once.
        back_asked, console_asked: that button was pressed.
    """

    card_given = Signal(Turn)
    touched = Signal()
    announced = Signal(str)
    back_asked = Signal()
    console_asked = Signal()

    def __init__(
        self,
        languages: tuple[Language, ...],
        palette: Palette,
        kept_for: timedelta,
        *,
        forced: bool = False,
    ) -> None:
        super().__init__()
        self._languages = languages
        self._covered, self._forced = True, forced
        self._asks = False  # whether somebody is still typing
        self._asks_blank = False  # whether a blank card is meant
        self._kept_timer = timer(self, kept_for)
        self.lines = Lines(1, stacked(languages, Key.CORNER_CARD))
        self.accents = Accents()
        self.switch = CoverSwitch(languages, palette.text)
        self.tick = QCheckBox(stacked(languages, Key.CORNER_CARD_KEEP_OUT))
        self.tick.setObjectName("tick")
        self.kept = text_block("", "measure")
        self.kept.setMinimumWidth(120)
        self.back = QPushButton(stacked(languages, Key.CORNER_BACK))
        self.console = QPushButton(stacked(languages, Key.CORNER_CONSOLE))
        self._lay_out()
        self._connect()
        self._show_cover()

    def begin(self) -> None:
        """Cover the card, as all words here are at first; once shown, the next cards are too."""
        self.cover()

    def set_alone(self, *, alone: bool) -> None:
        """Offer no way to the typing corner where the plan has cards alone."""
        self.back.setHidden(alone)

    def give(self) -> None:
        """Hand over the card in the field; nothing while the last one is being kept.

        On an empty line the first time only asks whether a blank card is meant.
        """
        if not self.lines.texts and not self._asks_blank:
            self._kept_timer.stop()
            self._ask_blank(asks=True)
            return
        self.lines.set_locked(locked=True)
        self.card_given.emit(Turn(self.lines.texts, in_record=not self.tick.isChecked()))

    def take_key(self, event: QKeyEvent) -> bool:
        """Type a Welsh accent for Alt and its letter; tell whether that was meant."""
        forms = accents_of(event)
        if forms:
            self._type_accent(forms)
        return bool(forms)

    def _type_accent(self, forms: str) -> None:
        self.lines.current.type_accent(forms)

    def show_still(self, *, asks: bool) -> None:
        """Ask whether somebody is still typing, or no longer."""
        if asks != self._asks:
            self._asks = asks
            self._asks_blank = False
            self._show_word(Key.CORNER_STILL if asks else None)

    def show_kept(self) -> None:
        """Show that the card is kept, and take the next."""
        self.wipe()
        self._show_word(Key.CORNER_CARD_KEPT)
        self._kept_timer.start()

    def show_not_kept(self) -> None:
        """Say that the card is still here."""
        self._kept_timer.stop()
        self._show_word(Key.CORNER_NOT_KEPT)

    def let_type(self) -> None:
        """Go on with the words as they are."""
        self.lines.set_locked(locked=False)

    def wipe(self) -> None:
        """Take the card out of the field."""
        self._ask_blank(asks=False)
        self._show_word(None)
        self.lines.wipe()
        self.tick.setChecked(False)
        self.let_type()

    def cover(self) -> None:
        """Cover the words, in the same frame."""
        self._covered = True
        self._show_cover()

    def switch_cover(self) -> None:
        """Cover the words or show them; a forced cover stays."""
        self._covered = self._forced or not self._covered
        self._show_cover()
        self.lines.setFocus()

    def set_forced(self, *, forced: bool) -> None:
        """Force the cover, or leave it to the helper again."""
        self._forced = forced
        self._covered = self._covered or forced
        self._show_cover()

    def dress(self, look: Look, size: QSize) -> None:
        """Take colours and sizes that the style sheet cannot give; a low display a lower field.

        Without Welsh the buttons for accents give way, never their keys.
        """
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        self.lines.dress(look.palette.accent)
        self.switch.ensurePolished()
        self.switch.fit()
        buttons = (True,) if WELSH in self._languages else (True, False)
        for low, offered in product((False, True), buttons):
            self.accents.offer_buttons(offered=offered)
            self.lines.set_low(low=low)
            self.lines.fit()
            self._column.invalidate()
            if self._column.totalHeightForWidth(size.width()) <= size.height():
                return
        self._column.setSpacing(LEAST_SPACING)

    def _lay_out(self) -> None:
        how = say_in(self._languages, Key.CORNER_CARDS_HOW)
        self._column.addWidget(Columns(say_in(self._languages, Key.CORNER_CARDS), "thanks"))
        self._column.addWidget(Columns(how, "hint"))
        self._tell_reader()
        self._column.addWidget(self.lines)
        self._column.addWidget(self.accents)
        for parts in ((self.switch, self.kept), (self.tick,), (self.back, self.console)):
            row = QHBoxLayout()
            for part in parts:
                row.addWidget(part, 4 if part is self.kept else 0)
            row.addStretch(1)
            self._column.addLayout(row)
        for button in (self.back, self.console):
            button.setObjectName("plain")
        for control in (self.back, self.console, self.tick):
            control.setAccessibleName(control.text().replace("\n", ", "))
        self._column.addStretch(3)
        self.setFocusProxy(self.lines)

    def _tell_reader(self) -> None:
        """Have a screen reader remind of headphones, and say what to do."""
        keys = (Key.CORNER_HEADPHONES, Key.CORNER_READER, Key.CORNER_CARDS_HOW)
        self.lines.describe("\n".join(stacked(self._languages, key) for key in keys))

    def _connect(self) -> None:
        self.accents.chosen.connect(self._type_accent)
        self.switch.clicked.connect(self.switch_cover)
        self.back.clicked.connect(self.back_asked)
        self.console.clicked.connect(self.console_asked)
        self._kept_timer.timeout.connect(self._show_word)
        self.lines.changed.connect(self._ask_blank)
        for changes in (self.lines.changed, self.tick.toggled, self.switch.clicked):
            changes.connect(self.touched)

    def _ask_blank(self, *, asks: bool = False) -> None:
        if asks != self._asks_blank:
            self._asks_blank = asks
            self._show_word(Key.CORNER_CARD_BLANK if asks else None)

    def _show_word(self, key: Key | None = None) -> None:
        word = stacked(self._languages, key) if key is not None else ""
        self.kept.setText(word)
        if word:
            self.announced.emit(word)

    def _show_cover(self) -> None:
        self.lines.set_covered(covered=self._covered)
        self.switch.show_cover(covered=self._covered, forced=self._forced)
