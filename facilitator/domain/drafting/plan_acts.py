"""Acts on what a draft says of the whole plan."""

from dataclasses import replace
from enum import StrEnum

from facilitator.domain.drafting.draft import Draft
from facilitator.domain.drafting.rules import Rules
from facilitator.domain.drafting.settling import settled
from facilitator.domain.drafting.words import (
    UNWRITTEN,
    in_languages,
    line_of,
    lines_of,
    with_field,
    with_text,
)
from facilitator.domain.plan.limits import MOST_PEOPLE, MOST_SAY, MOST_TITLE
from facilitator.domain.plan.plan import PeopleRange, Plan
from facilitator.domain.plan.step import MOST_CUE
from facilitator.domain.text.language import Language, in_order

MOST_LANGUAGES = 2


class PlanText(StrEnum):
    """A text of a plan for the facilitator, of several lines."""

    PURPOSE = "purpose"
    FOR_WHOM = "for_whom"
    ROOM = "room"


def titled(draft: Draft, language: Language, typed: str) -> Draft:
    """Return the draft with another title in one language."""
    title = with_text(draft.plan.title, language, line_of(typed, MOST_TITLE))
    title = in_languages(title, draft.plan.languages, needed=True)
    return replace(draft, plan=replace(draft.plan, title=title))


def cued(draft: Draft, language: Language, typed: str) -> Draft:
    """Return the draft with other words shortly before a part is over."""
    cue = with_text(draft.plan.cue, language, line_of(typed, MOST_CUE))
    cue = in_languages(cue, draft.plan.languages)
    return replace(draft, plan=replace(draft.plan, cue=cue))


def summed_up(draft: Draft, typed: str) -> Draft:
    """Return the draft with another sentence on what happens."""
    summary = line_of(typed, MOST_SAY) or UNWRITTEN
    return replace(draft, plan=replace(draft.plan, summary=summary))


def described(draft: Draft, text: PlanText, typed: str) -> Draft:
    """Return the draft with another text for the facilitator."""
    return replace(draft, plan=with_field(draft.plan, text, lines_of(typed, MOST_SAY)))


def made_for(draft: Draft, least: int, best: int, most: int) -> Draft:
    """Return the draft of a plan for these numbers of people, in order."""
    numbers = sorted(min(max(number, 1), MOST_PEOPLE) for number in (least, best, most))
    return replace(draft, plan=replace(draft.plan, people=PeopleRange(*numbers)))


def spoken_in(draft: Draft, languages: tuple[Language, ...], rules: Rules) -> Draft:
    """Return the draft in one or two languages; what is not written in a new one is “…”."""
    spoken = in_order(tuple(dict.fromkeys(languages))[:MOST_LANGUAGES]) or draft.plan.languages
    plan: Plan = replace(
        draft.plan,
        languages=spoken,
        title=in_languages(draft.plan.title, spoken, needed=True),
        cue=in_languages(draft.plan.cue, spoken),
        steps=tuple(settled(step, spoken, rules) for step in draft.plan.steps),
    )
    return replace(draft, plan=plan)
