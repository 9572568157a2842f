"""What must be there before a window opens is what Qt's own files need, and nothing more."""

import struct
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from facilitator.preflight import NEEDS, OPTIONAL

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it reads Linux's library files")
EVERYWHERE = ("ld-linux", "libc.", "libdl.", "libgcc_s.", "libm.", "libpthread.", "librt.")
# what every Debian has, or what comes with a package of the table
COMES_ALONG = {
    "libgthread-2.0.so.0",
    "libstdc++.so.6",
    "libxcb-render.so.0",
    "libxcb-util.so.1",
    "libxcb.so.1",
    "libz.so.1",
    "libzstd.so.1",
}
WINDOWS = ("QtCore.abi3.so", "QtGui.abi3.so", "QtWidgets.abi3.so", "QtTest.abi3.so")
PLATFORMS = {"xcb": "libqxcb.so", "wayland": "libqwayland*.so"}
STRINGS, NEEDED = 6, 1  # kinds of section and of entry in a library file


def qt() -> Path:
    """Return where PySide6 lies."""
    package = find_spec("PySide6")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent


def named_in(library: Path) -> Iterator[str]:
    """Return the libraries that a library file names as needed."""
    held = library.read_bytes()
    (start,) = struct.unpack_from("<Q", held, 0x28)
    size, count = struct.unpack_from("<HH", held, 0x3A)
    sections = [struct.unpack_from("<IIQQQQIIQQ", held, start + n * size) for n in range(count)]
    for section in (section for section in sections if section[1] == STRINGS):
        names = sections[section[6]][4]
        for place in range(section[4], section[4] + section[5], 16):
            kind, name = struct.unpack_from("<qQ", held, place)
            if kind == NEEDED:
                begin = names + name
                yield held[begin : held.index(b"\0", begin)].decode()


def needed_by(files: list[Path]) -> set[str]:
    """Return the libraries of the system that files need, also through Qt's own."""
    waiting, seen, outside = list(files), set(files), set()
    while waiting:
        for name in named_in(waiting.pop()):
            ours = next((p for p in (qt() / "Qt/lib" / name, qt() / name) if p.exists()), None)
            if ours is None and not name.startswith((*EVERYWHERE, "libshiboken6")):
                outside.add(name)
            elif ours is not None and ours not in seen:
                seen.add(ours)
                waiting.append(ours)
    return outside


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_table_has_what_windows_need_and_nothing_more(platform: str) -> None:
    plugins = list((qt() / "Qt/plugins/platforms").glob(PLATFORMS[platform]))
    assert plugins
    needed = needed_by([*(qt() / name for name in WINDOWS), *plugins])
    assert needed - COMES_ALONG == set(NEEDS[platform])


def test_sound_servers_and_kerberos_are_needed_by_add_ons_alone() -> None:
    needed = needed_by([qt() / "QtMultimedia.abi3.so", qt() / "QtTextToSpeech.abi3.so"])
    assert set(OPTIONAL) <= needed
    assert not set(OPTIONAL) & set().union(*NEEDS.values())
