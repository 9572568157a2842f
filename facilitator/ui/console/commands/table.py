"""The console's commands in one table, for keys, buttons, menus, the keys page and the search."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, StrEnum, auto
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import Qt

from facilitator.live.session.session import LiveSession
from facilitator.ui.widgets.caps import Cap
from facilitator.wording import _

Key = Qt.Key
Words = Callable[[], str]  # called when shown, in the present language


class Act(Enum):
    """The ids of the console's commands."""

    NEXT = auto()
    BACK = auto()
    TOGGLE_TIME = auto()
    END = auto()
    RESTART = auto()
    QUIET = auto()
    MORE_TIME = auto()
    TWO_MORE = auto()
    FIVE_MORE = auto()
    LESS_TIME = auto()
    FINISH = auto()
    UNDO_FINISH = auto()
    ASK_ROOM = auto()
    TIME_LOOK = auto()
    CUE = auto()
    TURNS = auto()
    EXTRA = auto()
    GIVE_BACK = auto()
    DISMISS_LOST = auto()
    CARE = auto()
    WELCOME = auto()
    WELCOME_GROUP = auto()
    TODAY = auto()
    AGREEMENT = auto()
    LAST_TIME = auto()
    CURTAIN = auto()
    PROMISE = auto()
    RECORD = auto()
    CHECK = auto()
    FULL_SCREEN = auto()
    CORNER = auto()
    HEARD = auto()
    OVERVIEW = auto()
    TAB_NOW = auto()
    TAB_LINES = auto()
    TAB_RECORD = auto()
    TAB_AGREEMENT = auto()
    TAB_STEPS = auto()
    TAB_BOARD = auto()
    CONTACTS = auto()
    MORE = auto()
    KEYS = auto()
    CHANGE_KEY = auto()
    SEARCH = auto()
    LARGER = auto()
    SMALLER = auto()
    HOME = auto()
    LEAVE = auto()


class Menu(Enum):
    """The part of the menu under More that offers a command."""

    STEP = auto()
    TIME = auto()
    BOARD = auto()
    WINDOW = auto()


class Console(Protocol):
    """What a command can use: the session, and the console's own methods."""

    @property
    def session(self) -> LiveSession:
        """The running workshop."""

    def toggle_drawer(self, act: Act) -> None:
        """Open or close a command's panel above the present step."""

    def ask_for_full_screen(self) -> None:
        """Ask the program to toggle full screen on the board's display."""

    def ask_for_home(self) -> None:
        """Ask the program to return to Home."""

    def ask_for_corner(self) -> None:
        """Open the typing corner; raise an error while writing is closed."""

    def say_heard(self) -> None:
        """Switch between all opened lines heard and not yet."""

    def turn_to_tab(self, number: int) -> None:
        """Turn to a tab, counted from 1."""

    def open_more(self) -> None:
        """Open the menu under More."""

    def show_keys(self, *, to_change: bool = False) -> None:
        """Show the keys page; focus its list if a key is to be changed."""

    def open_search(self) -> None:
        """Open the command search."""

    def scale_by(self, steps: int) -> None:
        """Make text larger or smaller by n steps."""

    def leave(self) -> None:
        """Close whatever is open, and move the focus back to the middle."""


@dataclass(frozen=True)
class Command:
    """A command: its words, its keys, where it is offered, and what it runs.

    The first of ``keys`` is shown on buttons and in menus. ``about`` is for the keys page,
    where the words are not enough. A command ``on_screen`` changes only what the console shows, so
    an open notice stays.
    """

    id: Act
    words: Words
    run: Callable[[Console], object]
    keys: tuple[Cap, ...] = ()
    menu: Menu | None = None
    button: Words | None = None
    about: Words | None = None
    repeats: bool = False
    on_screen: bool = False

    @property
    def cap(self) -> Cap:
        """The key that is shown, or nothing."""
        return self.keys[0] if self.keys else ""

    @property
    def is_offered(self) -> bool:
        """Whether it can be chosen by its words; Esc has none."""
        return self.id is not Act.LEAVE

    def page_words(self) -> str:
        """Return the words for the keys page."""
        return (self.about or self.words)()

    def button_words(self) -> str:
        """Return the words for its button."""
        return (self.button or self.words)()


def _add(minutes: int) -> Callable[[Console], object]:
    return lambda console: console.session.time.add(timedelta(minutes=minutes))


def _turn(number: int) -> Callable[[Console], object]:
    return lambda console: console.turn_to_tab(number)


