"""A check that begins by itself: the lowest hand decides."""
