"""Draws what the room may see, at any size, by scaling."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from facilitator.domain.text.language import Language
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.sheet import Sheet
from facilitator.room.pages.picture import WIDTH, Content, RoomPicture, Spec, Strip
from facilitator.ui.scene.paint import paint_sheet
from facilitator.ui.scene.ruler import QtRuler
from facilitator.ui.widgets.theme import palette_of

KEPT = 16  # pages laid out


class RoomScene:
    """Lays pictures out once and draws them as often as asked; all views share one.

    Needs a ``QGuiApplication``.
    """

    def __init__(self) -> None:
        self.ruler = QtRuler()
        self._sheets: dict[int, tuple[Sheet, ...]] = {}

    def sheets(
        self,
        content: Content,
        languages: tuple[Language, ...],
        spec: Spec,
        strip: Strip | None = None,
    ) -> tuple[Sheet, ...]:
        """Return the sheets of a page."""
        key = hash((content, languages, spec, strip))
        if key not in self._sheets:
            if len(self._sheets) >= KEPT:
                del self._sheets[next(iter(self._sheets))]
            self._sheets[key] = lay_out(content, languages, spec, self.ruler, strip)
        return self._sheets[key]

    def keep_only(self, *pictures: RoomPicture | None) -> None:
        """Forget every page but these: what stood on others may have been withdrawn since."""
        kept = {
            hash((one.content, one.languages, one.spec, one.strip))
            for one in pictures
            if one is not None
        }
        for key in [key for key in self._sheets if key not in kept]:
            del self._sheets[key]

    def count(self, picture: RoomPicture) -> int:
        """Return how many sheets the picture's page takes."""
        return len(self._sheets_of(picture))

    def sheet(self, picture: RoomPicture) -> Sheet:
        """Return the sheet that the picture shows; past the end, the last one."""
        sheets = self._sheets_of(picture)
        return sheets[min(max(picture.page, 0), len(sheets) - 1)]

    def _sheets_of(self, picture: RoomPicture) -> tuple[Sheet, ...]:
        return self.sheets(picture.content, picture.languages, picture.spec, picture.strip)

    def paint(self, painter: QPainter, picture: RoomPicture, target: QRectF) -> None:
        """Draw a picture into ``target``: its shape kept, the ground all round."""
        palette = palette_of(picture.spec.theme)
        painter.fillRect(target, QColor(palette.ground))
        scale = min(target.width() / WIDTH, target.height() / picture.spec.height)
        painter.save()
        painter.translate(
            target.x() + (target.width() - WIDTH * scale) / 2,
            target.y() + (target.height() - picture.spec.height * scale) / 2,
        )
        painter.scale(scale, scale)
        paint_sheet(painter, self.sheet(picture), palette)
        painter.restore()

    def image(self, picture: RoomPicture, width: int) -> QImage:
        """Return a picture as an image of so many pixels across."""
        height = round(width * picture.spec.height / WIDTH)
        made = QImage(width, height, QImage.Format.Format_RGB32)
        painter = QPainter(made)
        self.paint(painter, picture, QRectF(0, 0, width, height))
        painter.end()
        return made
