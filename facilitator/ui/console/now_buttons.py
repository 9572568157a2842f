"""The buttons of the present step, as many of them and of their words as there is room for."""

from PySide6.QtCore import Qt

from facilitator.domain.round import RoundState
from facilitator.live.desk_view import NextView
from facilitator.ui.console.flow import FlowLayout, rows_needed
from facilitator.ui.console.parts import KeyButton, fill, main_button, quiet_button
from facilitator.ui.kit.icons import Icon
from facilitator.wording import _

MOST_ROWS = 2


class NowButtons(FlowLayout):
    """A row that leaves out what stands under More as well, and shortens Next, before it wraps."""

    def __init__(self) -> None:
        super().__init__()
        self.less = KeyButton(_("− 1 min"), key="−")
        self.more = KeyButton(_("+ 1 min"), key="+")
        self.two = KeyButton(_("+ 2 min"), key="2")
        self.five = KeyButton(_("+ 5 min"), key="5")
        self.toggle = KeyButton(_("Start"), Icon.PLAY, Qt.Key.Key_Space)
        self.next = main_button(_("Next"), Icon.ARROW_RIGHT, "→")
        self.back = quiet_button(_("Back"), Icon.ARROW_LEFT, "←")
        self.end = quiet_button(_("End"), Icon.STOP)
        self.quiet = quiet_button(_("Just talk"), Icon.COMMENTS)
        self.quiet.setCheckable(True)
        self.quiet.setToolTip(_("A quiet board, while time is kept"))
        self.menu = quiet_button(_("More"), Icon.MORE, "M")
        self._first_to_go = (self.five, self.two, self.quiet, self.end, self.back)
        times = (self.less, self.more, self.two, self.five)
        self._all = (*times, self.toggle, self.next, self.back, self.end, self.quiet, self.menu)
        for button in self._all:
            self.addWidget(button)
        self._words = self._short = ""
        self._beside = self._small = False

    def show_next(self, view: NextView) -> None:
        """Take what Next does; ``fit`` shows as many of its words as there is room for."""
        self._words, self._short = view.label, view.short or view.label

    def show_state(self, state: RoundState) -> None:
        """Show what Space does with the time."""
        words, name = {
            RoundState.READY: (_("Start"), Icon.PLAY),
            RoundState.RUNNING: (_("Hold"), Icon.HOLD),
            RoundState.HELD: (_("Resume the time"), Icon.PLAY),
            RoundState.ENDED: (_("Resume the time"), Icon.PLAY),
        }[state]
        self.toggle.show_words(words, name)
        self.end.setEnabled(state is not RoundState.ENDED)

    def set_dense(self, *, beside: bool, small: bool, caps: bool) -> None:
        """Leave out keys, icons and what stands under More, where there is little room."""
        self._beside, self._small = beside, small
        for part in (self.less, self.more):
            part.setVisible(not small)
        for part in (*self._all[:4], self.toggle, self.next, self.menu):
            part.show_cap(shown=caps and not small)
        for part in (self.toggle, self.next):
            part.show_mark(shown=not small)

    def set_next_leads(self, *, leads: bool) -> None:
        """Fill the button Next, or leave that to the step's own act while it waits."""
        fill(self.next, filled=leads)

    def fit(self, width: int) -> None:
        """Show all words of Next, and as many buttons as two rows of that width hold."""
        self._show_words(self._words)
        gone = self._gone(width)
        for part in self._first_to_go:
            if part.isHidden() != (part in gone):
                part.setVisible(part not in gone)
        self._name_menu(named=not self._small)
        if self._beside and self._count_rows(width, gone) > 1:
            self.shorten()
            self._name_menu(named=self._count_rows(width, gone) == 1 and not self._small)

    def shorten(self) -> None:
        """Leave the title of the next step to the tooltip and to the pictures of the board."""
        self._show_words(self._short)

    def _gone(self, width: int) -> tuple[KeyButton, ...]:
        if self._beside:
            return self._first_to_go
        for count in range(len(self._first_to_go)):
            gone = self._first_to_go[:count]
            if self._count_rows(width, gone) <= MOST_ROWS and self._keeps_next_first(width, gone):
                return gone
        return self._first_to_go

    def _keeps_next_first(self, width: int, gone: tuple[KeyButton, ...]) -> bool:
        """Return whether more minutes to give leave Next in the first row, where it is sought."""
        if self.two in gone and self.five in gone:
            return True
        shown = [one for one in self._all[: self._all.index(self.next) + 1] if one not in gone]
        return rows_needed([one.sizeHint().width() for one in shown], self.spacing(), width) == 1

    def _count_rows(self, width: int, gone: tuple[KeyButton, ...]) -> int:
        """Return in how many rows the buttons would stand without some of them."""
        left_out = gone if not self.less.isHidden() else (self.less, self.more, *gone)
        shown = (one for one in self._all if one not in left_out)
        return rows_needed([one.sizeHint().width() for one in shown], self.spacing(), width)

    def _name_menu(self, *, named: bool) -> None:
        self.menu.show_words(_("More") if named else "")
        self.menu.setAccessibleName(_("More (M)"))
        self.menu.setToolTip("" if named else _("More (M)"))

    def _show_words(self, words: str) -> None:
        self.next.show_words(words)
        self.next.setAccessibleName(f"{self._words} (→)")
        self.next.setToolTip("" if words == self._words else self._words)
