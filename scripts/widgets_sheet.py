#!/usr/bin/env python3
"""Draw one of each shared widget on a sheet, for the page that lists them.

usage: scripts/widgets_sheet.py [PICTURE]

The picture is docs/pictures/widgets.png unless another one is named.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facilitator.room.spec import Theme
from facilitator.ui.home.style import home_style
from facilitator.ui.widgets.buttons import Button, main_button, quiet_button, tick
from facilitator.ui.widgets.cards import CoverCard, card
from facilitator.ui.widgets.fields import LabelledField, NumberBox, field
from facilitator.ui.widgets.fonts import load_fonts
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import chip, label
from facilitator.ui.widgets.layouts import FlowLayout, column
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard, WordsField, quoted
from facilitator.ui.widgets.theme import palette_of

PICTURE = Path(__file__).parent.parent / "docs" / "pictures" / "widgets.png"
WIDTH, COLOURS = 900, 64  # pixels


def flow(*parts: QWidget) -> QWidget:
    """Return widgets in a row that wraps."""
    holder = QWidget()
    layout = FlowLayout(holder)
    for part in parts:
        layout.addWidget(part)
    return holder


def cards() -> QWidget:
    """Return a card of each kind."""
    frames = []
    for kind in ("plain", "soft", "butter", "selected"):
        frame = card(kind)
        column(frame, margin=16).addWidget(label(f"card: {kind}"))
        frames.append(frame)
    return flow(*frames)


def questions() -> tuple[QuestionCard, QuestionCard]:
    """Return a question about a line, and one with a field."""
    about_line, with_field = QuestionCard(), QuestionCard()
    about_line.ask(
        Question(
            "Take this line out?",
            "It goes for good.",
            (Answer("out", "Take it out for good"),),
            leave="Keep it",
            lines=quoted("We never say what we think"),
        )
    )
    with_field.ask(
        Question(
            "Why does it wait?",
            "The reason goes in the record only if you put it there.",
            (Answer("now", "Back before we close"), Answer("later", "Back next time")),
            field=WordsField(is_needed=True),
        )
    )
    return about_line, with_field


def sheet() -> QWidget:
    """Return the sheet with one of each widget."""
    page = QWidget()
    page.setProperty("window", "true")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    page.setStyleSheet(home_style(palette_of(Theme.WARM), 16))
    inside: QVBoxLayout = column(page, margin=24, spacing=14)
    roles = ("title", "heading", "strong", "", "muted", "small")
    for role in roles:
        inside.addWidget(label(f"label: {role or 'no role'}", role))
    inside.addWidget(
        flow(*(chip(f"chip: {kind}", kind) for kind in ("plain", "butter", "warning")))
    )
    inside.addWidget(
        flow(
            main_button("main_button", Icon.RECORD, "→"),
            Button("Button", Icon.BOARD, Qt.Key.Key_Escape),
            quiet_button("quiet_button"),
            tick("tick"),
        )
    )
    inside.addWidget(LabelledField("LabelledField", field("Words", "field"), "Its hint"))
    inside.addWidget(flow(NumberBox(1, 60)))
    inside.addWidget(cards())
    inside.addWidget(CoverCard("CoverCard: a second display is attached, so names are covered."))
    for question in questions():
        inside.addWidget(question)
    return page


def main() -> None:
    """Draw the sheet and save it."""
    if len(sys.argv) > 2 or "--help" in sys.argv:
        sys.exit(__doc__)
    app = QApplication([])
    load_fonts()
    page = sheet()
    page.resize(WIDTH, 100)
    page.show()
    QTest.qWait(200)
    page.resize(WIDTH, page.layout().heightForWidth(WIDTH))
    QTest.qWait(200)
    path = sys.argv[1] if len(sys.argv) > 1 else str(PICTURE)
    page.grab().save(path)
    colours = Image.open(path).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    colours.save(path, "PNG", optimize=True)
    app.quit()


if __name__ == "__main__":
    main()
