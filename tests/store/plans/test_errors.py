"""Each wrong value in a plan file is answered with its place and a remedy."""

import pytest

from facilitator.errors import PlanFileError
from tests.helpers.files import plan_from_text

HEAD = """facilitator_plan = 1
id = "p"
title = "Plan"
summary = "What we do."
people = { least = 3, best = 8, most = 12 }
"""
TALK = """
[[steps]]
id = "talk"
kind = "talk"
title = "Arriving"
minutes = 6
"""
GATHER = """
[[steps]]
id = "lines"
kind = "gather"
title = "Tea and one line each"
minutes = 14
question = "Finish the line…"
ways = ["corner"]
"""
OPEN = """
[[steps]]
id = "read"
kind = "open"
title = "Read"
minutes = 5
of = "lines"
"""
PULSE = """
[[steps]]
id = "pulse"
kind = "pulse"
title = "Pulse"
minutes = 5
question = "How true?"
"""
CONSENT = """
[[steps]]
id = "consent"
kind = "consent check"
title = "Check"
minutes = 5
"""
PLAN = HEAD + TALK + GATHER + OPEN + PULSE + CONSENT
TWO = """facilitator_plan = 1
id = "p"
title = { cy = "Cynllun", en = "Plan" }
summary = "What we do."
languages = ["cy", "en"]
people = { least = 3, best = 8, most = 12 }

[[steps]]
id = "talk"
kind = "talk"
title = { cy = "Cyrraedd", en = "Arriving" }
minutes = 6
"""
ARRIVING, TEA = "Step 1, “Arriving”, ", "Step 2, “Tea and one line each”, "

