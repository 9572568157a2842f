"""The part of the pulse's panel that takes statements from a file, after a look at them."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.errors import PlanFileError
from facilitator.kinds.pulse.commands import UseStatements
from facilitator.kinds.pulse.statement_file import StatementFile, read_statements
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.choose_file import choose_file
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard
from facilitator.wording import _


class OwnStatements(QWidget):
    """Shows what is in a chosen file, and asks before the pulse uses it.

    Signals:
        asked: the command that uses the statements.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.button = Button(_("Statements from a file…"), Icon.FOLDER)
        self.problem, self.ask = label(), QuestionCard()
        self.problem.hide()
        self._file: StatementFile | None = None
        inside = column(self, spacing=8)
        for part in (self.problem, self.ask):
            inside.addWidget(part)
        self.button.clicked.connect(self._choose)
        self.ask.answered.connect(self._use)
        self.ask.left.connect(self.forget)
        self.hide()

    def forget(self) -> None:
        """Drop what was read."""
        self._file = None
        self.problem.hide()
        self.ask.drop()
        self.hide()

    def open(self, path: str) -> None:
        """Show what is in a file, or why it cannot be used."""
        self.forget()
        self.show()
        try:
            self._file = read_statements(Path(path))
        except PlanFileError as error:
            self.problem.setText(str(error))
            self.problem.show()
            return
        self.ask.ask(_question(self._file))

    def _choose(self) -> None:
        title = _("Open a file of statements")
        choose_file(self.window(), self.forget, self.open, title)

    def _use(self) -> None:
        file = self._file
        self.forget()
        if file is not None:
            self.asked.emit(
                UseStatements(file.statements, file.labels, file.source, file.permission)
            )


def _question(file: StatementFile) -> Question:
    texts = (" · ".join(text for _language, text in words.texts) for words in file.statements)
    lines = [f"{place}. {text}" for place, text in enumerate(texts, start=1)]
    lines += [" / ".join(words.first for words in file.labels)] if file.labels else []
    origin = _("Source: {source}. Permission: {permission}.")
    return Question(
        _("Use these statements in this pulse?"),
        origin.format(source=file.source, permission=file.permission),
        (Answer("use", _("Use them")),),
        leave=_("Not these"),
        lines="\n".join(lines),
    )
