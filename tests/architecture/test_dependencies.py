"""PySide6 6.12 drops one reference to ``None`` with every void call on Python 3.11, and dies."""

import subprocess
import sys
import tomllib

from packaging.requirements import Requirement

from tests.architecture.source import ROOT


def allowed(version: str, python: str) -> bool:
    """Return whether our dependencies let this PySide6 be installed on this Python."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ours = [Requirement(line) for line in project["dependencies"]]
    meant = [
        requirement
        for requirement in ours
        if requirement.name == "PySide6"
        and (requirement.marker is None or requirement.marker.evaluate({"python_version": python}))
    ]
    assert len(meant) == 1, f"one PySide6 for Python {python}"
    return version in meant[0].specifier


def test_the_pyside_that_aborts_is_not_allowed_on_3_11() -> None:
    assert not allowed("6.12.0", python="3.11")
    assert allowed("6.11.3", python="3.11")
    assert allowed("6.12.0", python="3.13")


def test_the_pyside_that_is_installed_survives_many_calls() -> None:
    program = (
        "from PySide6.QtCore import QObject\n"
        "made = QObject()\n"
        "for n in range(100_000): made.setObjectName('x')\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_every_dependency_is_bounded() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for line in project["dependencies"]:
        operators = {clause.operator for clause in Requirement(line).specifier}
        assert operators & {"<", "<=", "==", "~="}, f"{line}: say up to which version it was tried"
