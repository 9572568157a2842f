"""The first page: practise, carry on, choose a plan, and the list of workshops."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from facilitator.ui.home.home_view import HomeView, WorkshopRow
from facilitator.ui.home.try_card import TryCard
from facilitator.ui.widgets.buttons import Button, CardButton, quiet_button
from facilitator.ui.widgets.cards import CardGrid, CoverCard
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import chip, label
from facilitator.ui.widgets.layouts import clear_layout, column, row
from facilitator.wording import _, ngettext

if TYPE_CHECKING:
    from facilitator.domain.plan.summary import PlanSummary
    from facilitator.ui.home.rows import UnfinishedCard

SHOWN_AT_FIRST = 8  # workshops in the list


class HomePage(QWidget):
    """Shows a ``HomeView`` and emits what was pressed.

    Signals:
        try_asked, try_in_window_asked: practise, with the board on its display or in a window.
        plan_chosen: a plan's id.
        carry_on_asked, delete_asked, remove_asked: the id of a workshop.
        open_file_pressed, settings_pressed, remembered_pressed: the buttons on top.
        undo_remove_asked: the id of a workshop to put back on the list.
        record_opened, lines_asked: the path of a record, to open it or take lines out.
    """

    try_asked = Signal()
    try_in_window_asked = Signal()
    plan_chosen = Signal(str)
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
        self._display = ""  # the display for the board in practice
        self._try_card: TryCard | None = None  # before the first view
        self.show_button = Button("")  # of the cover, once it is built
        self._column = column(self, spacing=16)
        self._column.setContentsMargins(0, 32, 0, 40)

    def show_view(self, view: HomeView) -> None:
        """Rebuild the page; nothing else changes its contents."""
        self._view = view
        self._show()

    def set_room_may_see(self, *, may_see: bool) -> None:
        """Cover names and titles while the room may see this screen, until they are uncovered."""
        if (may_see, False) == (self._room_may_see, self._asked_for):
            return
        self._room_may_see, self._asked_for = may_see, False
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

    def _show(self) -> None:
        focus = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.setFocus()  # else Qt focuses the next button as each is deleted, and scrolls
        clear_layout(self._column)
        self._column.addLayout(self._top())
        for workshop in self._view.unfinished:
            self._column.addWidget(self._unfinished(workshop))
        if not self._view.has_run_one:
            self._column.addWidget(self._new_try_card())
        self._add_plans()
        if self._view.has_run_one:
            self._column.addWidget(self._new_try_card())
        self._add_workshops()
        self._column.addStretch(1)

    def _top(self) -> QVBoxLayout:
        top = column(spacing=4)
        line = row()
        line.addWidget(label(_("Facilitator"), "title", wrap=False), 1)
        self.open_button = open_file = quiet_button(_("Open a file"), Icon.FILE_IN)
        open_file.clicked.connect(self.open_file_pressed)
        self.settings_button = settings = quiet_button(_("Settings"), Icon.SETTINGS)
        settings.clicked.connect(self.settings_pressed)
        for button in (open_file, settings):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(line)
        promise = _("Workshops where people can speak honestly. Everything stays on this laptop.")
        below = row()
        below.addWidget(label(promise, "muted"), 1)
        self.remembered_button = remembered = quiet_button(_("What is kept (F9)"))
        remembered.clicked.connect(self.remembered_pressed)
        below.addWidget(remembered)
        top.addLayout(below)
        return top

    def _unfinished(self, workshop: WorkshopRow) -> "UnfinishedCard":
        from facilitator.ui.home.rows import UnfinishedCard  # there is none on the first start

        box = UnfinishedCard(workshop, covered=self.is_covered)
        box.carry_on_asked.connect(self.carry_on_asked)
        box.delete_asked.connect(self.delete_asked)
        return box

    def _new_try_card(self) -> TryCard:
        box = TryCard(first=not self._view.has_run_one)
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

    def _add_plans(self) -> None:
        self._column.addSpacing(8)
        self._column.addWidget(label(_("Start from a ready plan"), "heading"))
        if not self._view.plans:
            self._column.addWidget(label(_("There are no plans here yet."), "muted"))
            return
        self._column.addWidget(CardGrid([self._plan(plan) for plan in self._view.plans]))

    def _plan(self, plan: "PlanSummary") -> CardButton:
        minutes = _("{minutes} min").format(minutes=plan.minutes)
        people = _("{least}–{most} people").format(least=plan.least, most=plan.most)
        paper = ""
        if plan.on_paper:
            paper = _("Partly on paper")
        button = CardButton(f"{plan.title}. {minutes}, {people}. {plan.summary} {paper}".strip())
        button.setObjectName(f"plan {plan.plan_id}")
        inside = column(button, margin=18)
        facts = row(spacing=10)
        for fact in (minutes, people):
            facts.addWidget(chip(fact))
        facts.addStretch(1)
        inside.addWidget(label(plan.title, "name", at_left=True))
        inside.addWidget(label(plan.summary, "muted", at_left=True))
        if paper:
            inside.addWidget(label(paper, "small"))
        inside.addStretch(1)
        inside.addSpacing(4)
        inside.addLayout(facts)
        button.clicked.connect(lambda: self.plan_chosen.emit(plan.plan_id))
        return button

    def _add_workshops(self) -> None:
        closed = self._view.closed
        if not closed:
            return
        from facilitator.ui.home.rows import ClosedRow

        self._column.addSpacing(8)
        self._column.addWidget(label(_("My workshops"), "heading"))
        if self.is_covered:
            self._column.addWidget(self._cover())
            return
        rows = column(spacing=8)
        for workshop in closed if self._all_shown else closed[:SHOWN_AT_FIRST]:
            line = ClosedRow(workshop)
            line.record_opened.connect(self.record_opened)
            line.remove_asked.connect(self.remove_asked)
            line.undo_remove_asked.connect(self.undo_remove_asked)
            line.lines_asked.connect(self.lines_asked)
            rows.addWidget(line)
        if len(closed) > SHOWN_AT_FIRST and not self._all_shown:
            text = ngettext("Show {all} workshop", "Show all {all} workshops", len(closed))
            self.all_button = more = Button(text.format(all=len(closed)))
            more.clicked.connect(self._show_all)
            rows.addWidget(more)
        self._column.addLayout(rows)

    def _cover(self) -> CoverCard:
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

        row = self.findChildren(ClosedRow)[place]
        row.findChildren(QPushButton)[0].setFocus()
