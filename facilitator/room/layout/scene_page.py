"""Lays out a few words over the hills: the words have priority, and are never on the hills.

The title is as large as there is room for. Where the hills leave the words no room they are drawn
lower, then not at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from unicodedata import bidirectional

from facilitator.domain.text.language import Language, Words
from facilitator.room.layout.flow import THIN, Cell, height_of, texts
from facilitator.room.layout.hills import hills_of, top_over
from facilitator.room.layout.ruler import Ruler
from facilitator.room.layout.setting import (
    BODY,
    EDGE,
    GUTTER,
    ROOMY,
    SIDE,
    TIGHT,
    Density,
    Setting,
)
from facilitator.room.layout.sheet import (
    BOLD,
    MEDIUM,
    Area,
    HillsItem,
    Item,
    Role,
    RuleItem,
    Style,
    TextItem,
    Tone,
)
from facilitator.room.pages.picture import Scene, ScenePage

DENSITIES = (ROOMY, TIGHT)
TITLES = (
    3.5,
    3.2,
    2.9,
    2.6,
    2.3,
    2.1,
    1.95,
    1.8,
    1.65,
    1.5,
    1.4,
    1.3,
    1.15,
    1.0,
)  # in parts of the least size
LARGEST = {Scene.WELCOME: 2.3, Scene.BREAK: 3.5, Scene.PAUSE: 1.95, Scene.THANKS: 1.95}
LINES = {Scene.WELCOME: 3, Scene.BREAK: 1, Scene.PAUSE: 1, Scene.THANKS: 1}  # of a title
LOWER = 0.6  # the words of a pause begin lower, in parts of the least size
BESIDE = 1150.0  # the width of words beside high hills, board units
CLEAR = 0.25  # free between words and hills, in parts of the least size
NAMES = 0.34  # of the width: the names at the left of rows

Items = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """The hills to try, the width for words, and the smallest title for which they are kept."""

    hills: HillsItem | None
    width: float = BODY
    title: float = 0.0  # in parts of the largest


def scene_items(page: ScenePage, setting: Setting) -> Items | None:
    """Return the page on one sheet; ``None`` where its words need more.

    Every title that may replace the present one fits in the same way, so that nothing moves.
    """
    titles = dict.fromkeys(map(setting.broad_words, page.title_room or (page.title,)))
    pages = [replace(page, title=title) for title in titles]
    measured = replace(setting, ruler=_Measured(setting.ruler))
    dense = {density: replace(measured, density=density) for density in DENSITIES}
    largest = LARGEST[page.scene]
    for plan in _plans(page.scene, setting):
        sizes = [size for size in TITLES if plan.title * largest <= size <= largest]
        tries = ((size, density) for size in sizes for density in DENSITIES)
        last = sizes[-1], DENSITIES[-1]
        if not _fit(pages, dense, plan, last):
            continue
        size, density = next((each for each in tries if _fit(pages, dense, plan, each)), last)
        return _Words(page, dense[density], plan, size).items()
    return None


def _fit(
    pages: list[ScenePage],
    dense: dict[Density, Setting],
    plan: _Plan,
    wanted: tuple[float, Density],
) -> bool:
    """Return whether a page with each of its titles fits a plan with this size and density."""
    size, density = wanted
    return all(_Words(page, dense[density], plan, size).items() is not None for page in pages)


class _Measured:
    """A ruler that measures each text once while a page is laid out."""

    def __init__(self, ruler: Ruler) -> None:
        self.line_height = ruler.line_height
        self.lines = cache(ruler.lines)
        self.width = cache(ruler.width)


def _plans(scene: Scene, setting: Setting) -> Iterator[_Plan]:
    """Yield the plans from the highest hills to none; captions and the strip leave no hills."""
    height = setting.spec.height
    if not (setting.reserved or setting.spec.captions):
        if scene is Scene.WELCOME and len(setting.languages) == 1:
            yield _Plan(hills_of(scene, height), BESIDE, 0.7)
        low = Scene.BREAK if scene is Scene.WELCOME else scene
        for share, title in ((1.0, 0.9), (0.8, 0.7), (0.6, 0.5), (0.4, 0.0)):
            yield _Plan(hills_of(low, height, share), BODY, title)
    yield _Plan(None)


class _Words:
    """The words of a page, placed from the top for one plan."""

    def __init__(self, page: ScenePage, setting: Setting, plan: _Plan, title: float) -> None:
        self._page, self._set, self._plan, self._title = page, setting, plan, title
        self._y = EDGE + (setting.least * LOWER if page.scene is Scene.PAUSE else 0.0)
        self._items: list[Item] = []
        self._fits = True
        self._apart = len(setting.languages) > 1  # every text so far was in both columns

    def items(self) -> Items | None:
        """Return hills and words; ``None`` where a word breaks, or the words have no room."""
        page, setting, least = self._page, self._set, self._set.least
        label = Style(least, BOLD, Tone.ACCENT, Role.LABEL)
        self._put(page.label, label, 0.0)
        self._put_title(page)
        for place, words in enumerate(page.texts):
            is_first = place == 0 and len(page.texts) > 1
            style = Style(least, MEDIUM, Tone.TEXT if is_first else Tone.MUTED)
            self._put(words, style, 0.45 if place == 0 else 0.1)
        for name, how in page.rows:
            self._put_row(name, how)
        if page.rows:
            self._y += setting.pad
        if not self._fits or not self._is_clear():
            return None
        hills = (self._plan.hills,) if self._plan.hills is not None else ()
        return (*hills, *self._between(), *self._items)

    def _columns(self, words: Words) -> tuple[tuple[Language, float, float], ...]:
        """Return the columns of a text: all of the width for one in a single language."""
        columns = self._set.columns(BODY)
        if len(columns) == 1 or len(words.texts) == 1:
            return ((columns[0][0], SIDE, self._plan.width),)
        return columns

    def _cells(self, words: Words, style: Style) -> tuple[Cell, ...]:
        return tuple(
            self._set.cell(
                words.first if len(words.texts) == 1 else self._set.text_in(words, language),
                (x, width),
                style,
            )
            for language, x, width in self._columns(words)
        )

    def _put(self, words: Words, style: Style, gap: float, height: float = 0.0) -> None:
        """Put a text under the others, in a slot of at least this height."""
        cells = [cell for cell in self._cells(words, style) if cell] if words else []
        if style.role is Role.LABEL:  # on the row of the head
            row = self._set.row_height
            cells = [tuple(replace(line, height=row) for line in cell) for cell in cells]
        if not cells and not height:
            return
        if self._items:
            self._y += gap * self._set.least
        for cell in cells:
            self._items += texts(cell, self._y)
        self._y += max((height, *(height_of(cell) for cell in cells)))
        self._apart = self._apart and len(cells) != 1

    def _put_title(self, page: ScenePage) -> None:
        """Put the title into a slot that is as high as the highest that may replace it."""
        heights = [
            max(height_of(cell) for cell in self._cells(words, self._style_of(words)))
            for words in map(self._set.broad_words, (page.title, *page.title_room))
            if words
        ]
        self._put(
            page.title,
            self._style_of(self._set.broad_words(page.title)),
            0.15,
            max(heights, default=0.0),
        )

    def _style_of(self, title: Words) -> Style:
        """Return the largest style in which a title needs few lines and breaks no word."""
        lines = LINES[self._page.scene] + (len(self._columns(title)) > 1)
        style = Style(self._set.least, BOLD, role=Role.HEADING)
        for size in TITLES:
            if size > self._title:
                continue
            style = replace(style, size=self._set.least * size)
            cells = self._cells(title, style)
            if not _is_torn(title, cells) and all(len(cell) <= lines for cell in cells):
                return style
        self._fits = self._fits and not _is_torn(title, self._cells(title, style))
        return style

    def _put_row(self, name: Words, how: Words) -> None:
        setting = self._set
        strong = Style(setting.least, BOLD, Tone.ACCENT, Role.LINE)
        plain = Style(setting.least, MEDIUM, role=Role.LINE)
        self._y += setting.gap if self._y > EDGE and not self._has_row else 0
        self._items.append(RuleItem(Area(SIDE, self._y, BODY, THIN)))
        self._y += setting.pad
        if len(setting.languages) > 1:
            self._put(name, strong, 0.0)
            self._put(how, plain, 0.0)
        else:
            left = BODY * NAMES
            cells = (
                setting.cell(
                    setting.text_in(name, setting.languages[0]), (SIDE, left - setting.gap), strong
                ),
                setting.cell(
                    setting.text_in(how, setting.languages[0]), (SIDE + left, BODY - left), plain
                ),
            )
            for cell in cells:
                self._items += texts(cell, self._y)
            self._y += max(map(height_of, cells))
        self._y += setting.pad

    @property
    def _has_row(self) -> bool:
        return any(isinstance(item, RuleItem) for item in self._items)

    def _is_clear(self) -> bool:
        """Return whether the words end above the lower margin, and above the hills under them."""
        setting, hills = self._set, self._plan.hills
        if self._y > setting.usable:
            return False
        if hills is None:
            return True
        free = setting.least * CLEAR
        for item in self._items:
            if item.area.bottom + free <= hills.area.y:
                continue
            left, right = item.area.x, item.area.right
            if isinstance(item, TextItem) and not _reads_from_the_right(item):
                right = left + max(setting.width(line, item.style) for line in item.lines)
            if item.area.bottom + free > top_over(hills, left - free, right + free):
                return False
        return True

    def _between(self) -> Items:
        """Return the vertical line between two languages, where all is in both columns."""
        if not self._apart:
            return ()
        middle = self._set.columns(BODY)[1][1] - GUTTER / 2
        starts = [item.area.y for item in self._items if isinstance(item, RuleItem)]
        end = min(starts, default=self._y)
        return (RuleItem(Area(middle - THIN / 2, EDGE, THIN, end - EDGE)),)


def _is_torn(words: Words, cells: tuple[Cell, ...]) -> bool:
    """Return whether a line holds a piece of a broken word."""
    whole = {word for _language, text in words.texts for word in text.split()}
    return any(piece not in whole for cell in cells for line in cell for piece in line.text.split())


def _reads_from_the_right(item: TextItem) -> bool:
    return any(bidirectional(letter) in ("R", "AL") for line in item.lines for letter in line)
