"""Limits for the values in any of our files, whose content is not trusted (decision 20)."""

LONGEST_TEXT = 32_767  # code points in a field of one line
EARLIEST, LATEST = 1970, 2199  # a laptop with an empty battery starts in 1970


class UnsoundError(ValueError):
    """A file that the program would never write. The message quotes nothing of it."""
