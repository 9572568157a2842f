"""The plans that ship with the program."""

from pathlib import Path

from facilitator.domain.ids import PlanId
from facilitator.domain.plan.plan import Plan
from facilitator.errors import PlanFileError
from facilitator.resources import resource
from facilitator.store.plans.plan_file import PlanFiles
from facilitator.wording import _

SUFFIX = ".toml"
PRACTICE = PlanId("try-5")
READY = (  # in the order in which Home shows them
    PlanId("pscc-90"),
    PlanId("pscc-180"),
    PlanId("three-q-30"),
    PlanId("challenge-care-60"),
    PlanId("copro-120"),
    PlanId("workarounds-60"),
    PlanId("pulse-75"),
    PlanId("care-90"),
    PlanId("retro-60"),
    PlanId("cyfarfod-75"),
    PlanId("board-60"),
    PlanId("check-in-20"),
)


class ReadyPlans:
    """Reads the plans that ship with the program, each once."""

    def __init__(self, files: PlanFiles) -> None:
        self._files = files
        self._read: dict[PlanId, Plan] = {}

    def all(self) -> tuple[Plan, ...]:
        """Return the ready plans, in a fixed order."""
        return tuple(self.plan(plan_id) for plan_id in READY)

    def plan(self, plan_id: PlanId) -> Plan:
        """Return a shipped plan, or the practice plan. Raises ``KeyError`` for another id."""
        if plan_id not in (PRACTICE, *READY):
            raise KeyError(plan_id)
        if plan_id not in self._read:
            folder = "plans/try" if plan_id == PRACTICE else "plans"
            self._read[plan_id] = self._files.read(resource(f"{folder}/{plan_id}.toml"))
        return self._read[plan_id]

    def practice(self) -> Plan:
        """Return the practice plan: five minutes with made-up people."""
        return self.plan(PRACTICE)

    def called(self, name: str) -> Plan:
        """Return a ready plan by its name, or the plan in a file. Raises ``PlanFileError``."""
        if name.endswith(SUFFIX):
            return self._files.read(Path(name))
        if PlanId(name) not in READY:
            raise PlanFileError(
                _("There is no ready plan called “{name}”.").format(name=name),
                _("Name one of these, or a plan file: {plans}.").format(plans=", ".join(READY)),
            )
        return self.plan(PlanId(name))
