"""The promise: its short lines above the field, and the whole of it one press away."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.text.language import Words, in_order
from facilitator.room.pages.picture import CornerPicture
from facilitator.room.promise import About, ShortLine
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key, RoomKey
from facilitator.ui.corner.style import Look
from facilitator.ui.corner.texts import (
    BETWEEN,
    Columns,
    in_workshop_order,
    row_of,
    stacked,
    text_block,
    together,
)
from facilitator.ui.widgets.buttons import Button, RingButton, main_button
from facilitator.ui.widgets.icons import Icon, icon
from facilitator.ui.widgets.labels import IconLabel
from facilitator.ui.widgets.scrolling import CalmScroll
from facilitator.ui.widgets.style import RING
from facilitator.ui.widgets.theme import palette_of

ICONS = {
    About.WORDS: Icon.PENCIL,
    About.READERS: Icon.EYE,
    About.OUT: Icon.SCISSORS,
    About.NEARBY: Icon.HAND,
    About.LATE: Icon.CLOCK,
    About.ELSE: Icon.INFO,
}
COLUMNS = 3  # of the grid for each language: icon, words, and the space to the next
SCROLL_BAR = 14  # pixels
MOST_LINES = 3  # of a promise that has no short lines


def head_lines(picture: CornerPicture) -> tuple[ShortLine, ...]:
    """Return what is always visible: what happens to late lines, then the short lines.

    A promise without short lines begins with its own sentences.
    """
    own = tuple(ShortLine(About.ELSE, words) for words in picture.promise[:MOST_LINES])
    late = (ShortLine(About.LATE, say_in(picture.languages, Key.CORNER_LATE)),)
    return (*(late if picture.late else ()), *(picture.short or own))


def back_key(picture: CornerPicture) -> RoomKey:
    """Return the words of the button that leads back to what people do here."""
    if picture.own:
        return Key.CORNER_BACK_TO_ANSWERS
    return Key.CORNER_BACK_TO_CHECK if picture.positions else Key.CORNER_BACK


def whole_promise(picture: CornerPicture) -> tuple[Words, ...]:
    """Return every sentence of the promise."""
    late = (say_in(picture.languages, Key.CORNER_LATE),) if picture.late else ()
    return late + picture.promise


def spoken_promise(picture: CornerPicture) -> str:
    """Return the whole promise for screen readers."""
    whole = together(whole_promise(picture), picture.languages)
    return "\n".join(in_workshop_order(whole))


class PromiseHead(QWidget):
    """The short lines with their icons, and the button for the whole promise.

    A screen reader reads all of the promise at the button.

    Signals:
        more_asked: somebody wants to read the whole promise.
    """

    more_asked = Signal()

    def __init__(self, picture: CornerPicture) -> None:
        super().__init__()
        self._colour = palette_of(picture.theme).accent
        self._languages = picture.languages
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        lines = head_lines(picture)
        for place, line in enumerate(lines):
            self._add(place, line)
        self.more = RingButton(stacked(picture.languages, Key.CORNER_MORE))
        self.more.setObjectName("more")
        self.more.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # its arrow is at the right
        self.more.setAccessibleName(
            ". ".join(
                stacked(picture.languages, key).replace("\n", ", ")
                for key in (Key.CORNER_MORE, Key.PROMISE_TITLE)
            )
        )
        self.more.setAccessibleDescription(spoken_promise(picture))
        self.more.clicked.connect(self.more_asked)
        columns = self._grid.columnCount()
        self._grid.addWidget(self.more, 0, columns, max(1, len(lines)), 1)
        self.more.setHidden(not picture.promise)  # only now: without a parent it is a window

    def _add(self, place: int, line: ShortLine) -> None:
        """Add a line: an icon and the words, in each language."""
        for language, text in enumerate(in_workshop_order(line.words)):
            mark = IconLabel(ICONS[line.about])
            mark.setObjectName("mark")
            words = text_block(text, "short")
            top, column = Qt.AlignmentFlag.AlignTop, COLUMNS * language
            self._grid.addWidget(mark, place, column, top)
            self._grid.addWidget(words, place, column + 1, top)
            self._grid.setColumnStretch(column + 1, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)  # its height follows from its width alone

    def dress(self, look: Look, width: int) -> None:
        """Apply the sizes that the style sheet cannot set; two languages get halves of the page."""
        beside = round(12 * look.unit)
        self._grid.setHorizontalSpacing(beside)
        self._grid.setVerticalSpacing(look.gap)
        if len(self._languages) > 1:
            half = (width - BETWEEN) // 2
            icon_wide = self.findChildren(IconLabel)[0].sizeHint().width() if width else 0
            self._grid.setColumnMinimumWidth(1, half - icon_wide - beside)
            self._grid.setColumnMinimumWidth(2, BETWEEN - 2 * beside)
            self._grid.setColumnStretch(1, 0)
        side = self.more.fontMetrics().height() * 2 // 3
        self.more.setIconSize(QSize(side, side))
        self.more.setIcon(icon(Icon.RIGHT, self._colour))


class Sentences(QWidget):
    """The sentences of the promise below each other, each language in its column."""

    def __init__(self, picture: CornerPicture) -> None:
        super().__init__()
        self.grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(BETWEEN)
        for place, words in enumerate(whole_promise(picture)):
            for column, text in enumerate(in_workshop_order(words)):
                grid.addWidget(text_block(text, "promise"), place, column)
                grid.setColumnStretch(column, 1)
        grid.setRowStretch(grid.rowCount(), 1)


class PromisePage(QWidget):
    """The whole promise, and the way back; whatever was typed waits on its own page.

    Signals:
        back_asked: the button or Enter was pressed.
    """

    back_asked = Signal()

    def __init__(self, picture: CornerPicture) -> None:
        super().__init__()
        self.setObjectName("page")
        languages = picture.languages
        self.title = Columns(say_in(in_order(languages), Key.PROMISE_TITLE), "question")
        self.area = CalmScroll()
        self.area.setObjectName("whole")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sentences = Sentences(picture)
        self.area.setWidget(self._sentences)
        self.area.setAccessibleName(stacked(languages, Key.PROMISE_TITLE))
        self.area.setAccessibleDescription(spoken_promise(picture))
        back = stacked(languages, back_key(picture))
        self.back: Button = main_button(back, key=Qt.Key.Key_Return)
        self.back.setObjectName("back")
        self.back.clicked.connect(self.back_asked)
        self.foot = QLabel(stacked(languages, Key.CORNER_HOLD_ESC))
        self.foot.setObjectName("foot")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.area, 1)
        self._column.addLayout(row_of(self.back, None, self.foot))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def fit(self, look: Look, size: QSize) -> None:
        """Lay the page out for a size."""
        sides, above = look.sides(size), look.margins[1]
        self._column.setContentsMargins(sides, above, sides, above)
        self._column.setSpacing(look.spacing)
        grid, inset = self._sentences.grid, round(20 * look.unit)
        grid.setVerticalSpacing(look.gap)
        grid.setContentsMargins(inset, inset, inset, inset)
        for part in self._sentences.findChildren(QLabel):
            part.ensurePolished()
        width = size.width() - 2 * (sides + RING) - SCROLL_BAR
        self._sentences.setFixedHeight(max(0, grid.totalHeightForWidth(width)))
