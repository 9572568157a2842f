"""Limits of what any of our files can hold; what a file says is not trusted (decision 20)."""

LONGEST_TEXT = 32_767  # code points: what a field of one line takes
EARLIEST, LATEST = 1970, 2199  # a laptop whose battery was empty begins at 1970


class UnsoundError(ValueError):
    """The program never writes such a file. It quotes nothing of it."""
