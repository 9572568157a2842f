"""Hints about a line: names, languages and the like; they may be wrong, and never block."""

import pytest

from facilitator.domain.text.hints import FEW, Hint, hints_of, hints_of_lines

ENGLISH = "It is easier for me when the meeting is short and we have time"
WELSH = "Mae’n haws i fi pan mae pobl yn gwrando ac nid yn torri ar draws"
ARABIC = "الأمر أسهل عندما يستمع الناس"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("When Dafydd is in the room I say nothing", Hint.NAME),
        ("write to sam@example.org", Hint.EMAIL),
        ("ring 029 2018 0000", Hint.PHONE),
        ("people from cf10 3at", Hint.POSTCODE),
        ("what our treasurer said", Hint.ROLE),
        ("see what @sam_w wrote", Hint.HANDLE),
    ],
)
def test_what_may_point_to_a_person_is_hinted_at(text: str, hint: Hint) -> None:
    assert hint in hints_of(text)


@pytest.mark.parametrize(
    "text", ["", ENGLISH, "I think I’m heard. Most days", "Rarely. It’s hard…", "12 of us in 2027"]
)
def test_a_plain_line_has_no_hint(text: str) -> None:
    assert hints_of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Sarah never listens",
        "Sarah’s jokes are too much",
        "J. Smith decides and we hear of it later",
        "We ask J. Smith",
        "ask O’Brien",
        "O'Brien decides",
        "I think McDonald is right",
        "It is hard. Gwenllian talks over us",
        "“Tomos knows best” is what I hear",
        "Mary-Jane has no time",
        "mae Siân yn torri ar draws",
        "Ŵyn Pugh sy’n penderfynu",
        "dim ond Élodie sy’n gwybod",
        "I wait until Łukasz has spoken",
    ],
)
def test_a_name_is_hinted_at_wherever_it_stands(text: str) -> None:
    assert Hint.NAME in hints_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "ask the CEO",
        "our team lead talks over us",
        "the receptionist hears it all",
        "our trustees never come",
        "the new deputy head",
        "mae fy mhennaeth yn gwrando",
        "y prif weithredwr sy’n penderfynu",
        "dyw ein rheolwr ddim yma",
        "it is hard as the only woman in the room",
        "I am the only one who works nights",
        "our only nurse is tired",
        "fi yw’r unig siaradwr Cymraeg",
    ],
)
def test_who_can_only_be_one_person_is_hinted_at(text: str) -> None:
    assert Hint.ROLE in hints_of(text)


HARMLESS = """
    the only way we hear of it is by e-mail
    our only time to talk is lunch
    yr unig ffordd yw gofyn
    the team leads to more work
    Mae ŵyn yn y cae
    Mae’n well gen i ôl-drafod
    mae pawb eisiau ŵy a rhôl
    Dw i’n teimlo’n ôl ar y dechrau
    O’r diwedd mae rhywun yn gwrando
    Weithiau does neb yn gofyn
    Rŵan mae’n haws siarad
    Gwrando cyn ateb
    Peidio â thorri ar draws
    Siaradwn ar ôl y cyfarfod bob dydd Llun
    ’Dan ni’n rhy brysur
    I’m not asked, and I’d like to be
    When I speak I am heard
    It’s fine. Mostly. Don’t worry
    Meetings run over
    Being asked first helps
    Interruptions make it harder
    Nobody asks what I think
    Silence is easier
    People talk over each other on Mondays and Fridays
    NHS targets, HR and IT come first
    plan B is never talked about
    THEY NEVER LISTEN
    “We have always done it like this”
    Can’t say no to more work
    Everyone’s tired. Too many e-mails
    We speak Welsh and English in Teams
    - time to think before we answer
    (Some of us) wait for the break
    Questions are welcome here: Thank you
    Decisions get made elsewhere
    Mistakes are held against us
    Люди слушают
    Targets change weekly
    Ludzie nie słuchają mnie kiedy jest głośno
    Quand je parle, les gens ne disent pas ce que je pense
"""


@pytest.mark.parametrize("text", [line.strip() for line in HARMLESS.strip().splitlines()])
def test_a_harmless_line_raises_no_hint(text: str) -> None:
    assert hints_of(text) == ()


def test_a_language_used_in_fewer_than_three_lines_is_hinted_at() -> None:
    for number in range(1, FEW + 2):
        hints = hints_of_lines([ENGLISH] * 6 + [WELSH] * number)
        assert all(Hint.LANGUAGE not in hint_set for hint_set in hints[:6])
        assert all((Hint.LANGUAGE in hint_set) == (number < FEW) for hint_set in hints[6:])


def test_where_all_write_in_one_language_nothing_is_said_of_it() -> None:
    assert hints_of_lines([WELSH, "soup", WELSH]) == ((), (), ())


def test_a_line_whose_language_is_left_open_is_not_hinted_at() -> None:
    assert hints_of_lines([ENGLISH, WELSH, "soup"])[2] == ()
