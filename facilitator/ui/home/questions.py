"""The questions of *Before you start*, in three cards."""

from datetime import timedelta

from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QRadioButton, QWidget

from facilitator.domain.plan.plan import Plan
from facilitator.domain.planning.concerns import concerns_of
from facilitator.domain.planning.words import sentence_of
from facilitator.domain.setup import (
    LONGEST_ANSWER,
    LONGEST_NUMBER,
    LONGEST_SUPPORT,
    LONGEST_TITLE,
    Setup,
)
from facilitator.domain.text.language import ENGLISH, Language
from facilitator.room.spec import Spec
from facilitator.sentences import UNCHECKED
from facilitator.ui.home.chime_row import ChimeRow
from facilitator.ui.home.fields import PeopleBox, metres_of, time_of
from facilitator.ui.home.group_choice import GroupChoice
from facilitator.ui.home.marks_choice import MarksChoice
from facilitator.ui.home.records_place import RecordsPlace
from facilitator.ui.widgets.buttons import Button, Tick
from facilitator.ui.widgets.cards import CardGrid, card
from facilitator.ui.widgets.fields import CharacterLimit, LabelledField
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.languages import language_name
from facilitator.ui.widgets.layouts import column
from facilitator.wording import _

X_HEIGHT_PART = 0.496  # for the text size (decision 7)


