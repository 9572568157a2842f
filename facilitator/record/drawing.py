"""What is on the pages before they are written down: shapes, texts, marks and bookmarks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from facilitator.record.lines import PlacedWord, SetText
from facilitator.record.shaping import Piece, Word, font_stack
from facilitator.record.tags import Tag
from facilitator.record.typeface import Glyph, Typeface

CURVE = 0.5523  # how far a Bézier handle reaches to make a quarter circle


class FontsInUse:
    """The fonts that the document uses, and for each glyph the text that it stands for."""

    def __init__(self) -> None:
        self.faces: dict[str, Typeface] = {}
        self.texts: dict[str, dict[int, str]] = {}
        self._names: dict[str, str] = {}

    def name_of(self, face: Typeface) -> str:
        """Return the font's name in the document."""
        if face.name not in self._names:
            name = f"F{len(self._names) + 1}"
            self._names[face.name] = name
            self.faces[name], self.texts[name] = face, {}
        return self._names[face.name]

    def note(self, piece: Piece) -> bool:
        """Take in a piece's glyphs; tell whether they can be read back as the piece's text."""
        texts = self.texts[self.name_of(piece.face)]
        agreed = True
        for glyph, text in _told(piece):
            agreed &= texts.setdefault(glyph.number, text) == text
        return agreed


def _told(piece: Piece) -> Iterator[tuple[Glyph, str]]:
    """Yield each glyph with the text that it stands for: one character each, the last the rest."""
    starts = sorted({one.cluster for one in piece.glyphs})
    for start, end in zip(starts, [*starts[1:], len(piece.text)], strict=True):
        together = [one for one in piece.glyphs if one.cluster == start]
        for place, glyph in enumerate(together):
            last = place == len(together) - 1
            yield glyph, piece.text[start + place : end if last else min(start + place + 1, end)]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points; ``top`` counts from the foot of the page, as PDF does."""

    left: float
    top: float
    width: float
    height: float
    corner: float = 0.0

    @property
    def foot(self) -> float:
        """The lower edge."""
        return self.top - self.height


@dataclass(slots=True)
class Page:
    """One page: the operators that draw it, and the element of each marked content on it."""

    place: int
    fonts: FontsInUse
    operators: list[str] = field(default_factory=list)
    marked: list[Tag] = field(default_factory=list)

    def decorate(self, *operators: str) -> None:
        """Draw something that is not read: it is marked as decoration."""
        self.operators += ["/Artifact BMC", "q", *operators, "Q", "EMC"]

    def fill(self, box: Box, ground: str, outline: str = "", line: float = 0.75) -> None:
        """Draw a box, filled, with an outline where a colour is given."""
        edge = (stroke_of(outline), f"{line:g} w") if outline else ()
        self.decorate(fill_of(ground), *edge, path_of(box), "B" if outline else "f")

    def rule(self, left: float, right: float, height: float, colour: str, line: float) -> None:
        """Draw a level line."""
        start, end = f"{left:.2f} {height:.2f} m", f"{right:.2f} {height:.2f} l S"
        self.decorate(stroke_of(colour), f"{line:g} w", start, end)

    def text(self, what: SetText, left: float, top: float, tag: Tag | None) -> None:
        """Draw a text below ``top``; without a tag it is decoration."""
        writer = _TextWriter(self, what, tag)
        self.operators += writer.operators(left, top)

    def footer(self, what: SetText, left: float, top: float) -> None:
        """Draw a text that is told apart as the page's footer."""
        self.operators.append("/Artifact <</Type /Pagination /Subtype /Footer>> BDC")
        self.operators += _TextWriter(self, what, None, inside=True).operators(left, top)
        self.operators.append("EMC")

    def mark(self, tag: Tag) -> int:
        """Return the number of a new marked content that belongs to the element."""
        number = len(self.marked)
        self.marked.append(tag)
        tag.marks.append((self.place, number))
        return number


