"""Says whether the lines can be opened, and has the button that opens all of them."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.contribution import GatheringState
from facilitator.live.views.desk_view import GatheringView
from facilitator.ui.console.say import quoted
from facilitator.ui.widgets.buttons import main_button, quiet_button, tick
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.wording import _


class VerdictCard(QFrame):
    """Says why the lines can or cannot be opened, and asks to open them.

    ``again_button`` is in the row above.

    Signals:
        open_together_asked: True when the warning was read aloud and everyone agreed.
        open_again_asked: open writing again.
    """

    open_together_asked = Signal(bool)
    open_again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "plain")
        self.verdict, self.waiting = label(role="strong"), label()
        self.warning_kicker = label(_("Read this aloud, then wait for everyone"), "kicker")
        self.warning = label(role="strong")
        self.agreed_tick = tick(_("Everyone agreed"))
        self.open_button = main_button(_("Open them together"))
        self.again_button = quiet_button(_("Open writing again"), Icon.UNDO)
        words = QVBoxLayout()
        words.setSpacing(4)
        for part in (self.verdict, self.waiting, self.warning_kicker, self.warning):
            words.addWidget(part)
        self._foot = QWidget()
        self._agreeing, self._row = QHBoxLayout(self._foot), QHBoxLayout(self)
        self._agreeing.setContentsMargins(0, 0, 0, 0)
        self._agreeing.addWidget(self.agreed_tick, 1, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._foot)
        self._row.setContentsMargins(22, 8, 22, 8)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.open_button)
        self._needs_warning = self._can_open = self._dense = False
        self.agreed_tick.toggled.connect(self._show_whether_ready)
        self.open_button.clicked.connect(
            lambda: self.open_together_asked.emit(self.agreed_tick.isChecked())
        )
        self.again_button.clicked.connect(self.open_again_asked)

    def set_dense(self, *, dense: bool) -> None:
        """Hide what the warning repeats, where there is little room."""
        self._dense = dense
        self._show_verdict()

    @Slot(GatheringView)
    def show_gathering(self, view: GatheringView) -> None:
        """Show the verdict, and a warning if few took part."""
        self._needs_warning, self._can_open = view.needs_warning, view.can_open
        self.verdict.setText(view.verdict)
        aside = any(row.set_aside is not None for row in view.rows)
        look = any(row.hints and row.set_aside is None for row in view.rows)
        self.waiting.setText(self._waiting_words(aside=aside, look=look))
        self.waiting.setVisible(bool(self.waiting.text()))
        self.warning.setText("\n".join(map(quoted, view.warning.split("\n"))))
        for part in (self.warning_kicker, self.warning, self._foot):
            part.setVisible(view.needs_warning)
        place = self._agreeing if view.needs_warning else self._row
        if place.indexOf(self.open_button) < 0:
            place.addWidget(self.open_button)
        self._show_verdict()
        if not view.needs_warning or view.state is not GatheringState.CLOSED:
            self.agreed_tick.setChecked(False)
        self._show_whether_ready()

    def _show_verdict(self) -> None:
        self.verdict.setVisible(not (self._dense and self._needs_warning))

    def _waiting_words(self, *, aside: bool, look: bool) -> str:
        if look:
            return _("Please look at the marked lines first.")
        return _("What you set aside stays closed.") if aside else ""

    def _show_whether_ready(self) -> None:
        agreed = self.agreed_tick.isChecked() or not self._needs_warning
        self.open_button.setEnabled(self._can_open and agreed)
