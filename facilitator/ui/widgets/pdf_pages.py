"""Pages of a PDF as pictures, by Qt's add-on for PDF, which may be missing."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from facilitator.ui.widgets.addons import addon


def can_show_pages() -> bool:
    """Return whether Qt's add-on for PDF is here; this loads it."""
    return addon("PySide6.QtPdf") is not None


class PdfPages(QObject):
    """The pages of a PDF in memory; without the add-on there are none."""

    def __init__(self, content: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = QByteArray(content)
        self._file = QBuffer(self._content, self)
        self._file.open(QIODevice.OpenModeFlag.ReadOnly)
        module = addon("PySide6.QtPdf")
        self._document = None if module is None else module.QPdfDocument(self)
        if self._document is not None:
            self._document.load(self._file)

    @property
    def count(self) -> int:
        """The number of pages."""
        return 0 if self._document is None else int(self._document.pageCount())

    def size(self, page: int) -> QSizeF:
        """Return the size of a page in points; pages count from 0."""
        return QSizeF() if self._document is None else QSizeF(self._document.pagePointSize(page))

    def picture(self, page: int, room: QSize) -> QImage:
        """Draw a page on white, as large as it fits into ``room`` in pixels."""
        keep = Qt.AspectRatioMode.KeepAspectRatio
        fitting = self.size(page).scaled(QSizeF(room), keep).toSize()
        paper = QImage(fitting, QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        if self._document is not None and not fitting.isEmpty():
            painter = QPainter(paper)
            painter.drawImage(
                QRect(0, 0, fitting.width(), fitting.height()), self._drawn(page, fitting)
            )
            painter.end()
        return paper

    def _drawn(self, page: int, size: QSize) -> QImage:
        return QImage() if self._document is None else QImage(self._document.render(page, size))
