"""The lines of a finished record, each with a switch to take it out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.domain.text.language import ENGLISH
from facilitator.live.library.taking_out import GroupKind, LineGroup, LineOfRecord, OpenedRecord
from facilitator.record import LinePlace, Part
from facilitator.ui.widgets.buttons import Button, Tick, main_button
from facilitator.ui.widgets.cards import CoverCard, card
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column, row
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard
from facilitator.wording import _

TAKE_OUT = "take out"
INDENT = 40  # pixels: indent of what belongs to the line above


class LineRow(QWidget):
    """A line with its switch. It follows the line that it belongs to."""

    def __init__(self, line: LineOfRecord) -> None:
        super().__init__()
        self.place, self.under = line.place, line.under
        self.switch = Tick(_("Take out"))
        self.switch.setAccessibleName(_("Take out: {line}").format(line=line.text))
        inside = row(self)
        inside.setContentsMargins(INDENT if line.under else 0, 0, 0, 0)
        inside.addWidget(self.switch)
        texts = column(spacing=0)
        if caption := _caption_of(line.place):
            texts.addWidget(label(caption, "small"))
        texts.addWidget(label(line.text, at_left=True))
        inside.addLayout(texts, 1)

    def follow(self, *, taken_out: bool) -> None:
        """Follow the line that this one belongs to, out of the record or back in."""
        if taken_out == self.switch.isEnabled():
            self.switch.setEnabled(not taken_out)
            self.switch.setChecked(taken_out)


class LinesPage(QWidget):
    """Asks which lines to take out of a record, and confirms.

    Signals:
        make_asked: the places of the lines to take out; confirmed.
        left: back to the first page.
    """

    make_asked = Signal(tuple)
    left = Signal()

    def __init__(self, opened: OpenedRecord, when: str, *, covered: bool) -> None:
        super().__init__()
        self._cover = CoverCard(
            _("A second display is attached, so the lines of this record are covered.")
        )
        self.show_button = self._cover.show_button
        self._cover.show_asked.connect(self._uncover)
        self._lines = QWidget()
        self._is_busy, self.question = False, QuestionCard()
        self.rows: list[LineRow] = []
        inside = column(self, spacing=16)
        inside.setContentsMargins(0, 32, 0, 16)
        inside.addWidget(label(_("Take lines out of a record"), "title"))
        self._name = label(f"{opened.summary.title}  ·  {when}", "heading", at_left=True)
        inside.addWidget(self._name)
        inside.addWidget(
            label(
                _(
                    "One voice is enough, and nobody has to say why. The record is made again "
                    "without the lines that you choose here, and replaces the one in this folder."
                ),
                "muted",
            )
        )
        inside.addWidget(self._cover)
        listed = column(self._lines, spacing=16)
        for group in opened.groups:
            listed.addWidget(self._group(group))
        inside.addWidget(self._lines)
        inside.addStretch(1)
        self.foot = self._make_foot()
        self.set_covered(covered=covered)

    @property
    def chosen(self) -> tuple[LinePlace, ...]:
        """The places of the lines to take out."""
        return tuple(row.place for row in self.rows if row.switch.isChecked())

    def set_covered(self, *, covered: bool) -> None:
        """Cover or show title and lines, as others may see this screen."""
        self._cover.setVisible(covered)
        self._name.setVisible(not covered)
        self._lines.setVisible(not covered)

    def show_busy(self) -> None:
        """Say that the record is being made again; disable everything until it is."""
        self.question.drop()
        self._lines.setEnabled(False)
        self.make_button.setEnabled(False)
        self.back_button.setEnabled(False)
        self._is_busy = True
        self.state_label.setText(_("The record is being made again. This takes a moment."))

    def show_ready(self) -> None:
        """Enable everything again after the record could not be made."""
        self._is_busy = False
        self._lines.setEnabled(True)
        self.back_button.setEnabled(True)
        self._show_chosen()

    @property
    def is_busy(self) -> bool:
        """Whether the record is being made again; the page stays open meanwhile."""
        return self._is_busy

    def focus_first(self) -> None:
        """Focus the first switch, or the button that uncovers them."""
        covered = not self._cover.isHidden()
        (self.show_button if covered else self.rows[0].switch).setFocus()

    def _uncover(self) -> None:
        self.set_covered(covered=False)
        self.focus_first()

    def _group(self, group: LineGroup) -> QFrame:
        frame = card()
        inside = column(frame, margin=20, spacing=8)
        inside.addWidget(label(_heading_of(group), "heading"))
        for line in group.lines:
            listed = LineRow(line)
            listed.switch.toggled.connect(self._show_chosen)
            self.rows.append(listed)
            inside.addWidget(listed)
        return frame

    def _make_foot(self) -> QWidget:
        foot, self._choosing = QWidget(), QWidget()
        self.state_label = label("")
        self.back_button = Button(_("Back"))
        self.back_button.setObjectName("LinesPage.back_button")
        self.back_button.clicked.connect(self.left)
        self.make_button = main_button(_("Make the record again without these"), Icon.RECORD)
        self.make_button.setObjectName("LinesPage.make_button")
        self.make_button.clicked.connect(lambda: self.question.ask(_sure_question()))
        self.question.replace_while_asking(self._choosing)
        self.question.answered.connect(lambda _answer: self.make_asked.emit(self.chosen))
        inside = row(self._choosing)
        inside.addWidget(self.back_button)
        inside.addWidget(self.state_label, 1)
        inside.addWidget(self.make_button)
        below = column(foot, spacing=0)
        below.setContentsMargins(0, 12, 0, 12)
        below.addWidget(self._choosing)
        below.addWidget(self.question)
        self._show_chosen()
        return foot

    def _show_chosen(self) -> None:
        """Apply each line's switch to the lines that belong to it, and show what is chosen."""
        chosen = {line.place for line in self.rows if line.switch.isChecked()}
        for line in self.rows:
            if line.under is not None:
                line.follow(taken_out=line.under in chosen)
        self.make_button.setEnabled(bool(chosen))
        self.state_label.setText("" if chosen else _("Choose what comes out."))


def _sure_question() -> Question:
    return Question(
        _("Take these lines out of the record?"),
        _("The words go for good: nothing can put them back."),
        (Answer(TAKE_OUT, _("Take them out for good")),),
    )


def _heading_of(group: LineGroup) -> str:
    headings = {
        GroupKind.AGREEMENT: _("Our agreement"),
        GroupKind.PARKED: _("Parked"),
        GroupKind.NEXT_STEPS: _("Next steps"),
    }
    return headings.get(group.kind) or group.heading.in_(ENGLISH)


def _caption_of(place: LinePlace) -> str:
    captions = {
        Part.EARLIER: _("Agreed before as:"),
        Part.REASON: _("Why it waits:"),
        Part.NAME: _("Name of a pattern:"),
    }
    return captions.get(place.part, "")
