"""Made-up people for practice and rehearsal, and what they say and write."""

from facilitator.domain.contribution import Turn
from facilitator.domain.plan.step import Step, Trait

SAID = (
    "One voice at a time",
    "It’s fine to pass",
    "Ask before giving advice",
    "What we learn can leave; names and stories stay",
    "Say what you need",
)
SUGGESTED_ALOUD = (
    *SAID,
    "Phones for care and access are welcome",
    "Challenge ideas, care for people",
    "Leave and come back whenever you need to",
    "Let people finish",
    "No cutting in",
)
JOINED = "Let people finish, without cutting in"
LOOKS_LIKE = "We count to three before we answer"
CHANGED_PLACE, CHANGED = 6, "Challenge ideas and look after people, both"
PARKED_BECAUSE = "We see how the first round goes."
SMALL_STEPS = (
    "Send the questions out the day before",
    "Begin with a quiet minute",
)
WRITTEN = (
    "there is a quiet minute before we discuss",
    "somebody asks me a real question",
    "Rwy’n gwybod y caf ail gynnig ar yr hyn roeddwn yn ei olygu",
    "we act on one thing we said last time",
    "people finish what they are doing and listen",
    "nobody fills every silence",
    "the ones with more power speak last",
    "it counts as work, and people are paid for their time",
    "groups are smaller when it is personal",
    "I am not the only one who says it is hard",
    "a mistake is something we look at together",
    "I can write first and speak later",
)
PASSES = 2  # how many of the made-up people press Done on an empty field


def said_in(step: Step) -> tuple[str, ...]:
    """Return what made-up people say in a step in which lines are typed."""
    return SMALL_STEPS if step.has(Trait.NEXT_STEPS) else SAID


def turns_of(people: int) -> tuple[Turn, ...]:
    """Build the turns of n made-up people; some pass."""
    writers = max(people - PASSES, 1)
    written = tuple(Turn((WRITTEN[n % len(WRITTEN)],)) for n in range(writers))
    return (*written, *(Turn() for _pass in range(people - writers)))
