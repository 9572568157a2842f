"""What the tests of windows share."""

from tests.helpers.consoles import console

__all__ = ["console"]