_TABS: tuple[tuple[Act, Words], ...] = (
    (Act.TAB_NOW, lambda: _("Turn to Now")),
    (Act.TAB_LINES, lambda: _("Turn to Lines")),
    (Act.TAB_RECORD, lambda: _("Turn to Record")),
    (Act.TAB_AGREEMENT, lambda: _("Turn to Agreement")),
    (Act.TAB_STEPS, lambda: _("Turn to Steps, in a narrow window")),
    (Act.TAB_BOARD, lambda: _("Turn to Board, in a narrow window")),
)
TABLE = (
    Command(
        Act.NEXT,
        lambda: _("Next"),
        lambda console: console.session.steps.next(),
        ("→", Key.Key_PageDown),
        about=lambda: _("Next; a clicker sends Page Down"),
    ),
    Command(
        Act.BACK,
        lambda: _("Back"),
        lambda console: console.session.steps.back(),
        ("←", Key.Key_PageUp),
        Menu.STEP,
        about=lambda: _("Back; a clicker sends Page Up"),
    ),
    Command(
        Act.TOGGLE_TIME,
        lambda: _("Start the time, hold it, resume it"),
        lambda console: console.session.time.toggle(),
        (Key.Key_Space,),
        button=lambda: _("Start"),
    ),
    Command(
        Act.END,
        lambda: _("End this part"),
        lambda console: console.session.time.end(),
        menu=Menu.STEP,
        button=lambda: _("End"),
    ),
    Command(
        Act.RESTART,
        lambda: _("Begin this part anew"),
        lambda console: console.session.time.restart(),
        menu=Menu.STEP,
    ),
    Command(
        Act.QUIET,
        lambda: _("Blank the board while we talk, or show it again"),
        lambda console: console.session.board.toggle_quiet(),
        menu=Menu.STEP,
        button=lambda: _("Just talk"),
    ),
    Command(
        Act.MORE_TIME,
        lambda: _("A minute more"),
        _add(1),
        ("+",),
        Menu.TIME,
        button=lambda: _("+ 1 min"),
        repeats=True,
    ),
    Command(
        Act.TWO_MORE,
        lambda: _("Two minutes more"),
        _add(2),
        ("2",),
        Menu.TIME,
        button=lambda: _("+ 2 min"),
    ),
    Command(
        Act.FIVE_MORE,
        lambda: _("Five minutes more"),
        _add(5),
        ("5",),
        Menu.TIME,
        button=lambda: _("+ 5 min"),
    ),
    Command(
        Act.LESS_TIME,
        lambda: _("A minute less"),
        _add(-1),
        ("−",),
        Menu.TIME,
        button=lambda: _("− 1 min"),
        repeats=True,
    ),
    Command(
        Act.FINISH,
        lambda: _("Finish on time?"),
        lambda console: console.toggle_drawer(Act.FINISH),
        ("F",),
        Menu.TIME,
        about=lambda: _("Finish on time? Enter applies what is proposed"),
        on_screen=True,
    ),
    Command(
        Act.UNDO_FINISH,
        lambda: _("Undo what was changed to finish on time"),
        lambda console: console.session.finishing.undo(),
        ("U",),
    ),
    Command(
        Act.ASK_ROOM,
        lambda: _("Ask the group about its time"),
        lambda console: console.session.finishing.ask(),
        menu=Menu.TIME,
    ),
    Command(
        Act.TIME_LOOK,
        lambda: _("What the room sees and hears of the time"),
        lambda console: console.toggle_drawer(Act.TIME_LOOK),
        menu=Menu.TIME,
        on_screen=True,
    ),
    Command(
        Act.CUE,
        lambda: _("What the board says near the end"),
        lambda console: console.toggle_drawer(Act.CUE),
        menu=Menu.TIME,
        on_screen=True,
    ),
    Command(
        Act.TURNS,
        lambda: _("Turns by seat"),
        lambda console: console.toggle_drawer(Act.TURNS),
        menu=Menu.TIME,
        on_screen=True,
    ),
    Command(
        Act.EXTRA,
        lambda: _("Extra timer"),
        lambda console: console.toggle_drawer(Act.EXTRA),
        menu=Menu.TIME,
        on_screen=True,
    ),
    Command(
        Act.GIVE_BACK,
        lambda: _("Give back the time that went by unseen"),
        lambda console: console.session.time.give_back(),
        button=lambda: _("Give it back"),
    ),
    Command(
        Act.DISMISS_LOST,
        lambda: _("Close what is said of the time"),
        lambda console: console.session.time.dismiss_lost(),
        button=lambda: _("Close"),
    ),
    Command(
        Act.CARE,
        lambda: _("Pause for care"),
        lambda console: console.session.board.care(),
        (Key.Key_F6,),
    ),
    Command(
        Act.WELCOME,
        lambda: _("Welcome"),
        lambda console: console.session.board.welcome(),
        menu=Menu.BOARD,
    ),
    Command(
        Act.WELCOME_GROUP,
        lambda: _("The group’s name on the welcome"),
        lambda console: console.session.board.welcome_group(),
        menu=Menu.BOARD,
    ),
    Command(
        Act.TODAY,
        lambda: _("What happens today"),
        lambda console: console.session.board.today(),
        ("T",),
        Menu.BOARD,
    ),
    Command(
        Act.AGREEMENT,
        lambda: _("Our agreement"),
        lambda console: console.session.board.agreement(),
        (Key.Key_F7,),
        Menu.BOARD,
    ),
    Command(
        Act.LAST_TIME,
        lambda: _("Last time’s small step"),
        lambda console: console.session.board.last_time(),
        menu=Menu.BOARD,
    ),
    Command(
        Act.CURTAIN,
        lambda: _("Curtain"),
        lambda console: console.session.board.toggle_curtain(),
        (Key.Key_F8, "B", "."),
    ),
    Command(
        Act.PROMISE,
        lambda: _("What is kept"),
        lambda console: console.session.board.promise(),
        (Key.Key_F9,),
        Menu.BOARD,
    ),
    Command(
        Act.RECORD,
        lambda: _("What goes in the record"),
        lambda console: console.session.board.record(),
        menu=Menu.BOARD,
    ),
    Command(
        Act.CHECK,
        lambda: _("A line for the back row"),
        lambda console: console.session.board.check(),
        menu=Menu.BOARD,
    ),
    Command(
        Act.FULL_SCREEN,
        lambda: _("Board full screen, or back"),
        lambda console: console.ask_for_full_screen(),
        (Key.Key_F5,),
        Menu.BOARD,
        about=lambda: _("Board full screen or back; asks before it leaves a projector"),
        on_screen=True,
    ),
    Command(
        Act.CORNER,
        lambda: _("Typing corner"),
        lambda console: console.ask_for_corner(),
        ("O",),
    ),
    Command(
        Act.HEARD,
        lambda: _("All opened lines read aloud, or not yet"),
        lambda console: console.say_heard(),
        ("H",),
        on_screen=True,
    ),
    Command(
        Act.OVERVIEW,
        lambda: _("Overview of the opened lines"),
        lambda console: console.session.board.overview(),
        ("I",),
        Menu.BOARD,
        about=lambda: _("All opened lines at once, in small text, or their pages again"),
    ),
    *(
        Command(act, words, _turn(number), (f"Alt+{number}",), on_screen=True)
        for number, (act, words) in enumerate(_TABS, start=1)
    ),
    Command(
        Act.CONTACTS,
        lambda: _("Support, and who gets the record"),
        lambda console: console.toggle_drawer(Act.CONTACTS),
        menu=Menu.WINDOW,
        on_screen=True,
    ),
    Command(
        Act.MORE,
        lambda: _("More: the time, turns and timers, the board, leaving"),
        lambda console: console.open_more(),
        ("M",),
        button=lambda: _("More"),
        on_screen=True,
    ),
    Command(
        Act.LARGER,
        lambda: _("Larger text in this window"),
        lambda console: console.scale_by(1),
        ("Ctrl++", "Ctrl+="),
        repeats=True,
        on_screen=True,
    ),
    Command(
        Act.SMALLER,
        lambda: _("Smaller text in this window"),
        lambda console: console.scale_by(-1),
        ("Ctrl+-",),
        repeats=True,
        on_screen=True,
    ),
    Command(
        Act.KEYS,
        lambda: _("Keys"),
        lambda console: console.show_keys(),
        ("?",),
        Menu.WINDOW,
        about=lambda: _("These keys"),
        on_screen=True,
    ),
    Command(
        Act.CHANGE_KEY,
        lambda: _("Change a key…"),
        lambda console: console.show_keys(to_change=True),
        menu=Menu.WINDOW,
        on_screen=True,
    ),
    Command(
        Act.SEARCH,
        lambda: _("Search the commands"),
        lambda console: console.open_search(),
        ("Ctrl+K",),
        Menu.WINDOW,
        about=lambda: _("Search the commands: type what you want, see its key, Enter does it"),
        on_screen=True,
    ),
    Command(
        Act.HOME,
        lambda: _("Stop and carry on later"),
        lambda console: console.ask_for_home(),
        menu=Menu.WINDOW,
        on_screen=True,
    ),
    Command(
        Act.LEAVE,
        lambda: _("Close what is open"),
        lambda console: console.leave(),
        (Key.Key_Escape,),
        on_screen=True,
    ),
)
COMMANDS: Mapping[Act, Command] = MappingProxyType({command.id: command for command in TABLE})


