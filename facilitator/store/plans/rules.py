"""What each kind of step may hold in a plan file, and what it holds where nothing is written."""

from facilitator.domain.plan.step import Reveal, StepKind

MOST_TITLE = 80  # characters, as the other texts
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
FIELDS_OF = {  # a gathering, a break and the choice of the record show no time
    StepKind.TALK: ("time_shown", "form", "segments"),
    StepKind.AGREEMENT: ("time_shown",),
    StepKind.GATHER: ("ways", "notes_a_turn", "floor"),
    StepKind.OPEN: ("time_shown", "of"),
    StepKind.PATTERNS: ("time_shown", "of"),
    StepKind.DOTS: ("time_shown", "of"),
    StepKind.CONSENT_CHECK: ("time_shown", "scale", "passes"),
    StepKind.PULSE: ("time_shown", "floor", "scale", "statements"),
    StepKind.SMALL_STEPS: ("time_shown",),
}
ALL_EXTRA = frozenset(field for fields in FIELDS_OF.values() for field in fields)

REVEALS = {  # the first is what holds where nothing is written
    StepKind.TALK: (Reveal.NONE, Reveal.CAPTURE),
    StepKind.AGREEMENT: (Reveal.CAPTURE, Reveal.NONE),
    StepKind.GATHER: (Reveal.BATCH,),
    StepKind.OPEN: (Reveal.BATCH, Reveal.COUNTS),
    StepKind.PATTERNS: (Reveal.BATCH, Reveal.CAPTURE),
    StepKind.DOTS: (Reveal.COUNTS,),
    StepKind.CONSENT_CHECK: (Reveal.COUNTS,),
    StepKind.PULSE: (Reveal.COUNTS,),
    StepKind.SMALL_STEPS: (Reveal.CAPTURE, Reveal.NONE),
    StepKind.RECORD_CHOICE: (Reveal.NONE,),
    StepKind.BREAK: (Reveal.NONE,),
    StepKind.SLACK: (Reveal.NONE,),
}
LINES_FROM = {  # whose lines a step may use
    StepKind.OPEN: (StepKind.GATHER, StepKind.PULSE),
    StepKind.PATTERNS: (StepKind.GATHER,),
    StepKind.DOTS: (StepKind.GATHER, StepKind.PATTERNS),
}
SCALE_LENGTHS = {StepKind.PULSE: (5, 5), StepKind.CONSENT_CHECK: (2, 8)}


def default_reveal(kind: StepKind) -> Reveal:
    """Return how lines come to the board in this kind of step unless the plan says."""
    return REVEALS[kind][0]


def default_may_drop(kind: StepKind, *, protect: bool) -> bool:
    """Return whether a step may be dropped unless the plan says: slack only."""
    return kind is StepKind.SLACK and not protect
