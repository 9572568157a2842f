"""How long words that somebody left in the corner wait before they are wiped."""

from datetime import timedelta

LEAST_IDLE, USUAL_IDLE, MOST_IDLE = (timedelta(minutes=one) for one in (1, 2, 10))