def commands_in(menu: Menu) -> tuple[Command, ...]:
    """List the commands in a part of More, in order."""
    return tuple(command for command in TABLE if command.menu is menu)


class LineAct(StrEnum):
    """The ids of the commands for the agreement's chosen lines."""

    ADD = "add"
    WORD = "word"
    CHECK = "check"
    CHECK_ALL = "check all"
    JOIN = "join"
    PARK = "park"
    DROP = "let go"
    EXAMPLE = "example"
    CONFIRM = "confirm"
    SEPARATE = "separate"
    FOOT = "foot"
    BETTER = "better"
    CLARIFY = "clarify"
    READY = "ready"
    NEEDS_CHANGE = "needs a change"
    TAKE_UP = "take up"
    TAKE_OUT = "take out"
    MORE = "more"


class LineMenu(Enum):
    """The part of the lines' menu that offers a command."""

    WITH_BUTTON = auto()  # only if there is no room for the buttons
    LINE = auto()
    STATE = auto()
    LAST = auto()


@dataclass(frozen=True)
class LineCommand:
    """A command for the chosen lines; its keys work while the list of lines has the focus.

    ``AgreementActs.do`` runs it, since it needs the chosen lines.
    """

    id: LineAct
    words: Words
    keys: tuple[Cap, ...] = ()
    menu: LineMenu | None = None
    button: Words | None = None

    @property
    def cap(self) -> Cap:
        """The key that is shown, or nothing."""
        return self.keys[0] if self.keys else ""


