"""Fields and limits of every plan and every step in a plan file; ``part.py`` has those of kinds."""

MOST_TITLE = 80  # characters, like the other texts
MOST_QUESTION = 300
MOST_LABEL = 80
MOST_SAY = 1000
MOST_DO = 4000
MOST_MATERIALS = 500

PLAN_FIELDS = (
    "facilitator_plan",
    "id",
    "title",
    "summary",
    "purpose",
    "for_whom",
    "room",
    "languages",
    "time_shown",
    "cue",
    "marks",
    "people",
    "steps",
)
STEP_FIELDS = (
    "id",
    "kind",
    "title",
    "minutes",
    "question",
    "hint",
    "cue",
    "say",
    "do",
    "materials",
    "reveal",
    "protect",
    "trim_to",
    "may_drop",
    "with_break",
    "record_default",
)
