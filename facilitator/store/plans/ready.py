"""The plans that ship with the program."""

from functools import cache
from pathlib import Path

from facilitator.domain.ids import PlanId
from facilitator.domain.plan.plan import Plan
from facilitator.errors import PlanFileError
from facilitator.resources import resource
from facilitator.store.plans.plan_file import read_plan
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
)


def ready_plans() -> tuple[Plan, ...]:
    """Return the eight ready plans, in a fixed order."""
    return tuple(ready_plan(plan_id) for plan_id in READY)


@cache
def ready_plan(plan_id: PlanId) -> Plan:
    """Return one plan that ships, the practice plan too. Raises ``KeyError`` for another id."""
    if plan_id == PRACTICE:
        return read_plan(resource(f"plans/try/{plan_id}.toml"))
    if plan_id not in READY:
        raise KeyError(plan_id)
    return read_plan(resource(f"plans/{plan_id}.toml"))


def practice_plan() -> Plan:
    """Return the five minutes with made-up people."""
    return ready_plan(PRACTICE)


def plan_called(name: str) -> Plan:
    """Return a ready plan by its name, or the plan in a file. Raises ``PlanFileError``."""
    if name.endswith(SUFFIX):
        return read_plan(Path(name))
    if PlanId(name) not in READY:
        raise PlanFileError(
            _("There is no ready plan called “{name}”.").format(name=name),
            _("Name one of these, or a plan file: {plans}.").format(plans=", ".join(READY)),
        )
    return ready_plan(PlanId(name))
