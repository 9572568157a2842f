"""Workshop files from a stick that are valid SQLite with impossible content.

Each is opened and worked with, or refused in a sentence before anything is changed or run.
"""

import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.helpers.attacks import count, measured
from tests.helpers.broken_files import Harm, a_whole_file, all_harms, at_random
from tests.helpers.programs import ROOT

MOST_MEGABYTES = 500
FILE = "a.workshop"
MADE = list(all_harms())[:: count(12, 1)]
RIGHT = {"opened", "refused", "salvaged"}
Outcome = dict[str, str | int]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_whole_file(tmp_path_factory.mktemp("whole") / FILE)


def outcomes(
    folder: Path, whole: Path, harms: list[tuple[str, Harm]], *options: str
) -> dict[str, Outcome]:
    """Harm copies of a whole file and open each; return what came of it by the harm's name."""
    files = []
    for number, (_name, harm) in enumerate(harms):
        (own := folder / str(number)).mkdir(parents=True)
        harm(Path(shutil.copy(whole, own / FILE)))
        files.append(str(own / FILE))
    done = subprocess.run(
        [sys.executable, "-m", "tests.attack.opened_files", *options, *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    outcome_by_harm = dict(zip((name for name, _harm in harms), lines, strict=False))
    if done.returncode:
        outcome_by_harm[harms[len(lines)][0]] = {"outcome": "ended by the system", "MB": 0}
    shutil.rmtree(folder)
    return outcome_by_harm


def check(outcome_by_harm: dict[str, Outcome], harms: list[tuple[str, Harm]]) -> None:
    """Check that every file was opened, or refused in a sentence with a remedy, and salvaged."""
    wrong = {
        name: outcome
        for name, outcome in outcome_by_harm.items()
        if outcome["outcome"] not in RIGHT
    }
    assert wrong == {}
    assert outcome_by_harm.keys() == {name for name, _harm in harms}
    for name, outcome in outcome_by_harm.items():
        assert int(outcome["MB"]) < MOST_MEGABYTES, name
        if outcome["outcome"] != "opened":
            assert str(outcome["sentence"]).endswith("."), name
            assert str(outcome["remedy"]).endswith("."), name


def test_a_whole_file_opens(tmp_path: Path, whole: Path) -> None:
    harms = [("nothing", lambda _path: None)]
    assert outcomes(tmp_path / "files", whole, harms)["nothing"]["outcome"] == "opened"


@pytest.mark.parametrize("batch", range(0, len(MADE), 40))
def test_a_file_that_somebody_made_is_opened_or_refused_in_a_sentence(
    tmp_path: Path, whole: Path, batch: int
) -> None:
    harms = MADE[batch : batch + 40]
    outcome_by_harm = outcomes(tmp_path / "files", whole, harms)
    check(outcome_by_harm, harms)
    counts = Counter(str(outcome["outcome"]) for outcome in outcome_by_harm.values())
    measured("all_harms files", [f"{outcome}: {number}" for outcome, number in counts.items()])


@pytest.mark.parametrize("batch", range(0, count(20, 2000), 20))
def test_a_file_with_random_harm_is_opened_or_refused_in_a_sentence(
    tmp_path: Path, whole: Path, batch: int
) -> None:
    harms = []
    for seed in range(batch, batch + 20):
        name, harm = at_random(random.Random(seed))
        harms.append((f"{seed}: {name}", harm))
    check(outcomes(tmp_path / "files", whole, harms), harms)


def test_the_attack_would_see_a_program_that_trusts_a_file(tmp_path: Path, whole: Path) -> None:
    names = ("place 99", "floor -5", "a page of no step")
    harms = [(name, harm) for name, harm in all_harms() if name in names]
    assert len(harms) == len(names)
    outcome_by_harm = outcomes(tmp_path / "files", whole, harms, "--trusting")
    assert {outcome["outcome"] for outcome in outcome_by_harm.values()} - RIGHT
    with pytest.raises(AssertionError):
        check(outcome_by_harm, harms)


def test_the_attack_would_see_a_file_that_never_ends(tmp_path: Path, whole: Path) -> None:
    harms = [harm for harm in all_harms() if harm[0] == "endless view contribution"]
    outcome_by_harm = outcomes(tmp_path / "files", whole, harms, "--trusting")
    assert outcome_by_harm[harms[0][0]]["outcome"] == "ended by the system"
