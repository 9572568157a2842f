"""Puts blocks on pages, one below the other, and the footers when the number of pages is known."""

from collections.abc import Callable, Sequence

from facilitator.record.blocks import Block, TextBlock
from facilitator.record.drawing import Bookmark, Box, Drawing, Page
from facilitator.record.lines import SetText, set_text
from facilitator.record.styles import (
    BOTTOM,
    FOOTER,
    INK,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SIDE,
    TEXT_WIDTH,
    TINTS,
    TOP,
)

STRIP = 8.0  # of tints along the top of a page
FOOTER_TOP = 60.0  # from the foot of the page


class Flow:
    """Lays a story out. The first page's beginning is given, since the cover stands above it."""

    def __init__(self, drawing: Drawing, first_top: float) -> None:
        self._drawing = drawing
        self._page = drawing.new_page()
        self._top = first_top
        self._fresh = True

    @property
    def first_page(self) -> Page:
        """The page that the cover is on."""
        return self._drawing.pages[0]

    def turn_page(self) -> None:
        """Go on at the top of a new page."""
        self._page = self._drawing.new_page()
        width = PAGE_WIDTH / len(TINTS)
        for place, tint in enumerate(TINTS):
            self._page.fill(Box(place * width, PAGE_HEIGHT, width + 0.5, STRIP), tint)
        self._page.rule(0, PAGE_WIDTH, PAGE_HEIGHT - STRIP, INK, 0.75)
        self._top = PAGE_HEIGHT - TOP
        self._fresh = True

    def lay(self, blocks: Sequence[Block]) -> None:
        """Put all blocks on pages."""
        for place, block in enumerate(blocks):
            if not self._fresh and self._needed(blocks[place:]) > self._room(block):
                self.turn_page()
            self._put(block)

    def _room(self, block: Block) -> float:
        return self._top - BOTTOM - (0 if self._fresh else block.gap)

    def _needed(self, ahead: Sequence[Block]) -> float:
        """Return the room without which the first block had better start a new page."""
        needed = 0.0
        for block in ahead:
            if not block.keep:
                return needed + _least(block)
            needed += block.height + block.gap
        return needed

    def _put(self, block: Block) -> None:
        parts = block.parted(self._room(block)) if block.height > self._room(block) else None
        if parts is not None:
            self._draw(parts[0])
            self.turn_page()
            self._put(parts[1])
            return
        self._draw(block)

    def _draw(self, block: Block) -> None:
        top = self._top - (0 if self._fresh else block.gap)
        block.draw(self._page, SIDE, top)
        if isinstance(block, TextBlock) and block.bookmark:
            mark = Bookmark(block.bookmark, self._page.place, top + 8)
            self._drawing.bookmarks.append(mark)
        self._top = top - block.height
        self._fresh = False


def _least(block: Block) -> float:
    parts = block.parted(0.5 * (PAGE_HEIGHT - TOP - BOTTOM))
    return min(block.height, parts[0].height if parts else block.height)


def write_footers(drawing: Drawing, title: str, page_of: Callable[[int, int], list[str]]) -> None:
    """Write the title and the page number below every page; ``page_of`` words the number."""
    count = len(drawing.pages)
    for page in drawing.pages:
        texts = page_of(page.place + 1, count)
        _write_footer(page, title, [set_text(text, FOOTER, TEXT_WIDTH) for text in texts])


def _write_footer(page: Page, title: str, numbers: list[SetText]) -> None:
    top = FOOTER_TOP
    for number in numbers:
        width = number.lines[0].width
        page.footer(number, PAGE_WIDTH - SIDE - width, top)
        top -= number.height
    name = set_text(title, FOOTER, TEXT_WIDTH * 0.62)
    if page.place and len(name.lines) == 1:
        page.footer(name, SIDE, FOOTER_TOP)
