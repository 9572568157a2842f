"""The answers to *Before you start*, in the workshop file."""

from facilitator.domain.letters import Marks
from facilitator.domain.workshop import Setup
from facilitator.store.database import Store
from facilitator.store.workshop.values import text_of, time_of


def save_setup(db: Store, setup: Setup) -> None:
    """Save the setup. The caller has the transaction."""
    db.execute(
        """INSERT OR REPLACE INTO setup (one, people, starts_at, title, group_name, support,
               recipients, facilitator, reach, in_charge, back_row_m, image_height_m, low_vision,
               marks)
           VALUES (1, :people, :starts_at, :title, :group, :support,
               :recipients, :facilitator, :reach, :in_charge, :back_row_m, :image_height_m,
               :low_vision, :marks)""",
        {
            "people": setup.people,
            "starts_at": text_of(setup.starts_at),
            "title": setup.title,
            "group": setup.group,
            "support": setup.support,
            "recipients": setup.recipients,
            "facilitator": setup.facilitator,
            "reach": setup.reach,
            "in_charge": setup.in_charge,
            "back_row_m": setup.back_row_m,
            "image_height_m": setup.image_height_m,
            "low_vision": setup.low_vision,
            "marks": setup.marks,
        },
    )


def read_setup(db: Store) -> Setup:
    """Read the setup."""
    row = db.execute("SELECT * FROM setup").fetchone()
    return Setup(
        people=row["people"],
        starts_at=time_of(row["starts_at"]),
        title=row["title"],
        group=row["group_name"],
        support=row["support"],
        recipients=row["recipients"],
        facilitator=row["facilitator"],
        reach=row["reach"],
        in_charge=bool(row["in_charge"]),
        back_row_m=row["back_row_m"],
        image_height_m=row["image_height_m"],
        low_vision=bool(row["low_vision"]),
        marks=Marks(row["marks"]),
    )