# what is replaced, by what, where the complaint points, and a word of the remedy
WRONG = [
    ("minutes = 6", "minutes = 6\nat = 12", ARRIVING + "field “at”: ", "12:30"),
    ("minutes = 6", 'minutes = 6\nat = "24:00"', ARRIVING + "field “at”: ", "12:30"),
    ('id = "p"\n', "", "Field “id”: ", "Add"),
    ('id = "p"', 'id = "Å/.."', "Field “id”: ", "small letters"),
    ('title = "Plan"', "title = 4", "Field “title”: ", "quotation marks"),
    ('title = "Plan"', 'title = "  "', "Field “title”: ", "Write it"),
    ('title = "Plan"', f'title = "{"x" * 81}"', "Field “title”: ", "at most 80"),
    ('title = "Plan"', 'title = "a\\tb"', "Field “title”: ", "one line"),
    ('title = "Plan"', 'title = { en = "Plan" }', "Field “title”: ", "quotation marks"),
    ('summary = "What we do."\n', "", "Field “summary”: ", "Add"),
    ('summary = "What we do."', 'summary = { en = "So" }', "Field “summary”: ", "once"),
    ("summary", "sumary", "Field “sumary”: ", "Write “summary”"),
    ("summary", "colour", "Field “colour”: ", "Take it out"),
    ("least = 3", "least = 0", "“people”, field “least”: ", "from 1 to 200"),
    ("least = 3", "least = 9", "Field “people”: ", "no smaller"),
    ("most = 12", "most = 7", "Field “people”: ", "no smaller"),
    ("most = 12", "most = 12.5", "“people”, field “most”: ", "whole number"),
    (", most = 12", "", "“people”, field “most”: ", "Add"),
    (", most = 12", ", most = 12, x = 1", "“people”, field “x”: ", "Take it out"),
    ("people = {", 'people = 4 # {"', "Field “people”: ", "braces"),
    ("title", 'languages = "en"\ntitle', "Field “languages”: ", "brackets"),
    ("title", 'languages = ["english"]\ntitle', "Field “languages”: ", "“cy”"),
    ("title", 'languages = ["en", "en"]\ntitle', "Field “languages”: ", "Take one out"),
    ("title", 'languages = ["en", "cy", "pl"]\ntitle', "Field “languages”: ", "1 to 2"),
    ("title", 'time_shown = "seconds"\ntitle', "Field “time_shown”: ", "ring and minutes"),
    ("title", f'cue = "{"x" * 81}"\ntitle', "Field “cue”: ", "at most 80"),
    ("title", 'cue = { en = "Soon" }\ntitle', "Field “cue”: ", "quotation marks"),
    ("minutes = 6", 'minutes = 6\ncue = ""', ARRIVING + "field “cue”: ", "Write it"),
    ("minutes = 6", 'minutes = 6\ncue = "a\\nb"', ARRIVING + "field “cue”: ", "one line"),
    ("minutes = 6", "minutes = 6\ntime_shown = 1", ARRIVING + "field “time_shown”: ", "words"),
    ("minutes = 6", "minutes = 6\ntime_show = 1", ARRIVING + "field “time_show”: ", "Write"),
    ("minutes = 14", 'minutes = 14\ntime_shown = "ring"', TEA + "field “time_shown”: ", "kind"),
    ('id = "talk"\n', "", ARRIVING + "field “id”: ", "Add"),
    ('id = "lines"', 'id = "talk"', TEA + "field “id”: ", "of its own"),
    ('kind = "talk"\n', "", ARRIVING + "field “kind”: ", "Add"),
    ('kind = "talk"', 'kind = "chat"', ARRIVING + "field “kind”: ", "Use one of: talk"),
    ('title = "Arriving"\n', "", "Step 1, field “title”: ", "Add"),
    ("minutes = 6\n", "", ARRIVING + "field “minutes”: ", "Add"),
    ("minutes = 6", 'minutes = "6"', ARRIVING + "field “minutes”: ", "5 or 0.5"),
    ("minutes = 6", "minutes = true", ARRIVING + "field “minutes”: ", "5 or 0.5"),
    ("minutes = 6", "minutes = 0.1", ARRIVING + "field “minutes”: ", "10 seconds"),
    ("minutes = 6", "minutes = 481", ARRIVING + "field “minutes”: ", "8 hours"),
    ("minutes = 6", "minutes = nan", ARRIVING + "field “minutes”: ", "8 hours"),
    ("minutes = 6", "minutes = 1.01", ARRIVING + "field “minutes”: ", "half minutes"),
    ("minutes = 6", 'minutes = 6\nform = "ring"', ARRIVING + "field “form”: ", "fishbowl"),
    ("minutes = 6", "minutes = 6\nsay = 1", ARRIVING + "field “say”: ", "quotation marks"),
    ("minutes = 6", "minutes = 6\nprotect = 1", ARRIVING + "field “protect”: ", "true or false"),
    ("minutes = 6", "minutes = 6\ntrim_to = 6", ARRIVING + "field “trim_to”: ", "fewer minutes"),
    ("minutes = 6", 'minutes = 6\nreveal = "batch"', ARRIVING + "field “reveal”: ", "capture"),
    ("minutes = 6", 'minutes = 6\nways = ["corner"]', ARRIVING + "field “ways”: ", "kind"),
    ("minutes = 6", "minutes = 6\nfloor = 6", ARRIVING + "field “floor”: ", "kind"),
    ("minutes = 6", "minutes = 6\ntrim = 6", ARRIVING + "field “trim”: ", "Write “trim_to”"),
    (
        "minutes = 6",
        "minutes = 6\nprotect = true\ntrim_to = 5",
        ARRIVING + "field “trim_to”: ",
        "“protect”",
    ),
    (
        "minutes = 6",
        "minutes = 6\nprotect = true\nmay_drop = true",
        ARRIVING + "field “may_drop”: ",
        "“protect”",
    ),
    (
        "minutes = 6",
        'minutes = 6\nsegments = [{ name = "One", minutes = 5 }]',
        ARRIVING + "field “segments”: ",
        "Change their minutes",
    ),
    (
        "minutes = 6",
        "minutes = 6\nsegments = [{ minutes = 6 }]",
        "Step 1, “Arriving”, segment 1, field “name”: ",
        "Add",
    ),
    ("minutes = 6", "minutes = 6\nsegments = [6]", ARRIVING + "field “segments”: ", "braces"),
    ("minutes = 6", "minutes = 6\nsegments = []", ARRIVING + "field “segments”: ", "1 to 40"),
    ('question = "Finish the line…"\n', "", TEA + "field “question”: ", "Add"),
    ('ways = ["corner"]', "", TEA + "field “ways”: ", "“corner”, “cards” or both"),
    ('["corner"]', '["corner", "corner"]', TEA + "field “ways”: ", "Take one out"),
    ('["corner"]', '["phone"]', TEA + "field “ways”: ", "corner, cards"),
    ('["corner"]', '"corner"', TEA + "field “ways”: ", "brackets"),
    ("ways =", "notes_a_turn = 4\nways =", TEA + "field “notes_a_turn”: ", "from 1 to 3"),
    ("ways =", "notes_a_turn = true\nways =", TEA + "field “notes_a_turn”: ", "from 1 to 3"),
    ("ways =", "floor = 4\nways =", TEA + "field “floor”: ", "whole number from 5 to 10"),
    ("ways =", "floor = 11\nways =", TEA + "field “floor”: ", "whole number from 5 to 10"),
    ("ways =", "floor = true\nways =", TEA + "field “floor”: ", "whole number from 5 to 10"),
    ("ways =", 'segments = [{ name = "a" }]\nways =', TEA + "field “segments”: ", "kind"),
    ('of = "lines"\n', "", "Step 3, “Read”, field “of”: ", "Add"),
    ('of = "lines"', 'of = "talk"', "Step 3, “Read”, field “of”: ", "gather, pulse"),
    ('of = "lines"', 'of = "pulse"', "Step 3, “Read”, field “of”: ", "earlier step"),
    ('of = "lines"', 'of = "read"', "Step 3, “Read”, field “of”: ", "earlier step"),
    ('question = "How true?"', "", "Step 4, “Pulse”, field “statements”: ", "Write the question"),
    ('"How true?"', '"?"\nscale = ["a"]', "Step 4, “Pulse”, field “scale”: ", "5 to 5"),
    ('"Check"', '"\\u200b"', "field “title”: ", "Write it"),
    ('"Check"', '"\\u3164\\u2800"', "field “title”: ", "Write it"),
    ('"Check"', '"Ch\\u202eeck"', "field “title”: ", "on one line"),
    ('"Check"', '"Check"\nscale = ["a"]', "Step 5, “Check”, field “scale”: ", "2 to 8"),
    ('"Check"', '"Check"\npasses = 2', "Step 5, “Check”, field “passes”: ", "Write the scale"),
    (
        '"Check"',
        '"Check"\nscale = ["a", "b", "c"]\npasses = 1',
        "Step 5, “Check”, field “passes”: ",
        "from 2 to 3",
    ),
]


