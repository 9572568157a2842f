#!/usr/bin/env python3
"""Draw one of each shared widget on a sheet, and each control in each state, in two themes.

usage: scripts/widgets_sheet.py [FOLDER]

The pictures are widgets.png and states.png, in docs/pictures unless another folder is named.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QVBoxLayout, QWidget

from facilitator.room.spec import Theme
from facilitator.ui.console.style import console_style
from facilitator.ui.home.style import home_style
from facilitator.ui.widgets.buttons import Button, main_button, quiet_button, tick
from facilitator.ui.widgets.cards import CoverCard, card
from facilitator.ui.widgets.fields import LabelledField, NumberBox, field
from facilitator.ui.widgets.fonts import load_fonts
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import chip, label
from facilitator.ui.widgets.layouts import FlowLayout, column
from facilitator.ui.widgets.line_items import LineAction, LineItem
from facilitator.ui.widgets.lines import LineList
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard, WordsField, quoted
from facilitator.ui.widgets.style import RING
from facilitator.ui.widgets.theme import palette_of
from tests.helpers.controls import STATES, every_control, put_in

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
WIDTH, COLOURS = 900, 64  # pixels
CELL = 148, 150  # the largest picture of a control, in pixels


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


def lines() -> LineList:
    """Return a list with a line of each kind."""
    actions = (LineAction("out", "LineAction", Icon.TRASH, Qt.Key.Key_Delete),)
    line_list = LineList("Lines", actions)
    line_list.show_items(
        (
            LineItem(1, "LineList: a LineItem that is chosen", "A", heading="heading", ticked=True),
            LineItem(2, "one with notes", "B", notes=("note", "another"), ticked=True),
            LineItem(3, "is_quiet", "C", state="state", ticked=False, is_quiet=True),
        )
    )
    return line_list


def grown(page: QWidget, theme: Theme) -> QWidget:
    """Return an empty page of a window in a theme."""
    page.setProperty("window", "true")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    palette = palette_of(theme)
    page.setStyleSheet(console_style(palette, 89) + home_style(palette, 16))
    return page


def sheet() -> QWidget:
    """Return the sheet with one of each widget."""
    page = grown(QWidget(), Theme.WARM)
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
    inside.addWidget(lines())
    for question in questions():
        inside.addWidget(question)
    return page


def states(theme: Theme) -> QWidget:
    """Return a table of every control in every state."""
    stage, page = grown(QWidget(), theme), grown(QWidget(), theme)
    controls, inside = every_control(), QVBoxLayout(stage)
    elsewhere = Button("Elsewhere")
    for control in (*controls.values(), elsewhere):
        control.setMaximumSize(*CELL)
        inside.addWidget(control)
    stage.show()
    stage.activateWindow()
    table = QGridLayout(page)
    table.setContentsMargins(24, 24, 24, 24)
    for place, state in enumerate(STATES, 1):
        table.addWidget(label(state, "muted"), 0, place)
    for line, (name, control) in enumerate(controls.items(), 1):
        table.addWidget(label(name, "muted"), line, 0)
        for place, state in enumerate(STATES, 1):
            picture = QLabel()
            picture.setPixmap(seen(stage, control, state, elsewhere))
            table.addWidget(picture, line, place)
        put_in(control, "rest")
    stage.close()
    return page


def seen(stage: QWidget, control: QWidget, state: str, elsewhere: QWidget) -> QPixmap:
    """Draw a control in a state, with the ground around it."""
    put_in(control, state)
    (control if state == "focus" else elsewhere).setFocus()
    QTest.qWait(10)
    area = control.rect().translated(control.mapTo(stage, QPoint()))
    return stage.grab(area.adjusted(-RING, -RING, RING, RING))


def draw(parts: tuple[QWidget, ...], path: Path) -> None:
    """Save a picture of pages below each other, in few colours."""
    pages = QWidget()
    below = column(pages, margin=0, spacing=0)
    for part in parts:
        below.addWidget(part)
    pages.resize(WIDTH, 100)
    pages.show()
    QTest.qWait(200)
    pages.resize(WIDTH, below.totalHeightForWidth(WIDTH))
    QTest.qWait(200)
    pages.grab().save(str(path))
    pages.close()
    colours = Image.open(path).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    colours.save(path, "PNG", optimize=True)


def main() -> None:
    """Draw the sheets and save them."""
    if len(sys.argv) > 2 or "--help" in sys.argv:
        sys.exit(__doc__)
    app = QApplication([])
    load_fonts()
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    draw((sheet(),), folder / "widgets.png")
    draw((states(Theme.WARM), states(Theme.DIM)), folder / "states.png")
    app.quit()


if __name__ == "__main__":
    main()
