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
DRAWN = "two people on one bench"  # the words of whoever drew a card
TRANSLATED = {
    "there is a quiet minute before we discuss": "mae munud tawel cyn i ni drafod",
    "somebody asks me a real question": "mae rhywun yn gofyn cwestiwn go iawn i mi",
    "Rwy’n gwybod y caf ail gynnig ar yr hyn roeddwn yn ei olygu": (
        "I know that I get a second try at what I meant"
    ),
    "we act on one thing we said last time": "rydym yn gwneud un peth a ddywedwyd y tro diwethaf",
    "people finish what they are doing and listen": "mae pobl yn gorffen eu gwaith ac yn gwrando",
    "nobody fills every silence": "nid oes neb yn llenwi pob tawelwch",
    "the ones with more power speak last": "y rhai â mwy o bŵer sy’n siarad olaf",
    "it counts as work, and people are paid for their time": (
        "mae’n cyfrif fel gwaith, a phobl yn cael tâl am eu hamser"
    ),
    "groups are smaller when it is personal": "mae grwpiau’n llai pan fydd yn bersonol",
    "I am not the only one who says it is hard": "nid fi yw’r unig un sy’n dweud ei bod yn anodd",
    "a mistake is something we look at together": (
        "rhywbeth i edrych arno gyda’n gilydd yw camgymeriad"
    ),
    "I can write first and speak later": "gallaf ysgrifennu’n gyntaf a siarad wedyn",
    DRAWN: "dau berson ar un fainc",
}
PASSES = 2  # how many of the made-up people press Done on an empty field


def said_in(step: Step) -> tuple[str, ...]:
    """Return what made-up people say in a step in which lines are typed."""
    return SMALL_STEPS if step.has(Trait.NEXT_STEPS) else SAID


def turns_of(people: int) -> tuple[Turn, ...]:
    """Build the turns of n made-up people; some pass."""
    writers = max(people - PASSES, 1)
    written = tuple(Turn((WRITTEN[n % len(WRITTEN)],)) for n in range(writers))
    return (*written, *(Turn() for _pass in range(people - writers)))
