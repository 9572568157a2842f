"""What Qt and its libraries say goes to the log, by its kind alone; the terminal stays ours."""

import logging
import os

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
COULD_NOT_GO_ON = 2


class _QtMessages:
    """Logs each kind of message once, since some come with every window."""

    def __init__(self) -> None:
        self._logged: set[tuple[QtMsgType, str, str]] = set()

    def handle(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        category = context.category or "default"
        text = message if category.startswith(NO_WORDS) else ""
        if (kind, category, text) not in self._logged:
            self._logged.add((kind, category, text))
            log.log(LEVELS[kind], "Qt, %s: %s", category, text or "left out, it may quote words")
        if kind is QtMsgType.QtFatalMsg:
            _stop()


def quiet_the_terminal() -> None:
    """Send Qt's messages to the log from now on, and ask other libraries to be quiet.

    Call it before there is an application: Qt reads the rules when one is made.
    """
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    logging.getLogger().addHandler(logging.NullHandler())  # Python's last resort is the terminal
    qInstallMessageHandler(_QtMessages().handle)


def _stop() -> None:
    """End with one sentence; Qt would abort as soon as the message is handled."""
    complain(
        FacilitatorError(
            _("Windows cannot be shown here, so Facilitator had to stop."),
            _("“facilitator doctor” says what this computer lacks."),
        )
    )
    logging.shutdown()
    os._exit(COULD_NOT_GO_ON)
