"""The doctor's looks that need Qt: versions, displays, fonts, icons, voices."""

from collections.abc import Iterator
from importlib import import_module

import PySide6
from PySide6.QtCore import qInstallMessageHandler, qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from facilitator.app.messages import quiet_the_terminal
from facilitator.doctor import Finding
from facilitator.preflight import has_display
from facilitator.ui.kit.fonts import FAMILIES, load_fonts
from facilitator.ui.kit.glyphs import has_glyphs
from facilitator.ui.kit.icons import Icon
from facilitator.ui.kit.screens import ScreenInfo, screens_are_mirrored, screens_now
from facilitator.wording import _


def look() -> Iterator[Finding]:
    """Look at all that Qt brings; an application is made when there is none yet."""
    kept = QApplication.instance() or _application()
    yield Finding(
        _("Qt"), _("{qt}, PySide6 {version}").format(qt=qVersion(), version=PySide6.__version__)
    )
    yield displays(screens_now() if has_display() else ())
    yield fonts()
    yield icons()
    yield voices()
    del kept


def _application() -> QApplication:
    quiet_the_terminal()
    return QApplication(["facilitator"])


def displays(screens: tuple[ScreenInfo, ...]) -> Finding:
    """Return which displays there are; a workshop runs with one, better with two."""
    topic = _("Displays")
    names = ", ".join(f"{one.name} {one.width} × {one.height}" for one in screens)
    if not screens:
        return Finding(
            topic,
            _("None here, so fonts and icons were tried in memory."),
            _("Start Facilitator from a desktop to run a workshop."),
            needed=False,
        )
    if len(screens) == 1:
        remedy = _("Plug the projector in, and choose “extend” in the system's settings.")
        return Finding(topic, _("{names}.").format(names=names), remedy, needed=False)
    if screens_are_mirrored(screens):
        found = _("{names}, showing the same: the room would see the console.")
        remedy = _("Choose “extend” in place of “mirror” in the system's settings.")
        return Finding(topic, found.format(names=names), remedy, needed=False)
    return Finding(topic, _("{names}.").format(names=names))


def fonts() -> Finding:
    """Return whether Qt has every typeface that the board and the record use."""
    load_fonts()
    missing = sorted(set(FAMILIES) - set(QFontDatabase.families()))
    if not missing:
        return Finding(_("Fonts"), _("All {count} are here.").format(count=len(FAMILIES)))
    return Finding(
        _("Fonts"),
        _("Some did not load: {names}.").format(names=", ".join(missing)),
        _allow_fonts(),
        needed=False,
    )


def icons() -> Finding:
    """Return whether every icon can be drawn."""
    if has_glyphs():
        return Finding(_("Icons"), _("All {count} are here.").format(count=len(Icon)))
    return Finding(_("Icons"), _("Their font did not load."), _allow_fonts(), needed=False)


def _allow_fonts() -> str:
    """Return what to do about a font that did not load; a workshop can do without it."""
    return _(
        "A workshop can run: the system's typeface and words stand in. Install Facilitator again, "
        "or ask whoever looks after this computer to allow its fonts."
    )


def voices() -> Finding:
    """Return whether this computer can read lines aloud, which no workshop depends on."""
    before = qInstallMessageHandler(lambda *_said: None)  # Qt names each library that is not there
    speech = import_module("PySide6.QtTextToSpeech").QTextToSpeech
    engines = [name for name in speech.availableEngines() if name != "mock"]
    count = sum(len(speech(name).availableVoices()) for name in engines)
    qInstallMessageHandler(before)
    if count:
        return Finding(_("Voices"), _("{count} can read aloud.").format(count=count))
    return Finding(
        _("Voices"),
        _("None is installed, so lines are read by people alone."),
        _("Install speech-dispatcher if the computer should read aloud."),
        needed=False,
    )
