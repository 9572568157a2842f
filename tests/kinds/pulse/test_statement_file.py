"""Statements from a file: read whole, or refused with a sentence, before anybody answers."""

import random
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.errors import NotAllowedNowError, PlanFileError
from facilitator.kinds.pulse.commands import Begin, CloseAnswers, ShowShapes, UseStatements
from facilitator.kinds.pulse.panel.panel import PulsePanel
from facilitator.kinds.pulse.state import AnsweredBy, StatementSet, statements_of
from facilitator.kinds.pulse.statement_file import MOST_BYTES, read_statements
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import ShapesPage, StepPage
from tests.helpers.clock import FakeClock
from tests.helpers.consoles import shown_console
from tests.helpers.sessions import CHOICE, PLAN, TALK, a_session, reopened
from tests.kinds.pulse.test_session import EIGHT, PULSE, record

DOCS = Path(__file__).parents[3] / "docs" / "plan-files.md"
TOML = """facilitator_statements = 1
languages = ["cy", "en"]
source = "Tîm Glan-yr-afon, March"
permission = "Ours to use"
statements = [
    { cy = "Gallaf ofyn.", en = "I can ask." },
    { cy = "Gallaf wrthod.", en = "I can say no." },
]
"""
LABELS = 'labels = ["1: no", "2", "3: half", "4", "5: yes"]\n'
LINES = """source: Riverside team, March
Permission: ours to use

I can ask.
I can say no.
"""


def file_with(tmp_path: Path, text: str | bytes, name: str = "statements.toml") -> Path:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_toml_file_has_statements_in_two_languages_source_and_permission(
    tmp_path: Path,
) -> None:
    read = read_statements(file_with(tmp_path, TOML))
    assert [words.in_(WELSH) for words in read.statements] == ["Gallaf ofyn.", "Gallaf wrthod."]
    assert read.statements[0].in_(ENGLISH) == "I can ask."
    assert (read.source, read.permission) == ("Tîm Glan-yr-afon, March", "Ours to use")
    assert read.labels == ()


def test_five_labels_may_come_with_them(tmp_path: Path) -> None:
    read = read_statements(
        file_with(
            tmp_path,
            TOML.replace('languages = ["cy", "en"]\n', "")
            .replace('{ cy = "Gallaf ofyn.", en = "I can ask." }', '"I can ask."')
            .replace('{ cy = "Gallaf wrthod.", en = "I can say no." }', '"I can say no."')
            + LABELS,
        )
    )
    assert [words.first for words in read.labels] == ["1: no", "2", "3: half", "4", "5: yes"]


