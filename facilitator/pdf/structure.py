"""The tree of tags as objects of the PDF, with the way back from each mark to its element."""

from collections.abc import Iterator, Sequence

from reportlab.pdfbase.pdfdoc import DummyDoc, PDFString

from facilitator.pdf.packing import new_number
from facilitator.pdf.reportlab_types import Document
from facilitator.pdf.tags import Tag


class StructureTree:
    """The tags of a document; ``marked`` has the tag of each mark, page by page.

    Its objects are not reportlab's: that takes ten times as long for a dictionary.
    """

    def __init__(self, document: Document, root: Tag, marked: Sequence[Sequence[Tag]]) -> None:
        self._document = document
        self._root = root.pruned()
        self._marked = marked
        self._number = new_number(document)
        for tag in _whole(self._root):
            tag.number = new_number(document)
        vars(document.Catalog).update(
            StructTreeRoot=f"{self._number} 0 R", MarkInfo="<</Marked true>>"
        )

    def objects(self) -> Iterator[tuple[int, bytes]]:
        """Yield the number and the text of each object; pages have to be numbered by then."""
        numbers = self._document.idToObjectNumberAndVersion
        pages = [numbers[f"Page{page}"][0] for page in range(1, len(self._marked) + 1)]
        yield self._root.number, _element(self._root, self._number, pages)
        for tag in _whole(self._root):
            for child in tag.under:
                yield child.number, _element(child, tag.number, pages)
        rows: list[str] = []
        for page, tags in enumerate(self._marked):
            row = new_number(self._document)
            rows.append(f"{page} {row} 0 R")
            yield row, f"[{_references(tags)}]".encode("ascii")
        tree = (
            f"<</Type/StructTreeRoot/K {self._root.number} 0 R"
            f"/ParentTree <</Nums[{' '.join(rows)}]>>/ParentTreeNextKey {len(rows)}>>"
        )
        yield self._number, tree.encode("ascii")


def _whole(tag: Tag) -> Iterator[Tag]:
    yield tag
    for child in tag.under:
        yield from _whole(child)


def _element(tag: Tag, parent: int, pages: Sequence[int]) -> bytes:
    marks = "".join(
        f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {number}>>" for page, number in tag.marks
    )
    text = (
        f"<</Type/StructElem/S/{tag.kind}/P {parent} 0 R{_attributes(tag)}"
        f"/K[{marks}{_references(tag.under)}]>>"
    )
    return text.encode("latin-1")


def _references(tags: Sequence[Tag]) -> str:
    return " ".join([f"{tag.number} 0 R" for tag in tags])


def _attributes(tag: Tag) -> str:
    attributes = ""
    if tag.language is not None:
        attributes += f"/Lang{_text(tag.language)}"
    if tag.spelled:
        attributes += f"/ActualText{_text(tag.spelled)}"
    if tag.figure is not None:
        attributes += f"/Alt{_text(tag.figure.words)}"
    owned = "".join(_owned(tag))
    return f"{attributes}/A[{owned}]" if owned else attributes


def _owned(tag: Tag) -> Iterator[str]:
    """Yield the attributes that belong to an owner, as PDF names them."""
    if tag.numbering:
        yield f"<</O/List/ListNumbering/{tag.numbering}>>"
    if tag.rtl:
        yield "<</O/Layout/WritingMode/RlTb>>"
    if tag.scope:
        yield f"<</O/Table/Scope/{tag.scope}>>"
    if tag.figure is not None:
        box = " ".join(f"{edge:.2f}" for edge in tag.figure.box)
        yield f"<</O/Layout/BBox[{box}]>>"


def _text(text: str) -> str:
    return PDFString(text).format(DummyDoc()).decode("latin-1")
