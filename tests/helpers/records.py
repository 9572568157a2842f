"""Summaries to make records from, and a reader of records that reads what a screen reader would."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pikepdf import Dictionary, Name, Object, Pdf, parse_content_stream

from facilitator.domain.plan.step import StepKind
from facilitator.domain.summary import RecordedStep, SessionSummary
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.record.as_json import json_of
from facilitator.record.json_reading import SINCE_VERSION_2

MANY_SCRIPTS = (
    "Diolch am ŵyl a thŷ, ẁ ẃ ẅ ỳ.",
    "أحتاج إلى أن أعرف أن السؤال لن يُستخدم ضدي (2026).",
    "אפשר לדבר כאן בשקט, גם בעברית.",
    "मुझे पहले लिखकर सोचना अच्छा लगता है।",
    "নীরবতা আমাকে সাহায্য করে।",
    "ਮੈਨੂੰ ਸਮਾਂ ਚਾਹੀਦਾ ਹੈ।",
    "எனக்கு நேரம் வேண்டும்.",
    "ขอเวลาคิดก่อนพูด",
    "እባክዎ ጊዜ ይስጡኝ።",
    "Нужно время, чтобы подумать. Χρειάζομαι χρόνο. Tôi cần thời gian.",
    "Slow is fine 👩🏽‍💻 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🎉 → ok",
)


ARRIVING = RecordedStep(
    StepKind.TALK,
    Words.of("Arriving"),
    Words.of("What do you need from everyone else to be honest here?"),
    said=("Time to think before I answer.", "No laughing at questions."),
    minutes=8,
    took=9,
)
UNSAID = RecordedStep(
    StepKind.GATHER,
    Words.of("What stays unsaid"),
    Words.of("What is one thing that people here find hard to say aloud?"),
    unnamed=(
        "That the handover is too fast.",
        "I do not know who to ask at night.",
        "We are short every Friday, and everybody knows.",
        "When I got it wrong, nobody told me how to put it right.",
        "Saying no to a consultant.",
    ),
    minutes=10,
    took=14,
)


def a_summary() -> SessionSummary:
    """Return a record in English with something of everything."""
    return SessionSummary(
        title="Safe to speak up",
        group="Night shift, Ward 7",
        held_on=date(2026, 11, 12),
        languages=(ENGLISH,),
        plan_title=Words.of("Three questions in thirty minutes"),
        purpose="To find out what would make it easier to say that something is wrong.",
        recipients="everyone who was there, and the ward manager",
        minutes=30,
        took=33,
        review_by=date(2027, 11, 12),
        agreement=(
            "Anyone can pass, without saying why.",
            "One voice at a time; we leave a breath between speakers.",
            "What is said here stays here; what is learned here leaves.",
        ),
        steps=(ARRIVING, UNSAID),
        next_steps=(
            "Begin each handover with two quiet minutes.",
            "Put a name on the night board.",
        ),
        wrote_without_names=True,
    )


def of_version_1() -> dict[str, Any]:
    """Return the JSON beside that record as earlier versions of the program wrote it."""
    content = json.loads(json_of(a_summary())) | {"version": 1}
    return {key: value for key, value in content.items() if key not in SINCE_VERSION_2}


def in_two_languages() -> SessionSummary:
    """Return a record in Welsh and English, with a line in each of many scripts."""
    gathered = RecordedStep(
        StepKind.GATHER,
        Words.from_mapping({"cy": "Yr hyn sydd heb ei ddweud", "en": "What stays unsaid"}),
        Words.from_mapping(
            {"cy": "Beth fyddai'n ei gwneud yn haws siarad?", "en": "What would make it easier?"}
        ),
        unnamed=MANY_SCRIPTS,
    )
    plan = Words.from_mapping({"cy": "Tri chwestiwn", "en": "Three questions"})
    whole = a_summary()
    return replace(
        whole, languages=(WELSH, ENGLISH), plan_title=plan, steps=(*whole.steps[:1], gathered)
    )


def with_nothing_kept() -> SessionSummary:
    """Return a record of a workshop of which no line goes in it."""
    return replace(a_summary(), agreement=(), steps=(), next_steps=(), wrote_without_names=False)


def a_full_room() -> SessionSummary:
    """Return a record of 40 people with three notes of 200 characters each."""
    notes = tuple(
        f"{number:03d} " + ("people say that it helps when " * 7)[:196] for number in range(120)
    )
    step = RecordedStep(StepKind.GATHER, Words.of("Notes"), Words.of("What helps?"), unnamed=notes)
    return replace(a_summary(), steps=(step,))


@dataclass(frozen=True, slots=True)
class Read:
    """A stretch of text as a screen reader meets it: the elements around it, its language."""

    kinds: tuple[str, ...]
    language: str
    text: str


def read_aloud(record: bytes) -> list[Read]:
    """Return the record's texts in reading order, through its tags and character maps."""
    with Pdf.open(io.BytesIO(record)) as pdf:
        marked = [_marked_texts(page.obj) for page in pdf.pages]
        places = {page.obj.objgen: place for place, page in enumerate(pdf.pages)}
        language = str(pdf.Root.Lang)
        reader = _Reader(marked, places)
        return list(reader.read(pdf.Root.StructTreeRoot.K, (), language))


