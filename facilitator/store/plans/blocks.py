"""The blocks that ship with the program: a few steps each, to put into a plan."""

from facilitator.domain.plan.plan import Plan
from facilitator.resources import resource
from facilitator.store.plans.plan_file import PlanFiles

BLOCKS = (  # in the order of a day
    "access-check",
    "agreement-10",
    "one-two-four-all",
    "silent-line-and-tea",
    "read-then-listen",
    "pause-and-mend",
    "consent-on-a-small-step",
    "record-choice",
    "leaving-round",
)


class ReadyBlocks:
    """Reads the blocks that ship with the program; each is a plan in Welsh and English."""

    def __init__(self, files: PlanFiles) -> None:
        self._files = files
        self._read: tuple[Plan, ...] = ()

    def all(self) -> tuple[Plan, ...]:
        """Return the blocks, in the order of a day."""
        if not self._read:
            self._read = tuple(self._files.read(resource(f"blocks/{name}.toml")) for name in BLOCKS)
        return self._read
