"""Every leak of ``features.md`` 4.2 that can touch this program has a test named after it.

Leaks that other modules attack are named there (``test_leak_24_…``); the rest are attacked here.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, replace
from importlib import import_module
from itertools import cycle
from pathlib import Path

import pytest

from facilitator.domain.contribution import (
    Contribution,
    Gathering,
    GatheringState,
    SetAside,
    Turn,
)
from facilitator.domain.ids import ContributionId
from facilitator.domain.plan.step import StepKind
from facilitator.domain.text.hints import LineHints
from facilitator.domain.text.language import ENGLISH, Words
from facilitator.domain.workshop import Showing, Workshop
from facilitator.kinds.registry import LIVE
from facilitator.live.session.chance import SeededShuffler, SystemShuffler
from facilitator.live.session.lettering import with_letters
from facilitator.live.session.writing import Writing
from facilitator.live.views.gathering_desk import view_of
from facilitator.resources import resource
from facilitator.room.pages.picture import Note, NotesPage
from facilitator.room.promise import promise_in_the_corner
from facilitator.store.database import columns
from facilitator.store.library.file import library_in_memory
from facilitator.store.workshop.file import workshop_in_memory
from tests.helpers.clock import FakeClock
from tests.helpers.meeting import GATHER, Meeting, a_meeting, on_board
from tests.helpers.workshops import a_workshop

NOT_OURS = {10: "there is no author who could export"}
LEAK = re.compile(r"^def test_leak((?:_\d\d)+)_", re.MULTILINE)


def marked(gathering: Gathering, aside: SetAside | None = None, *, late: bool = False) -> Gathering:
    """Return the gathering with every second line set aside, or late."""
    changed = tuple(
        replace(line, set_aside=aside, late=late) if place % 2 else line
        for place, line in enumerate(gathering.contributions)
    )
    return replace(gathering, contributions=changed)


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    with a_meeting(tmp_path, people=12) as meeting:
        meeting.open_writing()
        yield meeting


def views_of(workshop: Workshop) -> Iterator[tuple[str, str]]:
    """Give every page that the board can show: each step in turn, and all that goes over it."""
    now = FakeClock().moment()
    for place, run in enumerate(workshop.agenda.runs):
        here = replace(workshop, agenda=replace(workshop.agenda, place=place))
        for showing in Showing:
            board = replace(here.board, showing=showing, of=GATHER, curtain=False)
            content = LIVE.room.content_of(with_letters(replace(here, board=board), {}), now)
            yield f"{run.step.id}, {showing}", repr(content)


def test_every_leak_of_the_catalogue_is_attacked_or_cannot_happen() -> None:
    modules = Path(__file__).parent.glob("test_*.py")
    named = [match for path in modules for match in LEAK.findall(path.read_text("utf-8"))]
    attacked = {int(number) for name in named for number in name.split("_")[1:]}
    assert NOT_OURS.keys() | attacked == set(range(1, 29))
    assert not NOT_OURS.keys() & attacked


def test_leak_02_nothing_on_the_board_shows_that_somebody_types(meeting: Meeting) -> None:
    before = meeting.session.picture(), meeting.session.corner()
    for n in range(12):
        meeting.write(*([] if n % 3 == 0 else [f"line {n}"]))
        assert (meeting.session.picture(), meeting.session.corner()) == before


def test_leak_03_no_place_in_either_file_is_for_a_persons_name() -> None:
    files = (workshop_in_memory(a_workshop()), library_in_memory())
    names = {column for file in files for table in columns(file).values() for column in table}
    telling = re.compile("name|person|author|writer|who|user|mail|phone|participant|owner|actor")
    assert {name for name in names if telling.search(name)} == {"group_name"}


def test_leak_04_lines_come_to_the_board_in_one_place_alone() -> None:
    """Who lets the board know of lines in another place must hide there what is hidden here."""
    room = Path(import_module("facilitator.room").__file__ or "").parent
    reads = re.compile(r"\.(?:contributions|ready)\b")
    kinds = room.parent / "kinds"
    files = [*room.rglob("*.py"), *kinds.glob("*/room.py"), *kinds.glob("*/corner.py")]
    reading = {path.name for path in files if reads.search(path.read_text("utf-8"))}
    assert reading == {"gathering.py", "recorded.py"}


def test_leak_05_a_note_on_the_board_is_a_letter_and_words_and_nothing_else(
    meeting: Meeting,
) -> None:
    columns = {"letter", "text", "example"}  # an example only with a line of the agreement
    ours = {"above", "gone", "drawing", "beneath"}  # fixed sentences, and a translation in one
    of_all = {"dots"}  # a number, shown once and only above a floor (decision 0039)
    assert {field.name for field in fields(Note)} == columns | ours | of_all
    assert {field.type for field in fields(Note) if field.name in ours} == {Words}
    for n in range(6):
        meeting.write(f"line {n}")
    meeting.close_writing()
    meeting.open_together()
    content = meeting.session.picture().content
    assert isinstance(content, NotesPage)
    assert {(note.above, note.gone, note.example) for note in content.notes} == {
        (Words(), Words(), "")
    }


def test_leak_06_the_facilitators_marks_are_never_on_the_board(meeting: Meeting) -> None:
    """Set aside, late, not in the record, hints: a board with them is the board without."""
    for n in range(8):
        meeting.write(f"When Dafydd sees line {n}")
    meeting.close_writing()
    workshop = meeting.session.workshop
    aside = marked(meeting.gathering, SetAside.RISK)
    gone = replace(aside, contributions=tuple(c for c in aside.contributions if not c.set_aside))
    for state in (GatheringState.CLOSED, GatheringState.OPENED):
        was_opened = state is GatheringState.OPENED
        pages = [
            list(views_of(workshop.with_gathering(replace(g, state=state, was_opened=was_opened))))
            for g in (aside, gone)
        ]
        assert pages[0] == pages[1]


@pytest.mark.parametrize(
    ("state", "aside", "late"),
    [
        (GatheringState.WRITING, None, False),
        (GatheringState.CLOSED, None, False),
        (GatheringState.OPENED, SetAside.PERSON, False),
        (GatheringState.OPENED, None, True),
    ],
)
def test_leak_07_what_is_hidden_is_absent_from_every_view(
    meeting: Meeting, state: GatheringState, aside: SetAside | None, *, late: bool
) -> None:
    for n in range(8):
        meeting.write(f"secret {n}")
    opened = state is GatheringState.OPENED
    gathering = marked(meeting.gathering, aside, late=late)
    changed = replace(gathering, state=state, was_opened=opened)
    absent = [
        line.text
        for line in changed.contributions
        if not opened or line.set_aside is not None or line.late
    ]
    assert absent
    views = list(views_of(meeting.session.workshop.with_gathering(changed)))
    assert len(views) > 30
    for name, view in views:
        assert not [text for text in absent if repr(text)[1:-1] in view], name
    if opened:
        present = [line.text for line in changed.ready]
        assert any(text in view for text in present for _name, view in views)


def test_leak_07_a_line_left_out_is_not_on_the_page_of_the_record(meeting: Meeting) -> None:
    for n in range(6):
        meeting.write(f"line {n}", in_record=n != 3)
    meeting.close_writing()
    meeting.open_together()
    meeting.session.board.record()
    assert sorted(on_board(meeting)) == ["", *(f"line {n}" for n in (0, 1, 2, 4, 5))]


def test_leak_08_no_view_tells_how_many_wrote_before_the_opening(meeting: Meeting) -> None:
    workshop = meeting.session.workshop
    for state in (GatheringState.WRITING, GatheringState.CLOSED):
        seen = set()
        for number in (0, 1, 5, 12):
            turns = tuple(Turn((f"line {n}",)) for n in range(number))
            written = Gathering(GATHER).started().turned(turns, SeededShuffler())
            seen.add(tuple(views_of(workshop.with_gathering(replace(written, state=state)))))
        assert len(seen) == 1


def test_leak_11_nothing_stored_with_a_line_tells_a_time_an_order_or_a_place() -> None:
    db = workshop_in_memory(a_workshop())
    columns_by_table = columns(db)
    assert columns_by_table["contribution"] == (
        "id",
        "step_id",
        "text",
        "in_record",
        "set_aside",
        "late",
        "letter",  # given by chance: leak 19
        "drawing",
        "translation",
        "translated_to",
    )
    when = re.compile(r"(?:^|_)(?:at|when|wall|time|moment|since|last|first|seq|us)(?:_|$)")
    assert not [name for name in columns_by_table["gathering"] if when.search(name)]
    assert {table for table, names in columns_by_table.items() if "text" in names} == {
        "contribution",
        "said_line",
        "agreement_wording",
    }
    with pytest.raises(sqlite3.OperationalError, match="rowid"):  # SQLite's own number of a row
        db.execute("SELECT rowid FROM contribution")
    telling = ("time", "_at", "when", "seq", "order", "device", "person", "by", "author", "turn_id")
    words = [
        name for name in columns_by_table["contribution"] if any(word in name for word in telling)
    ]
    assert not words
    assert [field.name for field in fields(Contribution)] == [
        "id",
        "text",
        "in_record",
        "set_aside",
        "late",
        "letter",
        "drawing",
        "translation",
    ]


class SameIds(SystemShuffler):
    """The planted leak: a line has an id that somebody met before."""

    _ids = cycle(f"{number:016x}" for number in range(40))

    def new_id(self) -> str:
        return next(self._ids)


def ids_met_again(meeting: Meeting) -> list[str]:
    """Write and look on, and return each id of a line that it had before."""
    meeting.write("mine")
    met = {meeting.of("mine").id}
    again: list[str] = []

    def look() -> None:
        line = meeting.of("mine").id
        again.extend([line] if line in met else [])
        met.add(line)

    for n in range(20):
        meeting.write(*([f"line {n}"] if n % 2 else []))
        look()
    for act in (meeting.close_writing, lambda: meeting.session.writing.mix(GATHER)):
        act()
        look()
    meeting.open_together()
    look()
    meeting.open_writing()
    for n in range(3):
        meeting.write(*([f"late {n}"] if n % 2 else []))
        look()
    meeting.close_writing()
    meeting.open_together()
    look()
    content = repr(meeting.session.picture())
    return [*again, *(line for line in met if line in content)]


def test_leak_12_nothing_that_a_line_is_known_by_outlives_a_turn_but_its_letter(
    meeting: Meeting,
) -> None:
    assert not ids_met_again(meeting)
    assert {line.letter for line in meeting.gathering.contributions} == {*range(12)}


def test_the_attack_would_see_an_id_that_outlives_a_turn(tmp_path: Path) -> None:
    with a_meeting(tmp_path, SameIds(), people=12) as planted:
        planted.open_writing()
        assert ids_met_again(planted)


def letters_before_the_opening(workshop: Workshop) -> list[object]:
    """Return every letter that the file or the console has of lines that were not opened."""
    gathering = workshop.gathering(GATHER)
    view = view_of(workshop, gathering, FakeClock().moment(), LineHints())
    with closing(workshop_in_memory(workshop)) as db:
        rows = db.execute("SELECT letter FROM contribution WHERE letter IS NOT NULL").fetchall()
    return [*(row["letter"] for row in rows), *(row.letter for row in view.rows if row.letter)]


def test_leak_12_no_line_has_a_letter_before_it_is_opened(meeting: Meeting) -> None:
    for n in range(8):
        meeting.write(f"line {n}")
        assert not letters_before_the_opening(meeting.session.workshop)
    meeting.close_writing()
    meeting.session.board.record()
    assert not letters_before_the_opening(meeting.session.workshop)
    early = tuple(
        replace(line, letter=place) for place, line in enumerate(meeting.gathering.contributions)
    )
    planted = replace(meeting.gathering, contributions=early)
    assert len(letters_before_the_opening(meeting.session.workshop.with_gathering(planted))) == 16


def test_leak_14_no_sentence_of_ours_says_anonymous() -> None:
    texts = [*resource("sentences").glob("*.toml"), resource("i18n/facilitator.pot")]
    assert len(texts) > 2
    for path in texts:
        words = path.read_text(encoding="utf-8").lower()
        assert "anonym" not in words, path.name


def test_leak_15_every_window_is_known_to_these_attacks() -> None:
    """A new window must be attacked too: add it here once a test looks at what it shows."""
    package = Path(import_module("facilitator.ui").__file__ or "").parent
    folders = {path.parent.name for path in package.glob("*/window.py")}
    assert folders <= {"board", "console", "corner", "home", "planner", "outline"}
    assert {"board", "console", "corner"} <= folders


def test_leak_15_no_other_window_is_made_anywhere() -> None:
    """A dialog would show what it likes: each place that makes one is listed here, and why."""
    ours = Path(import_module("facilitator").__file__ or "").parent
    makes = re.compile(r"\bQ(?:\w*Dialog|MessageBox|MainWindow|SystemTrayIcon|WizardPage)\b[(.]")
    calls = {
        path.relative_to(ours).as_posix()
        for path in ours.rglob("*.py")
        if makes.search(path.read_text("utf-8"))
    }
    assert calls == {
        "app/ending.py",  # asks for a folder for the record
        "app/opening.py",  # asks which of two files goes on; shows where they are
        "app/printing.py",  # asks for a printer; Qt's own, with nobody's words
        "ui/widgets/choose_file.py",  # asks for a file
    }


def test_leak_18_nothing_knows_who_has_had_a_turn(meeting: Meeting) -> None:
    for _ in range(3):
        meeting.write()
    gathering = meeting.session.desk().gathering
    assert gathering is not None
    names = {field.name for field in fields(type(gathering))}
    assert not {"turns", "late_turns", "people", "count", "taken"} & names
    assert "3" not in gathering.progress


def test_leak_20_the_number_of_people_is_on_no_page(meeting: Meeting) -> None:
    workshop = meeting.session.workshop
    some, more = (
        list(views_of(replace(workshop, setup=replace(workshop.setup, people=people))))
        for people in (12, 37)
    )
    assert some == more


def test_leak_22_a_role_that_points_to_one_person_is_hinted_at(meeting: Meeting) -> None:
    for n in range(5):
        meeting.write(f"line {n}")
    meeting.write("as our only nurse I am tired")
    meeting.close_writing()
    gathering = meeting.session.desk().gathering
    assert gathering is not None
    hinted = [row.text for row in gathering.rows if row.hints]
    assert hinted == ["as our only nurse I am tired"]


@pytest.mark.parametrize("text", ["i dont no WHY!!", "Sa i'n gwbod, mun 🙂", "it’s—well—hard…"])
def test_leak_23_the_promise_tells_that_words_tell_and_nothing_is_rewritten(
    meeting: Meeting, text: str
) -> None:
    meeting.write(text)
    assert meeting.gathering.contributions[0].text == text
    promise = " ".join(
        sentence.in_(ENGLISH) for sentence in promise_in_the_corner(meeting.session.workshop)
    )
    assert "People may still guess" in promise


def test_nothing_in_the_program_brings_a_withdrawn_line_back() -> None:
    verbs = {name for name in dir(Writing) if not name.startswith("_")}
    assert not [name for name in verbs if "undo" in name or "restore" in name or "bring" in name]


def test_the_property_would_see_a_line_that_a_view_forgets_to_hide(meeting: Meeting) -> None:
    for n in range(6):
        meeting.write(f"secret {n}")
    careless = replace(meeting.gathering, state=GatheringState.OPENED, was_opened=True)
    views = views_of(meeting.session.workshop.with_gathering(careless))
    names = [name for name, page in views if "secret 0" in page]
    assert any(StepKind.OPEN in name for name in names)
    assert not careless.of(ContributionId(careless.contributions[0].id)).late
    assert NotesPage.__name__ in repr(
        LIVE.room.content_of(
            meeting.session.workshop.with_gathering(careless), FakeClock().moment()
        )
    )