@pytest.mark.parametrize(
    "text", [LINES, LINES.replace("I can ask.", '"I can ask."'), LINES.replace("\n", "\r\n")]
)
def test_a_plain_text_or_csv_has_one_statement_a_line(tmp_path: Path, text: str) -> None:
    read = read_statements(file_with(tmp_path, text, "statements.csv"))
    assert [words.first for words in read.statements] == ["I can ask.", "I can say no."]
    assert read.source == "Riverside team, March"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TOML.replace('source = "Tîm Glan-yr-afon, March"\n', ""), "“source”"),
        (TOML.replace('permission = "Ours to use"\n', ""), "“permission”"),
        (TOML.replace("Ours to use", " "), "“permission”"),
        (LINES.replace("source: Riverside team, March\n", ""), "“source”"),
        (LINES.replace("Permission: ours to use\n", ""), "“permission”"),
        ("source: us\npermission: ours\n", "“statements”"),
        (TOML + 'labels = ["no", "yes"]\n', "“labels”"),
        (TOML + "score = 3\n", "“score”"),
        (TOML.replace("= 1\n", "= 2\n"), "facilitator_statements"),
        (TOML.replace('"en"]', '"english"]'), "“languages”"),
        (TOML.replace("]\n", "\n"), "cannot be understood"),
        (LINES + "x" * 400, "“statements”"),
        (LINES + "\n".join(["I can."] * 20), "“statements”"),
        ("x" * (MOST_BYTES + 1), "no file of statements"),
        (b"\xff\xfe\x00", "UTF-8"),
        (f"facilitator_statements{'.a' * 300} = 1", "no file of statements"),
        ('"I can, "broken\nsource: us\n', "no file of statements"),
        ("", "“source”"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_sentence(
    tmp_path: Path, text: str | bytes, words: str
) -> None:
    with pytest.raises(PlanFileError) as refused:
        read_statements(file_with(tmp_path, text))
    assert words in str(refused.value)
    assert refused.value.remedy


def test_a_folder_or_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.toml", tmp_path / ("x" * 300)):
        with pytest.raises(PlanFileError):
            read_statements(path)


def mutations(text: str, count: int) -> Iterator[bytes]:
    """Yield the text with bytes changed, lost, doubled and moved, by a chance that repeats."""
    chance = random.Random(12)
    content = text.encode()
    for _time in range(count):
        mutated = bytearray(content)
        for _change in range(chance.randint(1, 8)):
            place = chance.randrange(len(mutated))
            match chance.randrange(4):
                case 0:
                    mutated[place] = chance.randrange(256)
                case 1:
                    del mutated[place]
                case 2:
                    mutated[place:place] = mutated[place : place + chance.randint(1, 40)]
                case _:
                    mutated[place:place] = chance.choice([b"[" * 50, b'"', b"{", b"\n", b"= 9"])
        yield bytes(mutated)


@pytest.mark.parametrize("text", [TOML + LABELS, LINES])
def test_a_harmed_file_is_read_or_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    refused = 0
    for content in mutations(text, 400):
        try:
            read = read_statements(file_with(tmp_path, content))
        except PlanFileError:
            refused += 1
        else:
            assert read.source
            assert read.permission
            assert 1 <= len(read.statements) <= 12
    assert refused > 20


def test_the_example_in_the_documentation_is_read(tmp_path: Path) -> None:
    text = DOCS.read_text(encoding="utf-8")
    examples = [block.split("```", 1)[0] for block in text.split("```")[1::2]]
    bodies = [block.split("\n", 1)[1] for block in examples if "facilitator_statements" in block]
    (body,) = bodies
    read = read_statements(file_with(tmp_path, body))
    assert tomllib.loads(body)["source"] == read.source
    assert len(read.labels) == 5


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    step = replace(PULSE, statements=(), options=None)
    session = a_session(tmp_path, plan=replace(PLAN, steps=(TALK, step, CHOICE)))
    session.board.toggle_curtain()
    session.steps.jump(PULSE.id)
    yield session
    session.close()


@pytest.fixture
def panel(qtbot: QtBot, session: LiveSession) -> PulsePanel:
    (panel,) = shown_console(qtbot, session).findChildren(PulsePanel)
    return panel


def test_they_are_looked_at_before_they_are_used(
    session: LiveSession, panel: PulsePanel, tmp_path: Path
) -> None:
    panel.own_statements.open(str(file_with(tmp_path, TOML)))
    ask = panel.own_statements.ask
    assert "1. Gallaf ofyn. · I can ask." in ask.line.text()
    assert "Tîm Glan-yr-afon" in ask.text.text()
    step = session.workshop.agenda.now.step
    assert not step.statements
    ask.first_button.click()
    step = session.workshop.agenda.now.step
    assert [words.in_(ENGLISH) for words in statements_of(step)] == ["I can ask.", "I can say no."]
    content = session.picture().content
    assert isinstance(content, StepPage)
    assert content.said[0] == "I can ask."


def test_a_file_that_cannot_be_used_is_said_in_the_panel(
    session: LiveSession, panel: PulsePanel, tmp_path: Path
) -> None:
    panel.own_statements.open(str(file_with(tmp_path, "I can ask.\n")))
    assert "source" in panel.own_statements.problem.text()
    assert panel.own_statements.ask.isHidden()
    assert not session.workshop.agenda.now.step.statements
    panel.own_statements.open(str(file_with(tmp_path, TOML)))
    assert panel.own_statements.problem.isHidden()


def test_once_people_can_answer_no_other_statements_come(
    session: LiveSession, panel: PulsePanel, tmp_path: Path
) -> None:
    read = read_statements(file_with(tmp_path, TOML))
    act = UseStatements(read.statements, read.labels, read.source, read.permission)
    session.own.do(PULSE.id, Begin(AnsweredBy.CORNER))
    with pytest.raises(NotAllowedNowError):
        session.own.do(PULSE.id, act)
    assert panel.own_statements.button.isHidden()


def test_the_source_is_at_the_foot_of_the_board_and_both_are_in_the_record(
    session: LiveSession, tmp_path: Path
) -> None:
    read = read_statements(file_with(tmp_path, TOML))
    act = UseStatements(read.statements, read.labels, read.source, read.permission)
    session.own.do(PULSE.id, act)
    session.close()
    again = reopened(tmp_path, FakeClock())
    again.own.do(PULSE.id, Begin(AnsweredBy.CORNER))
    for turn in EIGHT:
        again.own.hand_in(PULSE.id, turn)
    again.own.do(PULSE.id, CloseAnswers())
    again.own.do(PULSE.id, ShowShapes())
    content = again.picture().content
    assert isinstance(content, ShapesPage)
    assert content.foot.first == "Tîm Glan-yr-afon, March"
    assert {"Tîm Glan-yr-afon, March", "Ours to use"} <= set(record(again))
    again.close()


@pytest.mark.parametrize("name", StatementSet)
def test_every_set_that_ships_has_both_languages_and_says_that_it_is_no_validated_scale(
    name: StatementSet,
) -> None:
    path = Path(__file__).parents[3] / "resources" / "pulses" / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert "not a validated scale" in text
    for statement in tomllib.loads(text)["statements"]:
        assert statement.keys() == {"en", "cy"}
        assert all(statement.values())
