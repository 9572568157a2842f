#!/usr/bin/python3
"""Print what a screen reader sees of the running programs: role, name, description, states.

usage: scripts/a11y_tree.py [--bare] [PROGRAM]

--bare prints only what can be focused and is visible but has no name, and exits 1 if there is
any. PROGRAM limits the list to programs whose name contains it.
Exits 1 as well when no program can be seen at all.

Needs Debian's at-spi2-core, python3-gi, gir1.2-atspi-2.0 and dbus, so it runs with the system's
Python. Run the program and this inside one session, with QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1:

  QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 dbus-run-session -- bash -c '
    /usr/libexec/at-spi-bus-launcher --launch-immediately & sleep 1
    .venv/bin/facilitator & sleep 3; scripts/a11y_tree.py --bare facilitator'
"""

import importlib
import sys
from collections.abc import Iterator
from typing import Protocol

TOLD = ("focusable", "focused", "checked", "sensitive", "showing")


class State(Protocol):
    """One state, such as focusable."""

    value_nick: str


class States(Protocol):
    """The states that a node is in."""

    def get_states(self) -> list[State]:
        """Return all states."""
        ...


class Node(Protocol):
    """What we use of an Atspi.Accessible, which has no types of its own."""

    def get_role_name(self) -> str:
        """Return the role: button, label, window."""
        ...

    def get_name(self) -> str | None:
        """Return what a screen reader says first."""
        ...

    def get_description(self) -> str | None:
        """Return what a screen reader says after that."""
        ...

    def get_state_set(self) -> States:
        """Return the states."""
        ...

    def get_child_count(self) -> int:
        """Return the number of children."""
        ...

    def get_child_at_index(self, index: int) -> "Node | None":
        """Return a child; it may be gone by now."""
        ...


def nodes(node: Node, depth: int = 0) -> Iterator[tuple[int, Node]]:
    """Yield a node and all below it, in reading order."""
    yield depth, node
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield from nodes(child, depth + 1)


def programs() -> list[Node]:
    """Return every program on the accessibility bus."""
    gi = importlib.import_module("gi")
    gi.require_version("Atspi", "2.0")
    desktop: Node = importlib.import_module("gi.repository.Atspi").get_desktop(0)
    children = (desktop.get_child_at_index(place) for place in range(desktop.get_child_count()))
    return [program for program in children if program is not None]


def states_of(node: Node) -> list[str]:
    """Return the states that matter to somebody who uses keys."""
    names = (state.value_nick for state in node.get_state_set().get_states())
    return [name for name in names if name in TOLD]


def is_bare(node: Node) -> bool:
    """Return whether a person can reach it and hears no name."""
    named = bool((node.get_name() or "").strip())
    return not named and {"focusable", "showing"} <= set(states_of(node))


def line_of(depth: int, node: Node) -> str:
    """Format a node as one line, indented by its depth."""
    name, description = node.get_name() or "", node.get_description() or ""
    states = ",".join(states_of(node))
    return f"{'  ' * depth}{node.get_role_name()} {name!r} {description!r} {states}\n"


def main(arguments: list[str]) -> int:
    """Print the tree, or only its bare nodes."""
    bare = "--bare" in arguments
    wanted = [argument for argument in arguments if argument != "--bare"]
    if len(wanted) > 1 or any(argument.startswith("-") for argument in wanted):
        sys.stderr.write(__doc__ or "")
        return 2
    seen = [
        program for program in programs() if not wanted or wanted[0] in (program.get_name() or "")
    ]
    if not seen:
        sys.stderr.write("No such program can be seen: was it started in this session?\n")
        return 1
    told = [
        (depth, node)
        for program in seen
        for depth, node in nodes(program)
        if not bare or is_bare(node)
    ]
    sys.stdout.writelines(line_of(depth, node) for depth, node in told)
    return int(bare and bool(told))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
