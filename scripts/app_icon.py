#!/usr/bin/env python3
"""Draw the icon of the program: people in a round, and one of them speaking.

usage: scripts/app_icon.py

Writes resources/icons/facilitator-light.svg and -dark.svg, for light and for dark desktops, and
PNG files of both in all sizes that desktops ask for.
"""

import os
from math import cos, pi, sin
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

ICONS = Path(__file__).parents[1] / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256)
SIDE, ROUND, EDGE = 64.0, 14.0, 2.0  # the drawing's own units
PEOPLE, RING, HEAD, SPEAKER = 6, 18.5, 6.0, 7.5
COLOURS = {  # ground, people, who speaks
    "light": ("#00527A", "#FBF6EA", "#FFD76A"),
    "dark": ("#FBF6EA", "#00527A", "#B4540A"),
}


def heads(people: str, speaker: str) -> list[tuple[float, float, float, str]]:
    """Return place, size and colour of each head; the first is at the top."""
    heads = []
    for place in range(PEOPLE):
        angle = 2 * pi * place / PEOPLE - pi / 2
        x, y = SIDE / 2 + RING * cos(angle), SIDE / 2 + RING * sin(angle)
        first = place == 0
        heads.append((x, y, SPEAKER if first else HEAD, speaker if first else people))
    return heads


def svg(look: str) -> str:
    """Draw the icon as SVG."""
    ground, people, speaker = COLOURS[look]
    inner = SIDE - 2 * EDGE
    circles = "".join(
        f'  <circle cx="{x:.2f}" cy="{y:.2f}" r="{r}" fill="{colour}"/>\n'
        for x, y, r, colour in heads(people, speaker)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE:g} {SIDE:g}">\n'
        f'  <rect x="{EDGE:g}" y="{EDGE:g}" width="{inner:g}" height="{inner:g}" rx="{ROUND:g}"'
        f' fill="{ground}"/>\n{circles}</svg>\n'
    )


def image(look: str, size: int) -> QImage:
    """Draw the icon at a size in pixels."""
    ground, people, speaker = COLOURS[look]
    drawn = QImage(size, size, QImage.Format.Format_ARGB32)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.scale(size / SIDE, size / SIDE)
    painter.setBrush(QColor(ground))
    inner = SIDE - 2 * EDGE
    painter.drawRoundedRect(QRectF(EDGE, EDGE, inner, inner), ROUND, ROUND)
    for x, y, radius, colour in heads(people, speaker):
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.end()
    return drawn


def main() -> None:
    """Write all files."""
    application = QGuiApplication([])
    for look in COLOURS:
        (ICONS / f"facilitator-{look}.svg").write_text(svg(look), encoding="utf-8")
        for size in SIZES:
            image(look, size).save(str(ICONS / f"facilitator-{look}-{size}.png"))
    application.quit()


if __name__ == "__main__":
    main()
