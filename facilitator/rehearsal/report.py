"""The report of a rehearsal, for ``rehearsal.json``."""

from facilitator.domain.agenda.agenda import Standing
from facilitator.domain.workshop import Workshop


def report_of(workshop: Workshop) -> dict[str, object]:
    """Build the report: steps, and lines contributed, opened, set aside, kept, left out."""
    lines = [c for g in workshop.gatherings for c in g.contributions]
    opened = [c for g in workshop.gatherings if g.was_opened for c in g.ready]
    lines_said, agreement = workshop.said, workshop.agreement
    recorded = [line for line in (*agreement.agreed, *agreement.parked) if line.in_record]
    recorded_ids = {line.id for line in recorded}
    return {
        "plan": workshop.plan_id,
        "people": workshop.setup.people,
        "steps": [
            {"id": run.step.id, "kind": run.step.kind, "standing": run.standing}
            for run in workshop.agenda.runs
            if run.standing is not Standing.DROPPED
        ],
        "turns": sum(g.turns for g in workshop.gatherings),
        "said": len(lines_said),
        "suggested": len(agreement.lines),
        "contributed": len(lines),
        "opened": len(opened),
        "set_aside": sum(1 for c in lines if c.set_aside is not None),
        "kept": [c.text for c in opened if c.in_record]
        + [line.text for line in lines_said if line.in_record]
        + [line.text for line in recorded],
        "left_out": [c.text for c in lines if c not in opened or not c.in_record]
        + [line.text for line in lines_said if not line.in_record]
        + [line.text for line in agreement.lines if line.id not in recorded_ids],
    }
