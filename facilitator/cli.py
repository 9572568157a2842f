"""The command line: parses arguments and calls the program; builds nothing itself."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, cast

from facilitator import __version__
from facilitator.errors import FacilitatorError
from facilitator.output import complain, safe_output
from facilitator.preflight import preflight
from facilitator.wording import _

if TYPE_CHECKING:
    from facilitator.domain.text.language import Language
    from facilitator.record.handouts import Paper

WIDTHS = range(640, 7681)  # pixels
HEIGHTS = range(480, 4321)


class CommandLineError(FacilitatorError):
    """What was typed cannot be carried out."""


class _Parser(argparse.ArgumentParser):
    """Raises an error with one sentence, in place of printing a usage."""

    def error(self, message: str) -> NoReturn:
        """Raise ``CommandLineError`` with argparse's message."""
        raise CommandLineError(
            _sentence_for(message), _("“facilitator --help” says what can be typed.")
        )


def _sentence_for(message: str) -> str:
    """Turn an argparse message into one sentence; an unknown message is quoted."""
    what = message.partition(": ")[2]
    if message.startswith("the following arguments are required"):
        return _("This is missing: {what}.").format(what=what)
    if message.startswith("unrecognized arguments"):
        return _("Facilitator does not know this: {what}.").format(what=what)
    if match := re.search(r"invalid choice: '(.*?)'", message):
        return _("There is no command “{name}”.").format(name=match[1])
    if match := re.match(r"argument (\S+): expected one argument", message):
        return _("Something has to follow {name}.").format(name=match[1])
    return _("This was not understood: {what}.").format(what=message)


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line and return its exit code; 2 when it could not be carried out."""
    try:
        with safe_output():
            asked = _parser().parse_args(arguments)
            command = cast("Callable[[argparse.Namespace], int]", asked.command)
            return command(asked)
    except FacilitatorError as error:
        complain(error)
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> _Parser:
    parser = _Parser(
        prog="facilitator",
        description=_("Run a psychological-safety workshop in a room, from one laptop."),
        epilog=_("Without a command it opens the window."),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Facilitator {__version__}")
    parser.add_argument("--data", type=_folder, help=_data_help(), metavar="DIR")
    parser.set_defaults(command=_open_home)
    commands = parser.add_subparsers(metavar="COMMAND")
    what = _("open the window with a plan file, a workshop’s own file, or a record")
    _add_open(_command(commands, "open", what, _open_file))
    _add_rehearse(_command(commands, "rehearse", _("play a plan with made-up people"), _rehearse))
    _add_handouts(_command(commands, "handouts", _("write what the day needs"), _handouts))
    _add_plan(commands)
    _command(commands, "doctor", _("check that this computer has all it needs"), _doctor)
    return parser


def _add_plan(commands: "argparse._SubParsersAction[_Parser]") -> None:
    what = _("check a plan, or write it to a file")
    plan = commands.add_parser("plan", help=what, description=what, allow_abbrev=False)
    inside = plan.add_subparsers(metavar="COMMAND", required=True)
    what = _("say what does not add up in a plan")
    check = inside.add_parser("check", help=what, description=what, allow_abbrev=False)
    check.add_argument("plan", metavar="PLAN", help=_("a ready plan's name, or a plan file"))
    check.add_argument("--people", type=_people, metavar="N", help=_("how many take part"))
    check.add_argument(
        "--booked", type=_minutes, metavar="MINUTES", help=_("how long the room is booked")
    )
    check.add_argument("--start", type=_time, metavar="HH:MM", help=_("when it begins"))
    check.set_defaults(command=_check_plan)
    what = _("write a plan as a plan file (.toml) or a running order (.md, .csv)")
    export = inside.add_parser("export", help=what, description=what, allow_abbrev=False)
    export.add_argument("plan", metavar="PLAN", help=_("a ready plan's name, or a plan file"))
    export.add_argument("file", type=Path, metavar="FILE", help=_("the file to write"))
    export.add_argument("--start", type=_time, metavar="HH:MM", help=_("when it begins"))
    export.set_defaults(command=_export_plan)
    what = _("make a plan file from a running order: CSV, Markdown, or pasted text")
    take_in = inside.add_parser("import", help=what, description=what, allow_abbrev=False)
    take_in.add_argument("table", type=_existing_file, metavar="TABLE", help=_("the running order"))
    take_in.add_argument("file", type=Path, metavar="FILE", help=_("the plan file to write"))
    take_in.set_defaults(command=_import_plan)


def _command(
    commands: "argparse._SubParsersAction[_Parser]",
    name: str,
    what: str,
    run: Callable[[argparse.Namespace], int],
) -> _Parser:
    parser = commands.add_parser(name, help=what, description=what, allow_abbrev=False)
    parser.add_argument(
        "--data", type=_folder, help=_data_help(), metavar="DIR", default=argparse.SUPPRESS
    )
    parser.set_defaults(command=run)
    return parser


def _add_open(parser: _Parser) -> None:
    what = _("a plan file, a workshop’s own file, or a record to take lines out of")
    parser.add_argument("file", type=_existing_file, metavar="FILE", help=what)


def _add_rehearse(parser: _Parser) -> None:
    parser.add_argument("plan", metavar="PLAN", help=_("a ready plan's name, or a plan file"))
    parser.add_argument(
        "--out", type=_folder, required=True, metavar="DIR", help=_("where the pictures go")
    )
    parser.add_argument("--people", type=_people, metavar="N", help=_("how many take part"))
    parser.add_argument("--seed", type=_seed, metavar="N", help=_("the same again for the same N"))
    parser.add_argument(
        "--size", type=_size, metavar="WxH", help=_("the board's pixels, such as 1280x720")
    )
    parser.add_argument(
        "--show", action="store_true", help=_("play it on this computer's displays, to be watched")
    )


def _add_handouts(parser: _Parser) -> None:
    parser.add_argument("plan", metavar="PLAN", help=_("a ready plan's name, or a plan file"))
    parser.add_argument(
        "--out", type=_folder, required=True, metavar="DIR", help=_("where the documents go")
    )
    parser.add_argument("--paper", type=_paper, metavar="NAME", help=_("A4 or Letter"))
    parser.add_argument("--size", type=_type_size, metavar="N", help=_("points: 14, 18 or 24"))
    parser.add_argument(
        "--languages",
        type=_languages,
        metavar="LIST",
        help=_("such as cy,en; the plan's if left out"),
    )
    parser.add_argument(
        "--start", type=_time_of_day, metavar="HH:MM", help=_("the time of day of the beginning")
    )


def _data_help() -> str:
    return _("where workshops are kept, in place of the usual folder")


def _open_home(asked: argparse.Namespace) -> int:
    return _open(asked, None)


def _open_file(asked: argparse.Namespace) -> int:
    return _open(asked, asked.file)


def _open(asked: argparse.Namespace, file: Path | None) -> int:
    preflight()
    from facilitator.app import run  # with Qt, which is sure to load now

    return run(_data_of(asked), file)


def _rehearse(asked: argparse.Namespace) -> int:
    if not asked.show:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # two displays in memory, always
    elif asked.size is not None:
        raise CommandLineError(
            _("With --show the board has the size of its display."), _("Leave out --size.")
        )
    preflight()
    from facilitator.rehearsal import run

    return run(
        asked.plan,
        asked.out,
        people=asked.people,
        seed=asked.seed,
        size=asked.size,
        data=asked.data,
    )


def _handouts(asked: argparse.Namespace) -> int:
    from facilitator.kinds.registry import LIVE, READY_PLANS
    from facilitator.live.handouts import pack_of, write_handouts
    from facilitator.record.handouts import DEFAULT_SIZE, Handout, Paper, Print

    plan = READY_PLANS.called(asked.plan)
    languages = asked.languages or plan.languages
    printing = Print(languages, asked.paper or Paper.A4, asked.size or DEFAULT_SIZE)
    pack = pack_of(plan, LIVE.room.parts, begins=asked.start)
    paths = write_handouts(pack, printing, Handout, asked.out)
    for path in paths:
        sys.stdout.write(f"{path}\n")
    return 0


def _check_plan(asked: argparse.Namespace) -> int:
    from facilitator import plan_commands

    return plan_commands.check(asked.plan, asked.people, asked.booked, asked.start)


def _export_plan(asked: argparse.Namespace) -> int:
    from facilitator import plan_commands

    return plan_commands.export(asked.plan, asked.file, asked.start)


def _import_plan(asked: argparse.Namespace) -> int:
    from facilitator import plan_commands

    return plan_commands.take_in(asked.table, asked.file)


def _doctor(asked: argparse.Namespace) -> int:
    from facilitator.doctor import run

    return run(_data_of(asked), sys.stdout)


def _data_of(asked: argparse.Namespace) -> Path:
    if asked.data is not None:
        return cast("Path", asked.data)
    import platformdirs

    return Path(platformdirs.user_data_dir("facilitator", appauthor=False))


# Each of these parses a value and raises our own error: argparse would reword any other.


def _folder(text: str) -> Path:
    try:
        path = Path(text).expanduser()
        may_be = bool(text) and (path.is_dir() or not path.exists())
    except (OSError, RuntimeError):  # too long, unreachable, or a home of nobody
        may_be = False
    if not may_be:
        raise CommandLineError(
            _("“{text}” is not a folder.").format(text=text), _("Name a folder, or a new one.")
        )
    return path.absolute()


def _existing_file(text: str) -> Path:
    try:
        path = Path(text).expanduser()
        exists = path.is_file()
    except (OSError, RuntimeError):  # as for a folder
        exists = False
    if not exists:
        raise CommandLineError(
            _("There is no file “{text}”.").format(text=text),
            _("Look at its name and its folder, then try again."),
        )
    return path.absolute()


def _people(text: str) -> int:
    from facilitator.domain.setup import MOST_PEOPLE

    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= MOST_PEOPLE:
        raise CommandLineError(
            _("“{text}” is not a number of people.").format(text=text),
            _("After --people comes a number from 1 to {most}.").format(most=MOST_PEOPLE),
        )
    return int(text)


def _minutes(text: str) -> timedelta:
    if not re.fullmatch(r"[0-9]{1,4}", text) or int(text) == 0:
        raise CommandLineError(
            _("“{text}” is not a number of minutes.").format(text=text),
            _("After --booked comes a whole number, such as 90."),
        )
    return timedelta(minutes=int(text))


def _time(text: str) -> timedelta:
    match = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", text)
    if match is None:
        raise CommandLineError(
            _("“{text}” is not a time of day.").format(text=text),
            _("After --start comes a time such as 09:30."),
        )
    return timedelta(hours=int(match[1]), minutes=int(match[2]))


def _seed(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,18}", text):
        raise CommandLineError(
            _("“{text}” is not a seed.").format(text=text),
            _("After --seed comes a whole number, 0 or more."),
        )
    return int(text)


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"([0-9]{1,5})[x×]([0-9]{1,5})", text)
    size = (int(match[1]), int(match[2])) if match else (0, 0)
    if size[0] not in WIDTHS or size[1] not in HEIGHTS:
        raise CommandLineError(
            _("“{text}” is not a size of a board.").format(text=text),
            _("After --size comes width and height in pixels, such as 1280x720."),
        )
    return size


def _paper(text: str) -> "Paper":
    from facilitator.record.handouts import Paper

    papers = {paper.lower(): paper for paper in Paper}
    if text.lower() not in papers:
        raise CommandLineError(
            _("“{text}” is not a paper.").format(text=text),
            _("After --paper comes one of these: {papers}.").format(papers=", ".join(Paper)),
        )
    return papers[text.lower()]


def _type_size(text: str) -> int:
    from facilitator.record.handouts import SIZES

    if text not in map(str, SIZES):
        raise CommandLineError(
            _("“{text}” is not a size of type.").format(text=text),
            _("After --size comes one of these: {sizes}.").format(sizes=", ".join(map(str, SIZES))),
        )
    return int(text)


def _languages(text: str) -> tuple["Language", ...]:
    from facilitator.domain.text.language import Language, in_order
    from facilitator.sentences import offered

    languages = tuple(dict.fromkeys(map(Language, text.split(","))))
    if not 1 <= len(languages) <= 2 or not set(languages) <= set(offered()):
        raise CommandLineError(
            _("“{text}” is not one or two languages.").format(text=text),
            _("After --languages come codes, such as cy,en. There are: {codes}.").format(
                codes=", ".join(offered())
            ),
        )
    return in_order(languages)


def _time_of_day(text: str) -> timedelta:
    match = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", text)
    if not match:
        raise CommandLineError(
            _("“{text}” is not a time of day.").format(text=text),
            _("After --start come hours and minutes, such as 14:00."),
        )
    return timedelta(hours=int(match[1]), minutes=int(match[2]))
