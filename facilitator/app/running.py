"""Starts the program: Qt, fonts, data folder, Home."""

import os
import sys
from contextlib import closing
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QStyle

from facilitator import __version__
from facilitator.app.crash import catch_bugs, keep_a_log, leave_no_core
from facilitator.app.data_folder import open_or_do_without
from facilitator.app.program import Program, Sources
from facilitator.live.chance import SystemShuffler
from facilitator.live.clock import SystemClock
from facilitator.resources import resource
from facilitator.store.record_files import is_record_file
from facilitator.ui.kit.app_icon import give_icon
from facilitator.ui.kit.fonts import load_fonts
from facilitator.wording import use_language


def make_application() -> QApplication:
    """Return the one application object, with our fonts; it remembers nothing of its own."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Facilitator")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("facilitator")
    application.setQuitOnLastWindowClosed(True)
    load_fonts()
    give_icon(application)
    return application


def run(data: Path, file: Path | None) -> int:
    """Open Home, a workshop's file or a plan's, and stay until the last window closes.

    Where the data folder cannot be used, it says so and does without. Raises ``PlanFileError`` when
    the file is neither a plan, a workshop nor a record, and ``RecordFileError`` for a record that
    is none.
    """
    workshop = file if file is not None and _is_workshop(file) else None
    record = file if file is not None and workshop is None and is_record_file(file) else None
    plan = None
    if record is not None:
        import_module("facilitator.live.taking_out").open_record(record)
    elif file is not None and workshop is None:
        plan = import_module("facilitator.store.plans.plan_file").read_plan(file)
    application = make_application()
    use_language(QLocale.system().name(), resource("i18n"))
    folder = open_or_do_without(data)
    keep_a_log(data)
    leave_no_core()
    fades = not wants_less_motion(application)
    with closing(folder.library):
        program = Program(
            application, folder, Sources(SystemClock(), SystemShuffler(), fades=fades)
        )
        catch_bugs(program.show_notice, lambda: program.is_kept)
        if os.environ.get("FACILITATOR_BENCHMARK"):
            program.home.seen.connect(lambda: _say_shown(application))
        program.open(plan)
        if workshop is not None:
            program.open_workshop(workshop)
        if record is not None:
            program.open_record(record)
        return application.exec()


def _is_workshop(file: Path) -> bool:
    found: bool = import_module("facilitator.store.workshop.file").is_workshop_file(file)
    return found


def wants_less_motion(application: QApplication) -> bool:
    """Return whether the desktop asks for no animations."""
    return application.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


def _say_shown(application: QApplication) -> None:
    """Tell a benchmark that the first window is usable, and end."""
    sys.stdout.write("shown\n")
    sys.stdout.flush()
    application.quit()