class _TextWriter:
    """Turns a set text into operators: words in the order of reading, each at its place."""

    def __init__(self, page: Page, what: SetText, tag: Tag | None, *, inside: bool = False) -> None:
        self._page, self._what, self._tag = page, what, tag
        self._inside = inside  # some mark is open around the whole text
        self._open = False
        self._out: list[str] = []

    def operators(self, left: float, top: float) -> list[str]:
        style = self._what.style
        face = font_stack(style.weight).first
        height = (face.ascent - face.descent) * style.size / 1000
        baseline = top - (style.leading - height) / 2 - face.ascent * style.size / 1000
        self._out = ["BT", fill_of(style.colour)]
        for line in self._what.lines:
            start = left + (self._what.width - line.width if self._what.rtl else 0)
            for word in line.words:
                self._word(word, start, baseline)
            baseline -= style.leading
        self._close()
        return [*self._out, "ET"]

    def _word(self, placed: PlacedWord, start: float, baseline: float) -> None:
        readable = [self._page.fonts.note(piece) for piece in placed.word.pieces]
        left = start + placed.left * self._what.style.size / 1000
        spelled = placed.word.spelled or not all(readable)
        is_read_as_a_whole = self._tag is None or bool(self._tag.spelled)
        alone = spelled and not is_read_as_a_whole
        self._begin(placed if alone else None)
        self._out.append(f"1 0 0 1 {left:.2f} {baseline:.2f} Tm")
        for piece in placed.word.pieces:
            self._out += self._piece(piece)
        if placed.spaced:
            self._out += self._piece(self._space())
        if alone:
            self._close()

    def _space(self) -> Piece:
        space: Word = font_stack(self._what.style.weight).word(" ")
        self._page.fonts.note(space.pieces[0])
        return space.pieces[0]

    def _begin(self, alone: PlacedWord | None) -> None:
        if self._inside or (self._open and alone is None):
            return
        self._close()
        if self._tag is None:
            self._out.append("/Artifact BMC")
        elif alone is None:
            self._out.append(f"/{self._tag.kind} <</MCID {self._page.mark(self._tag)}>> BDC")
        else:
            said = alone.word.text + (" " if alone.spaced else "")
            code = ("\ufeff" + said).encode("utf-16-be").hex().upper()
            mark = self._page.mark(self._tag)
            self._out.append(f"/Span <</MCID {mark} /ActualText <{code}>>> BDC")
        self._open = True

    def _close(self) -> None:
        if self._open:
            self._out.append("EMC")
        self._open = False

    def _piece(self, piece: Piece) -> Iterable[str]:
        size = self._what.style.size
        yield f"/{self._page.fonts.name_of(piece.face)} {size:g} Tf"
        row: list[str] = []
        for glyph in piece.glyphs:
            after = piece.face.width_of(glyph.number) - glyph.advance + glyph.right
            shown = f"{_moved(-glyph.right)}<{glyph.number:04X}>{_moved(after)}"
            if glyph.up:
                yield f"[{''.join(row)}] TJ {glyph.up * size / 1000:.2f} Ts [{shown}] TJ 0 Ts"
                row = []
            else:
                row.append(shown)
        yield f"[{''.join(row)}] TJ"


def _moved(by: float) -> str:
    return f" {by:.1f} " if abs(by) > 0.05 else ""


def fill_of(colour: str) -> str:
    """Return the operator that fills with a colour from now on."""
    return f"{_thirds(colour)} rg"


def stroke_of(colour: str) -> str:
    """Return the operator that draws lines in a colour from now on."""
    return f"{_thirds(colour)} RG"


def _thirds(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return f"{red:.4f} {green:.4f} {blue:.4f}"


def path_of(box: Box) -> str:
    """Return the path of a box, its corners rounded."""
    left, right, foot, top = box.left, box.left + box.width, box.foot, box.top
    if not box.corner:
        return f"{left:.2f} {foot:.2f} {box.width:.2f} {box.height:.2f} re"
    r = box.corner
    k = r * (1 - CURVE)
    return " ".join(
        (
            f"{left + r:.2f} {foot:.2f} m {right - r:.2f} {foot:.2f} l",
            _curve((right - k, foot), (right, foot + k), (right, foot + r)),
            f"{right:.2f} {top - r:.2f} l",
            _curve((right, top - k), (right - k, top), (right - r, top)),
            f"{left + r:.2f} {top:.2f} l",
            _curve((left + k, top), (left, top - k), (left, top - r)),
            f"{left:.2f} {foot + r:.2f} l",
            _curve((left, foot + k), (left + k, foot), (left + r, foot)),
            "h",
        )
    )


def _curve(*points: tuple[float, float]) -> str:
    return " ".join(f"{x:.2f} {y:.2f}" for x, y in points) + " c"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading in the reader's list of contents."""

    title: str
    page: int
    top: float


@dataclass(slots=True)
class Drawing:
    """All pages of a document, with what is common to them."""

    fonts: FontsInUse = field(default_factory=FontsInUse)
    pages: list[Page] = field(default_factory=list)
    root: Tag = field(default_factory=lambda: Tag("Document"))
    bookmarks: list[Bookmark] = field(default_factory=list)

    def new_page(self) -> Page:
        """Return a new last page."""
        page = Page(len(self.pages), self.fonts)
        self.pages.append(page)
        return page