def texts_in(record: bytes) -> list[str]:
    """Return the texts of the record's elements in reading order."""
    return [read.text.strip() for read in read_aloud(record)]


def as_reference(record: bytes) -> str:
    """Return the record as a page of text to compare with: kind, language and words of each."""
    lines: list[str] = []
    for element in read_aloud(record):
        kind = element.kinds[-1] if element.kinds[-1] != "Span" else element.kinds[-2]
        lines.append(f"{kind:<6} {element.language}  {element.text.strip()}\n")
    return "".join(lines)


def footers_in(record: bytes) -> list[str]:
    """Return the text of each page's footers."""
    with Pdf.open(io.BytesIO(record)) as pdf:
        return [_footer(page.obj) for page in pdf.pages]


def _footer(page: Object) -> str:
    maps = {name: _character_map(font) for name, font in page.Resources.Font.items()}
    text, inside, font = "", False, ""
    for instruction in parse_content_stream(page):
        operands = instruction.operands
        match str(instruction.operator):
            case "BDC":
                inside = "/Subtype" in operands[1] and operands[1].Subtype == Name.Footer
            case "EMC":
                inside = False
            case "Tf":
                font = str(operands[0])
            case "BT" if text:
                text += " | "
            case "TJ" if inside:
                text += _decoded(operands[0], maps[font])
    return text.removeprefix(" | ")


def outside_marks(record: bytes) -> list[str]:
    """Return the operators that draw outside any mark; there must be none."""
    operators: list[str] = []
    with Pdf.open(io.BytesIO(record)) as pdf:
        for page in pdf.pages:
            depth = 0
            for instruction in parse_content_stream(page):
                name = str(instruction.operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
                if not depth and name in ("TJ", "Tj", "f", "B", "S"):
                    operators.append(name)
    return operators


class _Reader:
    def __init__(self, marked: list[dict[int, str]], places: dict[tuple[int, int], int]) -> None:
        self._marked, self._places = marked, places

    def read(self, element: Object, around: tuple[str, ...], language: str) -> Iterator[Read]:
        if element.get("/Type") == "/MCR":
            text = self._marked[self._places[element.Pg.objgen]][int(element.MCID)]
            yield Read(around, language, text)
            return
        kinds = (*around, str(element.S).lstrip("/"))
        own = str(element.get("/Lang", language))
        if "/ActualText" in element:
            yield Read(kinds, own, str(element.ActualText))
            return
        parts = [part for child in element.K for part in self.read(child, kinds, own)]
        yield from _joined(parts, kinds, own)


def _joined(parts: list[Read], kinds: tuple[str, ...], language: str) -> Iterator[Read]:
    """Put the marks of one element together, which a page break or a script parted."""
    if parts and all(part.kinds == kinds for part in parts):
        yield Read(kinds, language, "".join(part.text for part in parts))
    else:
        yield from parts


def _marked_texts(page: Object) -> dict[int, str]:
    maps = {name: _character_map(font) for name, font in page.Resources.Font.items()}
    texts: dict[int, str] = {}
    number, spelled, font = -1, False, ""
    for instruction in parse_content_stream(page):
        operands = instruction.operands
        match str(instruction.operator):
            case "BDC" if isinstance(operands[1], Dictionary) and "/MCID" in operands[1]:
                number = int(operands[1].MCID)
                spelled = "/ActualText" in operands[1]
                texts[number] = str(operands[1].get("/ActualText", ""))
            case "EMC":
                number = -1
            case "Tf":
                font = str(operands[0])
            case "TJ" if number >= 0 and not spelled:
                texts[number] += _decoded(operands[0], maps[font])
    return texts


def _decoded(row: Object, character_map: dict[int, str]) -> str:
    codes = b"".join(
        bytes(item) for item in row if not isinstance(item, int | float) and _is_string(item)
    )
    return "".join(
        character_map[int.from_bytes(codes[at : at + 2], "big")] for at in range(0, len(codes), 2)
    )


def _is_string(item: object) -> bool:
    return type(item).__name__ in ("Object", "String", "bytes")


def _character_map(font: Object) -> dict[int, str]:
    text = font.ToUnicode.read_bytes().decode("ascii")
    return {
        int(glyph, 16): bytes.fromhex(code).decode("utf-16-be")
        for glyph, code in re.findall(r"^<([0-9A-F]{4})> <([0-9a-f]+)>$", text, re.MULTILINE)
    }
