"""Set-up on other computers: odd folders, a folder that was moved, parts of Qt missing."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the scripts are for Debian")


def run(*command: str | Path, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, and see that it succeeds."""
    ended = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ended.returncode == 0, ended
    return ended


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the program with an environment as ``pip install --editable`` leaves it."""
    folder = tmp_path / "plain"
    for name in ("facilitator", "scripts", "resources"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    run(sys.executable, "-m", "venv", "--without-pip", ".venv", folder=folder)
    (site,) = folder.glob(".venv/lib/python*/site-packages")
    borrowed = next(part for part in sys.path if part.endswith("site-packages"))
    (site / "borrowed.pth").write_text(f"{borrowed}\n", encoding="utf-8")
    (site / "_editable_impl_facilitator.pth").write_text(str(folder), encoding="utf-8")
    script = folder / ".venv" / "bin" / "facilitator"
    script.write_text(
        f"#!{folder}/.venv/bin/python\nimport sys\nfrom facilitator.cli import main\n"
        "sys.exit(main())\n",
        encoding="utf-8",
    )
    script.chmod(0o755)
    installed = 'echo "$(cksum <pyproject.toml) $(.venv/bin/python -V)" >.venv/installed-run'
    run("sh", "-c", installed, folder=folder)
    return folder


PIP = """
import sys
print("Obtaining file:///somewhere")
print("Collecting PySide6<6.12,>=6.10 (from facilitator==1)")
print("  Downloading pyside6-6.11.3.whl (580 kB)")
print("Collecting reportlab==5.1.* (from facilitator==1)")
print("Installing collected packages: PySide6, reportlab")
sys.exit({code})
"""


def pretend_pip(checkout: Path, code: int) -> None:
    """Put a pip into the environment that says what pip says, and installs nothing."""
    (site,) = checkout.glob(".venv/lib/python*/site-packages")
    (site / "pip").mkdir()
    (site / "pip" / "__init__.py").touch()
    (site / "pip" / "__main__.py").write_text(PIP.format(code=code), encoding="utf-8")
    (checkout / ".venv" / "installed-run").unlink()


def test_set_up_says_what_it_does_in_a_line_for_each_step(checkout: Path) -> None:
    pretend_pip(checkout, code=0)
    output = run("scripts/setup.sh", "run", folder=checkout).stderr
    steps = output[output.index("Installing") :].splitlines()
    assert [line.strip() for line in steps[1:]] == [
        "getting PySide6",
        "getting reportlab",
        "putting them in place",
        "All of it is installed.",
    ]
    assert "installed" not in run("scripts/setup.sh", "run", folder=checkout).stderr


def test_set_up_that_could_not_install_is_tried_again_the_next_time(checkout: Path) -> None:
    pretend_pip(checkout, code=1)
    with pytest.raises(AssertionError):
        run("scripts/setup.sh", "run", folder=checkout)
    assert not (checkout / ".venv" / "installed-run").exists()


@pytest.mark.parametrize("name", ["Gŵyl a b", "a" * 150, "plain again"])
def test_a_folder_that_was_moved_works_after_set_up_is_run_again(
    checkout: Path, tmp_path: Path, name: str
) -> None:
    moved = checkout.rename(tmp_path / name)
    run("scripts/setup.sh", "run", folder=moved)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    script = moved / ".venv" / "bin" / "facilitator"
    assert run(script, "--version", folder=elsewhere).stdout.startswith("Facilitator ")
    place = "import facilitator; print(facilitator.__file__)"
    python = moved / ".venv" / "bin" / "python"
    assert run(python, "-c", place, folder=elsewhere).stdout.strip().startswith(str(moved))


def test_a_folder_moved_twice_and_back_is_as_it_was(checkout: Path, tmp_path: Path) -> None:
    script = checkout / ".venv" / "bin" / "facilitator"
    before = script.read_bytes()
    for name in ("Gŵyl a b", "plain"):
        place = next(path for path in tmp_path.iterdir() if (path / ".venv").exists())
        run("scripts/setup.sh", "run", folder=place.rename(tmp_path / name))
    assert script.read_bytes() == before


@pytest.fixture
def essentials(tmp_path: Path) -> Path:
    """A folder with a PySide6 that has Qt's essentials and none of the add-ons in use."""
    package = find_spec("PySide6")
    assert package is not None
    assert package.origin is not None
    folder = tmp_path / "site" / "PySide6"
    folder.mkdir(parents=True)
    for part in Path(package.origin).parent.iterdir():
        if not part.name.startswith(("QtMultimedia", "QtTextToSpeech", "QtPdf")):
            (folder / part.name).symlink_to(part)
    return folder.parent


def test_the_doctor_says_what_is_missing_where_qt_has_no_add_ons(
    essentials: Path, tmp_path: Path
) -> None:
    doctor = (sys.executable, "-m", "facilitator", "doctor", "--data", tmp_path / "data")
    ended = run(*doctor, folder=ROOT, PYTHONPATH=str(essentials))
    assert "note   Sound: The chime cannot sound." in ended.stdout
    assert "note   Voices: Lines cannot be read aloud." in ended.stdout
    assert "All that is needed is here." in ended.stdout
    assert ended.stderr == ""


def test_a_chime_without_add_ons_stays_silent(essentials: Path) -> None:
    program = """
import sys
from PySide6.QtWidgets import QApplication
from facilitator.ui.widgets.chime import Chime
application = QApplication(sys.argv)
print(Chime().sound())
"""
    ended = run(sys.executable, "-c", program, folder=ROOT, PYTHONPATH=str(essentials))
    assert ended.stdout == "False\n"
