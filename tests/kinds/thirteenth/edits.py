"""The four edits that a kind of step costs outside its folder."""

from pathlib import Path

EDITS = {
    "facilitator/domain/plan/step.py": (
        '    SLACK = "slack", Trait.BUFFER\n',
        '    SLACK = "slack", Trait.BUFFER\n    WEATHER = "weather"\n',
    ),
    "facilitator/kinds/registry.py": (
        "KINDS: tuple[Kind, ...] = (\n",
        "from facilitator.kinds.weather.kind import KIND as WEATHER\n\n"
        "KINDS: tuple[Kind, ...] = (\n    WEATHER,\n",
    ),
    "resources/sentences/en.toml": (
        "\n[slack]\n",
        '\n[weather]\nname = "Weather"\nkept = "We keep how many chose each sky."\n'
        'so_many = "{sky}: {count}"\n\n[slack]\n',
    ),
    "resources/sentences/cy.toml": (
        "\n[slack]\n",
        '\n[weather]\nname = "Tywydd"\nkept = "Rydym yn cadw faint ddewisodd bob awyr."\n'
        'so_many = "{sky}: {count}"\n\n[slack]\n',
    ),
}


def add_the_kind(root: Path) -> None:
    """Make the edits in a copy of the project."""
    for path, (before, after) in EDITS.items():
        text = (root / path).read_text(encoding="utf-8")
        assert text.count(before) == 1
        (root / path).write_text(text.replace(before, after), encoding="utf-8")
