"""The temporary folder for practice records, removed even after a crash."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QTemporaryDir

PREFIX = "facilitator-practice-"
LOCK = "in use"  # a file whose lock the system releases however the program ends


class PracticeFolder:
    """The folder of this process; another running program has its own."""

    def __init__(self) -> None:
        self._folder: QTemporaryDir | None = None
        self._lock: QLockFile | None = None

    @property
    def path(self) -> Path:
        """The folder, created on first use."""
        if self._folder is None:
            self._folder = QTemporaryDir(f"{QDir.tempPath()}/{PREFIX}XXXXXX")
            self._lock = _lock_in(Path(self._folder.path()))
            self._lock.tryLock(0)
        return Path(self._folder.path())

    def forget(self) -> None:
        """Remove the folder and its content."""
        if self._folder is not None and self._lock is not None:
            self._lock.unlock()  # else Windows cannot delete the file
            self._folder.remove()
            self._folder = self._lock = None


def sweep() -> None:
    """Remove this user's practice folders left by a crash; skip those in use."""
    with suppress(OSError):  # the next start tries again
        for folder in Path(QDir.tempPath()).glob(f"{PREFIX}*"):
            if _is_ours(folder):
                lock = _lock_in(folder)
                if lock.tryLock(0):
                    lock.unlock()
                    QDir(str(folder)).removeRecursively()


def _is_ours(folder: Path) -> bool:
    """Return whether this user owns it: in a shared folder others may create files."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return sys.platform == "win32" or folder.stat().st_uid == os.getuid()


def _lock_in(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)  # old does not mean abandoned: a workshop takes hours
    return lock
