"""What to say now, large enough to be read while standing."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from facilitator.domain.ids import StepId
from facilitator.live.views.desk_view import NowView
from facilitator.room.pages.picture import Note
from facilitator.ui.widgets.grid_rows import GridRows
from facilitator.ui.widgets.labels import breakable, label
from facilitator.ui.widgets.scrolling import Scroll
from facilitator.ui.widgets.style import set_role
from facilitator.wording import _

SIZES = 3  # of the words to say: 26, 22 and 18 pixels at 100 %
EDGES = (16, 12, 6)  # pixels above and below, for each size
SIDE, FRAME = 24, 4  # also; the outline and the margins within it, at both sides


def quoted(text: str) -> str:
    """Put words to say in quotation marks; "" stays ""."""
    stripped = text.strip().strip("“”\"'")
    return f"“{stripped}”" if stripped else ""


class SayPanel(QFrame):
    """Shows what to say, what to read aloud and what to do.

    The smallest size of the words is used before anything is cut; only then does it scroll.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "plain")
        self.cue_mark = label(_("Say it now"), "kicker")
        self.cue, self.say = label(role="cue"), label(role="say")
        self.kicker = label(_("Say now"), "kicker")
        self.aloud_kicker = label(_("Read aloud"), "kicker")
        self.do, self.materials = label(role="do"), label(role="do")
        self.lines = QWidget()
        grid = QGridLayout(self.lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setColumnStretch(1, 1)
        self._rows = GridRows(grid, _name_of, _labels, _show_note)
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        parts: tuple[QWidget, ...] = (self.cue_mark, self.cue, self.kicker, self.say)
        for part in (*parts, self.aloud_kicker, self.lines, self.do, self.materials):
            column.addWidget(part)
        column.addStretch(1)
        self.area = Scroll(inside, _("What to say now"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self.area)
        self._aloud: tuple[Note, ...] = ()
        self._size, self._aloud_here = -1, True
        self._measured_for: object = None
        self._heights: dict[int, int] = {}  # by the size of the words
        self._step: StepId | None = None
        self.set_size(0)

    @Slot(NowView)
    def show_now(self, view: NowView) -> None:
        """Show the cue first, if any, then what to say, read and do."""
        if view.step_id != self._step:
            self._step = view.step_id
            self.area.verticalScrollBar().setValue(0)  # scroll a new step to its beginning
        self.cue.setText(quoted(view.cue))
        self.say.setText(quoted(view.say))
        self.do.setText(view.do)
        self.materials.setText(
            _("You need: {materials}").format(materials=view.materials) if view.materials else ""
        )
        for words in (self.cue, self.say, self.do, self.materials):
            words.setVisible(bool(words.text()))
        self.cue_mark.setVisible(bool(view.cue))
        self._show_kicker()
        self._aloud = view.read_aloud
        self._show_aloud()
        aloud = (f"{note.letter} {note.text}" for note in view.read_aloud)
        spoken = (view.cue, view.say, *aloud, view.do)
        self.area.setAccessibleDescription("\n".join(text for text in spoken if text))

    def show_aloud(self, *, here: bool) -> None:
        """Show the lines to read aloud, unless the panel below has them too."""
        if here != self._aloud_here:
            self._aloud_here = here
            self._show_aloud()

    def set_size(self, size: int) -> None:
        """Use one of ``SIZES``: 0 is the largest."""
        if size == self._size:
            return
        self._size = size
        self._show_kicker()
        for words in (self.say, self.cue):
            set_role(words, "fit", str(size))
        edge = EDGES[size]
        self._column.setContentsMargins(SIDE, edge, SIDE, edge)
        self._column.setSpacing(edge // 2)

    def needed(self, width: int, size: int) -> int:
        """Return the height at which nothing is cut, in a width and one of ``SIZES``."""
        texts = tuple(part.text() for part in (self.cue, self.say, self.do))
        aloud = self._aloud if self._aloud_here else ()
        wanted = (width, self.do.font().pixelSize(), texts, self.materials.text(), aloud)
        if wanted != self._measured_for:
            self._measured_for, self._heights = wanted, {}
        if size not in self._heights:
            self.set_size(size)
            self._column.invalidate()
            self._heights[size] = self._column.totalHeightForWidth(width - FRAME) + FRAME
        return self._heights[size]

    def _show_kicker(self) -> None:
        """Hide the heading where there is little room: the quotation marks say the same."""
        self.kicker.setVisible(bool(self.say.text()) and self._size < SIZES - 1)

    def _show_aloud(self) -> None:
        notes = self._aloud if self._aloud_here else ()
        self._rows.show(notes)
        self.aloud_kicker.setVisible(bool(notes))
        self.lines.setVisible(bool(notes))


def _name_of(note: Note) -> str:
    return note.letter or note.text


def _labels() -> tuple[QLabel, QLabel]:
    return label(role="strong"), label()


def _show_note(labels: tuple[QLabel, QLabel], note: Note) -> None:
    letter, words = labels
    letter.setText(note.letter)
    words.setText(breakable(note.text))
