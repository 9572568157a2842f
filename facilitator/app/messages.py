"""Logs messages of Qt and its libraries by their kind only, and keeps them off the terminal."""

import logging
import os
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from facilitator.errors import FacilitatorError
from facilitator.output import complain
from facilitator.wording import _

log = logging.getLogger(__name__)
NO_WORDS = ("qt.multimedia", "qt.qpa.plugin", "qt.qpa.screen", "qt.tts")  # these never quote a text
QUIET = {  # as each library documents it; the user's own settings stay
    "QT_LOGGING_RULES": "qt.multimedia.*=false;qt.tts.*=false;*.debug=false;*.info=false",
    "PULSE_LOG": "0",
    "PIPEWIRE_DEBUG": "0",
    "LIBVA_MESSAGING_LEVEL": "0",
    "EGL_LOG_LEVEL": "fatal",
    "LIBGL_DEBUG": "quiet",
    "MESA_LOG_LEVEL": "silent",
}
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# Qt's own words before it exits, which it never translates
DISPLAY_WENT = ("The X11 connection broke", "The Wayland connection broke")
COULD_NOT_GO_ON = 2


class QtMessages:
    """Logs each kind of message once, since some appear with every window.

    ``before_stopping`` is called when the display is gone; it must not touch windows.
    """

    def __init__(self) -> None:
        self._logged: set[tuple[QtMsgType, str, str]] = set()
        self.before_stopping: Callable[[], None] = lambda: None

    def handle(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Log a message; end the program where Qt would abort, or exit with open windows."""
        category = context.category or "default"
        text = message if category.startswith(NO_WORDS) else ""
        if (kind, category, text) not in self._logged:
            self._logged.add((kind, category, text))
            log.log(LEVELS[kind], "Qt, %s: %s", category, text or "left out, it may quote words")
        if kind is QtMsgType.QtFatalMsg:
            _stop(_no_windows())
        elif message.startswith(DISPLAY_WENT):
            self.before_stopping()
            _stop(_display_went())


def send_messages_to_log() -> QtMessages:
    """Send Qt's messages to the log, and silence other libraries.

    Call it before the application is created, when Qt reads the rules.
    """
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    logging.getLogger().addHandler(logging.NullHandler())  # else Python uses the terminal
    messages = QtMessages()
    qInstallMessageHandler(messages.handle)
    return messages


def _stop(error: FacilitatorError) -> None:
    """Exit immediately with a sentence: Qt's own exit crashes with open windows."""
    complain(error)
    logging.shutdown()
    os._exit(COULD_NOT_GO_ON)


def _no_windows() -> FacilitatorError:
    return FacilitatorError(
        _("Windows cannot be shown here, so Facilitator had to stop."),
        _("“facilitator doctor” says what this computer lacks."),
    )


def _display_went() -> FacilitatorError:
    return FacilitatorError(
        _("The display went away, so Facilitator had to stop."),
        _("Start it again to carry on with what was saved."),
    )
