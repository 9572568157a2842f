"""Offers practice with made-up people, and asks once where the board should be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from facilitator.ui.widgets.buttons import IconButton
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column, row
from facilitator.wording import _


class TryCard(QFrame):
    """Asks before the room would see the board, when there is a display for it.

    Signals:
        try_asked: practise as a workshop would run, the board on the other display if there is one.
        try_in_window_asked: practise with the board in a window on this screen.
    """

    try_asked = Signal()
    try_in_window_asked = Signal()

    def __init__(self, *, first: bool) -> None:
        super().__init__()
        self.setProperty("card", "butter" if first else "soft")
        self._display = ""  # what the other display is called
        line = row(self, margin=24 if first else 16)
        texts = column(spacing=4)
        self.title, self.text = label("", "heading" if first else "strong"), label("")
        for part in (self.title, self.text):
            texts.addWidget(part)
        line.addLayout(texts, 1)
        self.try_button = IconButton(_("Try it"), "main" if first else "plain")
        if first:
            self.try_button.setProperty("big", "true")
        self.display_button = IconButton(_("Use that display"), "main")
        self.window_button = IconButton(_("A window here"))
        self.leave_button = IconButton(_("Not now"), "quiet")
        self._answers = (self.display_button, self.window_button, self.leave_button)
        for button in (self.try_button, *self._answers):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.try_button.clicked.connect(self._try)
        self.display_button.clicked.connect(self.try_asked)
        self.window_button.clicked.connect(self.try_in_window_asked)
        self.leave_button.clicked.connect(self.leave)
        self._show(asks=False)

    def offer(self, display: str) -> None:
        """Ask about this display before practice begins; "" when there is none to ask about."""
        if display != self._display:
            self._display = display
            self._show(asks=False)

    def leave(self) -> bool:
        """Ask no more; return whether it was asked."""
        if not self.try_button.isHidden():
            return False
        self._show(asks=False)
        self.try_button.setFocus()
        return True

    def _try(self) -> None:
        if not self._display:
            self.try_asked.emit()
            return
        self._show(asks=True)
        self.display_button.setFocus()

    def _show(self, *, asks: bool) -> None:
        title = _("Try it with made-up people")
        text = _("Five minutes, from agreement to record. Nothing of it is kept.")
        if asks:
            title = _("Where should the board be for practice?")
            text = _(
                "On {display}, as in a workshop: whoever is in the room sees it. Or in a window on "
                "this screen."
            ).format(display=self._display)
        self.title.setText(title)
        self.text.setText(text)
        self.try_button.setAccessibleDescription(f"{title}. {text}")
        self.try_button.setVisible(not asks)
        for button in self._answers:
            button.setAccessibleDescription(f"{title} {text}")
            button.setVisible(asks)
