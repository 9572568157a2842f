"""Builds the console's view of the agreement."""

from facilitator.domain.agreement.agreement import MANY_LINES, Agreement
from facilitator.domain.agreement.line import MANY_WORDS, AgreementLine, LineState, Parking, When
from facilitator.domain.contribution import GatheringState
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import LEAST_TURNS, Step, Trait
from facilitator.domain.text.language import in_order
from facilitator.domain.workshop import Workshop
from facilitator.live.consent import usual_way
from facilitator.live.views.advice import language_of
from facilitator.live.views.agreement_prompts import due_of, opened_of, prompt_of
from facilitator.live.views.agreement_view import AgreementView, LineRow
from facilitator.live.views.check_desk import check_view, counts_in_words, kinds_of
from facilitator.wording import _

LAST = (LineState.PARKED, LineState.LET_GO)


def agreement_of(
    workshop: Workshop, answered: frozenset[StepId], last_time: tuple[str, ...] = ()
) -> AgreementView:
    """Return the agreement for the console, without the ``answered`` prompts."""
    agreement, step = workshop.agreement, workshop.agenda.now.step
    is_agreement_step = step.has(Trait.AGREES)
    gathering = next(
        (g for g in workshop.gatherings if is_agreement_step and g.step_id == step.id), None
    )
    return AgreementView(
        step_id=step.id if is_agreement_step else None,
        rows=_rows(workshop),
        check=check_view(workshop, agreement.checking) if agreement.checking else None,
        of_step=step.has(Trait.CHECKS) and agreement.checking is None,
        kinds=kinds_of(language_of(workshop)),
        way=usual_way(workshop),
        may_slip=workshop.setup.people >= LEAST_TURNS,
        can_undo=bool(agreement.done),
        can_redo=bool(agreement.undone),
        advice=_advice(agreement),
        prompt=prompt_of(workshop, answered),
        due=due_of(workshop, answered),
        for_next=agreement.for_next,
        group_named=bool(workshop.setup.group.strip()),
        languages=in_order(workshop.languages),
        last_time=len(set(last_time) - {line.text for line in agreement.lines}),
        writing=gathering.state if gathering is not None else None,
        opened=sum(len(gathering.ready) for gathering in opened_of(workshop)),
    )


def is_being_written(workshop: Workshop, step: Step) -> bool:
    """Return whether people write lines for the agreement without names in a step."""
    gatherings = (gathering for gathering in workshop.gatherings if gathering.step_id == step.id)
    return any(gathering.state is not GatheringState.OPENED for gathering in gatherings)


def when_words(when: When) -> str:
    """Return when the group comes back to a parked line."""
    return {
        When.AFTER_BREAK: _("after the break"),
        When.BEFORE_CLOSE: _("before we close"),
        When.NEXT_TIME: _("next time"),
    }[when]


def parked_words(parking: Parking) -> str:
    """Return when the group comes back to a parked line, and the reason if there is one."""
    when = when_words(parking.when)
    if not parking.reason:
        return _("We come back to it {when}.").format(when=when)
    return _("We come back to it {when}. Why it waits: {reason}").format(
        reason=parking.reason, when=when
    )


def _rows(workshop: Workshop) -> tuple[LineRow, ...]:
    agreement = workshop.agreement
    lines = [line for line in agreement.top_lines if line.state not in LAST]
    last = [line for state in LAST for line in agreement.in_state(state)]
    return tuple(_row(workshop, line) for line in (*lines, *last))


def _row(workshop: Workshop, line: AgreementLine) -> LineRow:
    agreement = workshop.agreement
    parking, tally = line.parking, line.at.tally
    return LineRow(
        id=line.id,
        text=line.text,
        example=line.example,
        state=line.state,
        joined=tuple(agreement.line(original).text for original in line.joins),
        confirmed=line.at.confirmed,
        parked="" if parking is None else parked_words(parking),
        earlier=line.earlier,
        counted="" if tally is None else counts_in_words(workshop, tally),
        at_foot=agreement.at_foot is not None and agreement.at_foot.id == line.id,
        checkable=agreement.checkable(line.id),
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
