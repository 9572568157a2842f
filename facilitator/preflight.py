"""Checks what Qt needs to open a window: without it Qt itself would abort without a message.

The program, ``make run`` and ``make test`` read one table, so that they never disagree.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable

from facilitator.errors import FacilitatorError
from facilitator.wording import _

# the Debian package of each library; Ubuntu has the same names
ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
XCB = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
# what Qt's add-ons need for the chime and for reading aloud; no window needs it
OPTIONAL = {
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
}
NEEDS = {"xcb": ALWAYS | XCB, "wayland": ALWAYS | WAYLAND}
WITHOUT_DISPLAY = ("offscreen", "minimal", "vnc", "eglfs", "linuxfb", "minimalegl", "vkkhrdisplay")


def preflight() -> None:
    """Make sure that Qt can open a window here.

    Raises:
        FacilitatorError: a library or a display is missing; names it and what to do.

    """
    if sys.platform != "linux":
        return
    platforms = wanted_platforms()
    problems = [problem_with(platform) for platform in platforms]
    if not problems:
        raise FacilitatorError(
            _("There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set."),
            _("Start Facilitator from a desktop; “facilitator rehearse” runs without a display."),
        )
    if first := all(problems) and problems[0]:
        raise first


def has_display() -> bool:
    """Return whether a window opened here would be visible to somebody."""
    if sys.platform != "linux":
        return True
    on_screen = [name for name in wanted_platforms() if name in NEEDS]
    return any(problem_with(name) is None for name in on_screen)


def wanted_platforms() -> list[str]:
    """Return the platforms that Qt would try, in its order; none without any display."""
    if chosen := os.environ.get("QT_QPA_PLATFORM"):
        names = [part.partition(":")[0] for part in chosen.split(";")]
        return ["wayland" if name.startswith("wayland") else name for name in names]
    platforms = [
        name
        for variable, name in (("DISPLAY", "xcb"), ("WAYLAND_DISPLAY", "wayland"))
        if os.environ.get(variable)
    ]
    in_wayland = os.environ.get("XDG_SESSION_TYPE") == "wayland"
    return platforms[::-1] if in_wayland else platforms


def problem_with(platform: str) -> FacilitatorError | None:
    """Return the reason why Qt cannot open windows on ``platform``, or ``None``."""
    if platform not in (*NEEDS, *WITHOUT_DISPLAY):
        return FacilitatorError(
            _("Qt has no platform called “{name}”.").format(name=platform),
            _("Take QT_QPA_PLATFORM out of the environment, or set it to xcb or wayland."),
        )
    missing = missing_libraries(platform)
    if missing:
        return _libraries_error(missing)
    if platform in NEEDS and not _answers(platform):
        variable = "DISPLAY" if platform == "xcb" else "WAYLAND_DISPLAY"
        return FacilitatorError(
            _("The display that {variable} names ({value}) does not answer.").format(
                variable=variable, value=os.environ.get(variable) or _("nothing")
            ),
            _("Start Facilitator from a desktop; “facilitator rehearse” runs without a display."),
        )
    return None


def missing_libraries(platform: str) -> dict[str, str]:
    """Return the libraries that ``platform`` lacks, each with its Debian package."""
    return {
        name: package for name, package in NEEDS.get(platform, ALWAYS).items() if not _loads(name)
    }


def missing_packages() -> list[str]:
    """Return the Debian packages that a window on an ordinary desktop still needs."""
    lacking = missing_libraries("xcb")
    if os.environ.get("WAYLAND_DISPLAY"):
        lacking |= missing_libraries("wayland")
    return sorted(set(lacking.values()))


def missing_optional_packages() -> list[str]:
    """Return the Debian packages without which there is no chime and no reading aloud."""
    return sorted({package for name, package in OPTIONAL.items() if not _loads(name)})


def _libraries_error(missing: dict[str, str]) -> FacilitatorError:
    message = _("This computer lacks system libraries that windows need: {names}.")
    if shutil.which("apt-get"):
        remedy = _("Type: {line}").format(line=apt_line(missing.values()))
    else:
        remedy = _("Install them with this system's package manager.")
    return FacilitatorError(message.format(names=", ".join(sorted(missing))), remedy)


def apt_line(packages: Iterable[str]) -> str:
    """Return the command that installs ``packages`` on Debian and Ubuntu."""
    return "sudo apt-get install -y " + " ".join(sorted(set(packages)))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _answers(platform: str) -> bool:
    """Try to connect as Qt would, with address and permission, and disconnect again."""
    if platform == "wayland":
        wayland = ctypes.CDLL("libwayland-client.so.0")
        wayland.wl_display_connect.restype = ctypes.c_void_p
        display = wayland.wl_display_connect(None)
        if display:
            wayland.wl_display_disconnect(ctypes.c_void_p(display))
        return bool(display)
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
