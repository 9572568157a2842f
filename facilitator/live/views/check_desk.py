"""Builds the console's view of the running check, and of the kinds of check."""

from facilitator.domain.agreement.checks import Check, Checking, Outcome, Tally
from facilitator.domain.text.language import Language
from facilitator.domain.workshop import Showing, Workshop
from facilitator.live.consent import lines_said
from facilitator.live.views.advice import language_of
from facilitator.live.views.agreement_view import CheckView, CountRow, KindRow
from facilitator.room.checks import check_in, checks
from facilitator.room.pages.hands import is_there, rule_of, texts_of, whole_of
from facilitator.room.say import say
from facilitator.wording import _


def check_view(workshop: Workshop, checking: Checking) -> CheckView | None:
    """Return the check for the console; ``None`` when its lines were deleted.

    Has no count of a check at the typing corner until it is closed.
    """
    if not is_there(workshop, checking):
        return None
    language, tally, board = language_of(workshop), checking.tally, workshop.board
    check, hidden = check_in(workshop, tally.check), checking.at_corner
    return CheckView(
        what=_what(workshop, checking, check),
        alone=len(checking.lines) < 2 and len(checking.own) < 2,
        rows=() if hidden else _rows(check, tally, language),
        not_shown=0 if hidden else tally.not_shown,
        counted=0 if hidden else tally.everyone,
        people=workshop.setup.people,
        way=tally.way,
        rule=rule_of(workshop, check, tally).in_(language),
        closed=checking.closed,
        counts="" if hidden else counts_in_words(workshop, tally) + ".",
        agreed=not hidden and tally.outcome is Outcome.AGREED,
        seen=board.showing is Showing.HANDS and not board.curtain,
        progress=_progress(tally) if hidden else "",
        may_close=not hidden or tally.is_enough,
        others=len(lines_said(workshop, checking)) > 1,
        untouched=not hidden and not tally.everyone,
    )


def counts_in_words(workshop: Workshop, tally: Tally) -> str:
    """Return the counts in words: 11 × “Up”, 1 × “Sideways”."""
    language, check = language_of(workshop), check_in(workshop, tally.check)
    counts = [
        f"{count} × “{position.mark.in_(language)}”"
        for position, count in zip(check.positions, tally.counts, strict=False)
        if count
    ]
    if tally.not_shown:
        none = _("not shown") if tally.way.is_without_names else _("no hand")
        counts.append(f"{tally.not_shown} × {none}")
    return ", ".join(counts)


def kinds_of(language: Language) -> tuple[KindRow, ...]:
    """Return the kinds of check that can be chosen."""
    return tuple(
        KindRow(
            check.id, check.name.in_(language), check.more, _levels(check, language), check.needs
        )
        for check in checks()
    )


def _levels(check: Check, language: Language) -> tuple[str, ...]:
    if not check.chosen:
        return ()
    return tuple(f"{p.mark.in_(language)}: {p.words.in_(language)}" for p in check.positions[:-1])


def _rows(check: Check, tally: Tally, language: Language) -> tuple[CountRow, ...]:
    return tuple(
        CountRow(
            position.key,
            position.mark.in_(language),
            position.words.in_(language),
            tally.counts[place],
            place <= tally.needs,
        )
        for place, position in enumerate(check.positions)
    )


def _what(workshop: Workshop, checking: Checking, check: Check) -> str:
    """Return the checked line, words for all lines, or only the question."""
    language, texts = language_of(workshop), texts_of(workshop, checking)
    if len(texts) == 1:
        return texts[0]
    return say(language, whole_of(checking)) if texts else check.question.in_(language)


def _progress(tally: Tally) -> str:
    """Return whether the check can be closed, without saying how many answered."""
    if tally.is_enough:
        return _("Enough have taken a turn. Close it when everyone has.")
    return _("Not yet enough have taken a turn.")
