#!/usr/bin/env python3
"""Compare the records of two checkouts: their pages, their order of reading, and validators.

usage: scripts/compare_records.py BEFORE AFTER OUT [PLAN …]      (every ready plan unless told)

BEFORE and AFTER are folders of checkouts; each is run by its own .venv, or by this Python. AFTER
plays each plan, then both make the record of what was played. OUT/PLAN gets both records, a picture
of each page with the one before at its left, and reading.diff where the order of reading differs.
What OUT has been given is not played again. Exits 1 when an order of reading differs or a
validator finds something; pages that look different are named, to be looked at.
Needs poppler-utils, and the validators of scripts/pdf_check.sh.
"""

import os
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path

from PIL import Image, ImageChops

SEED = "3"
RESOLUTION = "60"  # points an inch: enough to see a shifted word
GAP = 12  # between the two pages of a picture
UNLIKE = 64  # of 255 levels: more than an edge a hundredth of a point away differs
MOST_UNLIKE = 0.003  # of all points
CHECK = Path(__file__).with_name("pdf_check.sh")
MAKE = (
    "import sys; from pathlib import Path; from facilitator.record import *;"
    "text = Path(sys.argv[1]).read_text(encoding='utf-8');"
    "Path(sys.argv[2]).write_bytes(make_record(summary_from_json(text)))"
)


def run_in(checkout: Path, *arguments: str) -> None:
    """Run a checkout's program, without a screen."""
    own = checkout / ".venv/bin/python"
    python = str(own) if own.exists() else sys.executable
    environment = {**os.environ, "PYTHONPATH": str(checkout), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(
        [python, *arguments], cwd=checkout, env=environment, check=True, stdout=subprocess.DEVNULL
    )


def records_of(plan: str, before: Path, after: Path, folder: Path) -> tuple[Path, Path]:
    """Return the record of one rehearsal as each checkout makes it."""
    content = folder / "played" / "record.json"
    if not content.exists():
        played = ["--out", str(content.parent), "--seed", SEED, plan]
        run_in(after, "-m", "facilitator", "rehearse", *played)
    records = folder / "before.pdf", folder / "after.pdf"
    for checkout, record in zip((before, after), records, strict=True):
        run_in(checkout, "-c", MAKE, str(content), str(record))
    return records


def pages_of(record: Path) -> list[Image.Image]:
    """Return the pages of a record as pictures."""
    stem = record.with_suffix("")
    for file in record.parent.glob(f"{stem.name}-*.png"):
        file.unlink()
    subprocess.run(["pdftoppm", "-r", RESOLUTION, "-png", record, stem], check=True)
    files = sorted(record.parent.glob(f"{stem.name}-*.png"))
    pages = [Image.open(file).convert("RGB").copy() for file in files]
    for file in files:
        file.unlink()
    return pages


def pictures(before: Path, after: Path) -> str:
    """Write each pair of pages side by side; return how many there are, and which differ."""
    sides = pages_of(before), pages_of(after)
    different: list[str] = []
    for number in range(max(map(len, sides))):
        left, right = (side[number] if number < len(side) else None for side in sides)
        if left is None or right is None or _differ(left, right):
            different.append(str(number + 1))
        pair = [page for page in (left, right) if page is not None]
        width, height = pair[0].size
        sheet = Image.new("RGB", (2 * width + GAP, height), "grey")
        for place, page in enumerate((left, right)):
            if page is not None:
                sheet.paste(page, (place * (width + GAP), 0))
        sheet.save(after.parent / f"page-{number + 1:02}.png")
    counts = f"{len(sides[0])} and {len(sides[1])} pages"
    return f"{counts}, different: {' '.join(different) or 'none'}"


def _differ(left: Image.Image, right: Image.Image) -> bool:
    if left.size != right.size:
        return True
    levels = ImageChops.difference(left, right).convert("L").histogram()
    return sum(levels[UNLIKE + 1 :]) > MOST_UNLIKE * sum(levels)


def reading_differs(before: Path, after: Path) -> bool:
    """Return whether a screen reader is told something else, and write what."""
    earlier, later = (
        subprocess.run(
            ["pdfinfo", "-struct-text", record], check=True, capture_output=True, text=True
        ).stdout.splitlines(keepends=True)
        for record in (before, after)
    )
    difference = "".join(unified_diff(earlier, later, "before", "after"))
    file = after.with_name("reading.diff")
    file.unlink(missing_ok=True)
    if difference:
        file.write_text(difference, encoding="utf-8")
    return bool(difference)


def finding_in(record: Path) -> str:
    """Return what the validators print if they find anything, or are not installed."""
    done = subprocess.run([CHECK, record], check=False, capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def main() -> None:
    """Compare plan by plan."""
    if len(sys.argv) < 4:
        sys.exit((__doc__ or "").split("\n\n")[1])
    before, after, out = (Path(argument).resolve() for argument in sys.argv[1:4])
    plans = sys.argv[4:] or sorted(file.stem for file in after.glob("resources/plans/*.toml"))
    bad = False
    for plan in plans:
        folder = out / plan
        folder.mkdir(parents=True, exist_ok=True)
        records = records_of(plan, before, after, folder)
        differs, finding = reading_differs(*records), finding_in(records[1])
        read = "read DIFFERENTLY" if differs else "read alike"
        verdict = "validators: a FINDING" if finding else "validators: nothing found"
        sys.stdout.write(f"{plan}: {pictures(*records)}; {read}; {verdict}\n{finding}")
        sys.stdout.flush()
        bad |= differs or bool(finding)
    sys.exit(bad)


if __name__ == "__main__":
    main()
