"""What the planner calls kinds, forms and other choices of a step."""

from facilitator.domain.plan.forms import Shape
from facilitator.domain.plan.step import Form, Reveal, StepKind, TimeLook
from facilitator.live.planning.view import PlannerRow
from facilitator.wording import _


def kind_names() -> dict[StepKind, str]:
    """Name each kind of step."""
    return {
        StepKind.TALK: _("Talk"),
        StepKind.AGREEMENT: _("Agreement"),
        StepKind.GATHER: _("Quiet writing"),
        StepKind.OPEN: _("Read, then listen"),
        StepKind.PATTERNS: _("Patterns"),
        StepKind.DOTS: _("Dots"),
        StepKind.CONSENT_CHECK: _("Show of hands"),
        StepKind.PULSE: _("Pulse"),
        StepKind.SMALL_STEPS: _("Small steps"),
        StepKind.RECORD_CHOICE: _("Record choice"),
        StepKind.BREAK: _("Break"),
        StepKind.SLACK: _("Breathing space"),
    }


def form_names() -> dict[Form, str]:
    """Name each form of a talk."""
    return {
        Form.PLENARY: _("All together"),
        Form.ROUND: _("A round"),
        Form.PAIRS: _("Pairs"),
        Form.THREES: _("Threes"),
        Form.FOURS: _("Fours"),
        Form.ONE_TWO_FOUR_ALL: _("1-2-4-All"),
        Form.FISHBOWL: _("An inner circle"),
        Form.SILENT: _("Alone, quietly"),
    }


def shape_names() -> dict[Shape, str]:
    """Name each usual form of a talk that can be added."""
    return {
        Shape.OPEN_TALK: _("All together"),
        Shape.GO_ROUND: _("A round"),
        Shape.SILENT: _("Alone, quietly"),
        Shape.PAIRS: _("Pairs and a swap"),
        Shape.THREES: _("Three turns"),
        Shape.FOURS: _("In fours"),
        Shape.ONE_TWO_FOUR_ALL: _("1-2-4-All"),
        Shape.TROIKA: _("Threes advise"),
        Shape.FISHBOWL: _("An inner circle"),
        Shape.INPUT: _("Short talk"),
    }


def reveal_names() -> dict[Reveal, str]:
    """Name each way in which people's words come to the board."""
    return {
        Reveal.NONE: _("Not on the board"),
        Reveal.CAPTURE: _("Typed as they are said"),
        Reveal.BATCH: _("Together, shuffled"),
        Reveal.COUNTS: _("As numbers only"),
    }


def look_names() -> dict[TimeLook | None, str]:
    """Name each way in which the room sees the time of a step."""
    return {
        None: _("As in the whole plan"),
        TimeLook.NOTHING: _("Nothing"),
        TimeLook.WORDS: _("Words"),
        TimeLook.RING: _("A ring"),
        TimeLook.MINUTES: _("Minutes"),
        TimeLook.RING_AND_MINUTES: _("A ring and minutes"),
    }


def way_of_working(row: PlannerRow) -> str:
    """Name how people work in a step: the form of a talk, the kind of any other step."""
    if row.kind is StepKind.TALK:
        return form_names()[row.form]
    return kind_names().get(row.kind, row.kind.value)


def spoken(row: PlannerRow) -> str:
    """Describe a row for screen readers."""
    minutes = _("{minutes} min").format(minutes=row.minutes)
    marks = (
        _("protected") if row.protect else "",
        _("may be dropped") if row.may_drop else "",
    )
    parts = (f"{row.number}", row.begins, row.title, minutes, way_of_working(row), *marks)
    return ", ".join(part for part in parts if part)
