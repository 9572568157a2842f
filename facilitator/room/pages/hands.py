"""A check for the room: what each hand means, and once it is closed whether it passed.

A result names no position and no distance: after heads down, or on slips, either would identify
the person who was lowest.
"""

from facilitator.domain.agreement.checks import Check, Checking, HandsWay, Outcome, Tally
from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.domain.workshop import Workshop
from facilitator.room.checks import check_in
from facilitator.room.pages.agreement import agreement_page, with_examples
from facilitator.room.pages.picture import (
    Content,
    CornerPicture,
    HandsPage,
    Note,
    Position,
    Theme,
)
from facilitator.room.promise import About, Short, short_lines
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key

HOW = {
    HandsWay.HEADS_DOWN: Key.HANDS_HEADS_DOWN,
    HandsWay.SLIPS: Key.HANDS_SLIPS,
    HandsWay.CORNER: Key.HANDS_CORNER,
}
PROMISE = (
    Key.CHECK_PROMISE_KEPT,
    Key.CHECK_PROMISE_SHOWN,
    Key.CHECK_PROMISE_GUESS,
    Key.CHECK_PROMISE_SEEN,
)  # before the first choice at the laptop
SHORT = (
    Short(
        Key.SHORT_CHOICE_KEPT,
        About.WORDS,
        (Key.CHECK_PROMISE_KEPT, Key.CHECK_PROMISE_GUESS),
    ),
    Short(Key.SHORT_CHOICE_SHOWN, About.READERS, (Key.CHECK_PROMISE_SHOWN,)),
    Short(Key.SHORT_CHOICE_SEEN, About.NEARBY, (Key.CHECK_PROMISE_SEEN,)),
)


def hands_page(workshop: Workshop) -> Content:
    """Return the check: what each hand means, and once it is closed the result."""
    checking = workshop.agreement.checking
    if checking is None or not is_there(workshop, checking):
        return agreement_page(workshop)
    if checking.closed:
        return _result(workshop, checking)
    check, languages = check_in(workshop, checking.tally.check), workshop.languages
    texts = texts_of(workshop, checking)
    return HandsPage(
        label=_in(languages, check.question),
        line=texts[0] if len(texts) == 1 else "",
        lines=_all_lines(workshop, checking),
        whole=say_in(languages, whole_of(checking)) if len(texts) > 1 else NO_WORDS,
        example=_example(workshop, checking),
        legend=tuple(
            (_in(languages, position.mark), _in(languages, position.words))
            for position in check.positions
        ),
        text=rule_of(workshop, check, checking.tally),
        foot=how_of(workshop, check, checking.tally.way),
    )


def corner_of_check(workshop: Workshop, theme: Theme) -> CornerPicture | None:
    """Return the typing corner of a check that runs there; ``None`` without one."""
    checking = workshop.agreement.checking
    if checking is None or not checking.at_corner or not is_there(workshop, checking):
        return None
    check, languages = check_in(workshop, checking.tally.check), workshop.languages
    texts = texts_of(workshop, checking)
    return CornerPicture(
        languages=languages,
        promise=tuple(say_in(languages, key) for key in PROMISE),
        short=short_lines(SHORT, PROMISE, languages),
        question=_in(languages, check.question),
        theme=theme,
        positions=tuple(
            Position(position.key, _in(languages, position.mark), _in(languages, position.words))
            for position in check.positions
        ),
        line=texts[0] if len(texts) == 1 else "",
        whole=say_in(languages, whole_of(checking)) if len(texts) > 1 else NO_WORDS,
    )


def is_there(workshop: Workshop, checking: Checking) -> bool:
    """Return whether all checked lines still exist."""
    lines = all(workshop.agreement.has(line) for line in checking.lines)
    said_ids = {line.id for line in workshop.said}
    own = not checking.own or workshop.own_lines.keys() >= set(checking.own)
    return lines and own and (checking.said is None or checking.said in said_ids)


def texts_of(workshop: Workshop, checking: Checking) -> tuple[str, ...]:
    """Return the checked lines in the group's words; nothing where it is only the question."""
    if checking.said is not None:
        return (workshop.said_line(checking.said).text,)
    if checking.own:
        own_lines = workshop.own_lines
        return tuple(own_lines[line] for line in checking.own)
    return tuple(workshop.agreement.line(line).text for line in checking.lines)


def whole_of(checking: Checking) -> Key:
    """Return the name of all the lines that are checked together."""
    return Key.HANDS_WHOLE if checking.lines else Key.HANDS_TOGETHER


def rule_of(workshop: Workshop, check: Check, tally: Tally) -> Words:
    """Return when a check passes, as shown before the first hand."""
    mark = check.positions[tally.needs].mark
    return Words(
        tuple(
            (language, check.rule.in_(language).format(mark=mark.in_(language)))
            for language in workshop.languages
        )
    )


def how_of(workshop: Workshop, check: Check, way: HandsWay) -> Words:
    """Return how people show where they stand."""
    if way in HOW:
        return say_in(workshop.languages, HOW[way])
    return _in(workshop.languages, check.foot)


def _result(workshop: Workshop, checking: Checking) -> HandsPage:
    languages = workshop.languages
    texts = texts_of(workshop, checking)
    agreed = checking.tally.outcome is Outcome.AGREED
    return HandsPage(
        label=say_in(languages, Key.HANDS_AGREED if agreed else Key.HANDS_NOT_YET),
        line=texts[0] if len(texts) == 1 else "",
        whole=say_in(languages, whole_of(checking)) if len(texts) > 1 else NO_WORDS,
        foot=say_in(languages, _after(checking) if agreed else Key.HANDS_LISTEN),
    )


def _after(checking: Checking) -> Key:
    """Return what follows a yes: the agreement can grow, a try is reviewed."""
    return Key.AGREEMENT_FOOT if checking.lines else Key.HANDS_FOR_NOW


def _all_lines(workshop: Workshop, checking: Checking) -> tuple[Note, ...]:
    """Return the lines that are checked together; nothing for a single line."""
    if len(checking.own) > 1:
        return tuple(Note("", text) for text in texts_of(workshop, checking))
    if len(checking.lines) < 2:
        return ()
    return with_examples(tuple(workshop.agreement.line(line) for line in checking.lines))


def _example(workshop: Workshop, checking: Checking) -> str:
    if len(checking.lines) != 1:
        return ""
    return workshop.agreement.line(checking.lines[0]).example


def _in(languages: tuple[Language, ...], words: Words) -> Words:
    """Return words in these languages; a missing one gets the first existing text."""
    return Words(tuple((language, words.in_(language)) for language in languages))
