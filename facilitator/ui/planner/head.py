"""The top of the planner: the plan, its booking, whether it adds up, and undo."""

from datetime import timedelta

from PySide6.QtCore import QSize, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QFrame, QLabel, QSizePolicy, QTimeEdit, QWidget

from facilitator.domain.drafting.draft import DAY, Draft
from facilitator.domain.setup import MOST_PEOPLE
from facilitator.live.planning.view import PlannerView, clock, shown_text
from facilitator.ui.planner.choices import CountBox
from facilitator.ui.planner.stepper import Stepper
from facilitator.ui.widgets.buttons import Button, main_button, quiet_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import chip, label
from facilitator.ui.widgets.layouts import FlowLayout, column, row
from facilitator.ui.widgets.style import set_role
from facilitator.ui.widgets.unlisted import show_plain_text
from facilitator.wording import _

MINUTE = timedelta(minutes=1)
HOUR_S, MINUTE_S = 3600, 60
STARTS_BY, BOOKED_BY = 5, 5  # minutes, by the buttons
EDGE = 10  # pixels between frame and digits, which a style sheet cannot set


class TimeBox(QTimeEdit):
    """A time of the day; the wheel changes nothing.

    Signals:
        entered: the time since midnight that somebody typed or chose.
    """

    entered = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setDisplayFormat("HH:mm")
        self.setKeyboardTracking(False)
        self.setAccessibleName(name)
        self.lineEdit().setTextMargins(EDGE, 0, 0, 0)
        self.setCurrentSection(QTimeEdit.Section.MinuteSection)
        self._is_showing = False
        self.timeChanged.connect(self._enter)

    def show_time(self, since_midnight: timedelta, *, anew: bool) -> None:
        """Show a time that was not entered here; what is being typed stays unless ``anew``."""
        time = QTime.fromMSecsSinceStartOfDay(since_midnight // timedelta(milliseconds=1))
        if time == self.time() and not anew:
            return
        self._is_showing = True
        self.setTime(time)
        self._is_showing = False

    def stepBy(self, steps: int) -> None:
        """Go on by minutes or hours, past midnight too."""
        is_hour = self.currentSection() is QTimeEdit.Section.HourSection
        self.setTime(self.time().addSecs(steps * (HOUR_S if is_hour else MINUTE_S)))

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        both = QAbstractSpinBox.StepEnabledFlag
        return both.StepUpEnabled | both.StepDownEnabled

    def _enter(self, time: QTime) -> None:
        if not self._is_showing:
            self.entered.emit(timedelta(milliseconds=time.msecsSinceStartOfDay()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class PlanTitle(QLabel):
    """The plan's title: on one row where there is room, else wrapped."""

    def __init__(self) -> None:
        super().__init__()
        show_plain_text(self)
        self.setProperty("role", "workshop")
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        widest = max(map(metrics.horizontalAdvance, self.text().split()), default=0)
        return QSize(widest + 4, metrics.height())

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        words = self.fontMetrics().horizontalAdvance(self.text()) + 4
        return QSize(words, self.heightForWidth(words))


class Head(QFrame):
    """The plan's title, its booking and its arithmetic.

    Signals:
        back_asked, title_asked, undo_asked, redo_asked, fit_asked.
        print_asked, try_asked, start_asked.
        people_asked, booked_asked, starts_asked: a number of people; minutes; since midnight.
    """

    back_asked = Signal()
    title_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    print_asked = Signal()
    try_asked = Signal()
    start_asked = Signal()
    fit_asked = Signal()
    people_asked = Signal(int)
    booked_asked = Signal(int)
    starts_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("side", "top")
        self.back_button = quiet_button("", Icon.ARROW_LEFT)
        self.back_button.call(_("Back to Home"))
        self.title = PlanTitle()
        self.title_button = quiet_button("", Icon.PENCIL)
        self.title_button.call(_("Title, languages and more of the whole plan"))
        self.saved = label("", "small", wrap=False)
        self.undo_button = quiet_button("", Icon.UNDO)
        self.redo_button = quiet_button("", Icon.REDO)
        self.undo_button.call(_("Undo (Ctrl Z)"))
        self.redo_button.call(_("Redo (Ctrl Shift Z)"))
        self.undo_button.setToolTip(_("Undo (Ctrl Z)"))
        self.redo_button.setToolTip(_("Redo (Ctrl Shift Z)"))
        self.print_button = Button("", Icon.PRINT)
        self.print_button.call(_("Print pack"))
        self.print_button.setToolTip(_("Print pack"))
        self.try_button = Button(_("Try it"))
        self.start_button = main_button(_("Start workshop"), Icon.PLAY)
        self.people = CountBox(_("People in the group"), 1, MOST_PEOPLE)
        self.starts = TimeBox(_("Starts at"))
        self.booked = CountBox(_("Minutes booked"), 1, DAY // MINUTE, _("{n} min"))
        self.times = chip()
        self.verdict = chip()
        self.fit_button = Button("")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inside = column(self, spacing=6)
        inside.setContentsMargins(12, 8, 12, 8)
        first = row(spacing=8)
        start = QWidget()
        named = FlowLayout(start)
        for part in (self.back_button, self.title, self.title_button, self.times, self.saved):
            named.addWidget(part)
        first.addWidget(start, 1)
        acts = QWidget()
        flow = FlowLayout(acts, from_right=True)
        for button in (
            self.undo_button,
            self.redo_button,
            self.print_button,
            self.try_button,
            self.start_button,
        ):
            flow.addWidget(button)
        first.addWidget(acts)
        inside.addLayout(first)
        second = QWidget()
        wraps = FlowLayout(second)
        wraps.setSpacing(6)
        widest = _("{n} min").format(n="999")
        for name, box in (
            (_("People"), Stepper(self.people, widest="99")),
            (_("Starts"), Stepper(self.starts, steps=STARTS_BY, widest="00:00")),
            (_("Booked"), Stepper(self.booked, steps=BOOKED_BY, widest=widest)),
        ):
            wraps.addWidget(_beside(name, box))
        for part in (self.verdict, self.fit_button):
            wraps.addWidget(part)
        inside.addWidget(second)

    def _connect(self) -> None:
        for button, signal in (
            (self.back_button, self.back_asked),
            (self.title_button, self.title_asked),
            (self.undo_button, self.undo_asked),
            (self.redo_button, self.redo_asked),
            (self.print_button, self.print_asked),
            (self.try_button, self.try_asked),
            (self.start_button, self.start_asked),
            (self.fit_button, self.fit_asked),
        ):
            button.clicked.connect(signal)
        self.people.entered.connect(self.people_asked)
        self.booked.entered.connect(self.booked_asked)
        self.starts.entered.connect(self.starts_asked)

    def show_draft(self, draft: Draft, view: PlannerView, *, anew: bool) -> None:
        """Show the title, the booking and the arithmetic; what is typed stays unless ``anew``."""
        self.title.setText(shown_text(draft.plan.title))
        self.people.show_number(draft.people, anew=anew)
        self.starts.show_time(draft.starts, anew=anew)
        self.booked.show_number(view.booked, anew=anew)
        self.times.setText(f"{clock(draft.starts)} – {view.ends}")
        self.verdict.setText(view.verdict)
        set_role(self.verdict, "chip", "butter" if view.over > 0 else "plain")
        self.fit_button.show_words(_("Fit to {minutes}").format(minutes=view.booked))
        self.fit_button.setEnabled(view.over > 0)

    def show_state(self, saved: str, *, can_undo: bool, can_redo: bool) -> None:
        """Show whether the plan is saved, and what can be undone."""
        self.saved.setText(saved)
        self.undo_button.setEnabled(can_undo)
        self.redo_button.setEnabled(can_redo)


def _beside(name: str, box: Stepper) -> QWidget:
    """Build a field with its label before it."""
    part = QWidget()
    line = row(part, spacing=6)
    words = label(name, "small", wrap=False)
    words.setBuddy(box.box)
    line.addWidget(words)
    line.addWidget(box)
    return part
