"""The settings page: colours and text size."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QWidget

from facilitator.room.spec import Theme
from facilitator.ui.home.home_view import TEXT_SIZES, HomeView
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.cards import CardGrid, card
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column
from facilitator.wording import _

BOARD, CONSOLE = "board", "console"


class SettingsPage(QWidget):
    """Shows the settings and emits changes.

    Signals:
        theme_chosen: "board" or "console", and a ``Theme``.
        text_size_chosen: body text in pixels.
        home_pressed: back to the first page.
    """

    theme_chosen = Signal(str, Theme)
    text_size_chosen = Signal(int)
    home_pressed = Signal()

    def __init__(self, view: HomeView) -> None:
        super().__init__()
        inside = column(self, spacing=24)
        inside.setContentsMargins(0, 32, 0, 40)
        inside.addWidget(label(_("Settings"), "title"))
        sizes = card()
        listed = column(sizes, margin=20)
        listed.addWidget(label(_("Size of the text on this screen"), "heading"))
        group = QButtonGroup(sizes)
        names = (_("Normal"), _("Slightly larger"), _("Large"), _("Very large"))
        for size, name in zip(TEXT_SIZES, names, strict=True):
            choice = QRadioButton(name)
            choice.setChecked(size == view.text_px)
            choice.clicked.connect(self._asks_size(size))
            group.addButton(choice)
            listed.addWidget(choice)
        listed.addStretch(1)
        board = self._themes(BOARD, _("Colours of the board"), view.board_theme)
        console = self._themes(CONSOLE, _("Colours of this screen"), view.console_theme)
        inside.addWidget(CardGrid([console, board, sizes], least=300, most=3))
        self.home_button = home = Button(_("Back to Home"))
        home.clicked.connect(self.home_pressed)
        inside.addWidget(home)
        inside.addStretch(1)

    def _themes(self, where: str, title: str, now: Theme) -> QFrame:
        box = card()
        listed = column(box, margin=20)
        listed.addWidget(label(title, "heading"))
        group = QButtonGroup(box)
        names = {
            Theme.WARM: _("Warm light"),
            Theme.COOL: _("Cool light"),
            Theme.CONTRAST: _("High contrast"),
            Theme.DIM: _("For a dim room"),
        }
        for theme, name in names.items():
            choice = QRadioButton(name)
            choice.setAccessibleDescription(title)
            choice.setChecked(theme is now)
            choice.clicked.connect(self._asks_theme(where, theme))
            group.addButton(choice)
            listed.addWidget(choice)
        listed.addStretch(1)
        return box

    def _asks_size(self, size: int) -> Callable[[], None]:
        return lambda: self.text_size_chosen.emit(size)

    def _asks_theme(self, where: str, theme: Theme) -> Callable[[], None]:
        return lambda: self.theme_chosen.emit(where, theme)
