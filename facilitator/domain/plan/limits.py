"""The limits of texts and lists of a plan, in plan files and in the planner."""

from datetime import timedelta

MOST_TITLE = 80  # characters, like the other texts
MOST_QUESTION = 300
MOST_LABEL = 80
MOST_SAY = 1000
MOST_DO = 4000
MOST_MATERIALS = 500
MOST_STEPS = 100
MOST_PEOPLE = 200
MOST_LIST = 12  # entries
MOST_SEGMENTS = 40  # many one-minute rotations, each with its own question
SHORTEST, LONGEST = timedelta(seconds=10), timedelta(hours=8)  # of a step
