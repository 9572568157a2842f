"""The ways to end a workshop, each with what is deleted and what remains."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.live.views.agreement_view import AgreementView
from facilitator.live.views.desk_view import ForNextView
from facilitator.ui.widgets.buttons import Button, fill, main_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard, quoted
from facilitator.wording import _

MARGIN = 16  # pixels
MAKE, DELETE, ALONE, ELSEWHERE = "make", "delete", "alone", "elsewhere"


class ClosingCard(QFrame):
    """Three ways to end; asks for confirmation, inside this window, if it cannot be undone.

    Signals:
        make_record_asked: make the record and forget everything else.
        stop_asked: stop and carry on later.
        delete_asked: delete everything, without a record.
        elsewhere_asked: the record could not be written; choose another folder.
        folder_asked: choose another folder for all records from now on.
    """

    make_record_asked = Signal()
    stop_asked = Signal()
    delete_asked = Signal()
    elsewhere_asked = Signal()
    folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "plain")
        self.make_button = main_button(_("Make the record and forget"), Icon.RECORD)
        self.stop_button = Button(_("Stop and carry on later"), Icon.BOX)
        self.delete_button = Button(_("Delete without a record"), Icon.TRASH)
        self.ask = QuestionCard()
        self._risk: tuple[str, ...] = ()
        self._dense = self._pages_left = False
        self._across = 3  # buttons beside each other, where there is little room
        self._ahead: tuple[str, ...] = ()
        self._stays: tuple[str, ...] = ()
        self._lay_out_ways()
        self._practice, self._is_saved, self._agreement_stays, self._seen = (
            False,
            True,
            False,
            False,
        )
        self._asked = self._ask_to_make
        self._show_ways()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.ways)
        self._column.addWidget(self.ask)
        self.set_dense(dense=False)
        self.make_button.clicked.connect(self._ask_to_make)
        self.stop_button.clicked.connect(self.stop_asked)
        self.delete_button.clicked.connect(self._ask_to_delete)
        self.folder_button.clicked.connect(self.folder_asked)
        self.ask.answered.connect(self._answer)
        self.ask.replace_while_asking(self.ways)

    def _lay_out_ways(self) -> None:
        self.ways = QWidget()
        self._grid = grid = QGridLayout(self.ways)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        self.make_words, self.stop_words, self.delete_words = (
            label(role="do") for _way in range(3)
        )
        self.folder_button = Button(_("Choose another folder"), Icon.FOLDER)
        self.copied = label(role="do")
        self._rows = (
            (self.make_button, self.make_words),
            (self.stop_button, self.stop_words),
            (self.delete_button, self.delete_words),
            (self.folder_button, self.copied),
        )
        for button, _words in self._rows:
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.show_folder("", "")

    def set_dense(self, *, dense: bool) -> None:
        """Put the buttons side by side, without what each does, where there is little room."""
        self._dense = dense
        above = 8 if dense else 12
        self._column.setContentsMargins(MARGIN, above, MARGIN, above)
        for button, _words in self._rows:
            button.show_mark(visible=not dense)
        self._across = self._most_across()
        for place, (button, words) in enumerate(self._rows):
            for part in (button, words):
                self._grid.removeWidget(part)
            if dense:
                self._grid.addWidget(button, place // self._across, place % self._across)
                words.hide()
            else:
                self._grid.addWidget(words, place, 0)
                self._grid.addWidget(button, place, 1)
                words.setVisible(not button.isHidden())
        self._grid.setColumnStretch(0, 0 if dense else 1)

    def _most_across(self) -> int:
        """Return how many buttons fit beside each other: three, or fewer in large text."""
        widest = max(button.minimumSizeHint().width() for button, _words in self._rows[:3])
        room = self.width() - 2 * MARGIN + self._grid.horizontalSpacing()
        return min(3, max(1, room // (widest + self._grid.horizontalSpacing())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        if self._dense and self._across != self._most_across():
            self.set_dense(dense=True)

    def show_folder(self, folder: str, service: str) -> None:
        """Warn if a service seems to copy the records folder, and offer another folder."""
        warning = _(
            "{service} seems to copy the folder for records to other computers, and may keep old "
            "versions: {folder}"
        )
        self.copied.setText(warning.format(service=service, folder=folder))
        self.folder_button.setVisible(bool(service))
        self.copied.setVisible(bool(service) and not self._dense)

    def show_risk(self, lines: tuple[str, ...]) -> None:
        """Set the lines set aside as serious risk, which must be copied by hand at the end."""
        if lines != self._risk:
            self._risk = lines
            self._leave_the_question()

    def set_seen_by_room(self, *, seen: bool) -> None:
        """Hide all lines while the room can see this screen."""
        if seen != self._seen:
            self._seen = seen
            self._leave_the_question()

    def _leave_the_question(self) -> None:
        self.ask.leave()

    def show_ahead(self, titles: tuple[str, ...]) -> None:
        """Set the steps to come: the question names them; once there are none, the record leads."""
        self._ahead = titles
        self._show_whether_it_leads()

    def show_pages_left(self, *, left: bool) -> None:
        """Set whether pages of the board are still to be turned: then Next leads."""
        self._pages_left = left
        self._show_whether_it_leads()

    def _show_whether_it_leads(self) -> None:
        fill(self.make_button, filled=not (self._ahead or self._pages_left))

    def show_agreement(self, view: AgreementView) -> None:
        """Set whether the agreement is saved for the group's next workshop."""
        self._agreement_stays = view.for_next and view.group_named and bool(view.agreed)

    def show_for_next(self, views: tuple[ForNextView, ...]) -> None:
        """Set what steps leave for the group's next workshop, as the room said."""
        self._stays = tuple(view.stays for view in views if view.yes and view.group_named)

    def show_kind(self, *, practice: bool, saved: bool) -> None:
        """Show the texts for practice, for a saved workshop, or for an unsaved one."""
        if (practice, saved) != (self._practice, self._is_saved):
            self._practice, self._is_saved = practice, saved
            self._show_ways()

    def _show_ways(self) -> None:
        practice = self._practice
        self.make_words.setText(
            _("You see a record of the made-up lines; it goes when Facilitator closes.")
            if practice
            else _("The record stays. Everything else is deleted.")
        )
        self.stop_button.show_words(
            _("Stop practising") if practice else _("Stop and carry on later")
        )
        self.stop_words.setText(self._stop_words())
        self.stop_button.setEnabled(practice or self._is_saved)
        self.delete_words.setText(
            _("The made-up lines are gone, and there is no record.")
            if practice
            else _("Every line is gone, and there is no record.")
        )

    def _stop_words(self) -> str:
        if self._practice:
            return _("Nothing of practice is kept: it cannot be carried on later.")
        if not self._is_saved:
            return _("It is not being kept. Save it elsewhere first, then it can wait.")
        return _("Nothing is gone: everything waits on this laptop.")

    def _risk_words(self) -> str:
        if not self._risk or self._practice:
            return ""
        message = _(
            "You set a line aside as serious risk. Copy by hand what you must pass on; "
            "closing deletes it."
        )
        if self._seen:
            hidden = _("It is not shown here, since others may see this screen.")
            message = f"{message} {hidden}"
        return f"{message}\n\n"

    def _ahead_words(self) -> str:
        if not self._ahead:
            return ""
        words = _("This ends the workshop. Still to come: {steps}.")
        return words.format(steps=", ".join(self._ahead)) + "\n\n"

    def _ask(self, question: Question) -> None:
        """Ask, and list what must be copied by hand first, if nobody else can see it."""
        risk = self._risk_words()
        lines = "\n".join(map(quoted, self._risk)) if risk and not self._seen else ""
        alone = (Answer(ALONE, _("Only I can see this screen now")),) if risk and self._seen else ()
        answers = question.answers + alone
        self.ask.ask(replace(question, text=risk + question.text, answers=answers, lines=lines))

    def _ask_to_make(self) -> None:
        self._asked = self._ask_to_make
        stays = _(
            "What stays: the record with the ticked lines, and the title, group, date, "
            "plan and minutes. What this laptop deletes: every other line, and the note for today."
        )
        agreement = _("Our agreement stays for this group’s next workshop.")
        for_group = (*((agreement,) if self._agreement_stays else ()), *self._stays)
        stays = " ".join((*for_group, stays))
        practice = _("This is practice: the record, too, goes when Facilitator closes.")
        self._ask(
            Question(
                _("Make the record and forget everything else?"),
                self._ahead_words() + (practice if self._practice else stays),
                (Answer(MAKE, _("Make the record and forget")),),
                leave=_("Not yet"),
            )
        )

    def _ask_to_delete(self) -> None:
        self._asked = self._ask_to_delete
        self._ask(
            Question(
                _("Delete this workshop without a record?"),
                _("Every line goes for good. Nobody gets a record, and none can be made later."),
                (Answer(DELETE, _("Delete for good")),),
                leave=_("Keep it"),
            )
        )

    def ask_elsewhere(self, folder: str) -> None:
        """Say that the record cannot be written to a folder, and offer another."""
        self.ask.ask(
            Question(
                _("The record cannot be written in {folder}.").format(folder=folder),
                _("Nothing is lost: the workshop goes on until the record is made."),
                (Answer(ELSEWHERE, _("Choose another folder")),),
                leave=_("Not yet"),
            )
        )

    def _answer(self, answer: str) -> None:
        if answer == ALONE:
            self._seen = False
            self._asked()
        elif answer == MAKE:
            self.make_record_asked.emit()
        elif answer == ELSEWHERE:
            self.elsewhere_asked.emit()
        else:
            self.delete_asked.emit()
