"""Shows, saves and prints what the day needs; each document is made on a thread."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QPagedPaintDevice

from facilitator.app.printing import PrintJob, ask_for_printer
from facilitator.domain.plan.plan import Plan
from facilitator.domain.setup import Setup
from facilitator.domain.text.language import ENGLISH, Language, Words
from facilitator.errors import FacilitatorError, StoreUnavailableError
from facilitator.kinds.registry import LIVE
from facilitator.live.handouts import pack_of, write_handouts
from facilitator.live.library.record_file import as_name
from facilitator.record.handouts import Handout, Pack, Print, make_handout
from facilitator.store.database import Store
from facilitator.store.library.agreements import saved_agreement
from facilitator.ui.home.print_page import PrintPage
from facilitator.ui.home.window import HomeWindow
from facilitator.ui.widgets.background import BackgroundTask
from facilitator.ui.widgets.choose_file import choose_folder
from facilitator.wording import _


def show_handouts(home: HomeWindow, plan: Plan, setup: Setup | None, library: Store) -> None:
    """Show what can be printed for a plan, with the agreement that its group agreed to keep."""
    group = setup.group.strip() if setup is not None else ""
    lines: tuple[str, ...] = ()
    if group:
        with suppress(StoreUnavailableError):  # the poster has lines to begin with instead
            lines = saved_agreement(library, group)
    page = Handouts(home, plan, setup, lines).page
    home.show_handouts(page)
    page.look()


class Handouts(QObject):
    """Handles the signals of the page on which the print pack of a plan is chosen.

    ``lines`` are those of the agreement that this group agreed to keep, if any.
    """

    def __init__(
        self, home: HomeWindow, plan: Plan, setup: Setup | None, lines: tuple[str, ...]
    ) -> None:
        self.page = PrintPage(plan)
        super().__init__(self.page)
        self._home, self._pack = home, _pack(plan, setup, lines)
        self._folder = as_name(plan.title.in_(ENGLISH)) or _("Handouts")
        self._drawing: BackgroundTask | None = None  # of the preview, one at a time
        self._next: tuple[Handout, Print] | None = None
        self._job: PrintJob | None = None
        self.page.look_asked.connect(self._look)
        self.page.save_asked.connect(self._ask_for_folder)
        self.page.print_asked.connect(self._make_to_print)

    def _look(self, handout: Handout, printing: Print) -> None:
        if self._drawing is not None:
            self._next = (handout, printing)
            return
        self._drawing = self._run(
            partial(make_handout, handout, self._pack, printing),
            partial(self._show, handout, printing),
            self._draw_next,
        )

    def _show(self, handout: Handout, printing: Print, content: object) -> None:
        self.page.show_document(handout, printing, cast("bytes", content))

    def _draw_next(self) -> None:
        self._drawing, pending, self._next = None, self._next, None
        if pending is not None:
            self._look(*pending)

    def _ask_for_folder(self, handouts: tuple[Handout, ...], printing: Print) -> None:
        chosen = partial(self._save, handouts, printing)
        choose_folder(self._home, _("Where should the documents go?"), chosen)

    def _save(self, handouts: tuple[Handout, ...], printing: Print, folder: str) -> None:
        """Save the documents in a folder of their own, named after the plan."""
        path = Path(folder) / self._folder
        self._begin()
        self._run(
            partial(write_handouts, self._pack, printing, handouts, path),
            lambda _paths: self.page.show_state(_("Saved in {folder}.").format(folder=path)),
            self._end,
        )

    def _make_to_print(self, handouts: tuple[Handout, ...], printing: Print) -> None:
        def make() -> tuple[bytes, ...]:
            return tuple(make_handout(handout, self._pack, printing) for handout in handouts)

        self._begin()
        self._run(make, partial(self._ask_for_printer, printing), self._end)

    def _ask_for_printer(self, printing: Print, documents: object) -> None:
        contents = cast("tuple[bytes, ...]", documents)
        if not ask_for_printer(self._home, printing.paper, partial(self._print, contents)):
            words = _("Printing does not work here: a part of Qt is missing. Save them instead.")
            self.page.show_state(words)

    def _print(self, documents: tuple[bytes, ...], printer: QPagedPaintDevice) -> None:
        self._job = PrintJob(printer, documents, self)
        self._job.at_page.connect(self._show_page_of)
        self._job.ended.connect(self._printed)
        self._begin()
        self._job.start()

    def _show_page_of(self, page: int, pages: int) -> None:
        words = _("Page {page} of {pages} goes to the printer.").format(page=page, pages=pages)
        self.page.show_state(words)

    def _printed(self, pages: int) -> None:
        self._end()
        words = _("{pages} pages went to the printer.") if pages else _("Nothing was printed.")
        self.page.show_state(words.format(pages=pages))

    def _begin(self) -> None:
        self.page.show_state("")
        self.page.set_busy(busy=True)

    def _end(self) -> None:
        self.page.set_busy(busy=False)

    def _run(
        self, work: Callable[[], object], done: Callable[[object], None], ended: Callable[[], None]
    ) -> BackgroundTask:
        """Run work on a thread; ``ended`` is called after it, done or failed."""
        task = BackgroundTask(work, self)
        task.done.connect(done)
        task.failed.connect(self._say)
        task.done.connect(ended)
        task.failed.connect(ended)
        task.start()
        return task

    def _say(self, error: Exception) -> None:
        if not isinstance(error, FacilitatorError):
            raise error
        self._home.show_notice(str(error), error.covered)


def _pack(plan: Plan, setup: Setup | None, lines: tuple[str, ...]) -> Pack:
    pack = pack_of(plan, LIVE.room.parts, setup)
    if not lines:
        return pack
    return replace(pack, lines=tuple(Words.of(line, Language("")) for line in lines), agreed=True)
