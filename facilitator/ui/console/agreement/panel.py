"""The agreement's panel: lines are typed, worded, joined, checked and parked."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.agreement.line import MAX_LINE
from facilitator.domain.text.text import clean_line
from facilitator.live.views.agreement_view import AgreementView, LineRow
from facilitator.live.views.desk_view import BoardView
from facilitator.ui.console.agreement.acts import AgreementActs
from facilitator.ui.console.agreement.lines import AgreementList
from facilitator.ui.console.agreement.menu import AgreementMenu
from facilitator.ui.console.check.choice import CheckChoice
from facilitator.ui.console.check.panel import CheckPanel
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.table import LineAct, LineMenu, line_commands_in
from facilitator.ui.console.said.panel import SaidField
from facilitator.ui.console.said.paste_ask import PastedCard
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.fields import CharacterLimit
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.ui.widgets.questions import QuestionCard
from facilitator.wording import _


class AgreementPanel(QWidget):
    """Shows the lines, or the running check; it changes nothing itself.

    Signals:
        suggest_asked: a line. suggest_all_asked: the lines of a pasted list.
        word_asked: id, text, example.
        undo_asked, redo_asked, gather_asked, take_over_asked, late_asked: the entry was chosen.
        last_asked: add the lines from this group's last workshop.
        step_check_asked: start the check that belongs to this step.
    """

    suggest_asked = Signal(str)
    suggest_all_asked = Signal(tuple)
    word_asked = Signal(str, str, str)
    undo_asked = Signal()
    redo_asked = Signal()
    gather_asked = Signal()
    take_over_asked = Signal()
    last_asked = Signal()
    step_check_asked = Signal()
    late_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.lines = SaidField(), AgreementList()
        CharacterLimit(self.field, MAX_LINE)
        self.form, self.choice, self.check = QuestionCard(MAX_LINE), CheckChoice(), CheckPanel()
        self.pasted = PastedCard(MAX_LINE)
        self.acts = AgreementActs(self.lines, self.form, self.choice)
        self.keep_button = Button(_("Add"), key=Qt.Key.Key_Return)
        self.take_over_button = Button(_("Take the opened lines over"))
        self.last_button = Button(_("Suggest the lines from last workshop: keep, change, add"))
        self.step_button = Button(_("Hold this step’s check"))
        self.advice, self.notice = label(role="do"), label(role="notice")
        self.empty = label(
            _("No line yet. Ask what people need, and type it in their words."),
            "do",
        )
        self.more_button = CommandButton(LineAct.MORE, Icon.MORE, words=_("More"), role="quiet")
        self._wording: LineRow | None = None
        self._begun = ""  # text typed before a line's wording is edited; restored afterwards
        self._view = AgreementView()
        self._dense = False
        self._lay_out()
        self._connect()
        self._leave()

    def _lay_out(self) -> None:
        self._working = QWidget()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.keep_button)
        row.addWidget(self.more_button)
        self._acts_row = QWidget()
        self._buttons = FlowLayout(self._acts_row)
        self._buttons.setSpacing(0)
        for command in line_commands_in(LineMenu.WITH_BUTTON):
            button = CommandButton(command.id, role="quiet")
            button.clicked.connect(lambda _on=False, act=command.id: self.acts.do(act))
            self._buttons.addWidget(button)
        inside = QVBoxLayout(self._working)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(row)
        buttons = self.take_over_button, self.last_button, self.step_button
        for part in (*buttons, self.notice, self.pasted, self.form, self.choice):
            inside.addWidget(part)
        inside.addWidget(self.empty)
        inside.addWidget(self.lines, 1)
        inside.addWidget(self.advice)
        inside.addWidget(self._acts_row)
        inside.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._working, 1)
        column.addWidget(self.check, 1)

    def _connect(self) -> None:
        for question in (self.form, self.choice, self.pasted):
            question.installEventFilter(self)
        self.field.returnPressed.connect(self._keep)
        self.keep_button.clicked.connect(self._keep)
        self.field.last_asked.connect(self._to_lines)
        self.field.left.connect(self._leave)
        self.field.list_pasted.connect(self.pasted.ask_about)
        self.pasted.add_asked.connect(self.suggest_all_asked)
        for done in (self.pasted.add_asked, self.pasted.left):
            done.connect(self.field.setFocus)
        self.take_over_button.clicked.connect(self.take_over_asked)
        self.last_button.clicked.connect(self.last_asked)
        self.step_button.clicked.connect(self.step_check_asked)
        self.more_button.clicked.connect(self._open_menu)
        acts = self.acts
        acts.wording_asked.connect(self._word)
        acts.word_asked.connect(self.word_asked)
        acts.add_asked.connect(self.field.setFocus)
        acts.more_asked.connect(self._open_menu)
        acts.done.connect(self._to_lines)
        acts.announced.connect(self._tell)
        for keys, asked in (("Ctrl+Z", self.undo_asked), ("Ctrl+Y", self.redo_asked)):
            shortcut = QShortcut(QKeySequence(keys), self.lines)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(asked)

    @Slot(AgreementView)
    def show_agreement(self, view: AgreementView) -> None:
        """Show the lines, or the running check."""
        was_held = self._view.check is not None
        self._view = view
        self.acts.show_view(view)
        if self._wording is not None and not view.has(self._wording.id):
            self._leave()
        self.lines.show_rows(view.rows)
        self._make_room()
        self.empty.setVisible(not view.rows)
        self.advice.setText(view.advice)
        self.advice.setVisible(bool(view.advice))
        self.take_over_button.setVisible(view.opened > 0)
        self.last_button.setVisible(view.last_time > 0 and view.step_id is not None)
        self.step_button.setVisible(view.of_step)
        self.notice.hide()
        self._working.setVisible(view.check is None)
        self.check.show_check(view.check)
        if was_held and view.check is None:
            self._to_lines()

    @Slot(BoardView)
    def show_board(self, view: BoardView) -> None:
        """Update the check with the board's page."""
        self.check.show_board(view)

    def follow_keys(self) -> None:
        """Update the keys shown for line commands."""
        self.lines.follow_keys()

    def set_dense(self, *, dense: bool) -> None:
        """Hide buttons that keys and More replace, where there is little room."""
        self._dense = dense
        self.check.set_dense(dense=dense)
        self._make_room()
        self.more_button.show_cap(visible=not dense)

    def _make_room(self) -> None:
        """Hide the lines while a question is open, where there is no room beside it."""
        asks = not (self.form.isHidden() and self.choice.isHidden() and self.pasted.isHidden())
        self.lines.setVisible(bool(self._view.rows) and not (self._dense and asks))
        self.lines.give_way(gives=asks)
        self._acts_row.setVisible(bool(self._view.rows) and not (self._dense or asks))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._make_room()
        return super().eventFilter(watched, event)

    def take_keys(self) -> None:
        """Focus the open question or check, else the field for a line."""
        if self.form.isVisible():
            self.form.focus_first()
        elif self.choice.isVisible():
            self.choice.buttons[0].setFocus()
        else:
            (self.check if self.check.isVisible() else self.field).setFocus()

    def menu(self) -> AgreementMenu:
        """Build the menu under More."""
        menu = AgreementMenu(self, self.acts, self._view)
        menu.undo_asked.connect(self.undo_asked)
        menu.redo_asked.connect(self.redo_asked)
        menu.gather_asked.connect(self.gather_asked)
        menu.late_asked.connect(self.late_asked)
        menu.suggest_asked.connect(self.suggest_asked)
        menu.fill(dense=self._dense)
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _keep(self) -> None:
        text = clean_line(self.field.text())
        if not text:
            return
        row = self._wording
        if row is None:
            ids = {row.id for row in self._view.rows}
            self.suggest_asked.emit(text)
            accepted = any(row.id not in ids for row in self._view.rows)
        else:
            before = self._view.as_now(row)
            self.word_asked.emit(row.id, text, before.example)
            accepted = self._view.as_now(row) != before or clean_line(text) == before.text
            self.lines.setFocus()
        if accepted:
            self._leave()  # else it was refused, and stays open for a correction

    def _word(self, row: LineRow) -> None:
        if self._wording is None:
            self._begun = self.field.text()
        self._wording = row
        self.field.setText(row.text)
        self.field.setFocus()
        self._show_mode()

    def _leave(self) -> None:
        begun, self._begun = self._begun, ""
        self._wording = None
        self.field.setText(begun)  # unlike clear(), cannot be undone
        self._show_mode()

    def _show_mode(self) -> None:
        wording = self._wording is not None
        self.field.takes_lists = not wording
        self.field.setAccessibleName(
            _("The line’s wording") if wording else _("What was suggested")
        )
        self.field.setPlaceholderText(_("Type what was said, then Enter"))
        self.keep_button.show_words(_("Keep the wording") if wording else _("Add"))

    def _to_lines(self) -> None:
        (self.lines if self._view.rows else self.field).setFocus()

    def _tell(self, text: str) -> None:
        self.notice.setText(text)
        self.notice.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self._to_lines()
        else:
            super().keyPressEvent(event)
