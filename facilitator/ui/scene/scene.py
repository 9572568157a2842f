"""Draws pictures for the room at any size, by scaling."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from facilitator.domain.text.language import Language
from facilitator.room.layout.pages import Pages
from facilitator.room.layout.sheet import Sheet
from facilitator.room.pages.picture import WIDTH, Content, RoomPicture, Spec, Strip
from facilitator.ui.scene.paint import paint_sheet
from facilitator.ui.scene.ruler import QtRuler
from facilitator.ui.widgets.theme import palette_of


class RoomScene:
    """Draws pictures. All views share one scene, which shares its cache of pages with the session.

    Needs a ``QGuiApplication``.
    """

    def __init__(self, pages: Pages | None = None) -> None:
        self.pages = pages or Pages(QtRuler())
        self.ruler = self.pages.ruler

    def sheets(
        self,
        content: Content,
        languages: tuple[Language, ...],
        spec: Spec,
        strip: Strip | None = None,
    ) -> tuple[Sheet, ...]:
        """Lay out the sheets of a page, or use the cached ones."""
        return self.pages.sheets(RoomPicture(content, languages, spec, strip=strip))

    def count(self, picture: RoomPicture) -> int:
        """Count the sheets of the picture's page."""
        return self.pages.count(picture)

    def sheet(self, picture: RoomPicture) -> Sheet:
        """Return the sheet that the picture shows; the last one if past the end."""
        return self.pages.sheet(picture)

    def paint(
        self, painter: QPainter, picture: RoomPicture, target: QRectF, sheet: Sheet | None = None
    ) -> None:
        """Draw a picture into ``target`` in its aspect ratio, with the background around it.

        Items that are completely clipped away are skipped. ``sheet`` replaces the picture's.
        """
        palette = palette_of(picture.spec.theme)
        painter.fillRect(target, QColor(palette.ground))
        scale = min(target.width() / WIDTH, target.height() / picture.spec.height)
        painter.save()
        painter.translate(
            target.x() + (target.width() - WIDTH * scale) / 2,
            target.y() + (target.height() - picture.spec.height * scale) / 2,
        )
        painter.scale(scale, scale)
        part = painter.clipBoundingRect() if painter.hasClipping() else None
        paint_sheet(painter, sheet or self.sheet(picture), palette, part)
        painter.restore()

    def image(self, picture: RoomPicture, width: int, sheet: Sheet | None = None) -> QImage:
        """Render a picture, or a sheet in its place, as an image with this width in pixels."""
        height = round(width * picture.spec.height / WIDTH)
        image = QImage(width, height, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        self.paint(painter, picture, QRectF(0, 0, width, height), sheet)
        painter.end()
        return image
