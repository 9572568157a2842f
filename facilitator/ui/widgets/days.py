"""A field for a day: typed in digits, or chosen a week, two weeks or a month from today."""

import re
from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.time.dates import own_day
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.fields import field
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout, column
from facilitator.wording import _

_DAY = re.compile(r"\s*(\d{1,2})\s*[./ -]\s*(\d{1,2})\s*[./ -]?\s*(\d{4})?\s*")
WEEK = timedelta(days=7)
LATEST_YEAR = 2199


def day_of(text: str, today: date) -> date | None:
    """Parse a day (7.12., 7/12, 7 12 2027); without a year the next such day; else ``None``."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    month_day, month = int(match[1]), int(match[2])
    years = (int(match[3]),) if match[3] else range(today.year, today.year + 5)
    for year in years:
        if not (1 <= month <= 12 and today.year <= year <= LATEST_YEAR):
            return None
        if not 1 <= month_day <= monthrange(year, month)[1]:
            continue
        day = date(year, month, month_day)
        if match[3] or day >= today:
            return day
    return None


def in_a_month(today: date) -> date:
    """Return the same day of the next month, or its last."""
    year, month = divmod(today.year * 12 + today.month, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


class DayField(QWidget):
    """A field for a day, with buttons for the usual ones; it says which day it understood.

    ``takes_words`` lets other words stay as they were typed.

    Signals:
        given: Enter was pressed.
    """

    given = Signal()

    def __init__(self, name: str, *, most: int = 40, takes_words: bool = False) -> None:
        super().__init__()
        self.today = date.min
        self._takes_words = takes_words
        hint = _("A day such as 7.12., or your words") if takes_words else _("A day such as 7.12.")
        self.edit = field(name, hint, most)
        self.understood = label(role="small")
        self.week_button, self.two_weeks_button, self.month_button = (
            Button(_("In a week")),
            Button(_("In two weeks")),
            Button(_("In a month")),
        )
        buttons = FlowLayout()
        for button in (self.week_button, self.two_weeks_button, self.month_button):
            buttons.addWidget(button)
        inside = column(self, spacing=4)
        inside.addWidget(self.edit)
        inside.addWidget(self.understood)
        inside.addLayout(buttons)
        self.edit.textChanged.connect(self._tell)
        self.edit.returnPressed.connect(self.given)
        self.week_button.clicked.connect(lambda: self.show_day(self.today + WEEK))
        self.two_weeks_button.clicked.connect(lambda: self.show_day(self.today + 2 * WEEK))
        self.month_button.clicked.connect(lambda: self.show_day(in_a_month(self.today)))

    @property
    def day(self) -> date | None:
        """The day that was typed or chosen."""
        return day_of(self.edit.text(), self.today)

    @property
    def words(self) -> str:
        """Words that are not a day."""
        return "" if self.day is not None or not self._takes_words else self.edit.text()

    @property
    def is_understood(self) -> bool:
        """Whether the field is empty, or has what it takes."""
        is_empty = not self.edit.text().strip()
        return is_empty or self._takes_words or self.day is not None

    def show_day(self, day: date | None, words: str = "") -> None:
        """Show a day in digits, or words."""
        self.edit.setText(words if day is None else f"{day.day}.{day.month}.{day.year}")
        self._tell()

    def _tell(self) -> None:
        day = self.day
        if day is not None:
            self.understood.setText(own_day(day))
        elif self.is_understood:
            self.understood.setText("")
        else:
            self.understood.setText(_("This is not a day to come."))
