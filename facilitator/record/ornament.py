"""The quiet picture on the cover: a sun behind hills, in the four tints."""

from facilitator.record.drawing import Box, Page, fill_of, path_of, stroke_of
from facilitator.record.styles import APRICOT, BUTTER, INK, SKY, STONE, WARM, WHITE

_LINE = "1.25 w 1 j"
# Each hill's ridge: where it starts, two handles and its end, twice, as parts of width and height.
_RIDGES = (
    (
        SKY,
        ((0, 0.46), (0.12, 0.66), (0.22, 0.7), (0.36, 0.52), (0.5, 0.34), (0.74, 0.72), (1, 0.5)),
    ),
    (
        STONE,
        ((0, 0.3), (0.16, 0.26), (0.34, 0.36), (0.5, 0.44), (0.7, 0.54), (0.84, 0.5), (1, 0.32)),
    ),
    (
        APRICOT,
        ((0, 0.34), (0.14, 0.4), (0.3, 0.3), (0.46, 0.2), (0.62, 0.1), (0.82, 0.24), (1, 0.2)),
    ),
    (
        WHITE,
        ((0, 0.06), (0.2, 0.16), (0.36, 0.14), (0.5, 0.08), (0.64, 0.02), (0.84, 0.03), (1, 0.1)),
    ),
)
_SUN = (0.7, 0.66, 0.15)  # across, up, and how far it reaches, as a part of the height


def draw_ornament(page: Page, frame: Box) -> None:
    """Draw the picture into the frame; it is decoration, and is not read out."""
    page.decorate(
        path_of(frame),
        "W n",
        fill_of(WARM),
        path_of(frame),
        "f",
        stroke_of(INK),
        _LINE,
        fill_of(BUTTER),
        _sun(frame),
        "B",
        *(part for tint, ridge in _RIDGES for part in (fill_of(tint), _hill(frame, ridge), "B")),
    )


def _sun(frame: Box) -> str:
    across, up, reach = _SUN
    radius = reach * frame.height
    left, top = frame.left + across * frame.width, frame.foot + up * frame.height
    box = Box(left - radius, top + radius, 2 * radius, 2 * radius, corner=radius)
    return path_of(box)


def _hill(frame: Box, ridge: tuple[tuple[float, float], ...]) -> str:
    points = [(frame.left + x * frame.width, frame.foot + y * frame.height) for x, y in ridge]
    start, *rest = [f"{x:.2f} {y:.2f}" for x, y in points]
    below = frame.foot - 4
    return (
        f"{frame.left - 4:.2f} {below:.2f} m {frame.left - 4:.2f} {points[0][1]:.2f} l {start} l "
        f"{' '.join(rest[:3])} c {' '.join(rest[3:])} c "
        f"{frame.left + frame.width + 4:.2f} {points[-1][1]:.2f} l "
        f"{frame.left + frame.width + 4:.2f} {below:.2f} l h"
    )