LINE_TABLE = (
    LineCommand(LineAct.ADD, lambda: _("Add a line"), ("A",)),
    LineCommand(LineAct.WORD, lambda: _("Reword the line"), (Key.Key_Return, "F2")),
    LineCommand(
        LineAct.CHECK,
        lambda: _("Check this line"),
        ("K",),
        LineMenu.WITH_BUTTON,
        lambda: _("Check"),
    ),
    LineCommand(
        LineAct.CHECK_ALL,
        lambda: _("Check all lines"),
        ("⇧K",),
        LineMenu.WITH_BUTTON,
        lambda: _("Check all"),
    ),
    LineCommand(
        LineAct.JOIN,
        lambda: _("Join the chosen lines"),
        ("J",),
        LineMenu.WITH_BUTTON,
        lambda: _("Join"),
    ),
    LineCommand(
        LineAct.PARK, lambda: _("Park it"), ("P",), LineMenu.WITH_BUTTON, lambda: _("Park")
    ),
    LineCommand(
        LineAct.DROP,
        lambda: _("Drop it"),
        (Key.Key_Delete,),
        LineMenu.WITH_BUTTON,
        lambda: _("Drop"),
    ),
    LineCommand(LineAct.EXAMPLE, lambda: _("What would it look like?"), ("E",), LineMenu.LINE),
    LineCommand(
        LineAct.CONFIRM, lambda: _("Both people agree to joining these"), ("Y",), LineMenu.LINE
    ),
    LineCommand(LineAct.SEPARATE, lambda: _("Take a joined line apart"), ("S",), LineMenu.LINE),
    LineCommand(LineAct.FOOT, lambda: _("Show at the bottom of every page"), ("F",), LineMenu.LINE),
    LineCommand(
        LineAct.BETTER,
        lambda: _("A wording that may work better, for you alone"),
        ("V",),
        LineMenu.LINE,
    ),
    LineCommand(LineAct.CLARIFY, lambda: _("Being clarified"), ("C",), LineMenu.STATE),
    LineCommand(LineAct.READY, lambda: _("Ready to check"), ("R",), LineMenu.STATE),
    LineCommand(LineAct.NEEDS_CHANGE, lambda: _("Needs a change"), (), LineMenu.STATE),
    LineCommand(LineAct.TAKE_UP, lambda: _("Take it up again"), ("U",), LineMenu.STATE),
    LineCommand(LineAct.TAKE_OUT, lambda: _("Take the line out for good"), (), LineMenu.LAST),
    LineCommand(LineAct.MORE, lambda: _("More for the lines"), ("M",)),
)
LINE_COMMANDS: Mapping[LineAct, LineCommand] = MappingProxyType(
    {command.id: command for command in LINE_TABLE}
)


Asked = Act | LineAct
_ALL: tuple[Command | LineCommand, ...] = (*TABLE, *LINE_TABLE)
ROWS: Mapping[Asked, Command | LineCommand] = MappingProxyType(
    {command.id: command for command in _ALL}
)


def line_commands_in(menu: LineMenu) -> tuple[LineCommand, ...]:
    """List the line commands in a part of their menu, in order."""
    return tuple(command for command in LINE_TABLE if command.menu is menu)
