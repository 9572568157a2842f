"""What a live session tells its listeners: pictures that differ from the last ones told."""

from dataclasses import dataclass

from facilitator.live.views.desk_view import DeskView
from facilitator.room.pages.picture import CornerPicture, RoomPicture


@dataclass(frozen=True, slots=True)
class DeskChanged:
    """The facilitator's picture is another now."""

    desk: DeskView


@dataclass(frozen=True, slots=True)
class RoomChanged:
    """The room's picture is another now. Told first, so that the curtain falls at once."""

    picture: RoomPicture


@dataclass(frozen=True, slots=True)
class CornerChanged:
    """The typing corner's picture is another now; ``None`` when nobody may write."""

    picture: CornerPicture | None


Event = DeskChanged | RoomChanged | CornerChanged
