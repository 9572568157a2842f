"""A folder that can be read and not written, also for the root of a container."""

import ctypes
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

VERSION = 0x20080522  # of the structures below: linux/capability.h
MODES_DO_NOT_HOLD = 0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Sets(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Take from a folder and all in it the right to write; it is given back afterwards."""
    with ExitStack() as stack:
        for path in (*folder.rglob("*"), folder):
            mode = path.stat().st_mode
            stack.callback(path.chmod, mode)
            path.chmod(mode & ~0o222)
        stack.enter_context(modes_hold())
        assert not os.access(folder, os.W_OK, effective_ids=True)
        yield


@contextmanager
def modes_hold() -> Iterator[None]:
    """Let modes of files hold for this thread, even if it is root's."""
    before = (_Sets * 2)()
    _call("capget", before)
    held = (_Sets * 2)(*before)
    held[0] = _Sets(
        before[0].effective & ~MODES_DO_NOT_HOLD, before[0].permitted, before[0].inheritable
    )
    _call("capset", held)
    try:
        yield
    finally:
        _call("capset", before)


def _call(name: str, sets: "ctypes.Array[_Sets]") -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, name)(ctypes.byref(_Header(VERSION, 0)), sets):
        raise OSError(ctypes.get_errno(), name)
