"""Starts the program: Qt, fonts, data folder, Home."""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from facilitator import __version__
from facilitator.app.crash import catch_bugs, disable_core_dumps, log_to_file
from facilitator.app.data_folder import open_or_do_without
from facilitator.app.messages import send_messages_to_log
from facilitator.app.program import Program, Sources
from facilitator.app.termination import Application, SystemSignals
from facilitator.live.session.chance import SystemShuffler
from facilitator.live.session.clock import SystemClock
from facilitator.resources import resource
from facilitator.store.record_files import is_record_file
from facilitator.ui.widgets.fonts import load_fonts, load_latin
from facilitator.wording import use_language

if TYPE_CHECKING:
    from PySide6.QtGui import QSessionManager

    from facilitator.domain.plan.plan import Plan


def make_application() -> QApplication:
    """Create the application object, with our fonts and icon."""
    application = _application()
    load_fonts()
    _give_icon(application)
    return application


def _give_icon(application: QApplication) -> None:
    """Set the icon. Its import is late: the first window is shown without it."""
    from facilitator.ui.widgets.app_icon import give_icon

    give_icon(application)


def _application() -> QApplication:
    """Create or return the application object, with our own family of fonts."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else Application(sys.argv[:1])
    application.setApplicationName("Facilitator")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("facilitator")
    application.setQuitOnLastWindowClosed(True)
    load_latin()
    return application


def run(data: Path, file: Path | None) -> int:
    """Open Home, a workshop's file, a plan or a record, and run until the last window closes.

    If the data folder cannot be used, it says so and goes on without. Raises ``PlanFileError`` if
    the file is neither a plan, a workshop nor a record, and ``RecordFileError`` for an invalid
    record.
    """
    plan, workshop, record = _what_is_in(file)
    log_to_file(data)
    messages = send_messages_to_log()
    application = _application()
    use_language(QLocale.system().name(), resource("i18n"))
    folder = open_or_do_without(data)
    disable_core_dumps()
    with closing(folder.library):
        sources = Sources(SystemClock(), SystemShuffler(), may_fade=True)
        program = Program(application, folder, sources)
        messages.before_stopping = program.forget_practice
        catch_bugs(program.show_notice, lambda: program.is_saved)
        if os.environ.get("FACILITATOR_BENCHMARK"):
            program.home.seen.connect(lambda: _say_shown(application))
        if file is None:
            program.home.seen.connect(lambda: _give_icon(application))  # slow: seven files
        else:
            load_fonts()  # Home may never become visible
            _give_icon(application)
        with terminated_by_the_system(application, program):
            program.open(plan)
            if workshop is not None:
                program.open_workshop(workshop)
            if record is not None:
                program.open_record(record)
            code = run_until_closed(application)
    leave_unfinished_work(code)
    return code


def run_until_closed(application: QApplication) -> int:
    """Run the event loop, unless the system has already ended the program."""
    if isinstance(application, Application) and application.is_terminated:
        return 0
    return application.exec()


@contextmanager
def terminated_by_the_system(application: QApplication, program: Program) -> Iterator[None]:
    """Let log-out, Quit and signals close the program immediately."""
    if not isinstance(application, Application):  # a test's application
        yield
        return
    signals = SystemSignals(application)
    signals.asked.connect(application.terminate)
    application.terminating.connect(program.terminate)
    application.commitDataRequest.connect(lambda manager: _save_session(manager, program))
    try:
        yield
    finally:
        signals.restore()


def _save_session(manager: "QSessionManager", program: Program) -> None:
    """Save for a log-out, which may still be cancelled; if it is not, Quit follows."""
    program.save_typing()
    from PySide6.QtGui import QSessionManager

    manager.setRestartHint(QSessionManager.RestartHint.RestartNever)


def leave_unfinished_work(code: int) -> None:
    """End the process if a record is still being made, since Python would wait for its thread.

    The next start finishes that record, as after a crash.
    """
    from facilitator.ui.widgets.background import is_work_running

    if is_work_running():
        logging.shutdown()
        os._exit(code)


def _what_is_in(file: Path | None) -> "tuple[Plan | None, Path | None, Path | None]":
    """Read ``file`` as a plan, a workshop or a record, before any window is opened.

    Raises ``PlanFileError`` and ``RecordFileError``.
    """
    if file is None:
        return None, None, None
    from facilitator.kinds.registry import PLAN_FILES
    from facilitator.live.library.taking_out import open_record
    from facilitator.store.workshop.file import is_workshop_file

    if is_workshop_file(file):
        return None, file, None
    if is_record_file(file):
        open_record(file)
        return None, None, file
    return PLAN_FILES.read(file), None, None


def _say_shown(application: QApplication) -> None:
    """Report to a benchmark that the first window is usable, and quit."""
    sys.stdout.write("shown\n")
    sys.stdout.flush()
    application.quit()
