"""The facilitator's answers from last time, suggested again, and easy to clear."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from facilitator.domain.setup import Setup

MOST_LETTERS = 200  # of one answer, when read from a file
MOST_METRES = 999.0


@dataclass(frozen=True, slots=True)
class LastTime:
    """Answers of *Before you start*; empty if not given."""

    support: str = ""
    recipients: str = ""
    facilitator: str = ""
    reach: str = ""
    back_row_m: float = 0.0
    image_height_m: float = 0.0

    @classmethod
    def of(cls, setup: "Setup") -> Self:
        """Return the answers of a setup that are suggested next time."""
        return cls(
            setup.support,
            setup.recipients,
            setup.facilitator,
            setup.reach,
            setup.back_row_m or 0.0,
            setup.image_height_m or 0.0,
        )

    @classmethod
    def from_values(cls, values: object) -> Self:
        """Return stored answers, without values that this program would not have stored."""
        if not isinstance(values, Mapping):
            return cls()
        return cls(
            support=_text(values.get("support")),
            recipients=_text(values.get("recipients")),
            facilitator=_text(values.get("facilitator")),
            reach=_text(values.get("reach")),
            back_row_m=_metres(values.get("back_row_m")),
            image_height_m=_metres(values.get("image_height_m")),
        )

    @property
    def values(self) -> dict[str, str | float]:
        """The values to store: only given answers."""
        return {name: value for name, value in asdict(self).items() if value}

    def __bool__(self) -> bool:
        return self != LastTime()


def _text(value: object) -> str:
    return value if isinstance(value, str) and len(value) <= MOST_LETTERS else ""


def _metres(value: object) -> float:
    return value if isinstance(value, float) and 0 < value <= MOST_METRES else 0.0
