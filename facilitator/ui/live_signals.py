"""The only connection between the live session and Qt."""

from typing import assert_never

from PySide6.QtCore import QObject, Signal

from facilitator.live.session.events import CornerChanged, DeskChanged, Event, RoomChanged
from facilitator.live.session.session import LiveSession
from facilitator.live.views.desk_view import DeskView
from facilitator.room.pages.picture import RoomPicture


class LiveSignals(QObject):
    """Turns each event of a live session into a signal with its view.

    Signals:
        desk_changed: the console's view.
        room_changed: the board's picture.
        corner_changed: the typing corner's picture, or None when nobody may write.
    """

    desk_changed = Signal(DeskView)
    room_changed = Signal(RoomPicture)
    corner_changed = Signal(object)

    def __init__(self, session: LiveSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        session.subscribe(self._emit)

    def _emit(self, event: Event) -> None:
        match event:
            case DeskChanged():
                self.desk_changed.emit(event.desk)
            case RoomChanged():
                self.room_changed.emit(event.picture)
            case CornerChanged():
                self.corner_changed.emit(event.picture)
            case _:
                assert_never(event)
