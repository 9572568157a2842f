"""What Qt and its libraries say goes to the log, by its kind alone; the terminal stays ours."""

import logging
import os
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from facilitator.errors import FacilitatorError
from facilitator.output import complain
from facilitator.wording import _

log = logging.getLogger(__name__)
NO_WORDS = ("qt.multimedia", "qt.qpa.plugin", "qt.qpa.screen", "qt.tts")  # never quote a text
QUIET = {  # as each library documents it; what somebody has set for themselves stays
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
# Qt's own words, which it never translates, just before it exits
DISPLAY_WENT = ("The X11 connection broke", "The Wayland connection broke")
COULD_NOT_GO_ON = 2


class QtMessages:
    """Logs each kind of message once, since some come with every window.

    ``before_stopping`` is called when the display is gone; it must touch no window.
    """

    def __init__(self) -> None:
        self._logged: set[tuple[QtMsgType, str, str]] = set()
        self.before_stopping: Callable[[], None] = lambda: None

    def handle(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Log a message; end the program where Qt would abort, or exit with all windows alive."""
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


def quiet_the_terminal() -> QtMessages:
    """Send Qt's messages to the log from now on, and ask other libraries to be quiet.

    Call it before there is an application: Qt reads the rules when one is made.
    """
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    logging.getLogger().addHandler(logging.NullHandler())  # Python's last resort is the terminal
    messages = QtMessages()
    qInstallMessageHandler(messages.handle)
    return messages


def _stop(error: FacilitatorError) -> None:
    """End with one sentence, at once: Qt's own end would crash among windows that are alive."""
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
