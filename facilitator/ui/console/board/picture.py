"""A small live picture of the board, in the display's aspect ratio."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.room.pages.picture import RoomPicture
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.scene.view import PictureView

LEAST = 96  # pixels


class BoardPicture(QFrame):
    """A frame with a live picture that fills the available width."""

    def __init__(self, scene: RoomScene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("picture", "true")
        self.view = PictureView(scene)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.view)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: RoomPicture) -> None:
        """Show a picture."""
        self.view.show_picture(picture)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.view.heightForWidth(width - 2) + 2

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, self.heightForWidth(LEAST))
