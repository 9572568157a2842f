"""Live pictures of the board, now and after Next."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.workshop import Showing
from facilitator.live.views.desk_view import BoardView, NextView
from facilitator.ui.console.board.picture import BoardPicture
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import breakable, chip, label
from facilitator.wording import _

SMALL = 96  # pixels, at 100 %: the width of the picture of what comes


def showing_words(view: BoardView) -> str:
    """Describe what the room sees."""
    if view.curtain:
        return _("The curtain is down. The room sees a calm, empty board.")
    if view.quiet and view.showing is Showing.STEP:
        return _("Just talk: the board is quiet.")
    return {
        Showing.STEP: _("The step"),
        Showing.WELCOME: _("Welcome"),
        Showing.WELCOME_GROUP: _("Welcome, with the group’s name"),
        Showing.TODAY: _("What happens today"),
        Showing.LINES: _("The lines"),
        Showing.ONE: _("One line at a time"),
        Showing.OVERVIEW: _("An overview of the lines"),
        Showing.RECORD: _("What goes in the record"),
        Showing.PROMISE: _("What is kept"),
        Showing.AGREEMENT: _("Our agreement"),
        Showing.HANDS: _("A check"),
        Showing.LATE: _("Our agreement, for those who came later"),
        Showing.CHECK: _("A line for the back row"),
        Showing.LAST_TIME: _("Last time’s small step"),
        Showing.ASK: _("How the group wants to use its time"),
        Showing.CARE: _("Pause for care"),
    }[view.showing]


class LostWindow(QWidget):
    """Says how to find the board's window if it is behind this one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(_("Bring it to the front"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)
        self.words = label(role="do")
        column.addWidget(self.words)
        self.hide()

    def show_way(self, *, alone: bool) -> None:
        """Explain F5, with one display or several."""
        self.words.setText(
            _("F5 fills this screen with it; F5 again brings the console back.")
            if alone
            else _("F5 puts it on the other display.")
        )


class BoardsPanel(QWidget):
    """Shows the board as the room sees it now, and as it will be after Next.

    Signals:
        back_asked, next_asked: turn the page.
        front_asked: raise the board's window.
    """

    back_asked = Signal()
    next_asked = Signal()
    front_asked = Signal()

    def __init__(self, scene: RoomScene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state, self.place = label(role="kicker"), chip(kind="selected")
        self.place.let_wrap()  # else the pictures are wider than a narrow column
        self.place.hide()
        self.lost = LostWindow()
        self.now, self.next = BoardPicture(scene), BoardPicture(scene)
        self.next_kicker, self.next_words = label(_("Next"), "kicker"), label(role="beside")
        self.page = label()
        self.page.setWordWrap(False)
        self.back_button = Button("", Icon.ARROW_LEFT)
        self.back_button.setAccessibleName(_("Page before"))
        self.next_button = Button("", Icon.ARROW_RIGHT)
        self.next_button.setAccessibleName(_("Next page"))
        self.pager = self._in_a_row()
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(label(_("On the board"), "kicker", wrap=False))
        head.addWidget(self.place)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        for part in (self.lost, self.state, self.now, self.pager, self._beside_next()):
            column.addWidget(part)
        self.back_button.clicked.connect(self.back_asked)
        self.next_button.clicked.connect(self.next_asked)
        self.lost.button.clicked.connect(self.front_asked)

    def _beside_next(self) -> QWidget:
        """Put what comes in words beside its small picture."""
        self.following = QWidget()
        row = QHBoxLayout(self.following)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.next_kicker)
        words.addWidget(self.next_words)
        words.addStretch(1)
        row.addWidget(self.next, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.set_scale(100)
        return self.following

    def set_scale(self, scale: int) -> None:
        """Make the small picture as large as the text beside it asks, in per cent."""
        self.next.setFixedWidth(SMALL * scale // 100)

    def show_next(self, view: NextView) -> None:
        """Say in words what comes."""
        self.next_words.setText(breakable(view.what or view.label))

    def _in_a_row(self) -> QWidget:
        pager = QWidget()
        row = QHBoxLayout(pager)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.back_button, self.page, self.next_button):
            row.addWidget(part)
        row.addStretch(1)
        return pager

    def show_place(self, text: str) -> None:
        """Show where the board is, if the header has no room for it."""
        self.place.setText(text)
        self.place.setVisible(bool(text))

    def set_in_window(self, *, in_window: bool, alone: bool = True) -> None:
        """Explain how to find the board's window, and what F5 does."""
        self.lost.show_way(alone=alone)
        self.lost.setVisible(in_window)

    @Slot(BoardView)
    def show_board(self, view: BoardView) -> None:
        """Show both pictures, and describe what the room sees."""
        words = showing_words(view)
        self.state.setText(words)
        self.state.setVisible(view.curtain or view.quiet or view.showing is not Showing.STEP)
        self.now.show_picture(view.now)
        self.now.setAccessibleName(_("On the board now: {words}").format(words=words))
        self.next_kicker.setText(_("Behind the curtain") if view.curtain else _("Next"))
        self.next.setAccessibleName(self.next_kicker.text())
        self.following.setVisible(view.next is not None)
        if view.next is not None:
            self.next.show_picture(view.next)
        self.pager.setVisible(view.pages > 1 and not view.curtain)
        self.page.setText(_("Page {page} of {pages}").format(page=view.page + 1, pages=view.pages))
        self.back_button.setEnabled(view.page > 0)
        self.next_button.setEnabled(view.page < view.pages - 1)