class Questions(QWidget):
    """All fields; the page that holds them reads their values."""

    def __init__(self, plan: Plan, displays: tuple[str, ...]) -> None:
        super().__init__()
        self._plan = plan
        inside = column(self, spacing=16)
        cards: list[QWidget] = [self._who(), self._contacts(), self._room()]
        inside.addWidget(CardGrid(cards, least=340, most=3))
        self._show_concerns()
        self._show_text_size()
        self.show_displays(displays, mirrored=False)

    @property
    def display(self) -> str:
        """The name of the chosen display, "" for a window on this screen."""
        return str(self.display_box.currentData())

    def show_displays(self, displays: tuple[str, ...], *, mirrored: bool) -> None:
        """Offer these displays in order; keep the choice if it is among them.

        Warn if two displays are mirrored: the room would see this screen.
        """
        box = self.display_box
        was_offered, chosen = box.count() > 1, str(box.currentData() or "")
        while box.count():
            box.removeItem(0)
        for called in displays:
            box.addItem(called, called)
        box.addItem(_("A window on this screen"), "")
        stays = was_offered and chosen in (*displays, "")
        box.setCurrentIndex(box.findData(chosen) if stays else 0)
        self.mirrored_card.setVisible(mirrored)
        self.groups.set_mirrored(mirrored=mirrored)

    def _who(self) -> QFrame:
        self.people_box = PeopleBox()
        self.people_box.setValue(self._plan.people.best)
        self.people_box.valueChanged.connect(self._show_concerns)
        self.concerns_label = label("", "muted")
        self.start_field = _field(LONGEST_NUMBER)
        self.start_field.textChanged.connect(self._show_concerns)
        self.title_field = _field(LONGEST_TITLE)
        self.title_field.setPlaceholderText(self._plan.title.in_(ENGLISH))
        self.group_field = _field(LONGEST_ANSWER)
        self.records = RecordsPlace()
        self.groups = GroupChoice(self.group_field)
        hint = _("You can change this later. Best with {best}, made for {least} to {most}.").format(
            best=self._plan.people.best,
            least=self._plan.people.least,
            most=self._plan.people.most,
        )
        self.start_asked = LabelledField(_("Start"), self.start_field)
        return self._card(
            _("Who and when"),
            LabelledField(_("How many people?"), self.people_box, hint),
            self.concerns_label,
            self.start_asked,
            LabelledField(_("Title"), self.title_field, _("Leave empty to use the plan’s title.")),
            LabelledField(_("Group"), self.group_field),
            self.groups,
            label(_languages(self._plan.languages), "muted"),
            self.records,
        )

    def _contacts(self) -> QFrame:
        self.support_field = _field(LONGEST_SUPPORT)
        self.recipients_field = _field(LONGEST_ANSWER)
        self.facilitator_field = _field(LONGEST_ANSWER)
        self.reach_field = _field(LONGEST_ANSWER)
        why = _(
            "Both are needed before writing opens: people have to know them before they write. "
            "You can leave them for later."
        )
        proposed = _(
            "Then the program suggests checks with eyes closed, and that nobody in charge types "
            "the cards."
        )
        return self._card(
            _("What people have to know"),
            LabelledField(
                _("Support contact"),
                self.support_field,
                _("Who people can turn to if they are upset or worried."),
            ),
            LabelledField(_("Who gets the record?"), self.recipients_field),
            label(why, "muted"),
            LabelledField(_("Who facilitates?"), self.facilitator_field),
            LabelledField(
                _("How can people reach you afterwards?"),
                self.reach_field,
                _("It is in the record, for whoever wants a line taken out later."),
            ),
            *self._in_charge(),
            label(proposed, "small"),
        )

    def _in_charge(self) -> tuple[QWidget, ...]:
        self.in_charge_no = QRadioButton(_("No"))
        self.in_charge_yes = QRadioButton(_("Yes, or not sure"))
        self.in_charge_yes.setChecked(True)
        asked = _("Is anyone here in charge of others?")
        for choice in (self.in_charge_no, self.in_charge_yes):
            choice.setAccessibleDescription(asked)
        return label(asked, "strong"), self.in_charge_no, self.in_charge_yes

    def _room(self) -> QFrame:
        self.display_box = QComboBox()
        self.mirrored_card = _mirrored_card()
        self.back_row_field = _field(LONGEST_NUMBER)
        self.image_height_field = _field(LONGEST_NUMBER)
        for field in (self.back_row_field, self.image_height_field):
            field.textChanged.connect(self._show_text_size)
        self.low_vision_box = Tick(_("Larger text, for low vision"))
        self.low_vision_box.toggled.connect(self._show_text_size)
        self.text_size_label = label("", "muted")
        self.check_button = Button(_("Can the back row read this line?"))
        self.check_button.set_from_left()
        self.marks = MarksChoice(self._plan.marks)
        self.chime = ChimeRow()
        self.back_row_asked = LabelledField(
            _("Distance from the screen to the back row (metres)"),
            self.back_row_field,
            _("If you know it."),
        )
        self.image_height_asked = LabelledField(
            _("Height of the image (metres)"), self.image_height_field, _("If you know it.")
        )
        return self._card(
            _("The room"),
            LabelledField(_("The board is shown on"), self.display_box),
            self.mirrored_card,
            self.back_row_asked,
            self.image_height_asked,
            self.low_vision_box,
            self.text_size_label,
            self.check_button,
            LabelledField(
                _("Lines are named by"),
                self.marks,
                _("It stays the same until the end."),
            ),
            self.chime,
        )

    def _card(self, title: str, *parts: QWidget) -> QFrame:
        box = card()
        inside = column(box, margin=20, spacing=12)
        inside.addWidget(label(title, "heading"))
        for part in parts:
            inside.addWidget(part)
        inside.addStretch(1)
        return box

    def _show_concerns(self) -> None:
        at = time_of(self.start_field.text())
        starts = None if at is None else timedelta(hours=at.hour, minutes=at.minute)
        raised = concerns_of(self._plan, self.people_box.value(), starts=starts)
        self.concerns_label.setText("\n".join(map(sentence_of, raised)))
        self.concerns_label.setVisible(bool(raised))

    def _show_text_size(self) -> None:
        setup = Setup(
            people=1,
            back_row_m=metres_of(self.back_row_field.text()),
            image_height_m=metres_of(self.image_height_field.text()),
        )
        spec = Spec(ratio=setup.ratio, low_vision=self.low_vision_box.isChecked())
        part = spec.least * X_HEIGHT_PART / spec.height
        words = _("The smallest text on the board will be {percent} % of its height.").format(
            percent=f"{part * 100:.1f}"
        )
        if setup.back_row_m and setup.image_height_m:
            words = _(
                "The smallest text will be {high} cm high, so that the back row can read it."
            ).format(high=f"{part * setup.image_height_m * 100:.1f}")
        self.text_size_label.setText(words)


def _field(most: int) -> QLineEdit:
    field = QLineEdit()
    CharacterLimit(field, most)
    return field


def _mirrored_card() -> QFrame:
    box = card("butter")
    inside = column(box, margin=14, spacing=4)
    inside.addWidget(label(_("The displays are mirrored"), "strong"))
    what = _(
        "The room would see this screen: lines that only you may read stay hidden, and people "
        "can write on cards only. Set the displays to extend in the system’s settings."
    )
    inside.addWidget(label(what))
    return box


def _languages(languages: tuple[Language, ...]) -> str:
    listed = ", ".join(language_name(language) for language in languages)
    words = _("Languages of the board: {languages}.").format(languages=listed)
    if UNCHECKED.isdisjoint(languages):
        return words
    return f"{words} " + _(
        "A speaker has not yet checked the program’s own sentences in all of them."
    )
