"""The tree of tags as objects of the PDF, with the way back from each mark to its element."""

from collections.abc import Iterator, Sequence

from reportlab.pdfbase.pdfdoc import PDFObject, PDFString

from facilitator.pdf.reportlab_types import Document
from facilitator.pdf.tags import Tag


class _RawObject(PDFObject):
    """An object whose text is ready: a dictionary of reportlab's takes ten times as long."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.text = ""

    def format(self, _document: object) -> bytes:
        return self.text.encode("latin-1")


class StructureTree:
    """Writes the tags of a document; ``marked`` has the tag of each mark, page by page."""

    def __init__(self, document: Document, marked: Sequence[Sequence[Tag]]) -> None:
        self._document = document
        self._marked = marked
        self._elements: dict[int, tuple[_RawObject, int]] = {}

    def write(self, root: Tag) -> None:
        """Write the tree into the document's catalogue."""
        tree, number = self._new("StructTreeRoot")
        tags = list(_whole(root.pruned()))
        for place, tag in enumerate(tags):
            self._elements[id(tag)] = self._new(f"Element{place}")
        self._write_element(root, number)
        for tag in tags:
            for child in tag.under:
                self._write_element(child, self._number(tag))
        pages = " ".join(f"{page} {self._way_back(page)} 0 R" for page in range(len(self._marked)))
        tree.text = (
            f"<</Type/StructTreeRoot/K {self._number(root)} 0 R"
            f"/ParentTree <</Nums[{pages}]>>/ParentTreeNextKey {len(self._marked)}>>"
        )
        catalogue = self._document.Catalog
        vars(catalogue).update(
            StructTreeRoot=self._document.Reference(tree), MarkInfo="<</Marked true>>"
        )

    def _new(self, name: str) -> tuple[_RawObject, int]:
        raw = _RawObject()
        self._document.Reference(raw, name)
        return raw, self._document.idToObjectNumberAndVersion[name][0]

    def _number(self, tag: Tag) -> int:
        return self._elements[id(tag)][1]

    def _way_back(self, page: int) -> int:
        raw, number = self._new(f"Marks{page}")
        raw.text = f"[{' '.join(f'{self._number(tag)} 0 R' for tag in self._marked[page])}]"
        return number

    def _write_element(self, tag: Tag, parent: int) -> None:
        raw, _ = self._elements[id(tag)]
        content = [*self._marks_of(tag), *(f"{self._number(child)} 0 R" for child in tag.under)]
        language = f"/Lang{self._text(tag.language)}" if tag.language is not None else ""
        spelled = f"/ActualText{self._text(tag.spelled)}" if tag.spelled else ""
        raw.text = (
            f"<</Type/StructElem/S/{tag.kind}/P {parent} 0 R{language}{spelled}"
            f"{_attributes(tag)}/K[{' '.join(content)}]>>"
        )

    def _marks_of(self, tag: Tag) -> Iterator[str]:
        for page, number in tag.marks:
            sheet = self._document.idToObjectNumberAndVersion[f"Page{page + 1}"][0]
            yield f"<</Type/MCR/Pg {sheet} 0 R/MCID {number}>>"

    def _text(self, text: str) -> str:
        return PDFString(text).format(self._document).decode("latin-1")


def _whole(tag: Tag) -> Iterator[Tag]:
    yield tag
    for child in tag.under:
        yield from _whole(child)


def _attributes(tag: Tag) -> str:
    attributes = ""
    if tag.numbering:
        attributes += f"<</O/List/ListNumbering/{tag.numbering}>>"
    if tag.rtl:
        attributes += "<</O/Layout/WritingMode/RlTb>>"
    return f"/A[{attributes}]" if attributes else ""
