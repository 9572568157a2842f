"""How the board shows time, in the whole workshop and in this step."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QWidget

from facilitator.domain.plan.step import TimeLook
from facilitator.live.views.desk_view import BoardView
from facilitator.ui.console.drawer import Drawer
from facilitator.ui.widgets.buttons import Button, tick
from facilitator.ui.widgets.chime import ChimeChoice
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.volume import VolumeSlider
from facilitator.wording import _


def look_names() -> dict[TimeLook, str]:
    """Name each look."""
    return {
        TimeLook.RING_AND_MINUTES: _("Ring and minutes"),
        TimeLook.RING: _("Ring"),
        TimeLook.MINUTES: _("Minutes"),
        TimeLook.WORDS: _("Words: about half left"),
        TimeLook.NOTHING: _("Nothing"),
    }


class TimeChoicesPanel(Drawer):
    """Asks for another look of the time on the board.

    Signals:
        strip_asked: show or hide now, next and break on the board.
        everywhere_asked: a ``TimeLook``. here_asked: a look, or ``None`` for that of all steps.
        sound_asked: the chime on or off. volume_asked: 1 to 100. try_asked: play it now.
    """

    everywhere_asked = Signal(object)
    here_asked = Signal(object)
    strip_asked = Signal(bool)
    sound_asked = Signal(bool)
    volume_asked = Signal(int)
    try_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What the room sees and hears of the time"), parent)
        self.everywhere, self.here = QComboBox(), QComboBox()
        self.everywhere.setAccessibleName(_("In all steps"))
        self.here.setAccessibleName(_("In this step"))
        self.here.addItem(_("As in all steps"), None)
        for look, words in look_names().items():
            self.everywhere.addItem(words, look)
            self.here.addItem(words, look)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for place, box in enumerate((self.everywhere, self.here)):
            grid.addWidget(label(box.accessibleName()), place, 0)
            grid.addWidget(box, place, 1)
        self.column.addLayout(grid)
        self.strip = tick(_("Now, next and the break, along the foot of the board"))
        self.column.addWidget(self.strip)
        self.sound = tick(_("One soft chime at the cue"))
        self.volume = VolumeSlider()
        self.try_button = Button(_("Try it"), Icon.PLAY)
        row = QHBoxLayout()
        row.addWidget(self.sound)
        row.addWidget(self.volume, 1)
        row.addWidget(self.try_button)
        self.column.addLayout(row)
        self._connect()

    def _connect(self) -> None:
        self.strip.clicked.connect(self.strip_asked)
        self.sound.toggled.connect(self.sound_asked)
        self.volume.chosen.connect(self.volume_asked)
        self.try_button.clicked.connect(self.try_asked)
        self.everywhere.activated.connect(
            lambda: self.everywhere_asked.emit(TimeLook(self.everywhere.currentData()))
        )
        self.here.activated.connect(self._ask_here)

    def show_sound(self, choice: ChimeChoice) -> None:
        """Show whether the chime is on, and its volume."""
        self.sound.setChecked(choice.is_on)
        self.volume.setValue(round(choice.volume * 100))

    @Slot(BoardView)
    def show_board(self, view: BoardView) -> None:
        """Show the current choices."""
        self.everywhere.setCurrentIndex(self.everywhere.findData(view.time))
        here = self.here.findData(view.time_here) if view.time_here is not None else 0
        self.here.setCurrentIndex(here)
        self.strip.setChecked(view.strip)

    def first(self) -> QWidget:
        return self.everywhere

    def _ask_here(self) -> None:
        chosen = self.here.currentData()
        self.here_asked.emit(TimeLook(chosen) if chosen is not None else None)
