"""How long abandoned words stay in the corner before they are wiped."""

from datetime import timedelta

LEAST_IDLE, USUAL_IDLE, MOST_IDLE = (timedelta(minutes=count) for count in (1, 2, 10))
