"""The hills of the record, drawn flatter for the board: paths in board units, and their skyline.

They are on pages where nothing is worked on, along the lower edge. No text is ever on them.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from facilitator.room.layout.sheet import Area, HillsItem, Point, Shape, Tint
from facilitator.room.pages.picture import Scene
from facilitator.room.spec import WIDTH

DRAWN_FOR = 1080.0  # the height of the board for which the figures below are
BEYOND = 12.0  # past the edges of the board, so that no outline runs along them
ROUND = 0.5523  # handles of a quarter circle, in parts of its radius
SAMPLES = 48  # of each curve, for its skyline
COLUMNS = 60
BETWEEN = WIDTH / COLUMNS  # wider than the samples are apart

Knot = tuple[float, float, float]  # across, down, and the slope there
Ridges = tuple[tuple[Tint | None, tuple[Knot, ...]], ...]  # the farthest first

HIGH: Ridges = (
    (Tint.SKY, ((0, 851, -0.45), (356, 788, 0), (672, 794, 0), (1602, 480, 0), (1920, 547, 0.42))),
    (Tint.STONE, ((0, 1000, -0.05), (688, 894, -0.22), (1620, 686, 0), (1920, 746, 0.42))),
    (
        Tint.APRICOT,
        ((0, 852, -0.06), (165, 843, 0), (884, 929, 0.13), (1050, 941, 0), (1920, 867, 0)),
    ),
    (
        None,
        ((0, 1018, -0.19), (475, 976, 0), (982, 1022, 0.12), (1300, 1046, 0), (1920, 989, -0.2)),
    ),
)
LOW: Ridges = (
    (Tint.SKY, ((0, 880, -0.75), (336, 777, 0), (860, 824, 0), (1424, 792, 0), (1920, 861, 0.28))),
    (Tint.STONE, ((0, 1010, 0), (804, 959, -0.12), (1497, 886, 0), (1920, 943, 0.3))),
    (
        Tint.APRICOT,
        ((0, 934, -0.1), (277, 916, 0), (804, 959, 0.14), (1246, 993, 0), (1920, 979, 0)),
    ),
    (
        None,
        ((0, 1043, -0.1), (508, 1011, 0), (1002, 1039, 0.08), (1365, 1052, 0), (1920, 1025, -0.1)),
    ),
)
SUNS: dict[Scene, tuple[float, float, float]] = {  # across, down, and its radius
    Scene.WELCOME: (1526, 418, 168),
    Scene.BREAK: (1411, 769, 124),
    Scene.PAUSE: (1411, 805, 168),
    Scene.THANKS: (1411, 800, 116),
}


@lru_cache(maxsize=64)
def hills_of(scene: Scene, height: float, share: float = 1.0) -> HillsItem:
    """Return the hills for a board of this height, ``share`` as high as they are drawn at most.

    Those of the welcome page are the highest, and its sun is the largest.
    """
    scale = height / DRAWN_FOR * share
    shapes = [_sun(SUNS[scene], height, scale)]
    for tint, knots in HIGH if scene is Scene.WELCOME else LOW:
        placed = [(x, height - (DRAWN_FOR - y) * scale, slope * scale) for x, y, slope in knots]
        shapes.append(_hill(placed, height, tint))
    top = min(point[1] for shape in shapes for point in _points(shape))
    return HillsItem(Area(0, top, WIDTH, height - top), tuple(shapes))


def top_over(hills: HillsItem, left: float, right: float) -> float:
    """Return the y of the highest point of the hills between two places across the board."""
    first, last = (min(max(int(x / BETWEEN), 0), COLUMNS - 1) for x in (left, right))
    return min(_skyline(hills)[first : last + 1])


@lru_cache(maxsize=64)
def _skyline(hills: HillsItem) -> tuple[float, ...]:
    """Return the highest point of the hills in each of many narrow columns of the board."""
    tops = [hills.area.bottom] * COLUMNS
    for x, y in (point for shape in hills.shapes for point in _points(shape)):
        if 0 <= x < WIDTH:
            place = int(x / BETWEEN)
            tops[place] = min(tops[place], y)
    return tuple(tops)


def _points(shape: Shape) -> Iterator[Point]:
    """Yield points along an outline, close to one another."""
    start = shape.start
    for first, second, end in shape.curves:
        for step in range(SAMPLES + 1):
            t = step / SAMPLES
            weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            points = start, first, second, end
            x, y = (
                sum(weight * point[axis] for weight, point in zip(weights, points, strict=True))
                for axis in (0, 1)
            )
            yield x, y
        start = end


def _hill(knots: list[Knot], height: float, tint: Tint | None) -> Shape:
    """Return a hill under its ridge, down past the lower edge of the board."""
    below = height + BEYOND
    (_, first, _), (_, last, _) = knots[0], knots[-1]
    edge = [(-BEYOND, first), (0.0, first)], [(WIDTH + BEYOND, last), (WIDTH + BEYOND, below)]
    curves = [_straight(*edge[0])]
    for (x, y, slope), (to_x, to_y, to_slope) in pairwise(knots):
        third = (to_x - x) / 3
        curves.append(
            ((x + third, y + slope * third), (to_x - third, to_y - to_slope * third), (to_x, to_y))
        )
    corners = [(float(WIDTH), last), *edge[1], (-BEYOND, below), edge[0][0]]
    curves += (_straight(point, to) for point, to in pairwise(corners))
    return Shape(edge[0][0], tuple(curves), tint)


def _straight(start: Point, end: Point) -> tuple[Point, Point, Point]:
    third = (end[0] - start[0]) / 3, (end[1] - start[1]) / 3
    return (start[0] + third[0], start[1] + third[1]), (end[0] - third[0], end[1] - third[1]), end


def _sun(sun: tuple[float, float, float], height: float, scale: float) -> Shape:
    """Return the sun: round on every board, and no larger than it is drawn."""
    x, down, radius = sun
    y, r = height - (DRAWN_FOR - down) * scale, radius * min(scale, 1.0)
    k = r * ROUND
    quarters = (
        ((x + r, y + k), (x + k, y + r), (x, y + r)),
        ((x - k, y + r), (x - r, y + k), (x - r, y)),
        ((x - r, y - k), (x - k, y - r), (x, y - r)),
        ((x + k, y - r), (x + r, y - k), (x + r, y)),
    )
    return Shape((x + r, y), quarters, Tint.BUTTER)
