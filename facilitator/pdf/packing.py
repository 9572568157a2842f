"""Writes reportlab's document as a file: all but streams is packed into object streams.

reportlab itself writes each object separately, with its offset in a table. A record has more tags
than anything else: that file would be twice as large, and take longer to write than to lay out.
"""

import struct
import zlib
from collections.abc import Iterable
from hashlib import md5
from itertools import count, takewhile

from reportlab.pdfbase.pdfdoc import PDFObject, PDFStream
from reportlab.pdfbase.pdfdoc import format as formatted

from facilitator.pdf.reportlab_types import Document

HEADER = b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n"
TOGETHER = 200  # objects in one object stream
COMPRESSION = 5  # 6 is a fortieth smaller, and takes a third longer
END = b"endstream\n"  # of a stream as reportlab writes it
_ENTRY = struct.Struct(
    ">BIH"
)  # of the table of offsets: a kind, an offset, and an index in an object stream
_APART, _PACKED = 1, 2


def new_number(document: Document) -> int:
    """Reserve a number for an object that reportlab's document does not hold itself."""
    document.objectcounter += 1
    return document.objectcounter


def packed(
    document: Document, canvas: object, tags: Iterable[tuple[int, bytes]], info: PDFObject
) -> bytes:
    """Write a document as a file, with tags under numbers from ``new_number``."""
    for font in document.delayedFonts:
        font.addObjects(document)
    root = formatted(document.Reference(document.Catalog), document)
    properties = formatted(document.Reference(info), document)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:  # then there are none
        vars(document.Catalog)["Outlines"] = None
    file = _File(document)
    for number, text in tags:
        file.pack(number, text)
    for number in takewhile(lambda number: number <= document.objectcounter, count(1)):
        if number in document.numberToId:  # writing an object may add others behind it
            file.write(number, document.idToObject[document.numberToId[number]])
    return file.closed(b"/Root " + root + b"/Info " + properties)


class _File:
    """Collects a file's parts, and the offset of each object."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._parts = [HEADER]
        self._size = len(HEADER)
        self._places = {0: (0, 0, 65535)}
        self._waiting: list[tuple[int, bytes]] = []

    def write(self, number: int, thing: object) -> None:
        """Write an object of reportlab's."""
        if not isinstance(thing, PDFStream):
            self._write_text(number, formatted(thing, self._document, toplevel=1))
            return
        entries = formatted(thing.dictionary, self._document)[2:-2]
        content: str | bytes = thing.content
        data = content.encode("latin-1") if isinstance(content, str) else content
        self._write_stream(number, entries, data, compressed=thing.filters is None)

    def _write_text(self, number: int, text: bytes) -> None:
        """Write an object that reportlab formatted; an image and a form are streams."""
        if not text.endswith(END):
            self.pack(number, text)
            return
        dictionary, _, content = text.removesuffix(END).partition(b"\nstream\n")
        self._write_apart(number, dictionary, content)

    def pack(self, number: int, text: bytes) -> None:
        """Write an object into an object stream. Raises ``TypeError`` for a stream."""
        if text.rstrip().endswith(END.rstrip()):
            raise TypeError("a stream cannot be in an object stream")
        self._waiting.append((number, text))
        if len(self._waiting) == TOGETHER:
            self._write_waiting()

    def closed(self, trailer: bytes) -> bytes:
        """Return the file, with its table of offsets at the end."""
        if self._waiting:
            self._write_waiting()
        number = new_number(self._document)
        start = self._size
        self._places[number] = (_APART, start, 0)
        size = number + 1
        table = b"".join(_ENTRY.pack(*self._places[place]) for place in range(size))
        digest = md5(usedforsecurity=False)
        for part in self._parts:
            digest.update(part)
        name = b"<" + digest.hexdigest().encode() + b">"
        entries = b"/Type/XRef/W[1 4 2]/Size %d/ID[" % size + name + name + b"]"
        self._write_stream(number, entries + trailer, table)
        return b"".join([*self._parts, b"startxref\n%d\n%%%%EOF\n" % start])

    def _write_waiting(self) -> None:
        number = new_number(self._document)
        heads: list[bytes] = []
        offset = 0
        for place, (packed_number, text) in enumerate(self._waiting):
            self._places[packed_number] = (_PACKED, number, place)
            heads.append(b"%d %d" % (packed_number, offset))
            offset += len(text) + 1
        head = b" ".join(heads) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(heads), len(head))
        body = b"\n".join(text for _, text in self._waiting)
        self._waiting.clear()
        self._write_stream(number, entries, head + body)

    def _write_stream(
        self, number: int, entries: bytes, content: bytes, *, compressed: bool = True
    ) -> None:
        if compressed:
            content = zlib.compress(content, COMPRESSION)
            entries += b"/Filter/FlateDecode"
        self._write_apart(number, b"<</Length %d%s>>" % (len(content), entries), content)

    def _write_apart(self, number: int, dictionary: bytes, content: bytes) -> None:
        self._places[number] = (_APART, self._size, 0)
        head = b"%d 0 obj\n" % number
        for part in (head, dictionary, b"\nstream\n", content, b"\nendstream\nendobj\n"):
            self._parts.append(part)
            self._size += len(part)
