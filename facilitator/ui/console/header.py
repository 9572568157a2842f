"""The line at the top: workshop, number of people, pace, and where the board is."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.domain.workshop import MOST_PEOPLE, Showing
from facilitator.live.views.desk_view import BoardView, HeaderView
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.key_acts import key_map_of
from facilitator.ui.console.commands.table import Act
from facilitator.ui.widgets.buttons import Button, RingButton
from facilitator.ui.widgets.fields import NumberBox
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.key_presses import is_enter
from facilitator.ui.widgets.labels import chip, label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.ui.widgets.style import set_role
from facilitator.wording import _, ngettext

LEAST_TITLE = 160  # pixels
EDGE, GAP = 16, 12  # also


class PeopleSpin(NumberBox):
    """A field for the number of people: Enter accepts it, Esc restores the old number.

    Signals:
        taken: the accepted number.
        left: Esc was pressed.
    """

    taken = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(1, MOST_PEOPLE)
        self.setAccessibleName(_("Number of people in the room"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.interpretText()
            self.taken.emit(self.value())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TitleLabel(QLabel):
    """A title in one line, shortened where it has no room; its text is whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "workshop")

    def paintEvent(self, event: QPaintEvent) -> None:
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter, middle = QPainter(self), Qt.AlignmentFlag.AlignVCenter.value
        role = self.foregroundRole()
        self.style().drawItemText(
            painter, self.rect(), middle, self.palette(), self.isEnabled(), words, role
        )


class HeaderPanel(QFrame):
    """Shows the workshop's state in a line, and the buttons that are always available.

    Signals:
        people_asked: the number of people in the room.
        finish_asked: show whether it will end on time.
        curtain_asked, care_asked, save_elsewhere_asked, home_asked: the button was pressed.
    """

    people_asked = Signal(int)
    finish_asked = Signal()
    curtain_asked = Signal()
    care_asked = Signal()
    save_elsewhere_asked = Signal()
    home_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("side", "top")
        self.title = TitleLabel()
        self.people_chip = RingButton()
        self.people_chip.setProperty("chip", "plain")
        self.people_chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.people_spin = PeopleSpin()
        self.people_spin.hide()
        self.practice_chip = chip(_("Practice"), "butter")
        self.pace_chip = RingButton()
        self.pace_chip.setProperty("chip", "plain")
        self.pace_chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.mirrored_chip = chip(kind="warning")
        self.mirrored_chip.let_wrap()
        self.curtain_button = CommandButton(Act.CURTAIN, Icon.EYE)
        self.care_button = CommandButton(Act.CARE, Icon.CARE)
        self.banner = QFrame()
        self.banner.setProperty("card", "butter")
        self.banner_text = label(role="strong")
        self.save_button = Button(_("Save elsewhere"), Icon.KEEP)
        self._people = 0
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left, right = FlowLayout(), FlowLayout(from_right=True)
        self._right = right
        for widget in (self.title, self.practice_chip, self.people_chip, self.people_spin):
            left.addWidget(widget)
        left.addWidget(self.pace_chip)
        for widget in (self.curtain_button, self.care_button):
            right.addWidget(widget)
        left.setSpacing(GAP)
        right.setSpacing(GAP)
        row = QHBoxLayout()
        row.addLayout(left, 1)
        row.addLayout(right)
        inside = QHBoxLayout(self.banner)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.addWidget(self.banner_text, 1)
        inside.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 6, EDGE, 5)
        column.addLayout(row)
        column.addWidget(self.mirrored_chip)
        column.addWidget(self.banner)
        self.banner.hide()
        self.practice_chip.hide()
        self.mirrored_chip.hide()

    def _connect(self) -> None:
        self.people_chip.clicked.connect(self._offer_people)
        self.pace_chip.clicked.connect(self.finish_asked)
        self.people_spin.taken.connect(self._take_people)
        self.people_spin.left.connect(self._leave_people)
        self.curtain_button.clicked.connect(self.curtain_asked)
        self.care_button.clicked.connect(self.care_asked)
        self.save_button.clicked.connect(self.save_elsewhere_asked)

    def follow_keys(self) -> None:
        """Update the key that shows how to finish on time."""
        self.pace_chip.setToolTip(key_map_of(self).words_and_key(Act.FINISH))

    @Slot(HeaderView)
    def show_header(self, view: HeaderView) -> None:
        """Show the workshop's title, people and pace, and whether it is saved."""
        self.title.setText(view.title)
        self.title.setToolTip(view.group)
        words = ngettext("{people} person", "{people} people", view.people)
        self._people = view.people
        self.people_chip.setText(words.format(people=view.people))
        self.people_chip.setAccessibleName(
            _("{words} in the room. Press to change the number.").format(
                words=words.format(people=view.people)
            )
        )
        self.practice_chip.setVisible(view.practice)
        self.pace_chip.setText(view.pace)
        self.pace_chip.setAccessibleName(
            _("{pace}. Press to see how to finish on time.").format(pace=view.pace)
        )
        self.pace_chip.setVisible(bool(view.pace))
        set_role(self.pace_chip, "chip", "butter" if view.behind else "plain")
        self.banner_text.setText(view.banner)
        self.banner.setVisible(not view.saved and not view.practice)
        self._fit()

    def show_warning(self, text: str) -> None:
        """Warn of where the board is, or hide the warning."""
        self.mirrored_chip.setText(text)
        self.mirrored_chip.setVisible(bool(text))

    def set_room(self, *, small: bool, tiny: bool) -> None:
        """Use smaller words in a narrow window; a tiny one has the title in its own frame."""
        self.title.setVisible(not tiny)
        set_role(self.title, "role", "workshop-small" if small else "workshop")
        for button in (self.curtain_button, self.care_button):
            button.show_cap(visible=not tiny)
            button.show_mark(visible=not tiny)
        self._fit()

    def _fit(self) -> None:
        """Give the title what the chips and buttons leave over."""
        chips = (self.practice_chip, self.people_chip, self.people_spin, self.pace_chip)
        taken = [self._right.sizeHint().width() + 2 * EDGE]
        taken += [part.sizeHint().width() for part in chips if not part.isHidden()]
        room = self.width() - sum(taken) - GAP * len(taken)
        self.title.setMaximumWidth(max(LEAST_TITLE, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot(BoardView)
    def show_board(self, view: BoardView) -> None:
        """Update the curtain and care buttons."""
        down = view.curtain
        self.curtain_button.show_words(
            _("Lift curtain") if down else _("Curtain"), Icon.COVERED if down else Icon.EYE
        )
        caring = view.showing is Showing.CARE
        self.care_button.show_words(_("End pause for care") if caring else _("Pause for care"))

    def _offer_people(self) -> None:
        self.people_spin.setValue(self._people)
        self.people_chip.hide()
        self.people_spin.show()
        self.people_spin.setFocus()
        self.people_spin.selectAll()

    def _take_people(self, people: int) -> None:
        self._leave_people()
        if people != self._people:
            self.people_asked.emit(people)

    def _leave_people(self) -> None:
        self.people_spin.hide()
        self.people_chip.show()
        self.people_chip.setFocus()
