"""The buttons of the present step, with as many buttons and words as fit."""

from facilitator.domain.time.round import RoundState
from facilitator.live.views.desk_view import NextView
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.table import COMMANDS, Act
from facilitator.ui.widgets.buttons import Button, fill
from facilitator.ui.widgets.caps import cap_words
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.layouts import FlowLayout, rows_needed
from facilitator.wording import _

MOST_ROWS = 2


def _named(button: CommandButton, words: str) -> str:
    """Return a button's words and key for screen readers."""
    return f"{words} ({cap_words(button.own_cap)})" if button.own_cap else words


class NowButtons(FlowLayout):
    """A button row that drops buttons also found under More, then shortens Next, before wrapping.

    Call ``fit`` with the available width.
    """

    def __init__(self) -> None:
        super().__init__()
        self.less, self.more = CommandButton(Act.LESS_TIME), CommandButton(Act.MORE_TIME)
        self.two, self.five = CommandButton(Act.TWO_MORE), CommandButton(Act.FIVE_MORE)
        self.toggle = CommandButton(Act.TOGGLE_TIME, Icon.PLAY)
        self.next = CommandButton(Act.NEXT, Icon.ARROW_RIGHT, role="main")
        self.back = CommandButton(Act.BACK, Icon.ARROW_LEFT, role="quiet")
        self.end = CommandButton(Act.END, Icon.STOP, role="quiet")
        self.quiet = CommandButton(Act.QUIET, Icon.COMMENTS, role="quiet")
        self.quiet.setCheckable(True)
        self.quiet.setToolTip(_("A quiet board, while time is kept"))
        self.menu = CommandButton(Act.MORE, Icon.MORE, role="quiet")
        self.by_act = {
            Act.LESS_TIME: self.less,
            Act.MORE_TIME: self.more,
            Act.TWO_MORE: self.two,
            Act.FIVE_MORE: self.five,
            Act.TOGGLE_TIME: self.toggle,
            Act.NEXT: self.next,
            Act.BACK: self.back,
            Act.END: self.end,
            Act.QUIET: self.quiet,
            Act.MORE: self.menu,
        }
        self._first_to_go = (self.five, self.two, self.quiet, self.end, self.back)
        self._all = tuple(self.by_act.values())
        for button in self._all:
            self.addWidget(button)
        self._words = self._short = ""
        self._beside = self._small = False

    def show_next(self, view: NextView) -> None:
        """Set the words of Next; ``fit`` shows as many as there is room for."""
        self._words, self._short = view.label, view.short or view.label

    def show_state(self, state: RoundState) -> None:
        """Update the button for Space, which holds the time or goes on."""
        words, name = {
            RoundState.READY: (_("Start"), Icon.PLAY),
            RoundState.RUNNING: (_("Hold"), Icon.HOLD),
            RoundState.HELD: (_("Resume the time"), Icon.PLAY),
            RoundState.ENDED: (_("Resume the time"), Icon.PLAY),
        }[state]
        self.toggle.show_words(words, name)
        self.end.setEnabled(state is not RoundState.ENDED)

    def set_dense(self, *, beside: bool, small: bool, caps: bool) -> None:
        """Hide keys, icons and the buttons also found under More, where there is little room."""
        self._beside, self._small = beside, small
        for part in (self.less, self.more):
            part.setVisible(not small)
        for part in (*self._all[:4], self.toggle, self.next, self.menu):
            part.show_cap(visible=caps and not small)
        for part in (self.toggle, self.next):
            part.show_mark(visible=not small)

    def set_next_leads(self, *, leads: bool) -> None:
        """Highlight Next, or not while the step's own act is pending."""
        fill(self.next, filled=leads)

    def fit(self, width: int) -> None:
        """Show all words of Next, and as many buttons as two rows of this width hold."""
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
        """Shorten Next: its tooltip and the board's pictures have the next step's title."""
        self._show_words(self._short)

    def _gone(self, width: int) -> tuple[Button, ...]:
        if self._beside:
            return self._first_to_go
        for count in range(len(self._first_to_go)):
            gone = self._first_to_go[:count]
            if self._count_rows(width, gone) <= MOST_ROWS and self._keeps_next_first(width, gone):
                return gone
        return self._first_to_go

    def _keeps_next_first(self, width: int, gone: tuple[Button, ...]) -> bool:
        """Return whether Next stays in the first row beside the buttons for more minutes."""
        if self.two in gone and self.five in gone:
            return True
        visible = [
            button for button in self._all[: self._all.index(self.next) + 1] if button not in gone
        ]
        return (
            rows_needed([button.sizeHint().width() for button in visible], self.spacing(), width)
            == 1
        )

    def _count_rows(self, width: int, gone: tuple[Button, ...]) -> int:
        """Return how many rows the buttons need without some of them."""
        left_out = gone if not self.less.isHidden() else (self.less, self.more, *gone)
        visible = (button for button in self._all if button not in left_out)
        return rows_needed([button.sizeHint().width() for button in visible], self.spacing(), width)

    def _name_menu(self, *, named: bool) -> None:
        self.menu.show_words(_("More") if named else "")
        more = _named(self.menu, COMMANDS[Act.MORE].button_words())
        self.menu.setAccessibleName(more)
        self.menu.setToolTip("" if named else more)

    def _show_words(self, words: str) -> None:
        self.next.show_words(words)
        self.next.setAccessibleName(_named(self.next, self._words))
        self.next.setToolTip("" if words == self._words else self._words)
