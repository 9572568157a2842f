"""Shows a PDF page by page, as large as there is room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout, column
from facilitator.ui.widgets.pdf_pages import PdfPages, can_show_pages
from facilitator.wording import _

LEAST_HEIGHT = 380  # pixels of a page


class PagePicture(QWidget):
    """One page, painted in the middle of its room."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: PdfPages | None = None
        self._page = 0
        self._picture = QPixmap()
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_page(self, pages: PdfPages | None, page: int) -> None:
        """Show a page; ``None`` shows none."""
        self._pages, self._page = pages, page
        self._draw()

    @property
    def picture(self) -> QPixmap:
        """The page as it is painted."""
        return self._picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        self._picture = QPixmap()
        if self._pages is not None and self._pages.count:
            ratio = self.devicePixelRatioF()
            room = QSize(int(self.width() * ratio), int(self.height() * ratio))
            self._picture = QPixmap.fromImage(self._pages.picture(self._page, room))
            self._picture.setDevicePixelRatio(ratio)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._picture.isNull():
            return
        size = self._picture.deviceIndependentSize()
        painter = QPainter(self)
        left, top = (self.width() - size.width()) / 2, 0.0
        painter.drawPixmap(int(left), int(top), self._picture)
        painter.setPen(self.palette().windowText().color())
        painter.drawRect(int(left), int(top), int(size.width()) - 1, int(size.height()) - 1)


class PagesPreview(QWidget):
    """A page with its number, and buttons to turn pages."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: PdfPages | None = None
        self._page, self._name = 0, ""
        self.picture = PagePicture()
        self.before_button, self.next_button = Button(_("Page before")), Button(_("Next page"))
        self.place_label = label("", "muted")
        self.before_button.clicked.connect(lambda: self._turn(-1))
        self.next_button.clicked.connect(lambda: self._turn(1))
        inside = column(self, spacing=10)
        turning = FlowLayout()
        turning.addWidget(self.before_button)
        turning.addWidget(self.next_button)
        inside.addLayout(turning)
        inside.addWidget(self.place_label)
        inside.addWidget(self.picture, 1)
        self.show_words(_("A moment: the pages are being drawn."))

    def show_words(self, words: str) -> None:
        """Show a sentence in place of a page."""
        self._pages = None
        self.picture.show_page(None, 0)
        self.place_label.setText(words)
        self._show_buttons()

    def show_document(self, name: str, content: bytes) -> None:
        """Show the first page of a document."""
        if not can_show_pages():
            self.show_words(
                _("The pages cannot be shown: QtPdf, a part of Qt, is missing. Save them instead.")
            )
            return
        self._pages, self._page, self._name = PdfPages(content, self), 0, name
        self._turn(0)

    def _turn(self, by: int) -> None:
        if self._pages is None:
            return
        self._page = min(max(0, self._page + by), self._pages.count - 1)
        self.picture.show_page(self._pages, self._page)
        place = _("Page {page} of {pages}").format(page=self._page + 1, pages=self._pages.count)
        self.place_label.setText(place)
        self.picture.setAccessibleName(f"{self._name}: {place}")
        self._show_buttons()

    def _show_buttons(self) -> None:
        count = 0 if self._pages is None else self._pages.count
        self.before_button.setEnabled(self._page > 0 and count > 0)
        self.next_button.setEnabled(self._page < count - 1)
