"""Pages of which one is shown, as high as that one needs and no higher."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Pages(QWidget):
    """Takes its size from the page that is shown; a QStackedWidget takes the largest of all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QWidget] = []
        self._shown: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def add_page(self, page: QWidget) -> None:
        """Add a page; the first one is shown."""
        self._pages.append(page)
        self._column.addWidget(page)
        page.hide()
        if self._shown is None:
            self.show_page(page)

    @property
    def shown(self) -> QWidget | None:
        """The page that is shown."""
        return self._shown

    def show_page(self, page: QWidget) -> None:
        """Show one page and hide the one before."""
        if page is not self._shown:
            if self._shown is not None:
                self._shown.hide()
            self._shown = page
            page.show()

    def show_place(self, place: int) -> None:
        """Show the page at a place, counted from 0."""
        self.show_page(self._pages[place])
