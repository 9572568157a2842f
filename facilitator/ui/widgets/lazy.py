"""Parts of a window that are built when they are first shown, or first asked for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Concatenate, Generic, ParamSpec, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

Part = TypeVar("Part", bound=QWidget)
Given = ParamSpec("Given")


class Lazy(Generic[Part]):
    """Builds a part on first use; what it would have been shown until then, it is shown at once.

    Many parts of a window are not opened in a workshop. None of them costs time at the start.
    """

    def __init__(
        self, build: Callable[[], Part], place: Callable[[Part], object], after: QWidget
    ) -> None:
        """Keep how to build and to place it; Tab reaches it behind ``after``."""
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
        """The part; it is built now if it was not."""
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
        """Run something with the part, such as connecting it: now, or once it is built."""
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
        """Show the part something; before it is built, the latest of each kind is remembered."""
        if self._part is None:
            self._updates.pop(show, None)  # in the order of the latest
            self._updates[show] = lambda part: show(part, *args, **named)
        else:
            show(self._part, *args, **named)


def insert_behind(after: QWidget, part: Part, place: Callable[[Part], object]) -> None:
    """Place a part in its window, and let Tab come to it behind ``after``."""
    place(part)
    window = part.window()
    order: list[QWidget] = [after, part]
    order += [
        widget
        for widget in part.findChildren(QWidget)
        if widget.focusProxy() is None and widget.window() is window  # else the list of a choice
    ]
    for before, widget in pairwise(order):
        with _in_tab_order(before), _in_tab_order(widget):
            QWidget.setTabOrder(before, widget)


@contextmanager
def _in_tab_order(widget: QWidget) -> Iterator[None]:
    """Let Qt move also a widget that Tab passes over, as what is built in it later follows it."""
    policy = widget.focusPolicy()
    widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    try:
        yield
    finally:
        widget.setFocusPolicy(policy)
