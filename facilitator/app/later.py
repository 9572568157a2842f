"""What Home does without: imported when it is first asked for, so that the program starts quickly.

This is the one place in the program that imports its own windows late.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from facilitator.app.check_line import CheckLine
    from facilitator.app.ending import Ending
    from facilitator.app.parting import Parting
    from facilitator.app.records import Records
    from facilitator.app.workshop_windows import WorkshopWindows
    from facilitator.live.library.workshops import Workshops
    from facilitator.ui.scene.ruler import QtRuler


def workshops() -> "type[Workshops]":
    """Return what begins and ends workshops."""
    return cast("type[Workshops]", import_module("facilitator.live.library.workshops").Workshops)


def ruler() -> "type[QtRuler]":
    """Return what measures the board's texts."""
    return cast("type[QtRuler]", import_module("facilitator.ui.scene.ruler").QtRuler)


def workshop_windows() -> "type[WorkshopWindows]":
    """Return a running workshop's windows."""
    module = import_module("facilitator.app.workshop_windows")
    return cast("type[WorkshopWindows]", module.WorkshopWindows)


def wants_less_motion(application: "QApplication") -> bool:
    """Return whether the desktop asks for no animations."""
    from PySide6.QtWidgets import QStyle  # a large class, which the first window can do without

    return application.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


def ending() -> "type[Ending]":
    """Return what ends a running workshop."""
    return cast("type[Ending]", import_module("facilitator.app.ending").Ending)


def parting() -> "type[Parting]":
    """Return what the room sees once a workshop has ended."""
    return cast("type[Parting]", import_module("facilitator.app.parting").Parting)


def records() -> "type[Records]":
    """Return what opens records, and takes lines out of them."""
    return cast("type[Records]", import_module("facilitator.app.records").Records)


def background() -> ModuleType:
    """Return the module of slow work; its threads take long to import."""
    return import_module("facilitator.ui.widgets.background")


def key_choice() -> ModuleType:
    """Return what gives the console its keys."""
    return import_module("facilitator.app.key_choice")


def check_line() -> "type[CheckLine]":
    """Return what shows a line for the back row to read."""
    return cast("type[CheckLine]", import_module("facilitator.app.check_line").CheckLine)