@pytest.mark.parametrize(("old", "new", "place", "remedy"), WRONG)
def test_a_wrong_field_is_named_with_its_remedy(
    old: str, new: str, place: str, remedy: str
) -> None:
    assert old in PLAN
    with pytest.raises(PlanFileError) as caught:
        plan_from_text(PLAN.replace(old, new, 1))
    assert place in caught.value.message
    assert remedy in caught.value.remedy
    for sentence in (caught.value.message, caught.value.remedy):
        assert sentence.endswith(".")
        assert "\n" not in sentence


def test_the_plan_that_is_broken_above_is_sound_before() -> None:
    assert len(plan_from_text(PLAN).steps) == 5


@pytest.mark.parametrize("steps", ["", "steps = []\n", "steps = 4\n"])
def test_a_plan_without_steps_is_refused(steps: str) -> None:
    with pytest.raises(PlanFileError, match="“steps”"):
        plan_from_text(HEAD + steps)


@pytest.mark.parametrize(
    "title",
    ['"Arriving"', '{ en = "Arriving" }', '{ cy = "", en = "A" }', '{ cy = "A", en = 1 }'],
)
def test_a_text_that_lacks_a_language_is_refused(title: str) -> None:
    assert plan_from_text(TWO)
    with pytest.raises(PlanFileError, match=r"Step 1.*field “title”"):
        plan_from_text(TWO.replace('{ cy = "Cyrraedd", en = "Arriving" }', title))


def test_a_long_title_is_cut_in_the_sentence() -> None:
    text = PLAN.replace('"Arriving"', f'"{"very " * 400}"')
    with pytest.raises(PlanFileError) as caught:
        plan_from_text(text)
    assert len(caught.value.message) < 200


@pytest.mark.parametrize(
    "title", ["می‌خواهم", "\u2067שמע\u2069", "À\u00a0bientôt\u202f!", "🏴\u200d☠️"]
)
def test_a_plan_keeps_the_signs_that_a_script_needs(title: str) -> None:
    assert plan_from_text(PLAN.replace('"Arriving"', f'"{title}"')).steps[0].title.first == title
