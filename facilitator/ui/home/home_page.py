"""The first page: practise, carry on, choose a plan, and the list of workshops."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPushButton, QWidget

from facilitator.ui.home.home_view import HomeView, WorkshopRow
from facilitator.ui.home.plan_card import PlanCard, facts_of
from facilitator.ui.home.try_card import TryCard
from facilitator.ui.widgets.buttons import Button, quiet_button
from facilitator.ui.widgets.cards import CardGrid
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import clear_layout, column, row
from facilitator.ui.widgets.theme import palette_of
from facilitator.wording import _, ngettext

if TYPE_CHECKING:
    from facilitator.domain.plan.summary import PlanSummary
    from facilitator.ui.home.rows import UnfinishedCard
    from facilitator.ui.widgets.cards import CoverCard

SHOWN_AT_FIRST = 8  # workshops in the list
BESIDE = 880  # pixels from which practice is beside what can be carried on
SEARCH_WIDEST, SEARCH_LEAST = 320, 200  # pixels


class HomePage(QWidget):
    """Shows a ``HomeView`` and emits what was pressed.

    Signals:
        try_asked, try_in_window_asked: practise, with the board on its display or in a window.
        plan_chosen, print_asked: a plan's id.
        carry_on_asked, delete_asked, remove_asked: the id of a workshop.
        open_file_pressed, settings_pressed, remembered_pressed: the buttons on top.
        undo_remove_asked: the id of a workshop to put back on the list.
        record_opened, lines_asked: the path of a record, to open it or take lines out.
    """

    try_asked = Signal()
    try_in_window_asked = Signal()
    plan_chosen = Signal(str)
    change_asked = Signal(str)
    new_plan_asked = Signal()
    delete_plan_asked = Signal(str)
    print_asked = Signal(str)
    open_file_pressed = Signal()
    settings_pressed = Signal()
    remembered_pressed = Signal()
    carry_on_asked = Signal(str)
    delete_asked = Signal(str)
    remove_asked = Signal(str)
    undo_remove_asked = Signal(str)
    record_opened = Signal(str)
    lines_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._view = HomeView()
        self._room_may_see = False
        self._asked_for = False
        self._all_shown = False
        self._has_scenes = False  # from the first window on
        self._display = ""  # the display for the board in practice
        self._try_card: TryCard | None = None  # before the first view
        self.show_button = Button("")  # of the cover, once it is built
        inside = column(self, spacing=24)
        inside.setContentsMargins(0, 24, 0, 32)
        inside.addWidget(self._top())
        self._column = column(spacing=12)
        inside.addLayout(self._column)
        inside.addStretch(1)

    def show_view(self, view: HomeView) -> None:
        """Rebuild the page; nothing else changes its contents."""
        self._view = view
        self._show()

    def set_room_may_see(self, *, may_see: bool) -> None:
        """Cover names and titles while the room may see this screen, until they are uncovered."""
        if (may_see, False) == (self._room_may_see, self._asked_for):
            return
        self._room_may_see, self._asked_for = may_see, False
        if not (may_see and self.leave_search()):  # a search may have a covered name in it
            self._show()
        self.focus_first()

    @property
    def is_covered(self) -> bool:
        """Whether names and titles of workshops are covered."""
        return self._room_may_see and not self._asked_for

    def focus_first(self) -> None:
        """Focus the most likely next action: carry on, practise, or the first plan."""
        for button in self.findChildren(QPushButton):
            if button.property("role") in ("main", "card"):
                button.setFocus()
                return

    def show_scenes(self) -> None:
        """Draw the scenes of the ready plans, once the first window is visible."""
        from facilitator.ui.home.scenes import draw_scene

        self._has_scenes = True
        for card in self.findChildren(PlanCard):
            card.show_scene(draw_scene)

    def focus_search(self) -> None:
        """Move the keyboard to the search."""
        self.search_field.setFocus()
        self.search_field.selectAll()

    def leave_search(self) -> bool:
        """Show everything again; return whether a search was under way."""
        was_searching = bool(self.search_field.text())
        self.search_field.setText("")
        return was_searching

    def _show(self) -> None:
        focus = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus) and focus is not self.search_field:
            self.setFocus()  # else Qt focuses the next button as each is deleted, and scrolls
        clear_layout(self._column)
        self._column.addWidget(self._offers())
        self._column.addSpacing(4)
        plans = tuple(plan for plan in self._view.plans if self._is_wanted(_words_of_plan(plan)))
        workshops = tuple(filter(self._is_wanted_workshop, self._view.closed))
        if plans or not self._wanted:
            self._add_plans(plans)
        own = tuple(plan for plan in self._view.own_plans if self._is_wanted(_words_of_plan(plan)))
        if own or not self._wanted:
            self._add_own_plans(own)
        if workshops:
            self._add_workshops(workshops)
        if self._wanted and not plans and not own and not workshops:
            self._column.addWidget(label(_("Nothing here has these words."), "muted"))
        promise = _("Workshops where people can speak honestly. Everything stays on this laptop.")
        self._column.addSpacing(8)
        self._column.addWidget(label(promise, "small"))

    def _top(self) -> "TopRow":
        self.search_field = QLineEdit()
        self.search_field.setPlaceholderText(_("Find a plan or a workshop"))
        self.search_field.setAccessibleName(_("Find a plan or a workshop"))
        self.search_field.setMaximumWidth(SEARCH_WIDEST)
        self.search_field.setMinimumWidth(SEARCH_LEAST)
        self.search_field.textChanged.connect(self._search)
        self.search_field.returnPressed.connect(self._focus_result)
        self.open_button = open_file = quiet_button(_("Open a file"), Icon.FOLDER)
        open_file.clicked.connect(self.open_file_pressed)
        self.remembered_button = remembered = quiet_button(_("What is kept"), Icon.LOCK, "F9")
        remembered.clicked.connect(self.remembered_pressed)
        self.settings_button = settings = quiet_button(_("Settings"), Icon.SETTINGS)
        settings.clicked.connect(self.settings_pressed)
        name = label(_("Facilitator"), "brand", wrap=False)
        return TopRow(name, self.search_field, (open_file, remembered, settings))

    @property
    def _wanted(self) -> tuple[str, ...]:
        return tuple(self.search_field.text().casefold().split())

    def _is_wanted(self, words: str) -> bool:
        return all(part in words.casefold() for part in self._wanted)

    def _is_wanted_workshop(self, workshop: WorkshopRow) -> bool:
        """Return whether a workshop has the words; covered ones are found by none."""
        if self.is_covered:
            return not self._wanted
        parts = (workshop.title, workshop.group, workshop.plan_title, workshop.when)
        return self._is_wanted(" ".join(parts))

    def _search(self) -> None:
        self._all_shown = False
        self._show()

    def _focus_result(self) -> None:
        """Focus the first plan or workshop that was found."""
        for button in self.findChildren(QPushButton):
            if self._wanted and isinstance(button.parentWidget(), CardGrid):
                button.setFocus()
                return
        if self._wanted:
            self._focus_row(0)

    def _offers(self) -> QWidget:
        """Build what is most likely next: the workshops to carry on, and practice."""
        unfinished = [self._unfinished(workshop) for workshop in self._view.unfinished]
        if not unfinished:
            return self._new_try_card()
        stack = QWidget()
        inside = column(stack, spacing=12)
        for box in unfinished:
            inside.addWidget(box)
        return SideBySide(stack, self._new_try_card())

    def _unfinished(self, workshop: WorkshopRow) -> "UnfinishedCard":
        from facilitator.ui.home.rows import UnfinishedCard  # there is none on the first start

        box = UnfinishedCard(workshop, covered=self.is_covered)
        box.carry_on_asked.connect(self.carry_on_asked)
        box.delete_asked.connect(self.delete_asked)
        return box

    def _new_try_card(self) -> TryCard:
        box = TryCard(first=not self._view.has_run_one and not self._view.unfinished)
        box.offer(self._display)
        box.try_asked.connect(self.try_asked)
        box.try_in_window_asked.connect(self.try_in_window_asked)
        self._try_card = box
        return box

    def offer_display(self, display: str) -> None:
        """Set the display to ask about before practice; "" for none."""
        self._display = display
        if self._try_card is not None:
            self._try_card.offer(display)

    def _add_plans(self, plans: "tuple[PlanSummary, ...]") -> None:
        self._column.addWidget(label(_("Ready plans"), "heading"))
        if not plans:
            self._column.addWidget(label(_("There are no plans here yet."), "muted"))
            return
        self._column.addWidget(CardGrid([self._plan(plan) for plan in plans]))

    def _add_own_plans(self, own: "tuple[PlanSummary, ...]") -> None:
        self._column.addSpacing(8)
        heading = QWidget()
        line = row(heading)
        line.addWidget(label(_("My plans"), "heading"), 1)
        self.new_plan_button = quiet_button(_("Make a plan of my own"), Icon.ADD)
        self.new_plan_button.clicked.connect(self.new_plan_asked)
        line.addWidget(self.new_plan_button)
        self._column.addWidget(heading)
        if own:
            from facilitator.ui.home.rows import WorkshopsCard

            self._column.addWidget(WorkshopsCard([self._own_plan(plan) for plan in own]))

    def _own_plan(self, plan: "PlanSummary") -> QWidget:
        from facilitator.ui.home.own_plans import OwnPlanLine  # there is none on the first start

        line = OwnPlanLine(plan)
        line.start_asked.connect(self.plan_chosen)
        line.change_asked.connect(self.change_asked)
        line.delete_asked.connect(self.delete_plan_asked)
        return line

    def _plan(self, plan: "PlanSummary") -> PlanCard:
        card = PlanCard(plan, palette_of(self._view.console_theme))
        card.clicked.connect(lambda: self.plan_chosen.emit(plan.plan_id))
        card.print_asked.connect(lambda: self.print_asked.emit(plan.plan_id))
        if self._has_scenes:
            from facilitator.ui.home.scenes import draw_scene

            card.show_scene(draw_scene)
        return card

    def _add_workshops(self, closed: tuple[WorkshopRow, ...]) -> None:
        from facilitator.ui.home.rows import ClosedRow, WorkshopsCard

        self._column.addSpacing(8)
        self._column.addWidget(label(_("My workshops"), "heading"))
        if self.is_covered:
            self._column.addWidget(self._cover())
            return
        ready = {plan.plan_id for plan in (*self._view.plans, *self._view.own_plans)}
        lines: list[QWidget] = []
        for workshop in closed if self._all_shown else closed[:SHOWN_AT_FIRST]:
            line = ClosedRow(workshop, can_run_again=workshop.plan_id in ready)
            line.run_again_asked.connect(self.plan_chosen)
            line.record_opened.connect(self.record_opened)
            line.remove_asked.connect(self.remove_asked)
            line.undo_remove_asked.connect(self.undo_remove_asked)
            line.lines_asked.connect(self.lines_asked)
            lines.append(line)
        self._column.addWidget(WorkshopsCard(lines))
        if len(closed) > SHOWN_AT_FIRST and not self._all_shown:
            text = ngettext("Show {all} workshop", "Show all {all} workshops", len(closed))
            self.all_button = more = Button(text.format(all=len(closed)))
            more.clicked.connect(self._show_all)
            self._column.addWidget(more)

    def _cover(self) -> "CoverCard":
        from facilitator.ui.widgets.cards import CoverCard

        cover = CoverCard(
            _("A second display is attached, so the names of other groups are covered."),
            _("Show my workshops"),
            "plain",
        )
        cover.show_asked.connect(self._uncover)
        self.show_button = cover.show_button
        return cover

    def _uncover(self) -> None:
        self._asked_for = True
        self._show()
        self._focus_row(0)

    def focus_undo(self, workshop_id: str) -> None:
        """Focus the button that undoes a removal, or removes again."""
        from facilitator.ui.home.rows import ClosedRow

        for listed in self.findChildren(ClosedRow):
            if listed.workshop_id == workshop_id:
                undo, remove = listed.undo_button, listed.remove_button
                (undo if listed.is_removed else remove).setFocus()

    def _show_all(self) -> None:
        self._all_shown = True
        self._show()
        self._focus_row(SHOWN_AT_FIRST)

    def _focus_row(self, place: int) -> None:
        """Focus a workshop of the list again after a rebuild."""
        from facilitator.ui.home.rows import ClosedRow

        rows = self.findChildren(ClosedRow)
        if place < len(rows):
            rows[place].findChildren(QPushButton)[0].setFocus()


class TopRow(QWidget):
    """The program's name, the search and some buttons; one below the other in a narrow window."""

    def __init__(self, name: QWidget, search: QWidget, buttons: tuple[Button, ...]) -> None:
        super().__init__()
        self.setMinimumWidth(1)  # its parts go below one another
        self._find, self._buttons = row(spacing=24), row(spacing=8)
        self._find.addWidget(name)
        self._find.addWidget(search, 1)
        self._find.addStretch()
        for button in buttons:
            self._buttons.addWidget(button)
        self._line = row(self, spacing=16)
        self._line.addLayout(self._find, 1)
        self._line.addLayout(self._buttons)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        width, wanted, find = self.width(), _width_across(self._buttons), _width_across(self._find)
        _direct(self._line, is_row=width >= find + wanted + self._line.spacing())
        _direct(self._find, is_row=width >= find)
        _direct(self._buttons, is_row=width >= wanted)


class SideBySide(QWidget):
    """What can be carried on, and practice beside it, or below it in a narrow window."""

    def __init__(self, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self.setMinimumWidth(1)  # its parts go below one another
        self._line = row(self, spacing=16)
        self._line.addWidget(first, 2)
        self._line.addWidget(second, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        _direct(self._line, is_row=event.size().width() >= BESIDE)


def _width_across(line: QBoxLayout) -> int:
    """Return the width of a row's parts beside each other, whichever way they are laid out."""
    items = [line.itemAt(place) for place in range(line.count())]
    widths = [item.minimumSize().width() for item in items if item is not None]
    return sum(widths) + line.spacing() * (len(widths) - 1)


def _direct(line: QBoxLayout, *, is_row: bool) -> None:
    """Lay a row out across, or downwards; its parts stay in their order."""
    across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
    direction = across if is_row else down
    if line.direction() is not direction:
        line.setDirection(direction)


def _words_of_plan(plan: "PlanSummary") -> str:
    return f"{plan.title} {plan.summary} {facts_of(plan)}"
