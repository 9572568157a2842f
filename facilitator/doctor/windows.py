"""The doctor's checks that need Qt: versions, displays, fonts, icons, voices."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import qInstallMessageHandler, qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from facilitator.app.messages import send_messages_to_log
from facilitator.doctor.finding import Finding
from facilitator.preflight import apt_line, has_display, missing_optional_packages
from facilitator.ui.widgets.addons import addon
from facilitator.ui.widgets.chime import can_sound
from facilitator.ui.widgets.fonts import FAMILIES, load_fonts
from facilitator.ui.widgets.glyphs import loaded_font
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.screens import ScreenInfo, screens_are_mirrored, screens_now
from facilitator.wording import _

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech


def look() -> Iterator[Finding]:
    """Check what Qt provides; an application is created if there is none."""
    application = QApplication.instance() or _application()
    yield Finding(
        _("Qt"), _("{qt}, PySide6 {version}").format(qt=qVersion(), version=PySide6.__version__)
    )
    yield displays(screens_now() if has_display() else ())
    yield fonts()
    yield icons()
    yield sound()
    yield voices()
    del application


def _application() -> QApplication:
    send_messages_to_log()
    return QApplication(["facilitator"])


def displays(screens: tuple[ScreenInfo, ...]) -> Finding:
    """List the displays; a workshop runs with one, better with two."""
    topic = _("Displays")
    names = ", ".join(f"{screen.name} {screen.width} × {screen.height}" for screen in screens)
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
        result = _("{names}, showing the same: the room would see the console.")
        remedy = _("Choose “extend” in place of “mirror” in the system's settings.")
        return Finding(topic, result.format(names=names), remedy, needed=False)
    return Finding(topic, _("{names}.").format(names=names))


def fonts() -> Finding:
    """Check whether Qt has every typeface that the board and the record use."""
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
    """Check whether every icon can be drawn."""
    if loaded_font() is not None:
        return Finding(_("Icons"), _("All {count} are here.").format(count=len(Icon)))
    return Finding(_("Icons"), _("Their font did not load."), _allow_fonts(), needed=False)


def _allow_fonts() -> str:
    """Return the remedy for a font that did not load; a workshop can do without it."""
    return _(
        "A workshop can run: the system's typeface and words stand in. Install Facilitator again, "
        "or ask whoever looks after this computer to allow its fonts."
    )


def _voices_of(speech: type["QTextToSpeech"]) -> int:
    engines = [name for name in speech.availableEngines() if name != "mock"]
    return sum(len(speech(name).availableVoices()) for name in engines)


@contextmanager
def _without_qt_messages() -> Iterator[None]:
    """Suppress Qt's messages: it names each missing library."""
    before = qInstallMessageHandler(lambda *_message: None)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def sound() -> Finding:
    """Check whether the chime can sound, which no workshop depends on."""
    with _without_qt_messages():
        sounds = can_sound()
    if sounds:
        return Finding(_("Sound"), _("The chime can sound."))
    return Finding(_("Sound"), _("The chime cannot sound."), _add_on_words(), needed=False)


def _add_on_words() -> str:
    """Return the remedy for a missing add-on of Qt."""
    if missing := missing_optional_packages():
        return _("A workshop can do without it. To have it, type: {line}").format(
            line=apt_line(missing)
        )
    return _("A workshop can do without it. To have it, install PySide6-Addons.")


def voices() -> Finding:
    """Check whether this computer can read lines aloud, which no workshop depends on."""
    with _without_qt_messages():
        module = addon("PySide6.QtTextToSpeech")
        count = _voices_of(module.QTextToSpeech) if module is not None else 0
    if module is None:
        return Finding(_("Voices"), _("Lines cannot be read aloud."), _add_on_words(), needed=False)
    if count:
        return Finding(_("Voices"), _("{count} can read aloud.").format(count=count))
    return Finding(
        _("Voices"),
        _("None is installed, so lines are read by people alone."),
        _("Install speech-dispatcher if the computer should read aloud."),
        needed=False,
    )
