"""A plan file of any size, depth and type is read or refused in a sentence that names the field."""

import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.domain.plan.plan import Plan
from facilitator.errors import PlanFileError
from facilitator.store.plans.plan_file import MOST_BYTES
from facilitator.store.plans.ready import READY
from tests.helpers.files import plan_from_text, read_plan, ready_plan, text_of
from tests.helpers.plans import a_bilingual_plan
from tests.helpers.programs import ROOT

HEAD = "facilitator_plan = 1\n"
MANY = 60_000
HARD = {
    "a dotted key": "a" + ".a" * MANY + " = 1",
    "a quoted key": '"a"' + '."a"' * MANY + " = 1",
    "a header": "[" + "a." * MANY + "a]",
    "a dotted key inside": "x = {" + "a." * MANY + "a = 1}",
    "spaces and dots": "a" + " . a" * MANY + " = 1",
    "lists": "a = " + "[" * MANY + "]" * MANY,
    "tables": "a = " + "{a = " * MANY,
    "a number": "a = " + "9" * MANY,
    "a power": "a = 1e" + "9" * MANY,
    "quotes": '"' * MANY,
    "backslashes": 'id = "' + "\\\\" * MANY + '"',
    "headers": "[[steps]]\n" * (MANY // 4),
    "too long": "#" * MOST_BYTES,
}
VALUES = (
    *(
        "0",
        "-1",
        "99999999999999999999",
        "9" * 4301,
        "0xffffffffffffffffffff",
        "1e400",
        "nan",
        "-inf",
    ),
    *("true", "2026-01-01", "2026-01-01T00:00:00Z", "9999-12-31T23:59:59", "00:00:00", '""', '"x"'),
    *("[]", "[[]]", "[[[[1]]]]", "{}", "{x = 1}", "{en = 1}", "[{}]", "[1979-05-27]", '"\\u0000"'),
)
UNNAMED = ("facilitator_plan", "kind", "id", "minutes", "languages")  # or what depends on them
PROGRAM = """
import sys
from facilitator.errors import PlanFileError
from facilitator.kinds.registry import PLAN_FILES
from pathlib import Path
try:
    PLAN_FILES.read(Path(sys.argv[1]))
except PlanFileError as error:
    print(error.message)
"""


def in_bounds() -> None:
    """Let the system end a process that takes ten seconds, or a gibibyte."""
    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_a_plan_that_is_hard_to_parse_is_refused_at_once(tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(HEAD + text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=in_bounds,
    )
    assert done.stdout.strip().endswith(".")


def outcome_of(text: str) -> Plan | PlanFileError:
    """Return the plan, or why there is none."""
    try:
        return plan_from_text(text)
    except PlanFileError as error:
        return error


@pytest.mark.parametrize(
    "plan", [ready_plan(READY[0]), a_bilingual_plan()], ids=lambda plan: plan.id
)
def test_a_field_of_any_type_is_read_or_refused_by_its_name(plan: Plan) -> None:
    lines = text_of(plan).splitlines()
    places = {line.partition(" =")[0]: place for place, line in enumerate(lines)}
    fields = {name: place for name, place in places.items() if re.fullmatch(r"\w+", name)}
    assert len(fields) > 12
    for field, place in fields.items():
        for value in VALUES:
            changed = [*lines[:place], f"{field} = {value}", *lines[place + 1 :]]
            outcome = outcome_of("\n".join(changed))
            if isinstance(outcome, Plan):
                assert plan_from_text(text_of(outcome)) == outcome
                continue
            assert outcome.remedy
            named = any(word in outcome.message for word in (field, "Line", "understood"))
            assert named or field in UNNAMED, (field, value)


def test_a_file_that_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing", Path("/dev/zero")):
        with pytest.raises(PlanFileError):
            read_plan(path)
