"""Makes the console's picture of the agreement."""

from datetime import timedelta

from facilitator.domain.agenda import Agenda, Standing
from facilitator.domain.agreement import MANY_LINES, Agreement, Checking
from facilitator.domain.agreement_line import MANY_WORDS, AgreementLine, LineState, When
from facilitator.domain.checks import Check, HandsWay, Outcome, Tally
from facilitator.domain.contribution import GatheringState
from facilitator.domain.ids import StepId
from facilitator.domain.language import Language
from facilitator.domain.step import LEAST_TURNS, StepKind
from facilitator.domain.workshop import Showing, Workshop
from facilitator.live.advice import language_of
from facilitator.live.agreement_view import AgreementView, CheckView, CountRow, KindRow, LineRow
from facilitator.room.agreement_pages import lowest_of, rule_of
from facilitator.room.checks import check_of, checks
from facilitator.room.keys import Key
from facilitator.room.say import say
from facilitator.wording import _

LAST = (LineState.PARKED, LineState.LET_GO)


def agreement_of(
    workshop: Workshop, answered: frozenset[StepId], last_time: tuple[str, ...] = ()
) -> AgreementView:
    """Return the agreement for the console; ``answered`` prompts are not shown again."""
    agreement, step = workshop.agreement, workshop.agenda.now.step
    here = step.kind is StepKind.AGREEMENT
    gathering = next((g for g in workshop.gatherings if here and g.step_id == step.id), None)
    opened = gathering is not None and gathering.state is GatheringState.OPENED
    in_charge = workshop.setup.in_charge
    return AgreementView(
        step_id=step.id if here else None,
        rows=_rows(workshop),
        check=_check(workshop, agreement.checking) if agreement.checking else None,
        kinds=_kinds(language_of(workshop)),
        way=HandsWay.HEADS_DOWN if in_charge else HandsWay.HANDS,
        may_slip=workshop.setup.people >= LEAST_TURNS,
        can_undo=bool(agreement.done),
        can_redo=bool(agreement.undone),
        advice=_advice(agreement),
        prompt=_prompt(workshop, answered),
        for_next=agreement.for_next,
        group_named=bool(workshop.setup.group.strip()),
        last_time=len(set(last_time) - {line.text for line in agreement.lines}),
        writing=gathering.state if gathering is not None else None,
        opened=len(gathering.ready) if gathering is not None and opened else 0,
    )


def when_words(when: When) -> str:
    """Return when the group comes back to a parked line."""
    return {
        When.AFTER_BREAK: _("after the break"),
        When.BEFORE_CLOSE: _("before we close"),
        When.NEXT_TIME: _("next time"),
    }[when]


def _rows(workshop: Workshop) -> tuple[LineRow, ...]:
    agreement = workshop.agreement
    there = [line for line in agreement.standing if line.state not in LAST]
    last = [line for state in LAST for line in agreement.in_state(state)]
    return tuple(_row(workshop, line) for line in (*there, *last))


def _row(workshop: Workshop, line: AgreementLine) -> LineRow:
    agreement = workshop.agreement
    parking, tally = line.parking, line.at.tally
    parked = ""
    if parking is not None:
        parked = _("{reason} We come back to it {when}.").format(
            reason=parking.reason, when=when_words(parking.when)
        )
    return LineRow(
        id=line.id,
        text=line.text,
        example=line.example,
        state=line.state,
        joined=tuple(agreement.line(one).text for one in line.joins),
        confirmed=line.at.confirmed,
        parked=parked,
        earlier=line.earlier,
        counted="" if tally is None else _counts_in_words(tally, language_of(workshop)),
        at_foot=agreement.at_foot is not None and agreement.at_foot.id == line.id,
        checkable=agreement.checkable(line.id),
    )


def _counts_in_words(tally: Tally, language: Language) -> str:
    check = check_of(tally.check)
    shown = [
        f"{position.mark.in_(language)}: {count}"
        for position, count in zip(check.positions, tally.counts, strict=False)
        if count
    ]
    if tally.not_shown:
        shown.append(_("no hand: {count}").format(count=tally.not_shown))
    return ", ".join(shown)


def _kinds(language: Language) -> tuple[KindRow, ...]:
    return tuple(
        KindRow(one.id, one.name.in_(language), one.more, _levels(one, language), one.needs)
        for one in checks()
    )


def _levels(check: Check, language: Language) -> tuple[str, ...]:
    if not check.chosen:
        return ()
    return tuple(f"{p.mark.in_(language)}: {p.words.in_(language)}" for p in check.positions[:-1])


def _check(workshop: Workshop, checking: Checking) -> CheckView | None:
    agreement, language, tally = workshop.agreement, language_of(workshop), checking.tally
    if not all(agreement.has(one) for one in checking.lines):
        return None
    check, alone = check_of(tally.check), len(checking.lines) == 1
    board, agreed = workshop.board, tally.outcome is Outcome.AGREED
    return CheckView(
        what=agreement.line(checking.lines[0]).text if alone else say(language, Key.HANDS_WHOLE),
        alone=alone,
        rows=tuple(
            CountRow(
                position.key,
                position.mark.in_(language),
                position.words.in_(language),
                tally.counts[place],
                place <= tally.needs,
            )
            for place, position in enumerate(check.positions)
        ),
        not_shown=tally.not_shown,
        counted=tally.everyone,
        people=workshop.setup.people,
        way=tally.way,
        rule=rule_of(workshop, check, tally).in_(language),
        closed=checking.closed,
        outcome=lowest_of(workshop, tally).in_(language) if checking.closed else "",
        counts=_counts_in_words(tally, language) + ".",
        agreed=agreed,
        seen=board.showing is Showing.HANDS and not board.curtain,
    )


def _advice(agreement: Agreement) -> str:
    lines = (*agreement.agreed, *agreement.proposed)
    if len(lines) > MANY_LINES:
        return _(
            "More than {most} lines cannot be remembered or read from the back. "
            "Could some be joined, or parked?"
        ).format(most=MANY_LINES)
    if any(len(line.text.split()) > MANY_WORDS for line in lines):
        return _("A line of more than {most} words is hard to keep. Could it be shorter?").format(
            most=MANY_WORDS
        )
    return ""


def _prompt(workshop: Workshop, answered: frozenset[StepId]) -> str:
    agenda = workshop.agenda
    step = agenda.now.step
    if not workshop.agreement.agreed or step.id in answered or step.kind is StepKind.AGREEMENT:
        return ""
    if step.kind is StepKind.RECORD_CHOICE or agenda.next is None:
        return _("Before you close: does the agreement still hold? What was hard to keep?")
    before = agenda.previous
    if before is not None and (before.step.kind is StepKind.BREAK or before.step.with_break):
        return _("After the break: look at the agreement together. Does anything need to change?")
    if _is_half_time(agenda):
        return _("Half-time: how is the agreement working? One line can be checked again.")
    return ""


def _is_half_time(agenda: Agenda) -> bool:
    """Return whether the middle of the planned time lies in the present step."""
    lengths = [
        timedelta() if run.standing is Standing.DROPPED else run.length for run in agenda.runs
    ]
    half = sum(lengths, timedelta()) / 2
    before = sum(lengths[: agenda.place], timedelta())
    return before <= half < before + lengths[agenda.place]
