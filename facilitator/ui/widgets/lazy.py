"""Parts of a window that are built on first use."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Concatenate, Generic, ParamSpec, TypeVar

from PySide6.QtWidgets import QWidget

Part = TypeVar("Part", bound=QWidget)
Given = ParamSpec("Given")


class Lazy(Generic[Part]):
    """Builds a part on first use, and then applies the updates that came before.

    Many parts of a window are never opened in a workshop, and cost no time at the start.
    """

    def __init__(
        self, build: Callable[[], Part], place: Callable[[Part], object], after: QWidget
    ) -> None:
        """Store how to build and place the part; in the tab order it follows ``after``."""
        self._build, self._place, self._after = build, place, after
        self._part: Part | None = None
        self._on_built: list[Callable[[Part], object]] = []
        self._updates: dict[Callable[..., object], Callable[[Part], object]] = {}

    @property
    def is_built(self) -> bool:
        """Whether the part has been built."""
        return self._part is not None

    @property
    def part(self) -> Part:
        """The part, built now if necessary."""
        if self._part is None:
            part = self._part = self._build()
            insert_behind(self._after, part, self._place)
            for run in self._on_built:
                run(part)
            updates, self._updates = self._updates, {}
            for update in updates.values():
                update(part)
        return self._part

    def when_built(self, run: Callable[[Part], object]) -> None:
        """Call a function with the part, such as one that connects it: now, or once it is built."""
        if self._part is None:
            self._on_built.append(run)
        else:
            run(self._part)

    def update(
        self,
        show: Callable[Concatenate[Part, Given], object],
        /,
        *args: Given.args,
        **named: Given.kwargs,
    ) -> None:
        """Update the part; before it is built, store the latest update of each kind."""
        if self._part is None:
            self._updates.pop(show, None)  # in the order of the latest updates
            self._updates[show] = lambda part: show(part, *args, **named)
        else:
            show(self._part, *args, **named)


def insert_behind(after: QWidget, part: Part, place: Callable[[Part], object]) -> None:
    """Place a part in its window, after ``after`` in the tab order."""
    place(part)
    window = part.window()
    order: list[QWidget] = [after, part]
    order += [
        widget
        for widget in part.findChildren(QWidget)
        if widget.focusProxy() is None and widget.window() is window  # else the list of a combo box
    ]
    for before, widget in pairwise(order):
        with _in_tab_order(before), _in_tab_order(widget):
            QWidget.setTabOrder(before, widget)


@contextmanager
def _in_tab_order(widget: QWidget) -> Iterator[None]:
    """Make Qt also move a widget that Tab skips, as widgets built in it later follow it."""
    from PySide6.QtCore import Qt

    policy = widget.focusPolicy()
    widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    try:
        yield
    finally:
        widget.setFocusPolicy(policy)
