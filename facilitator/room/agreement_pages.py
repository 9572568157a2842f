"""What the room sees of its agreement: the whole of it, a check of it, a line at the foot.

Parked lines and lines let go are on none of these pages.
"""

from facilitator.domain.agreement import Checking
from facilitator.domain.agreement_line import AgreementLine
from facilitator.domain.checks import Check, HandsWay, Outcome, Shape, Tally
from facilitator.domain.contribution import Gathering
from facilitator.domain.language import NO_WORDS, Language, Words
from facilitator.domain.step import Step, StepKind, Way
from facilitator.domain.workshop import Workshop
from facilitator.room.checks import check_of
from facilitator.room.keys import Key
from facilitator.room.picture import Content, HandsPage, ListPage, Mark, Note
from facilitator.room.say import say, say_in

SHAPES = {
    Shape.TOGETHER: Key.HANDS_TOGETHER,
    Shape.NEAR: Key.HANDS_NEAR,
    Shape.APART: Key.HANDS_APART,
}


def agreement_page(workshop: Workshop, heading: Words = NO_WORDS) -> ListPage:
    """Return the agreement: agreed lines with ticks, then proposed ones without."""
    languages, agreement = workshop.languages, workshop.agreement
    agreed, proposed = _notes(agreement.agreed), _notes(agreement.proposed)
    if agreed:
        foot = Key.AGREEMENT_TICKS if proposed else Key.AGREEMENT_FOOT
    else:
        foot = Key.AGREEMENT_SO_FAR
    empty = not (agreed or proposed)
    return ListPage(
        heading=heading or say_in(languages, Key.AGREEMENT_TITLE),
        lines=agreed,
        mark=Mark.TICK if agreed else Mark.NONE,
        foot=NO_WORDS if empty else say_in(languages, foot),
        fixed=(say_in(languages, Key.AGREEMENT_EMPTY),) if empty else (),
        proposed=proposed,
    )


def late_page(workshop: Workshop) -> ListPage:
    """Return the agreement for those who came later, who are asked as everyone was."""
    languages, agreed = workshop.languages, _notes(workshop.agreement.agreed)
    return ListPage(
        heading=say_in(languages, Key.LATE_TITLE),
        lines=agreed,
        mark=Mark.TICK if agreed else Mark.NONE,
        foot=say_in(languages, Key.LATE_FOOT),
        fixed=() if agreed else (say_in(languages, Key.AGREEMENT_EMPTY),),
    )


def hands_page(workshop: Workshop) -> Content:
    """Return the check: what each hand means, and once it is closed what it came to."""
    checking = workshop.agreement.checking
    if checking is None or not all(workshop.agreement.has(one) for one in checking.lines):
        return agreement_page(workshop)
    if checking.closed:
        return _result(workshop, checking)
    check, languages = check_of(checking.tally.check), workshop.languages
    lines = _checked(workshop, checking)
    return HandsPage(
        label=_in(languages, check.question),
        line=lines[0].text if len(lines) == 1 else "",
        whole=say_in(languages, Key.HANDS_WHOLE) if len(lines) > 1 else NO_WORDS,
        example=lines[0].example if len(lines) == 1 else "",
        legend=tuple(
            (_in(languages, one.mark), _in(languages, one.words)) for one in check.positions
        ),
        text=rule_of(workshop, check, checking.tally),
        foot=how_of(workshop, check, checking.tally.way),
    )


def rule_of(workshop: Workshop, check: Check, tally: Tally) -> Words:
    """Return when a check passes, as it is told before the first hand."""
    mark = check.positions[tally.needs].mark
    return Words(
        tuple(
            (language, check.rule.in_(language).format(mark=mark.in_(language)))
            for language in workshop.languages
        )
    )


def how_of(workshop: Workshop, check: Check, way: HandsWay) -> Words:
    """Return how people show where they stand."""
    if way is HandsWay.HEADS_DOWN:
        return say_in(workshop.languages, Key.HANDS_HEADS_DOWN)
    if way is HandsWay.SLIPS:
        return say_in(workshop.languages, Key.HANDS_SLIPS)
    return _in(workshop.languages, check.foot)


def lowest_of(workshop: Workshop, tally: Tally) -> Words:
    """Return the lowest position that was shown, and how far apart the hands were."""
    if tally.lowest is None or tally.shape is None:
        return NO_WORDS
    position = check_of(tally.check).positions[tally.lowest]
    sentences: list[tuple[Language, str]] = []
    for language in workshop.languages:
        mark, words = position.mark.in_(language), position.words.in_(language)
        lowest = say(language, Key.HANDS_LOWEST, mark=mark, words=words)
        sentences.append((language, f"{lowest} {say(language, SHAPES[tally.shape])}"))
    return Words(tuple(sentences))


def pin_of(workshop: Workshop, step: Step) -> tuple[Words, str]:
    """Return the name of the agreement and the line of it at the foot of a step's page."""
    line = workshop.agreement.at_foot
    if line is None or step.kind is StepKind.AGREEMENT:
        return NO_WORDS, ""
    return say_in(workshop.languages, Key.AGREEMENT_TITLE), line.text


def ways_of(step: Step) -> tuple[Way, ...]:
    """Return the ways in without a name; an agreement, where it is written, has them all."""
    return tuple(Way) if step.kind is StepKind.AGREEMENT else step.ways


def _result(workshop: Workshop, checking: Checking) -> HandsPage:
    languages, tally = workshop.languages, checking.tally
    lines = _checked(workshop, checking)
    agreed = tally.outcome is Outcome.AGREED
    return HandsPage(
        label=say_in(languages, Key.HANDS_AGREED if agreed else Key.HANDS_NOT_YET),
        line=lines[0].text if len(lines) == 1 else "",
        whole=say_in(languages, Key.HANDS_WHOLE) if len(lines) > 1 else NO_WORDS,
        text=lowest_of(workshop, tally),
        foot=say_in(languages, Key.AGREEMENT_FOOT if agreed else Key.HANDS_LISTEN),
    )


def _checked(workshop: Workshop, checking: Checking) -> tuple[AgreementLine, ...]:
    return tuple(workshop.agreement.line(one) for one in checking.lines)


def _notes(lines: tuple[AgreementLine, ...]) -> tuple[Note, ...]:
    return tuple(Note("", line.text) for line in lines)


def _in(languages: tuple[Language, ...], words: Words) -> Words:
    """Return words in these languages; one that is not there gets the first there is."""
    return Words(tuple((one, words.in_(one)) for one in languages))
