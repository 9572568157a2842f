"""The facilitator's own plans: each as the text of its plan file, with what Home shows of it.

They hold nobody's words but the facilitator's, so a row is changed in its place.
"""

from dataclasses import dataclass
from datetime import date

from facilitator.domain.ids import PlanId
from facilitator.store.database import Row, Store, converting_faults


@dataclass(frozen=True, slots=True)
class OwnPlanRow:
    """One plan, with the size of its group, and when and for how long the room is booked."""

    id: PlanId
    title: str
    summary: str
    minutes: int
    least: int
    most: int
    people: int
    booked_minutes: int
    starts_minute: int  # of the day
    changed_on: date
    text: str  # of its plan file


def own_plans(db: Store) -> tuple[OwnPlanRow, ...]:
    """Return all plans, the last changed first. Raises ``StoreUnavailableError``."""
    with converting_faults():
        rows = db.execute("SELECT * FROM own_plan ORDER BY changed_on DESC, title, id")
        return tuple(map(_plan_of, rows))


def own_plan(db: Store, plan_id: PlanId) -> OwnPlanRow | None:
    """Return a plan, if it is there. Raises ``StoreUnavailableError``."""
    with converting_faults():
        row = db.execute("SELECT * FROM own_plan WHERE id = ?", (plan_id,)).fetchone()
    return None if row is None else _plan_of(row)


def save_own_plan(db: Store, plan: OwnPlanRow) -> None:
    """Add a plan, or replace it. The caller has the transaction."""
    db.execute(
        """INSERT OR REPLACE INTO own_plan (id, title, summary, minutes, least, most, people,
               booked_minutes, starts_minute, changed_on, text)
           VALUES (:id, :title, :summary, :minutes, :least, :most, :people,
               :booked_minutes, :starts_minute, :changed_on, :text)""",
        {
            "id": plan.id,
            "title": plan.title,
            "summary": plan.summary,
            "minutes": plan.minutes,
            "least": plan.least,
            "most": plan.most,
            "people": plan.people,
            "booked_minutes": plan.booked_minutes,
            "starts_minute": plan.starts_minute,
            "changed_on": plan.changed_on.isoformat(),
            "text": plan.text,
        },
    )


def delete_own_plan(db: Store, plan_id: PlanId) -> None:
    """Delete a plan. The caller has the transaction."""
    db.execute("DELETE FROM own_plan WHERE id = ?", (plan_id,))


def _plan_of(row: Row) -> OwnPlanRow:
    return OwnPlanRow(
        PlanId(row["id"]),
        row["title"],
        row["summary"],
        row["minutes"],
        row["least"],
        row["most"],
        row["people"],
        row["booked_minutes"],
        row["starts_minute"],
        date.fromisoformat(row["changed_on"]),
        row["text"],
    )
