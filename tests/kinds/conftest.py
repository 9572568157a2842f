"""What the tests of kinds share with the tests of windows."""

from tests.helpers.consoles import console

__all__ = ["console"]
