"""Sends PDFs to a printer, page by page, by Qt's add-ons, which may be missing."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QMarginsF, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QTransform
from PySide6.QtWidgets import QDialog, QWidget

from facilitator.record.handouts import Paper
from facilitator.ui.widgets.addons import addon
from facilitator.ui.widgets.pdf_pages import PdfPages, can_show_pages
from facilitator.wording import _

SHARP = 300  # dots to an inch; more takes too much memory
POINTS = 72  # to an inch
SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def ask_for_printer(
    over: QWidget, paper: Paper, chosen: Callable[[QPagedPaintDevice], None]
) -> bool:
    """Ask for a printer over a window; return whether this computer can print at all."""
    module = addon("PySide6.QtPrintSupport")
    if module is None or not can_show_pages():
        return False
    printer = module.QPrinter(module.QPrinter.PrinterMode.HighResolution)
    layout = QPageLayout(QPageSize(SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF())
    printer.setPageLayout(layout)
    printer.setFullPage(True)
    printer.setDocName(_("Handouts"))
    dialog = module.QPrintDialog(printer, over)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(lambda answer: chosen(printer) if answer else None)
    QDialog.open(dialog)  # QPrintDialog's own wants a slot
    return True


class PrintJob(QObject):
    """Draws the pages of documents on a printer, one in each turn of the event loop.

    Signals:
        at_page: the number of the page that was drawn, and of all pages.
        ended: how many pages were drawn; none if the printer cannot be used.
    """

    at_page = Signal(int, int)
    ended = Signal(int)

    def __init__(
        self, printer: QPagedPaintDevice, documents: Sequence[bytes], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._documents = [PdfPages(content, self) for content in documents]
        self._left = self._pages()
        self._painter = painter = QPainter()
        self._drawn = 0
        self.destroyed.connect(lambda: painter.end() if painter.isActive() else None)

    @property
    def count(self) -> int:
        """The number of all pages."""
        return sum(document.count for document in self._documents)

    def start(self) -> None:
        """Begin to print."""
        if not self._painter.begin(self._printer):
            self.ended.emit(0)
            return
        self._draw_next()

    def _pages(self) -> Iterator[tuple[PdfPages, int]]:
        for document in self._documents:
            for page in range(document.count):
                yield document, page

    def _draw_next(self) -> None:
        following = next(self._left, None)
        if following is None or (self._drawn and not self._printer.newPage()):
            self._painter.end()
            self.ended.emit(self._drawn)
            return
        self._draw(*following)
        self._drawn += 1
        self.at_page.emit(self._drawn, self.count)
        QTimer.singleShot(0, self, self._draw_next)

    def _draw(self, document: PdfPages, page: int) -> None:
        """Draw a page over the whole paper; one that is wider than high is turned."""
        inches = document.size(page) / POINTS
        picture = document.picture(page, (inches * SHARP).toSize())
        if picture.width() > picture.height():
            picture = picture.transformed(QTransform().rotate(90))
        paper = self._printer.pageLayout().fullRectPixels(self._printer.logicalDpiX())
        self._painter.drawImage(QRectF(paper), picture)
