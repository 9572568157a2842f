"""What the day needs on paper: which documents, how they are printed, and how they look."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QRadioButton, QWidget

from facilitator.domain.ids import PlanId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import StepKind
from facilitator.domain.text.language import ENGLISH, Language, in_order
from facilitator.record.handouts import DEFAULT_SIZE, SIZES, Handout, Paper, Print
from facilitator.sentences import UNCHECKED, offered
from facilitator.ui.home.pages_preview import PagesPreview
from facilitator.ui.widgets.buttons import Button, Tick, main_button
from facilitator.ui.widgets.cards import CardGrid, card
from facilitator.ui.widgets.fields import LabelledField
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.languages import language_name
from facilitator.ui.widgets.layouts import FlowLayout, column
from facilitator.wording import _

BESIDES = {Handout.LARGE_CARDS, Handout.DOTS, Handout.INTERPRETER}  # not every day needs these


def name_of(handout: Handout) -> str:
    """Return what a document is called for the facilitator."""
    return {
        Handout.RUNNING_ORDER: _("Your running order"),
        Handout.PROMPTS: _("The questions"),
        Handout.BEFORE: _("To read beforehand"),
        Handout.CARDS: _("Blank cards"),
        Handout.LARGE_CARDS: _("Large blank cards"),
        Handout.SCALES: _("Meaning of hands"),
        Handout.POSTER: _("Agreement poster"),
        Handout.DOTS: _("Dots"),
        Handout.SIGNALS: _("Stop, slow, break"),
        Handout.PRIVACY: _("Privacy notice"),
        Handout.INTERPRETER: _("For interpreters"),
    }[handout]


class PrintPage(QWidget):
    """Asks what to print and how, and shows each document before it is printed.

    Signals:
        look_asked: a ``Handout`` to show, and a ``Print``.
        print_asked, save_asked: the chosen ``Handout``s, and a ``Print``.
        back_pressed: back to where it was opened.
    """

    look_asked = Signal(object, object)
    print_asked = Signal(tuple, object)
    save_asked = Signal(tuple, object)
    back_pressed = Signal()

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        self.preview = PagesPreview()
        self.ticks: dict[Handout, Tick] = {}
        inside = column(self, spacing=16)
        inside.setContentsMargins(0, 32, 0, 16)
        inside.addWidget(label(_("Print what the day needs"), "title"))
        inside.addWidget(label(plan.title.in_(ENGLISH), "heading", at_left=True))
        cards: list[QWidget] = [self._what(), self._pages(), self._how()]
        inside.addWidget(CardGrid(cards, least=360, most=3))
        self.foot = self._make_foot()
        self._show_chosen()

    @property
    def plan_id(self) -> PlanId:
        """The id of the plan."""
        return self._plan.id

    @property
    def printing(self) -> Print:
        """How everything is printed."""
        languages: tuple[Language, ...] = self.language_box.currentData()
        paper: Paper = next(paper for paper, choice in self.papers.items() if choice.isChecked())
        size = next(size for size, choice in self.sizes.items() if choice.isChecked())
        return Print(languages, paper, size)

    @property
    def chosen(self) -> tuple[Handout, ...]:
        """The documents that are ticked, in their order."""
        return tuple(handout for handout, tick in self.ticks.items() if tick.isChecked())

    @property
    def looked_at(self) -> Handout:
        """The document in the preview."""
        return Handout(self.look_box.currentData())

    def look(self) -> None:
        """Ask for the document in the preview, as it would be printed now."""
        self.preview.show_words(_("A moment: the pages are being drawn."))
        self.look_asked.emit(self.looked_at, self.printing)

    def show_document(self, handout: Handout, printing: Print, content: bytes) -> None:
        """Show a document, unless another one was asked for meanwhile."""
        if (handout, printing) == (self.looked_at, self.printing):
            self.preview.show_document(name_of(handout), content)

    def show_state(self, words: str) -> None:
        """Say what became of printing or saving."""
        self.state_label.setText(words)
        self.state_label.setVisible(bool(words))

    def set_busy(self, *, busy: bool) -> None:
        """Disable printing, saving and going back while something is printed or saved."""
        self._is_busy = busy
        self.back_button.setEnabled(not busy)
        self._show_chosen()

    _is_busy = False

    @property
    def is_busy(self) -> bool:
        """Whether something is printed or saved; the page stays open meanwhile."""
        return self._is_busy

    def focus_first(self) -> None:
        """Give the focus to the first document."""
        self.ticks[Handout.RUNNING_ORDER].setFocus()

    def _what(self) -> QFrame:
        box = card()
        inside = column(box, margin=20, spacing=8)
        inside.addWidget(label(_("What to print"), "heading"))
        has_dots = any(step.kind is StepKind.DOTS for step in self._plan.steps)
        for handout in Handout:
            tick = self.ticks[handout] = Tick(name_of(handout))
            tick.setChecked(handout not in BESIDES or (handout is Handout.DOTS and has_dots))
            tick.toggled.connect(self._show_chosen)
            inside.addWidget(tick)
        inside.addStretch(1)
        return box

    def _how(self) -> QFrame:
        box = card()
        inside = column(box, margin=20, spacing=8)
        inside.addWidget(label(_("How"), "heading"))
        self.papers = {paper: QRadioButton(paper) for paper in Paper}
        self.sizes = {size: QRadioButton(_size_name(size)) for size in SIZES}
        self.papers[Paper.A4].setChecked(True)
        self.sizes[DEFAULT_SIZE].setChecked(True)
        self._add_choices(box, _("Paper"), list(self.papers.values()))
        self._add_choices(box, _("Size of the text"), list(self.sizes.values()))
        self.language_box = QComboBox()
        for languages in _choices_of_language():
            self.language_box.addItem(_names_of(languages), languages)
        own = self.language_box.findText(_names_of(_own_languages(self._plan)))
        self.language_box.setCurrentIndex(max(0, own))
        self.language_box.currentIndexChanged.connect(self._choose_language)
        inside.addWidget(LabelledField(_("Languages"), self.language_box))
        self.unchecked_label = label(
            _("A speaker has not yet checked the program’s own sentences in all of them."), "small"
        )
        inside.addWidget(self.unchecked_label)
        inside.addStretch(1)
        self._show_unchecked()
        return box

    def _choose_language(self) -> None:
        self._show_unchecked()
        self.look()

    def _show_unchecked(self) -> None:
        languages: tuple[Language, ...] = self.language_box.currentData()
        self.unchecked_label.setVisible(not UNCHECKED.isdisjoint(languages))

    def _add_choices(self, box: QFrame, asked: str, choices: list[QRadioButton]) -> None:
        inside = box.layout()
        if inside is None:
            return
        inside.addWidget(label(asked, "strong"))
        group = QButtonGroup(box)
        for choice in choices:
            choice.setAccessibleDescription(asked)
            choice.clicked.connect(self.look)
            group.addButton(choice)
            inside.addWidget(choice)

    def _pages(self) -> QFrame:
        box = card()
        inside = column(box, margin=20, spacing=8)
        inside.addWidget(label(_("How it looks"), "heading"))
        self.look_box = QComboBox()
        for handout in Handout:
            self.look_box.addItem(name_of(handout), str(handout))
        self.look_box.currentIndexChanged.connect(self.look)
        inside.addWidget(LabelledField(_("Look at"), self.look_box))
        inside.addWidget(self.preview, 1)
        return box

    def _make_foot(self) -> QWidget:
        foot = QWidget()  # below the scrolling page
        self.back_button = Button(_("Back"))
        self.save_button = Button(_("Save in a folder"))
        self.print_button = main_button(_("Print"))
        self.state_label = label("", "muted")
        self.back_button.clicked.connect(self.back_pressed)
        self.save_button.clicked.connect(lambda: self.save_asked.emit(self.chosen, self.printing))
        self.print_button.clicked.connect(lambda: self.print_asked.emit(self.chosen, self.printing))
        inside = column(foot, spacing=8)
        inside.setContentsMargins(0, 12, 0, 12)
        inside.addWidget(self.state_label)
        self.show_state("")
        buttons = FlowLayout(from_right=True)
        for button in (self.back_button, self.save_button, self.print_button):
            buttons.addWidget(button)
        inside.addLayout(buttons)
        return foot

    def _show_chosen(self) -> None:
        may = bool(self.chosen) and not self._is_busy
        self.save_button.setEnabled(may)
        self.print_button.setEnabled(may)


def _size_name(size: int) -> str:
    names = {
        14: _("14 points"),
        18: _("18, large print"),
        24: _("24, giant print"),
    }
    return names[size]


def _own_languages(plan: Plan) -> tuple[Language, ...]:
    """Return the languages of a plan that have fixed sentences, in reading order."""
    return in_order(tuple(language for language in plan.languages if language in offered()))


def _choices_of_language() -> tuple[tuple[Language, ...], ...]:
    """Return each language alone, then each two together."""
    alone = [(language,) for language in offered()]
    pairs = [
        in_order((first, second))
        for place, first in enumerate(offered())
        for second in offered()[place + 1 :]
    ]
    return (*alone, *pairs)


def _names_of(languages: tuple[Language, ...]) -> str:
    return ", ".join(map(language_name, languages))
