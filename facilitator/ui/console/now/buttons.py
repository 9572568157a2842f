"""The buttons of the present step: those of its time, and those that move it."""

from PySide6.QtWidgets import QHBoxLayout

from facilitator.domain.time.round import RoundState
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.table import COMMANDS, Act
from facilitator.ui.console.now.next_button import NextButton
from facilitator.ui.widgets.buttons import fill
from facilitator.ui.widgets.caps import cap_words
from facilitator.ui.widgets.icons import Icon
from facilitator.wording import _


class NowButtons(QHBoxLayout):
    """The row of the time's buttons; the foot takes Back, More and Next from here.

    A button that has no room is found under More, and by its key.
    """

    def __init__(self) -> None:
        super().__init__()
        self.less, self.more = CommandButton(Act.LESS_TIME), CommandButton(Act.MORE_TIME)
        self.two, self.five = CommandButton(Act.TWO_MORE), CommandButton(Act.FIVE_MORE)
        self.toggle = CommandButton(Act.TOGGLE_TIME, Icon.PLAY)
        self.menu = CommandButton(Act.MORE, Icon.MORE, role="quiet")
        self.next, self.back = NextButton(), CommandButton(Act.BACK, Icon.ARROW_LEFT)
        self.by_act = {
            Act.LESS_TIME: self.less,
            Act.MORE_TIME: self.more,
            Act.TWO_MORE: self.two,
            Act.FIVE_MORE: self.five,
            Act.TOGGLE_TIME: self.toggle,
            Act.NEXT: self.next,
            Act.BACK: self.back,
            Act.MORE: self.menu,
        }
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(8)
        self._in_row = (self.less, self.more, self.two, self.five, self.toggle)
        for button in self._in_row:
            self.addWidget(button)
        self.menu.set_tight()
        self._show_menu_words()

    def show_state(self, state: RoundState) -> bool:
        """Update the button for Space, which holds the time or goes on.

        Return whether the buttons take more or less room than before.
        """
        taken = self.taken()
        words, name = {
            RoundState.READY: (_("Start"), Icon.PLAY),
            RoundState.RUNNING: (_("Hold"), Icon.HOLD),
            RoundState.HELD: (_("Resume"), Icon.PLAY),
            RoundState.ENDED: (_("Resume"), Icon.PLAY),
        }[state]
        self.toggle.show_words(words, name)
        return self.taken() != taken

    def set_room(self, *, caps: bool, few: bool, room: int) -> None:
        """Show as many buttons as fit in ``room`` pixels, with their keys only if all fit so.

        Without ``caps`` two and five minutes have no button; with ``few`` there is one button.
        """
        usual = (self.less, self.more, self.toggle)
        self._show_caps(visible=caps)
        if caps and self._taken(usual) > room:
            self._show_caps(visible=False)
        for part in (self.less, self.more):
            part.setVisible(not few)
        for part in (self.two, self.five):
            part.setVisible(caps and self._taken(self._in_row) <= room)

    def taken(self) -> int:
        """Return the width of the usual buttons, in pixels."""
        return self._taken((self.less, self.more, self.toggle))

    def _taken(self, buttons: tuple[CommandButton, ...]) -> int:
        return sum(button.sizeHint().width() + self.spacing() for button in buttons)

    def _show_caps(self, *, visible: bool) -> None:
        for part in self._in_row:
            part.show_cap(visible=visible)

    def set_next_leads(self, *, leads: bool) -> None:
        """Highlight Next, or not while the step's own act is pending."""
        fill(self.next, filled=leads)

    def follow_keys(self) -> None:
        """Update the keys that are spoken but not shown."""
        self._show_menu_words()

    def _show_menu_words(self) -> None:
        self.menu.show_words("")
        words, cap = COMMANDS[Act.MORE].button_words(), cap_words(self.menu.own_cap)
        more = f"{words} ({cap})" if cap else words
        self.menu.show_cap(visible=False)
        self.menu.setAccessibleName(more)
        self.menu.setToolTip(more)
