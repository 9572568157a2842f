"""The choice of a check: its kind, how people answer, and which level passes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from facilitator.domain.agreement.checks import HandsWay
from facilitator.live.views.agreement_view import AgreementView, KindRow
from facilitator.ui.console.check.way_words import way_words
from facilitator.ui.console.commands.menu import ConsoleMenu
from facilitator.ui.widgets.buttons import Button, quiet_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.ui.widgets.letters import letter_of
from facilitator.ui.widgets.scrolling import reveal_soon
from facilitator.wording import _


class CheckChoice(QFrame):
    """Offers the kinds of check. Enter chooses the first.

    Signals:
        chosen: the kind's id, the way, and the level needed to pass (-1: the kind's default).
        left: the choice was cancelled.
    """

    chosen = Signal(str, str, int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "selected")
        self.title = label(role="strong")
        self.ways: dict[HandsWay, QRadioButton] = {}
        self.buttons: list[Button] = []
        self.kind_buttons: dict[str, Button] = {}
        self._kinds: tuple[KindRow, ...] = ()
        group = QButtonGroup(self)
        ways = FlowLayout()
        for way in HandsWay:
            self.ways[way] = QRadioButton(way_words(way))
            group.addButton(self.ways[way])
            ways.addWidget(self.ways[way])
        self._row = FlowLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addLayout(ways)
        column.addLayout(self._row)
        self.hide()

    def ask(self, view: AgreementView, title: str) -> None:
        """Show the choice, with the usual way preselected."""
        self.title.setText(title)
        self.ways[view.way].setChecked(True)
        for way, button in self.ways.items():
            button.setEnabled(view.may_slip or not way.is_without_names)
        if not self.buttons:
            self._add_kinds(view.kinds)
        self.show()
        self.buttons[0].setFocus()
        reveal_soon(self)

    def _add_kinds(self, kinds: tuple[KindRow, ...]) -> None:
        self._kinds = kinds
        for place, kind in enumerate(kind for kind in kinds if not kind.more):
            button = Button(kind.name, key=str(place + 1))
            button.clicked.connect(lambda _on=False, kind=kind: self._choose(kind, -1))
            self.buttons.append(button)
            self.kind_buttons[kind.id] = button
        more = quiet_button(_("More"), Icon.MORE)
        more.clicked.connect(lambda: self.menu().popup(more.mapToGlobal(more.rect().bottomLeft())))
        leave = quiet_button(_("Not now"), key=Qt.Key.Key_Escape)
        leave.clicked.connect(self._leave)
        for button in (*self.buttons, more, leave):
            self._row.addWidget(button)

    def menu(self) -> ConsoleMenu:
        """Build the menu under More, for checks where the group first sets what passes."""
        menu = ConsoleMenu(self)
        for kind in self._kinds:
            if not kind.more:
                continue
            for place, level in enumerate(kind.levels):
                words = _("{check}: nobody beyond {level}").format(check=kind.name, level=level)
                act = menu.addAction(words)
                act.triggered.connect(lambda _on=False, k=kind, p=place: self._choose(k, p))
        return menu

    def drop(self) -> None:
        """Close the choice and clear the texts of lines."""
        self.hide()
        self.title.setText("")

    def _choose(self, kind: KindRow, needs: int) -> None:
        self.drop()
        way = next(way for way, button in self.ways.items() if button.isChecked())
        self.chosen.emit(kind.id, way.value, needs)

    def _leave(self) -> None:
        self.drop()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = letter_of(event)
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.buttons[0].click()
        elif place.isdecimal() and 0 < int(place) <= len(self.buttons):
            self.buttons[int(place) - 1].click()
        else:
            super().keyPressEvent(event)
