"""The events of a live session: pictures that differ from those published last."""

from dataclasses import dataclass

from facilitator.live.views.desk_view import DeskView
from facilitator.room.pages.picture import CornerPicture, RoomPicture


@dataclass(frozen=True, slots=True)
class DeskChanged:
    """The facilitator's picture has changed."""

    desk: DeskView


@dataclass(frozen=True, slots=True)
class RoomChanged:
    """The room's picture has changed. Published first, so that the curtain falls at once."""

    picture: RoomPicture


@dataclass(frozen=True, slots=True)
class CornerChanged:
    """The typing corner's picture has changed; ``None`` when nobody may write."""

    picture: CornerPicture | None


Event = DeskChanged | RoomChanged | CornerChanged
