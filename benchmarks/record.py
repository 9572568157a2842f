#!/usr/bin/env python3
"""Compare the record with typst and WeasyPrint: tagged PDFs of the same lines, in turn.

usage: benchmarks/record.py [--lines N,N,…] [--runs N]      (100,1000,10000 and 3 unless told)

Each run is a process of its own: 8 headings and N lines of 40 to 200 characters, as a list, once
by us (PDF/UA-1 and PDF/A-2a), once by typst and once by WeasyPrint (both PDF/UA-1). Prints the
medians of the whole process, the ratio to typst, and the peak memory. WeasyPrint at 10,000 lines
takes a minute a run and is left out there unless it is asked for with --all. What is not installed
(`pip install -e .[bench]`) is named and left out.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from html import escape
from importlib.util import find_spec
from pathlib import Path
from random import Random
from statistics import median

HEADINGS = 8
SLOW = 1000  # lines, above which WeasyPrint is left out
WORDS = (  # of the lengths that people use
    *("the", "of", "and", "to", "a", "in", "that", "we", "it", "for", "not", "on", "with", "as"),
    *("you", "do", "but", "from", "they", "say", "or", "would", "there", "what", "about", "who"),
    *("when", "make", "time", "know", "people", "good", "could", "other", "look", "think", "work"),
    *("because", "question", "shift", "handover", "nobody", "meeting", "afraid", "quietly"),
    *("listening", "tomorrow", "together"),
)


def lines_of(count: int) -> list[list[str]]:
    """Return the lines under each heading, the same in each run."""
    random = Random(1)

    def line() -> str:
        words, wanted = "", random.randint(40, 200)
        while len(words) < wanted:
            words += f"{random.choice(WORDS)} "
        return words[:wanted].strip()

    return [[line() for _ in range(count // HEADINGS)] for _ in range(HEADINGS)]


def ours(parts: list[list[str]], folder: Path) -> None:
    """Make a record with this program."""
    from datetime import date

    from facilitator.domain.plan.step import StepKind
    from facilitator.domain.summary import RecordedStep, SessionSummary
    from facilitator.domain.text.language import ENGLISH, Words
    from facilitator.record import make_record

    steps = tuple(
        RecordedStep(StepKind.TALK, Words.of(f"Part {n}"), Words.of(""), said=tuple(lines))
        for n, lines in enumerate(parts)
    )
    summary = SessionSummary(
        title="Lines",
        group="",
        held_on=date(2026, 11, 12),
        languages=(ENGLISH,),
        plan_title=Words.of("Lines"),
        purpose="",
        recipients="",
        minutes=30,
        review_by=date(2027, 11, 12),
        agreement=(),
        steps=steps,
        next_steps=(),
        wrote_without_names=True,
    )
    (folder / "ours.pdf").write_bytes(make_record(summary))


def by_typst(parts: list[list[str]], folder: Path) -> None:
    """Make the same with typst."""
    import typst

    source = '#set document(title: "Lines")\n#set text(lang: "en", size: 12.5pt)\n'
    for number, lines in enumerate(parts):
        source += f"= Part {number}\n" + "".join(f"- {line}\n" for line in lines)
    file = folder / "lines.typ"
    file.write_text(source, encoding="utf-8")
    typst.compile(file, output=folder / "typst.pdf", pdf_standards=["ua-1"])


def by_weasyprint(parts: list[list[str]], folder: Path) -> None:
    """Make the same with WeasyPrint."""
    from weasyprint import HTML

    body = "".join(
        f"<h1>Part {number}</h1><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
        for number, lines in enumerate(parts)
    )
    page = f"<!doctype html><html lang=en><head><title>Lines</title></head><body>{body}</body>"
    HTML(string=page).write_pdf(folder / "weasyprint.pdf", pdf_variant="pdf/ua-1")


MAKERS: dict[str, Callable[[list[list[str]], Path], None]] = {
    "ours": ours,
    "typst": by_typst,
    "weasyprint": by_weasyprint,
}


def main() -> None:
    """Run every maker in turn and print what it took."""
    parser = argparse.ArgumentParser(usage=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("--lines", default="100,1000,10000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--make", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.make:
        with tempfile.TemporaryDirectory() as folder:
            MAKERS[chosen.make](lines_of(int(chosen.lines)), Path(folder))
        sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}\n")
        return
    makers = [name for name in MAKERS if name == "ours" or find_spec(name)]
    missing = sorted(set(MAKERS) - set(makers))
    if missing:
        told = f"Not installed, so left out: {', '.join(missing)} (pip install -e .[bench])"
        sys.stdout.write(f"{told}\n")
    for count in map(int, chosen.lines.split(",")):
        some = [name for name in makers if chosen.all or name != "weasyprint" or count <= SLOW]
        report(count, {name: [] for name in some}, chosen.runs)


def report(count: int, taken: dict[str, list[tuple[float, float]]], runs: int) -> None:
    """Time each maker in turn, then print medians, ratios and memory."""
    for _ in range(runs):
        for name, figures in taken.items():
            figures.append(timed(name, count))
    medians = {name: median(seconds for seconds, _ in got) for name, got in taken.items()}
    memory = {name: max(size for _, size in got) for name, got in taken.items()}
    for name, seconds in medians.items():
        ratio = ""
        if "typst" in medians:
            time_part, memory_part = seconds / medians["typst"], memory[name] / memory["typst"]
            ratio = f"  {time_part:5.2f} × typst's time, {memory_part:4.2f} × its memory"
        line = f"{seconds:6.2f} s  {memory[name]:5.0f} MB{ratio}"
        sys.stdout.write(f"{count:6} lines  {name:10} {line}\n")


def timed(name: str, count: int) -> tuple[float, float]:
    """Return the wall seconds of a whole process, and its peak memory in megabytes."""
    command = [sys.executable, __file__, "--make", name, "--lines", str(count)]
    start = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return time.perf_counter() - start, int(done.stdout.split()[-1]) / 1024


if __name__ == "__main__":
    main()
