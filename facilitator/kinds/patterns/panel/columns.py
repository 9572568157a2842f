"""The columns: each pattern beside the others, sorted by mouse, with buttons as names."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facilitator.kinds.patterns.desk import GroupView, PatternsView
from facilitator.kinds.patterns.panel.outline import PatternLines, count_of, line_item, name_of
from facilitator.kinds.patterns.state import Spot
from facilitator.ui.widgets.buttons import Button, quiet_button, tick
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import breakable, label
from facilitator.ui.widgets.layouts import column, row
from facilitator.ui.widgets.symbols import BadgeLabel
from facilitator.wording import _

LEAST_COLUMN = 220  # pixels: three or four words in a row
BETWEEN = 8  # also


class Column(QWidget):
    """One group: its name as a button that puts lines here, and its lines.

    Signals:
        put_asked: the name was pressed.
        chosen: a line of it was chosen.
    """

    put_asked = Signal()
    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.group: GroupView | None = None
        self.badge, self.button = BadgeLabel(), Button("")
        self.button.set_from_left()
        self.button.set_tight()
        self.lines = PatternLines("")
        self.lines.chooses_another = False
        self.lines.setMinimumWidth(LEAST_COLUMN)
        head = row(spacing=6)
        head.addWidget(self.badge)
        head.addWidget(self.button, 1)
        whole = column(self, spacing=4)
        whole.addLayout(head)
        whole.addWidget(self.lines, 1)
        whole.addStretch()
        self.button.clicked.connect(self.put_asked)
        self.lines.selectionModel().selectionChanged.connect(self._tell)

    def show_group(self, group: GroupView) -> None:
        """Show a group."""
        self.group = group
        name = name_of(group)
        self.badge.show_badge(group.badge)
        self.button.show_words(breakable(name))
        self.button.call(
            _("Put the chosen lines in “{pattern}”, {count}").format(
                pattern=name, count=count_of(group)
            )
        )
        self.lines.setAccessibleName(name)
        self.lines.show_items(
            tuple(line_item(group, place, line) for place, line in enumerate(group.lines))
        )
        self.lines.setVisible(bool(group.lines))  # an empty list would be a thin strip

    def forget(self) -> None:
        """Hold no words any more."""
        self.group = None
        self.lines.show_items(())
        self.lines.setAccessibleName("")
        self.button.show_words("")

    def leave(self) -> None:
        """Choose no line here any more."""
        self.lines.clearSelection()

    def _tell(self) -> None:
        if self.lines.selectionModel().hasSelection():
            self.chosen.emit()


def _arrow(icon: Icon, name: str) -> Button:
    button = quiet_button("", icon)
    button.call(name)
    button.setToolTip(name)
    return button


class Columns(QWidget):
    """The lines on their own, and as many patterns beside them as there is room for.

    Signals:
        put_asked: the group whose name was pressed, and whether the lines stay, too.
        number_asked, act_asked, typed: a key of one of the lists, as those of the outline.
    """

    put_asked = Signal(object, bool)
    number_asked = Signal(int, bool)
    act_asked = Signal(str)
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._view: PatternsView | None = None
        self._first = 0  # of the patterns that are shown
        self._count = 2  # of the columns that there is room for
        self._key: int | None = None  # of the name that was pressed without lines
        self.columns: list[Column] = []
        self.also_tick = tick(_("Leave them where they are, too"))
        self.before_button = _arrow(Icon.ARROW_LEFT, _("Patterns before these"))
        self.next_button = _arrow(Icon.ARROW_RIGHT, _("More patterns"))
        self.hint = label(_("Choose lines, then press the name where they go."), role="do")
        self.place = label(role="do", wrap=False)
        self._row = row(spacing=BETWEEN)
        foot = row(spacing=8)
        foot.addWidget(self.also_tick)
        foot.addStretch()
        for part in (self.before_button, self.place, self.next_button):
            foot.addWidget(part)
        whole: QVBoxLayout = column(self, spacing=4)
        whole.addWidget(self.hint)
        whole.addLayout(self._row, 1)
        whole.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.before_button.clicked.connect(lambda: self._turn(-1))
        self.next_button.clicked.connect(lambda: self._turn(1))

    def show_view(self, view: PatternsView) -> None:
        """Show the groups."""
        self._view = view
        self._lay_out()

    def forget(self) -> None:
        """Hold no words any more."""
        self._view, self._first, self._key = None, 0, None
        self.also_tick.setChecked(False)
        for each in self.columns:
            each.forget()

    def set_room(self, width: int) -> None:
        """Show as many columns as fit in a width, in pixels."""
        count = max(2, (width + BETWEEN) // (LEAST_COLUMN + BETWEEN))
        while len(self.columns) < count:
            self._add_column()
        for place, each in enumerate(self.columns):
            each.setVisible(place < count)
        self._count = count
        self._lay_out()

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where the chosen lines are."""
        return tuple(spot for each in self.columns for spot in each.lines.spots)

    @property
    def spot(self) -> Spot | None:
        """Where the chosen line is."""
        return next(iter(self.spots), None)

    @property
    def key(self) -> int | None:
        """The pattern of the chosen lines, or the one whose name was pressed."""
        spots = self.spots
        return spots[0].key if spots else self._key

    def take_keys(self) -> None:
        """Focus the lines on their own, or the first column that has lines."""
        full = (each for each in self.columns if each.group is not None and each.group.lines)
        first = next(full, None)
        if first is not None:
            first.lines.setFocus()
        elif self.columns:
            self.columns[0].button.setFocus()

    def _add_column(self) -> None:
        new = Column()
        self.columns.append(new)
        self._row.addWidget(new, 1)
        new.put_asked.connect(partial(self._put, new))
        new.chosen.connect(partial(self._choose, new))
        new.lines.put_asked.connect(self.number_asked)
        new.lines.act_asked.connect(self.act_asked)
        new.lines.typed.connect(self.typed)

    def _turn(self, by: int) -> None:
        self._first += by * (self._count - 1)
        self._lay_out()

    def _lay_out(self) -> None:
        if self._view is None or self.isHidden():
            for each in self.columns:  # words that are not seen may have been withdrawn
                each.forget()
            return
        alone, *patterns = self._view.groups
        beside = self._count - 1
        self._first = max(0, min(self._first, len(patterns) - beside))
        visible = patterns[self._first : self._first + beside]
        for place, each in enumerate(self.columns):
            groups = (alone, *visible)
            each.setVisible(place < len(groups))
            if place < len(groups):
                if each.group is not None and each.group.key != groups[place].key:
                    each.leave()
                each.show_group(groups[place])
            else:
                each.forget()
        several = len(patterns) > beside
        for part in (self.before_button, self.place, self.next_button):
            part.setVisible(several)
        self.before_button.setEnabled(self._first > 0)
        self.next_button.setEnabled(self._first + beside < len(patterns))
        self.place.setText(
            _("{first} to {last} of {count}").format(
                first=self._first + 1, last=self._first + len(visible), count=len(patterns)
            )
        )

    def _put(self, column_: Column) -> None:
        if column_.group is not None:
            self._key = column_.group.key
            self.put_asked.emit(column_.group, self.also_tick.isChecked())
            self.also_tick.setChecked(False)

    def _choose(self, column_: Column) -> None:
        self._key = None
        for each in self.columns:
            if each is not column_:
                each.leave()
