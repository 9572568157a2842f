"""Qt's add-ons, which a computer may lack: asked for here alone, so that none is ever a bug."""

from importlib import import_module
from types import ModuleType


def addon(name: str) -> ModuleType | None:
    """Return an add-on by its whole name; ``None`` where it, or a library of it, is missing."""
    try:
        return import_module(name)
    except ImportError:
        return None
