"""Says that the board is off, and shows the words that it would show."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from facilitator.live.views.desk_view import BoardView
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.table import Act
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import IconLabel, label
from facilitator.ui.widgets.scrolling import Scroll
from facilitator.ui.widgets.speech import speak
from facilitator.ui.widgets.style import set_role
from facilitator.wording import _

MOST_HIGH, MOST_HIGH_LOW = 128, 60  # pixels of the words to say, at 100 %


class BoardOffCard(QFrame):
    """A card across the console while the board is off: nothing is lost, and how to go on.

    Signals:
        show_asked: show the board again.
    """

    show_asked = Signal()

    def __init__(self, scene: RoomScene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "butter")
        self._scene, self._most = scene, MOST_HIGH
        self.title = label(_("The board is off. Keep going: nothing is lost."), "strong")
        self.what = label(
            _("Say aloud what the room would read. When it’s back, press F8 to show it.")
        )
        self.words = label(role="say")
        self.area = Scroll(self.words, _("What the board would say"))
        self.show_button = CommandButton(Act.FULL_SCREEN, Icon.BOARD, words=_("Show the board"))
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 8, 16, 8)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(IconLabel(Icon.BOARD), 0, 0)
        grid.addWidget(self.title, 0, 1)
        grid.addWidget(self.show_button, 0, 2, 2, 1)
        grid.addWidget(self.what, 1, 1)
        grid.addWidget(self.area, 2, 1, 1, 2)
        self.show_button.clicked.connect(self.show_asked)
        self.hide()

    def show_off(self, *, off: bool) -> None:
        """Show the card and announce it once to screen readers, or hide it."""
        if off and self.isHidden():
            speak(self, f"{self.title.text()} {self.what.text()}")
        self.setVisible(off)

    def show_board(self, view: BoardView) -> None:
        """Show the board's words; none while the curtain is closed."""
        lines: list[str] = []
        for line in self._scene.sheet(view.now).text.splitlines():
            if lines and len(lines[-1]) == 1:
                lines[-1] += f" {line}"  # without its letter
            else:
                lines.append(line)
        self.words.setText("  ·  ".join(lines))
        self.area.setAccessibleDescription(self.words.text())
        self.area.setVisible(bool(lines))
        self._fit()

    def set_room(self, *, low: bool, scale: int) -> None:
        """Shrink the card on a small laptop."""
        set_role(self.words, "role", "strong" if low else "say")
        self._most = (MOST_HIGH_LOW if low else MOST_HIGH) * scale // 100
        self._fit()

    def _fit(self) -> None:
        """Fit the height to the words, up to a few lines."""
        needed = self.words.heightForWidth(self.area.viewport().width())
        self.area.setFixedHeight(min(self._most, max(needed, self._most // 3)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
