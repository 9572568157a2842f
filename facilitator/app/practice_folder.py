"""Where the records of practice lie until they go, even after a crash."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QTemporaryDir

PREFIX = "facilitator-practice-"
LOCK = "in use"  # a file that the system lets go of when the program ends, however it ends


class PracticeFolder:
    """The folder of this program alone; another program that runs has one of its own."""

    def __init__(self) -> None:
        self._folder: QTemporaryDir | None = None
        self._lock: QLockFile | None = None

    @property
    def path(self) -> Path:
        """The folder, made when it is first asked for."""
        if self._folder is None:
            self._folder = QTemporaryDir(f"{QDir.tempPath()}/{PREFIX}XXXXXX")
            self._lock = _lock_in(Path(self._folder.path()))
            self._lock.tryLock(0)
        return Path(self._folder.path())

    def forget(self) -> None:
        """Remove the folder and all in it."""
        if self._folder is not None and self._lock is not None:
            self._lock.unlock()  # else Windows keeps the file
            self._folder.remove()
            self._folder = self._lock = None


def sweep() -> None:
    """Remove what a crash left of this user's practice; what a running program uses stays."""
    with suppress(OSError):  # it is tried again at the next start
        for folder in Path(QDir.tempPath()).glob(f"{PREFIX}*"):
            if _is_ours(folder):
                lock = _lock_in(folder)
                if lock.tryLock(0):
                    lock.unlock()
                    QDir(str(folder)).removeRecursively()


def _is_ours(folder: Path) -> bool:
    """Return whether this user made it: in a folder for all, others may put things in the way."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return sys.platform == "win32" or folder.stat().st_uid == os.getuid()


def _lock_in(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)  # old is not left: a workshop takes hours
    return lock
