"""The chosen step as it will look on the board."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame

from facilitator.room.pages.picture import WIDTH, RoomPicture
from facilitator.ui.scene.view import PictureView
from facilitator.ui.widgets.layouts import column

LEAST, WIDEST = 160, 560  # pixels


class StepPicture(QFrame):
    """A frame with the picture, as wide as there is room up to a limit."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("picture", "true")
        self.setMaximumWidth(WIDEST)
        self.view = PictureView()
        column(self, margin=1).addWidget(self.view)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fit_into(self, height: int) -> None:
        """Be at most this high, in pixels."""
        shape = self.view.picture.spec.height / WIDTH
        self.setMaximumWidth(min(WIDEST, max(LEAST, round(height / shape))))

    def show_picture(self, picture: RoomPicture) -> None:
        """Show how a step looks."""
        self.view.show_picture(picture)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.view.heightForWidth(min(width, WIDEST) - 2) + 2

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, self.heightForWidth(LEAST))
