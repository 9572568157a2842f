"""A widget that shows a picture of the board, large or small."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from facilitator.room.layout.sheet import Area, Sheet
from facilitator.room.pages.picture import WIDTH, CalmPage, RoomPicture
from facilitator.ui.scene.fade import Fade, Reading, changed_areas, is_gentle, may_fade
from facilitator.ui.scene.paint import extent
from facilitator.ui.scene.scene import RoomScene

FRAME_MS = 50
ROUNDING = 2  # pixels


class PictureView(QWidget):
    """Shows a ``RoomPicture`` in its aspect ratio, on its background. It takes no focus."""

    def __init__(self, scene: RoomScene | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene or RoomScene()
        self._picture = RoomPicture(CalmPage())
        self._sheet: Sheet | None = None  # of that picture, once it is shown
        self._reading: Reading | None = None
        self._fade: Fade | None = None
        self._again = QTimer(self)
        self._again.setInterval(FRAME_MS)
        self._again.timeout.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fade_by(self, reading: Reading) -> None:
        """Fade pages and changes of the time over a second of this clock, else all are instant."""
        self._reading = reading

    @property
    def picture(self) -> RoomPicture:
        """The picture that is shown."""
        return self._picture

    @Slot(RoomPicture)
    def show_picture(self, picture: RoomPicture) -> None:
        """Show a picture; ignore an equal one, and show a calm page immediately."""
        if picture == self._picture:
            return
        before, was_fading = self._picture, self._fade is not None
        reshaped = picture.spec.height != before.spec.height
        self._begin_fade(picture)
        self._picture = picture
        if isinstance(picture.content, CalmPage):
            self._sheet = None
            self.repaint()
        elif self._fade is not None:
            self._sheet = self._scene.sheet(picture)
            self.update()  # the words of the old page go now, not at the fade's next frame
        elif was_fading or self._sheet is None or before.spec != picture.spec:
            self._sheet = self._scene.sheet(picture)
            self.update()
        else:
            sheet, self._sheet = self._sheet, self._scene.sheet(picture)
            self.update(self._places_of(changed_areas(sheet, self._sheet)))
        self._tell_screen_readers()
        if reshaped:
            self.updateGeometry()

    def _begin_fade(self, picture: RoomPicture) -> None:
        """Start a fade where the next page may take a second; else stop fading.

        A page that is turned again within a second is there at once; time that goes on meanwhile
        lets the page fade to its end.
        """
        fading, self._fade = self._fade, None
        fits = abs(self.heightForWidth(self.width()) - self.height()) <= ROUNDING
        shows = self.isVisible() and fits
        if self._reading is not None and shows and may_fade(self._picture, picture):
            gentle = is_gentle(self._picture, picture)
            if fading is None:
                self._fade = Fade(self._picture, self._reading, whole=not gentle)
            elif gentle and may_fade(fading.old, picture):
                self._fade = fading
        if self._fade is not None:
            self._again.start()
        else:
            self._again.stop()

    def _places_of(self, areas: tuple[Area, ...]) -> QRegion:
        """Map areas of the board to areas of the widget."""
        height = self._picture.spec.height
        scale = min(self.width() / WIDTH, self.height() / height)
        left, top = (self.width() - WIDTH * scale) / 2, (self.height() - height * scale) / 2
        region = QRegion()
        for area in areas:
            place = extent(area)
            scaled = QRectF(place.topLeft() * scale, place.size() * scale).translated(left, top)
            region += scaled.toAlignedRect().adjusted(-2, -2, 2, 2)
        return region

    def _paint_fading(self, painter: QPainter, fade: Fade, strength: float) -> None:
        """Draw what fades out over the new picture, only where the two differ."""
        painter.setClipRegion(self._changed_region(fade))
        ratio = self.devicePixelRatioF()
        width = round(self.width() * ratio)
        if fade.image is None or fade.image.width() != width:
            sheet = fade.seen_of(self._scene.sheet(fade.old), self._scene.sheet(self._picture))
            fade.image = self._scene.image(fade.old, width, sheet)
        painter.setOpacity(1 - strength)
        painter.drawImage(QRectF(0, 0, self.width(), fade.image.height() / ratio), fade.image)

    def _changed_region(self, fade: Fade) -> QRegion:
        """Return where a picture differs from the present one, in pixels."""
        scene, scale, region = self._scene, self.width() / WIDTH, QRegion()
        for area in changed_areas(scene.sheet(fade.old), scene.sheet(self._picture)):
            exact = QRectF(area.x, area.y, area.width, area.height)
            place = extent(area) if fade.whole else exact
            scaled = QRectF(place.topLeft() * scale, place.size() * scale)
            region += scaled.toAlignedRect().adjusted(-2, -2, 2, 2)
        return region

    def _tell_screen_readers(self) -> None:
        text = self._scene.sheet(self._picture).text
        self.setAccessibleName(text.partition("\n")[0])
        self.setAccessibleDescription(text)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def heightForWidth(self, width: int) -> int:
        return round(width * self._picture.spec.height / WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        self._scene.paint(painter, self._picture, QRectF(self.rect()))
        fade = self._fade
        if fade is not None and (strength := fade.strength) < 1:
            self._paint_fading(painter, fade, strength)
        else:
            self._fade = None
            self._again.stop()
        painter.end()
