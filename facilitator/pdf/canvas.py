"""reportlab's canvas with what its open edition lacks: tags, artifacts, and text in any script.

Each page is held back until the number of pages is known, so that a footer can say it.
These private parts of reportlab's canvas are used, each with a test: ``_code``,
``_currentMatrix``, ``_doc``, ``_filename``, ``_preamble``, ``_make_preamble`` and ``_startPage``.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import IO, TypedDict, Unpack

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFName, PDFPage
from reportlab.pdfgen.canvas import Canvas

from facilitator.pdf.archive import Properties, information, make_archival
from facilitator.pdf.embedding import EmbeddedFonts
from facilitator.pdf.lines import SetText
from facilitator.pdf.operators import Mark, TextOperators
from facilitator.pdf.packing import packed
from facilitator.pdf.reportlab_types import Document
from facilitator.pdf.structure import StructureTree
from facilitator.pdf.tags import Tag

rl_config.useA85 = 0  # ASCII85 makes streams a quarter larger and slower

Footer = Callable[["TaggedCanvas", int, int], None]


class _Options(TypedDict, total=False):
    """The options that platypus passes to a canvas."""

    pagesize: tuple[float, float]
    pageCompression: int | None
    invariant: int | None
    enforceColorSpace: str | None
    initialFontName: float | None
    initialFontSize: float | None
    initialLeading: float | None
    cropBox: object
    artBox: object
    trimBox: object
    bleedBox: object
    lang: str | None
    pdfVersion: tuple[int, int]


class TaggedCanvas(Canvas):
    """A canvas for pages whose every content is tagged, or an artifact.

    ``footer`` is called for each page with the page's number from 1 and the number of pages.
    """

    _code: list[str]
    _currentMatrix: tuple[float, float, float, float, float, float]
    _doc: Document
    _filename: IO[bytes]
    _startPage: Callable[[], None]

    def __init__(
        self,
        file: IO[bytes],
        root: Tag,
        properties: Properties,
        footer: Footer | None = None,
        **options: Unpack[_Options],
    ) -> None:
        options["pdfVersion"] = (1, 7)
        options["pageCompression"] = 0  # the file's writer compresses all streams
        super().__init__(file, **options)
        self.root, self._properties = root, properties
        self._footer = footer
        self._origins: list[tuple[float, float, float, float, float, float]] = []
        self._held: list[dict[str, object]] = []
        self._marked: list[list[Tag]] = [[]]
        self._bookmarks: list[tuple[str, float]] = []
        self._text = TextOperators(EmbeddedFonts(self._doc))

    def translate(self, dx: float, dy: float) -> None:
        """Move the origin; reportlab's own method takes longer than writing a line of text."""
        across, skew, lean, up, left, foot = self._currentMatrix
        left, foot = left + across * dx + lean * dy, foot + skew * dx + up * dy
        self._currentMatrix = (across, skew, lean, up, left, foot)
        self._code.append(f"1 0 0 1 {dx:.3f} {dy:.3f} cm")

    def saveState(self) -> None:
        """Save colours and origin: nothing drawn here changes more of reportlab's state."""
        self._code.append("q")
        self._origins.append(self._currentMatrix)

    def restoreState(self) -> None:
        """Restore what was saved last."""
        self._code.append("Q")
        self._currentMatrix = self._origins.pop()

    def fill_with(self, colour: str) -> None:
        """Set the fill colour (``#RRGGBB``)."""
        self._code.append(f"{_parts(colour)} rg")

    def stroke_with(self, colour: str) -> None:
        """Set the line colour (``#RRGGBB``)."""
        self._code.append(f"{_parts(colour)} RG")

    def dash_with(self, on: float, off: float) -> None:
        """Draw lines in dashes, until the state is restored."""
        self._code.append(f"[{on:g} {off:g}] 0 d")

    @contextmanager
    def artifact(self, properties: str = "") -> Iterator[None]:
        """Mark what is drawn inside as decoration, which no screen reader reads."""
        self._code.append(f"/Artifact {properties} BDC" if properties else "/Artifact BMC")
        yield
        self._code.append("EMC")

    @contextmanager
    def figure(self, tag: Tag) -> Iterator[None]:
        """Mark what is drawn inside as a figure, whose words are in its tag."""
        self._code.append(self._opening(Mark(tag, "")))
        yield
        self._code.append("EMC")

    def write(self, text: SetText, left: float, top: float, tag: Tag | None) -> None:
        """Write a text below ``top``; without a tag it is an artifact."""
        if tag is None:
            with self.artifact():
                self._write(text, left, top, None)
        else:
            self._write(text, left, top, tag)

    def write_footer(self, text: SetText, left: float, top: float) -> None:
        """Write a text as the page's footer."""
        with self.artifact("<</Type /Pagination /Subtype /Footer>>"):
            self._write(text, left, top, None)

    def bookmark(self, title: str, height: float) -> None:
        """Add the place ``height`` points above the origin to the document's outline."""
        self._bookmarks.append((title, self.absolutePosition(0, height)[1]))

    def _write(self, text: SetText, left: float, top: float, tag: Tag | None) -> None:
        code, pending, is_open = self._code, None, False
        self.fill_with(text.style.colour)
        code.append("BT")
        for operators in self._text.of(text, left, top, tag):
            if isinstance(operators, Mark):
                if is_open:
                    code.append("EMC")
                pending, is_open = operators, False
                continue
            if pending is not None and operators.endswith("TJ"):
                code.append(self._opening(pending))
                pending, is_open = None, True
            code.append(operators)
        if is_open:
            code.append("EMC")
        code.append("ET")

    def _opening(self, mark: Mark) -> str:
        """Return the operator that opens the page's next mark."""
        number = len(self._marked[-1])
        self._marked[-1].append(mark.tag)
        mark.tag.marks.append((len(self._marked) - 1, number))
        if not mark.spelled:
            return f"/{mark.tag.kind} <</MCID {number}>> BDC"
        code = ("\ufeff" + mark.spelled).encode("utf-16-be").hex().upper()
        return f"/Span <</MCID {number} /ActualText <{code}>>> BDC"

    def showPage(self) -> None:
        """Hold the page back until the number of pages is known."""
        self._code = ["\n".join(self._code)]
        self._held.append(dict(self.__dict__))
        self._bookmarks = []
        self._marked.append([])
        self._startPage()

    def save(self) -> None:
        """Write all pages with their footers, then the tree of tags, then the file."""
        if self._code:
            self.showPage()
        marked = self._marked[: len(self._held)]
        pages = len(self._held)
        for number in range(1, pages + 1):
            self.__dict__.update(self._held.pop(0))
            if self._footer is not None:
                self._footer(self, number, pages)
            self._write_bookmarks(number)
            super().showPage()
            self._tag_page(number)
        self.setViewerPreference("DisplayDocTitle", "true")
        make_archival(self._doc, self._properties)
        tags = StructureTree(self._doc, self.root, marked).objects()
        self._filename.write(packed(self._doc, self, tags, information(self._properties)))

    def _write_bookmarks(self, page: int) -> None:
        for number, (title, top) in enumerate(self._bookmarks):
            key = f"{page}-{number}"
            self.bookmarkPage(key, fit="XYZ", top=top)
            self.addOutlineEntry(title, key)
            self.showOutline()

    def _make_preamble(self) -> None:
        """Begin a page without Helvetica, which is not embedded."""
        self._preamble = "1 0 0 1 0 0 cm"

    def _tag_page(self, number: int) -> None:
        """Set the page's row in the tree of tags, which leads back from its marks."""
        page = self._doc.idToObject[f"Page{number}"]
        defaults = {**PDFPage.__Defaults__, "Tabs": PDFName("S"), "StructParents": number - 1}
        vars(page)["__Defaults__"] = defaults


@cache
def _parts(colour: str) -> str:
    """Convert ``#RRGGBB`` to red, green and blue for an operator."""
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.3f}" for place in (1, 3, 5))
