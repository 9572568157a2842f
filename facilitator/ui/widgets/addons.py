"""Imports Qt's add-ons, which may be missing on a computer."""

from importlib import import_module
from types import ModuleType


def addon(name: str) -> ModuleType | None:
    """Import an add-on by its full name; ``None`` if it or one of its libraries is missing."""
    try:
        return import_module(name)
    except ImportError:
        return None
