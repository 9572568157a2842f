"""A check that begins with its step: the lowest hand decides."""
