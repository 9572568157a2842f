"""A widget that shows a picture of the board, large or small."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.room.picture import WIDTH, CalmPage, RoomPicture
from facilitator.ui.scene.scene import RoomScene


class PictureView(QWidget):
    """Shows a ``RoomPicture`` in its own shape, with the ground all round. It takes no focus."""

    def __init__(self, scene: RoomScene | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene or RoomScene()
        self._picture = RoomPicture(CalmPage())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def picture(self) -> RoomPicture:
        """What is shown."""
        return self._picture

    @Slot(RoomPicture)
    def show_picture(self, picture: RoomPicture) -> None:
        """Show a picture; an equal one changes nothing, a calm page stands there at once."""
        if picture == self._picture:
            return
        reshaped = picture.spec.height != self._picture.spec.height
        self._picture = picture
        if isinstance(picture.content, CalmPage):
            self.repaint()
        else:
            self.update()
        self._tell_screen_readers()
        if reshaped:
            self.updateGeometry()

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
        self._scene.paint(painter, self._picture, QRectF(self.rect()))
        painter.end()
