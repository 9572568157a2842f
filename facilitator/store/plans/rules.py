"""What each kind of step may hold in a plan file, and what it holds where nothing is written."""

from facilitator.domain.step import Reveal, StepKind

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
FIELDS_OF = {
    StepKind.TALK: ("form", "segments"),
    StepKind.GATHER: ("ways", "notes_a_turn", "floor"),
    StepKind.OPEN: ("of",),
    StepKind.PATTERNS: ("of",),
    StepKind.DOTS: ("of",),
    StepKind.CONSENT_CHECK: ("scale",),
    StepKind.PULSE: ("floor", "scale", "statements"),
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
