"""The program from Home to Home: its windows, and what their signals do."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.app.before import Before
from facilitator.app.chime_choice import RememberedChime
from facilitator.app.data_folder import DataFolder
from facilitator.app.home_view import Settings, home_view
from facilitator.app.remembering import connect_saved_data
from facilitator.domain.ids import PlanId, WorkshopId
from facilitator.domain.time.clock import Clock
from facilitator.domain.window_place import WindowPlace
from facilitator.errors import FacilitatorError, StoreDamagedError
from facilitator.live.library.workshop_list import WorkshopList
from facilitator.room.spec import Theme
from facilitator.store.record_files import has_leftovers
from facilitator.ui.home.window import HomeWindow
from facilitator.ui.widgets.remembered_place import RememberedPlace
from facilitator.wording import _

if TYPE_CHECKING:
    from facilitator.app.ending import Ending
    from facilitator.app.parting import Parting
    from facilitator.app.planning import Planning
    from facilitator.app.practice_folder import PracticeFolder
    from facilitator.app.records import Records
    from facilitator.app.workshop_windows import WorkshopWindows
    from facilitator.domain.contribution import Shuffler
    from facilitator.domain.last_time import LastTime
    from facilitator.domain.plan.plan import Plan
    from facilitator.domain.setup import Setup
    from facilitator.live.library.workshops import Finished, Workshops
    from facilitator.live.session.session import LiveSession
    from facilitator.ui.corner.pace import Pace
    from facilitator.ui.planner.window import PlannerWindow

MADE_UP_PEOPLE = 8
PATIENCE_MS = 1200  # for running work when the system ends the program


@dataclass(frozen=True, slots=True)
class Sources:
    """Clock, randomness, and durations in the corner. Rehearsals pass their own."""

    clock: Clock
    shuffler: "Shuffler"
    corner_pace: "Pace | None" = None  # the default
    may_fade: bool = False  # fade the board's changes of time over a second


class Program(QObject):
    """Home, and at most one running workshop."""

    def __init__(self, application: QApplication, data: DataFolder, sources: Sources) -> None:
        super().__init__()
        self._application = application
        self._data = data
        self._settings = Settings(data.library)
        self._sources = sources
        self._list = WorkshopList(data.path, data.library)
        self.home = HomeWindow(sources.clock)
        self._put_back(self.home, "Home")
        self._before = Before(
            self.home,
            self.open_workshop,
            self.open_record,
            lambda: self._records_folder,
            self._own_plan,
        )
        self._chime = RememberedChime(self.home, self._settings, self.show_notice)
        self.last_record: Path | None = None
        self._chosen_folder: Path | None = None  # for records
        self._removed: frozenset[WorkshopId] = frozenset()  # when Home is left
        self.running: WorkshopWindows | None = None
        self._last_time: LastTime | None = None  # of the running workshop
        self._parting: Parting | None = None
        self._ending: Ending | None = None
        self._is_terminating = False
        self._connect_home()
        self.home.handouts_asked.connect(self._show_handouts)

    @cached_property
    def _workshops(self) -> "Workshops":
        from facilitator.kinds.registry import LIVE
        from facilitator.live.library.workshops import Workshops
        from facilitator.ui.scene.ruler import QtRuler

        data, sources = self._data, self._sources
        workshops = Workshops(
            data.path, data.library, sources.clock, sources.shuffler, QtRuler, LIVE
        )
        self._list = workshops.list
        return workshops

    @cached_property
    def _planning(self) -> "Planning":
        from facilitator.app.planning import Planning

        planning = Planning(self._data, self._settings, self._sources.clock, self._sources.shuffler)
        planning.left.connect(self._show_home)
        planning.remembered_asked.connect(self._show_remembered)
        planning.start_asked.connect(self._start_planned)
        planning.try_asked.connect(self._try_planned)
        planning.print_asked.connect(self._print_planned)
        return planning

    def _show_remembered(self) -> None:
        """Show Home with its page of what is kept."""
        self._show_home()
        self.home.remembered_asked.emit()

    def _own_plan(self, plan_id: PlanId) -> "Plan":
        return self._planning.own.plan(plan_id)

    @property
    def planner(self) -> "PlannerWindow | None":
        """The planner, while it is open."""
        return self._planning.window if "_planning" in vars(self) else None

    @cached_property
    def _records(self) -> "Records":
        from facilitator.app.records import Records

        return Records(self.home, self._workshops)

    @cached_property
    def _practice(self) -> "PracticeFolder":
        from facilitator.app.practice_folder import PracticeFolder

        return PracticeFolder()

    @property
    def is_saved(self) -> bool:
        """Whether what is handed in reaches the disk; True if no workshop is running."""
        return self.running is None or self.running.session.is_saved

    def open(self, plan: "Plan | None" = None) -> None:
        """Finish what a crash interrupted, then show Home or a plan's *Before you start*."""
        self._finish_what_was_begun()
        self._show_home()
        if plan is not None:
            self._before.show(plan)

    def save_typing(self) -> None:
        """Save what is being typed if it is saved later anyway: somebody may be logging out."""
        if self.running is not None:
            self.running.save_typing()

    def terminate(self) -> None:
        """Close all windows without asking, because the system ends the program."""
        if self._is_terminating:
            return
        self._is_terminating = True
        self.home.hide()
        if self.planner is not None:
            self._planning.put_away()
        self._before.put_away()
        if self._ending is not None:
            self._ending.end_now()
            self.running = self._ending = None
        else:
            from facilitator.ui.widgets.background import wait_for_work

            wait_for_work(PATIENCE_MS)  # a record that is being made again without a line
        if self._parting is not None:
            self._parting.close()
        self.forget_practice()

    def forget_practice(self) -> None:
        """Remove the practice record, if there is one."""
        if "_practice" in vars(self):  # else there was no practice
            self._practice.forget()

    def show_notice(self, message: str, covered: str = "") -> None:
        """Show the facilitator a notice on the console or on Home, never on the board.

        ``covered`` is shown instead on Home while the room may see names of workshops.
        """
        if self.running is not None:
            self.running.console.show_notice(message)
        else:
            self.home.show_notice(message, covered)

    def _connect_home(self) -> None:
        home = self.home
        connect_saved_data(home, self._data)
        home.try_asked.connect(self._try_it)
        home.try_in_window_asked.connect(lambda: self._try_it(""))
        home.carry_on_asked.connect(self._carry_on)
        home.delete_asked.connect(self._delete)
        home.remove_asked.connect(self._remove)
        home.start_asked.connect(self._start)
        home.theme_chosen.connect(self._choose_theme)
        home.text_size_chosen.connect(self._choose_text_size)
        home.forget_last_asked.connect(self._forget_answers)
        home.board_bar.close_asked.connect(self._close_board)
        home.board_bar.turn_asked.connect(self._turn_board)
        home.closed.connect(self._close_board)
        home.undo_remove_asked.connect(self._undo_remove)
        home.record_opened.connect(self._open_in_desktop)
        home.folder_opened.connect(self._open_in_desktop)
        home.lines_asked.connect(self._show_listed_lines)
        home.change_asked.connect(self._change_plan)
        home.new_plan_asked.connect(lambda: self._change_plan(""))
        home.delete_plan_asked.connect(self._delete_plan)
        home.record_found.connect(self._record_found)
        home.records_folder_chosen.connect(lambda path: self._choose_records_folder(Path(path)))
        self._application.screenAdded.connect(self._watch_screen)
        self._application.screenRemoved.connect(self._show_displays)
        for screen in self._application.screens():
            screen.geometryChanged.connect(self._show_displays)
        self._application.aboutToQuit.connect(self.forget_practice)
        self._application.aboutToQuit.connect(self._close_board)
        self._application.aboutToQuit.connect(self._remove_for_good)
        home.seen.connect(self._finish_after_first_window)

    def _show_home(self) -> None:
        """Refresh and show Home; if the library cannot be read, show the previous content."""
        self._show_list()
        self._show_displays()
        self.home.show()

    def _show_list(self) -> None:
        """Refresh the list; what was uncovered stays uncovered."""
        try:
            view = home_view(self._list, self._data.library, self._settings, self._removed)
        except FacilitatorError as error:
            self.home.show_notice(str(error), error.covered)
        else:
            self.home.show_home(view)

    def _watch_screen(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._show_displays)
        self._show_displays()

    def _show_displays(self) -> None:
        left = self._parting.left if self._parting is not None else None
        room_looks = left is not None and not left.is_unplugged  # also if only its display is on
        several = len(self._application.screens()) > 1
        self.home.set_room_may_see(room_looks or several)
        self.home.offer_display_for_practice(self._display_for_practice() if several else "")
        self._before.show_displays()

    def _display_for_practice(self) -> str:
        from facilitator.ui.widgets.screens import offered_screens

        return next(iter(offered_screens(self.home.screen())), "")

    def _choose_theme(self, which: str, theme: Theme) -> None:
        settings = self._settings
        save = settings.save_board_theme if which == "board" else settings.save_console_theme
        self._do_in_list(lambda: save(theme))

    def _choose_text_size(self, pixels: int) -> None:
        self._do_in_list(lambda: self._settings.save_text_size(pixels))

    def _put_back(self, window: QWidget, name: str) -> WindowPlace | None:
        """Restore a window's place, and save its later places; return the restored place."""

        def save(place: WindowPlace) -> None:
            with suppress(FacilitatorError):  # a window's place is not worth a notice
                self._settings.save_window_place(name, place)

        place = self._settings.window_place(name)
        RememberedPlace(window, save).put_back(place)
        return place

    def _forget_answers(self) -> None:
        from facilitator.domain.last_time import LastTime

        self._save_answers(LastTime())

    def _save_answers(self, last: "LastTime") -> None:
        """Save these answers as the next proposal."""
        try:
            self._settings.save_last_time(last)
        except FacilitatorError as error:
            self.show_notice(str(error), error.covered)

    def _save_setup(self, setup: "Setup") -> None:
        """Save what was changed during a workshop as the next proposal."""
        from facilitator.domain.last_time import LastTime

        last = LastTime.of(setup)
        if last != self._last_time:
            self._last_time = last
            self._save_answers(last)

    @property
    def _records_folder(self) -> Path:
        """The folder for records; a chosen one is used to the end, even if not saved."""
        return self._chosen_folder or self._data.records

    def _choose_records_folder(self, folder: Path) -> None:
        self._chosen_folder = folder
        try:
            self._settings.save_records_folder(folder)
        except FacilitatorError as error:
            self.show_notice(str(error), error.covered)
        self._before.show_records_folder()

    def _choose_idle(self, length: timedelta) -> None:
        try:
            self._settings.save_corner_idle(length)
        except FacilitatorError as error:
            self.show_notice(str(error), error.covered)

    def _try_it(self, display: str | None = None) -> None:
        """Start practice, with the board on a display as in a workshop, or "" for a window."""
        from facilitator.kinds.registry import READY_PLANS

        self._practise(READY_PLANS.practice(), display)

    def _practise(self, plan: "Plan", display: str | None) -> None:
        from facilitator.domain.setup import Setup

        setup = Setup(
            people=MADE_UP_PEOPLE,
            title=plan.title.first,
            support=_("Your support contact stands here"),
            recipients=_("nobody; this is only practice"),
            marks=plan.marks,
        )
        self._remove_for_good()
        self._run(self._workshops.practise(plan, setup), display)

    def _try_planned(self, plan: "Plan") -> None:
        """Practise with a plan from the planner, with the board in a window."""
        self._before.forget(plan.id)
        self._practise(plan, "")

    def _start_planned(self, plan: "Plan") -> None:
        """Show *Before you start* for a plan from the planner."""
        self._show_home()
        self._before.show(plan)

    def _print_planned(self, plan: "Plan") -> None:
        """Show what can be printed for a plan from the planner."""
        self._start_planned(plan)
        self._show_handouts(plan.id, None)

    def _change_plan(self, plan_id: str) -> None:
        """Open a plan in the planner, or a new one."""
        try:
            if plan_id:
                plan = self._before.plan(plan_id)
                self._before.forget(plan.id)
                self._planning.open(plan)
            else:
                self._planning.begin()
        except FacilitatorError as error:
            self.show_notice(str(error), error.covered)
        else:
            self.home.hide()

    def _delete_plan(self, plan_id: str) -> None:
        self._before.forget(PlanId(plan_id))
        self._do_in_list(lambda: self._planning.own.delete(PlanId(plan_id)))

    def _start(self, plan_id: str, setup: "Setup", display: str) -> None:
        try:
            self.begin(self._before.plan(plan_id), setup, self._before.display(display))
        except FacilitatorError as error:
            self.show_notice(str(error), error.covered)

    def _show_handouts(self, plan_id: str, setup: "Setup | None") -> None:
        from facilitator.app.handouts import show_handouts

        show_handouts(self.home, self._before.plan(plan_id), setup, self._data.library)

    def begin(self, plan: "Plan", setup: "Setup", display: str | None = None) -> None:
        """Start a workshop with its windows; the board on a display by its key, "" for a window.

        Without a key the largest other display is used. Raises ``StoreUnavailableError``.
        """
        from facilitator.domain.last_time import LastTime

        self._remove_for_good()
        self._run(self._workshops.begin(plan, setup), display)
        self._save_answers(LastTime.of(setup))

    def open_workshop(self, path: Path) -> None:
        """Carry on the workshop in a file, in any folder."""
        from facilitator.app import opening
        from facilitator.app.practice_folder import sweep

        sweep()  # Home may not become visible before the workshop is over
        try:
            workshop_id = opening.add_to_list(self._workshops.files, path, self.home)
        except StoreDamagedError as error:
            refusal = str(error)
        except FacilitatorError as error:
            self.show_notice(str(error), error.covered)
            return
        else:
            self._carry_on_in(workshop_id, path)
            return
        self._salvage(path, refusal)

    def _carry_on_in(self, workshop_id: WorkshopId, path: Path) -> None:
        from facilitator.app import opening

        self._carry_on(workshop_id)
        if self.running is not None and not self._list.is_written(workshop_id):
            self.show_notice(opening.own_file(path), opening.own_file_covered())

    def open_record(self, path: Path) -> None:
        """Show the lines of a record, to take some out."""
        self._records.show_lines(path)

    def _carry_on(self, workshop_id: str) -> None:
        """Carry on a workshop; if it was being closed, finish that instead."""
        damage = ""
        try:
            if self._workshops.is_closing(WorkshopId(workshop_id)):
                self._finish_what_was_begun()
                self._show_home()
                self._workshops.check_what_is_closing(WorkshopId(workshop_id))
            else:
                self._remove_for_good()
                self._run(self._workshops.carry_on(WorkshopId(workshop_id)))
        except StoreDamagedError as error:
            damage = str(error)
        except FacilitatorError as error:
            self.show_notice(str(error), error.covered)
        if damage:
            self._salvage(self._workshops.file_of(WorkshopId(workshop_id)), damage)

    def _salvage(self, path: Path, refusal: str) -> None:
        """Offer to save the readable part of a damaged file, and carry on with that.

        Not called while the error is handled, since its frames still hold the file open.
        """
        from facilitator.app import opening

        files = self._workshops.files
        try:
            if not files.can_be_salvaged(path) or not opening.is_to_be_salvaged(path, self.home):
                self.show_notice(refusal)
                return
            workshop_id = self._workshops.salvage(path)
            self._run(self._workshops.carry_on(workshop_id))
        except FacilitatorError as error:
            self.show_notice(str(error), error.covered)
            return
        message = _("What could be read is in a new file. Check that all you need is there.")
        self.show_notice(message)

    def _delete(self, workshop_id: str) -> None:
        self._do_in_list(lambda: self._workshops.delete(WorkshopId(workshop_id)))

    def _remove(self, workshop_id: str) -> None:
        """Mark a workshop as removed; until Home is left this can be undone."""
        self._removed |= {WorkshopId(workshop_id)}
        self._show_list()
        self.home.home_page.focus_undo(workshop_id)

    def _undo_remove(self, workshop_id: str) -> None:
        self._removed -= {WorkshopId(workshop_id)}
        self._show_list()
        self.home.home_page.focus_undo(workshop_id)

    def _remove_for_good(self) -> None:
        """Remove the marked workshops from the list; if that fails, the next start lists them."""
        removed, self._removed = self._removed, frozenset()
        for workshop_id in removed:
            try:
                self._workshops.remove(workshop_id)
            except FacilitatorError as error:
                self.home.show_notice(str(error), error.covered)

    def _open_in_desktop(self, path: str) -> None:
        self._records.open_in_desktop(path)

    def _show_listed_lines(self, path: str) -> None:
        self._records.show_listed_lines(path)

    def _finish_after_first_window(self) -> None:
        """Remove what a crash left of practice, and finish records that were being remade."""
        from facilitator.app.practice_folder import sweep

        sweep()
        left = [record for record in self._list.finished_records() if has_leftovers(record)]
        if left:
            self._records.settle(left)

    def _record_found(self, missing: str, path: str) -> None:
        if self._records.update_path(missing, path):
            self._show_home()
            self._records.open_in_desktop(path)

    def _do_in_list(self, command: Callable[[], None]) -> None:
        try:
            command()
        except FacilitatorError as error:
            self.show_notice(str(error), error.covered)
        self._show_home()

    def _run(self, session: "LiveSession", display: str | None = None) -> None:
        from facilitator.app.ending import Ending

        self.forget_practice()
        try:
            running = self._windows_of(session, display)
        except BaseException:
            session.close()  # else nobody could carry it on
            raise
        records = self._practice.path if session.workshop.practice else self._records_folder
        parting = self._parting = self._parting or self._new_parting()
        ending = Ending(self._workshops, running, records, parting)
        ending.folder_chosen.connect(self._choose_records_folder)
        self._ending = ending
        ending.ended.connect(self._ended)
        ending.timed.connect(self.home.show_times)
        self.running = running
        running.open()
        self._before.put_away()
        parting.close()  # only now, so that the room never sees the desktop in between
        self.home.hide()

    def _new_parting(self) -> "Parting":
        from facilitator.app.parting import Parting

        parting = Parting(self._application, self.home)
        parting.changed.connect(self._show_left_on_board)
        return parting

    def _show_left_on_board(self) -> None:
        self.home.show_left_on_board(self._parting.left if self._parting is not None else None)

    def _close_board(self) -> None:
        if self._parting is not None:
            self._parting.close()

    def _turn_board(self, pages: int) -> None:
        if self._parting is not None:
            self._parting.turn(pages)

    def _windows_of(self, session: "LiveSession", display: str | None) -> "WorkshopWindows":
        from facilitator.app.key_choice import apply_keys
        from facilitator.app.workshop_windows import WorkshopWindows
        from facilitator.domain.last_time import LastTime
        from facilitator.ui.corner.pace import Pace

        session.board.set_theme(self._settings.board_theme)
        pace = self._sources.corner_pace or Pace()
        running = WorkshopWindows(self._application, session, display, pace)
        if self._sources.may_fade and not _wants_less_motion(self._application):
            clock = self._sources.clock
            running.board.view.fade_by(lambda: clock.moment().reading)
        corner, idle = running.corner_place, self._settings.corner_idle
        if idle is not None:
            corner.set_idle(idle)
        corner.idle_chosen.connect(self._choose_idle)
        self._last_time = LastTime.of(session.workshop.setup)
        if not session.workshop.practice:
            running.signals.desk_changed.connect(lambda desk: self._save_setup(desk.setup))
        place = self._put_back(running.console, "the console")
        running.console_is_maximised = place is None or place.is_maximised
        running.console.set_theme(self._settings.console_theme)
        running.console.set_text_scale(self._settings.text_scale)
        self._chime.apply_to(running.console)
        apply_keys(running.console, self._settings)
        return running

    def _ended(self, sentence: str, record: str, covered: str) -> None:
        self.running = self._ending = None
        if self._is_terminating:
            return
        self._show_home()
        if record:
            self.last_record = Path(record)
            private = sentence if covered else ""
            self.home.show_after(covered or sentence, record, private=private)
        elif sentence:
            self.home.show_notice(sentence, covered)

    def _finish_what_was_begun(self) -> None:
        try:
            if not self._list.needs_finishing():
                return
            finished = self._workshops.finish_interrupted()
        except FacilitatorError as error:
            self.home.show_notice(str(error), error.covered)
            return
        if message := _finished_words(finished):
            self.home.show_notice(message, _finished_covered(finished))


def _finished_words(finished: "Finished") -> str:
    sentences = (
        _("A record was finished that had been interrupted: {path}").format(path=path)
        for path in finished.records
    )
    return " ".join((*sentences, *finished.problems))


def _finished_covered(finished: "Finished") -> str:
    """Describe finished records without titles and paths, for a covered Home."""
    sentences = (
        _("A record was finished that had been interrupted.") if finished.records else "",
        _("Something that was interrupted could not be finished.") if finished.problems else "",
    )
    return " ".join(filter(None, sentences))


def _wants_less_motion(application: QApplication) -> bool:
    """Return whether the desktop setting disables animations."""
    from PySide6.QtWidgets import QStyle  # a large import that the first window does not need

    return application.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
