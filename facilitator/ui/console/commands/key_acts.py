"""Maps keys to commands (decision 13): the table's keys, or those the facilitator chose."""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.ui.console.commands.table import (
    COMMANDS,
    LINE_TABLE,
    ROWS,
    TABLE,
    Act,
    Asked,
    LineAct,
)
from facilitator.ui.widgets.caps import ALT, CHORD, CTRL, MINUS, SHIFT, Cap, cap_words, signs
from facilitator.ui.widgets.key_presses import is_enter
from facilitator.ui.widgets.letters import key_of, letter_of
from facilitator.wording import _

Key = Qt.Key
_CHORDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_HELD = {CTRL: Qt.KeyboardModifier.ControlModifier, ALT: Qt.KeyboardModifier.AltModifier}
_ONLY_FREE = (Key.Key_Space, Key.Key_Escape)  # fields, lists and buttons use them
FIXED = frozenset(  # F6 to F9 are in the promise, clickers send others, lists use the last
    {
        *(Key.Key_F5, Key.Key_F6, Key.Key_F7, Key.Key_F8, Key.Key_F9, Key.Key_Escape),
        *(Key.Key_PageDown, Key.Key_PageUp, "B", ".", Key.Key_Return, Key.Key_Delete, "F2"),
    }
)
_FREE_NAMES = {
    "Space": Key.Key_Space,
    "F1": Key.Key_F1,
    "F3": Key.Key_F3,
    "F11": Key.Key_F11,
    "F12": Key.Key_F12,
}  # named keys; lists and fields use F2 and F4, the system F10
_OF_LISTS = (Key.Key_Return, Key.Key_Delete)
_NAMES = {key: name for name, key in _FREE_NAMES.items()}
_IN_FIELDS = frozenset("ACEUVXYZ")  # with Ctrl
_OF_SYSTEM = frozenset("QW") | (frozenset("HM") if sys.platform == "darwin" else frozenset())
_LINE_KEY = re.compile(f"{SHIFT}?[A-Z0-9]")  # work while the list of lines has the focus
_CHORD = re.compile(r"(?:Ctrl|Alt)\+[A-Z0-9]")
_OF_TABLE = frozenset(cap for command in TABLE for cap in command.keys)  # a swap can move each
_PROPERTY = "keyMap"  # of the console's window


def is_chord(cap: Cap) -> bool:
    """Return whether a key is pressed together with Ctrl or Alt."""
    return isinstance(cap, str) and cap.startswith(CHORD)


def is_fixed(cap: Cap) -> bool:
    """Return whether a key cannot be moved to another command."""
    return cap in FIXED


def cap_of(event: QKeyEvent) -> Cap | None:
    """Return the cap of a pressed key, or None if no command can have that key."""
    held, key = event.modifiers() & _CHORDS, Qt.Key(event.key())
    if held:
        return _chord_of(event, held)
    if (key in FIXED and key not in _OF_LISTS) or key in _NAMES:
        return None if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else key
    sign = next((sign for sign, of in signs().items() if of == key and len(sign) == 1), None)
    return _letter_cap(letter_of(event)) if sign is None else sign


def _letter_cap(letter: str) -> Cap | None:
    """Return the cap of a small letter, digit or sign; None if it has no capital of its own."""
    cap = MINUS if letter == "-" else letter.upper()
    is_usable = len(cap) == 1 and cap.isprintable() and not cap.isspace()
    return cap if is_usable and (cap == MINUS or cap.lower() == letter) else None


def line_cap_of(event: QKeyEvent) -> Cap | None:
    """Return the cap of a letter or digit, which the list of lines can use; else None."""
    held, key = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, key_of(event)
    if held & ~Qt.KeyboardModifier.ShiftModifier or not 0 < key < 128:
        return None
    cap = (SHIFT if held else "") + chr(key).upper()
    return cap if _LINE_KEY.fullmatch(cap) else None


def _chord_of(event: QKeyEvent, held: Qt.KeyboardModifier) -> Cap | None:
    names = {modifier: name for name, modifier in _HELD.items()}
    key = key_of(event)
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if held not in names or shifted or not 0 < key < 128:
        return None
    cap = names[held] + chr(key).upper()
    return cap if _CHORD.fullmatch(cap) else None


def refusal_of(cap: Cap) -> str:
    """Return why a key cannot be assigned; "" if it can."""
    if is_fixed(cap):
        owner = KeyMap().owner_of(cap)
        words = "" if owner is None else ROWS[owner].words()
        return _("{key} always stays with “{command}”.").format(key=cap_words(cap), command=words)
    if not is_chord(cap):
        return ""
    held, letter = str(cap)[:-1], str(cap)[-1]
    if held == CTRL and letter in _IN_FIELDS:
        return _("{key} has its own work in a field.").format(key=cap_words(cap))
    if held == CTRL and letter in _OF_SYSTEM:
        return _("{key} belongs to the system.").format(key=cap_words(cap))
    if held == ALT and sys.platform == "darwin":
        return _("On a Mac, Alt and a key type a sign.")
    return ""


def _cap_from(text: str) -> Cap | None:
    """Parse a saved cap; None if it is invalid."""
    cap: Cap | None = _FREE_NAMES.get(text)
    is_cap = text in _OF_TABLE or _CHORD.fullmatch(text) or _letter_cap(text.lower()) == text
    if cap is None and is_cap:
        cap = text
    return cap if cap is not None and not refusal_of(cap) else None


def _line_cap_from(text: str) -> Cap | None:
    """Parse the saved cap of a line command; None if it is invalid."""
    return text if _LINE_KEY.fullmatch(text) and not is_fixed(text) else None


def _name_of(act: Asked) -> str:
    if isinstance(act, LineAct):
        return f"line: {act}"
    return act.name.lower().replace("_", " ")


_OFFERED: tuple[Asked, ...] = (*(c.id for c in TABLE if c.is_offered), *(c.id for c in LINE_TABLE))
_ACTS: Mapping[str, Asked] = MappingProxyType({_name_of(act): act for act in _OFFERED})


def _line_key(cap: Cap) -> Qt.Key:
    """Return the key of a line command's cap, without Shift."""
    if isinstance(cap, Qt.Key):
        return cap
    return signs()[cap] if cap in signs() else Qt.Key(ord(cap.removeprefix(SHIFT)))


@dataclass(frozen=True)
class KeyMap:
    """The keys of all commands: the table's, overridden by those that the facilitator chose.

    ``chosen`` maps a command to the key that replaces those that are not fixed; "" for none.
    """

    chosen: Mapping[Asked, Cap] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def from_values(cls, values: object) -> tuple["KeyMap", bool]:
        """Load saved keys; also return whether some could not be used."""
        if values is None:
            return cls(), False
        if not isinstance(values, dict):
            return cls(), True
        chosen: dict[Asked, Cap] = {}
        for name, text in values.items():
            act, cap = _ACTS.get(str(name)), None
            if isinstance(text, str):
                cap = _line_cap_from(text) if isinstance(act, LineAct) else _cap_from(text)
            if act is not None and (cap is not None or text == ""):
                chosen[act] = "" if cap is None else cap
        lost = len(chosen) < len(values)
        keys = cls(chosen).without_doubles()
        return keys, lost or len(keys.chosen) < len(chosen)

    @property
    def values(self) -> dict[str, str]:
        """The values to save."""
        return {
            _name_of(act): cap if isinstance(cap, str) else _NAMES[cap]
            for act, cap in self.chosen.items()
        }

    def keys_of(self, act: Asked) -> tuple[Cap, ...]:
        """Return the keys of a command; the first is shown."""
        keys, chosen = ROWS[act].keys, self.chosen.get(act)
        if chosen is None:
            return keys
        fixed = tuple(cap for cap in keys if is_fixed(cap))
        if not chosen:
            return fixed
        leads = not keys or not is_fixed(keys[0])
        return (chosen, *fixed) if leads else (*fixed, chosen)

    def cap_of(self, act: Asked) -> Cap:
        """Return the key that buttons and menus show, or None."""
        return next(iter(self.keys_of(act)), "")

    def words_and_key(self, act: Act) -> str:
        """Format the words and the key of a command."""
        cap = self.cap_of(act)
        words = COMMANDS[act].words()
        return f"{words} ({cap_words(cap)})" if cap else words

    def owner_of(self, cap: Cap, *, of_lines: bool = False) -> Asked | None:
        """Find the command that has a key: a console command or a line command."""
        pairs: Iterator[tuple[Cap, Asked]] = self.line_pairs() if of_lines else self.pairs()
        return next((act for wanted, act in pairs if wanted == cap), None)

    def with_key(self, act: Asked, cap: Cap) -> "KeyMap":
        """Return a map with a key assigned to a command; a previous owner gets the old key."""
        owner = self.owner_of(cap, of_lines=isinstance(act, LineAct))
        if owner is act:
            return self
        chosen = dict(self.chosen) | {act: cap}
        if owner is not None:
            old = (cap for cap in self.keys_of(act) if not is_fixed(cap))
            chosen[owner] = next(old, "")
        return KeyMap(chosen).without_defaults()

    def without_defaults(self) -> "KeyMap":
        """Return a map in which a command that has a key of the table's again has all of them.

        A key that another command has now stays with that command.
        """
        keys = self
        for act, cap in self.chosen.items():
            own = ROWS[act].keys
            rest = KeyMap({of: other for of, other in keys.chosen.items() if of is not act})
            if (cap in own or self.keys_of(act) == own) and not _doubled(rest):
                keys = rest
        return KeyMap(MappingProxyType(dict(keys.chosen)))

    def without(self, act: Asked) -> "KeyMap":
        """Return a map with a command's default keys restored, also for their present owners."""
        chosen = {of: cap for of, cap in self.chosen.items() if of is not act}
        return KeyMap(chosen).without_doubles()

    def without_doubles(self) -> "KeyMap":
        """Return a map without chosen keys that another command also has."""
        chosen = dict(self.chosen)
        while doubled := _doubled(KeyMap(chosen)):
            chosen = {act: cap for act, cap in chosen.items() if act not in doubled}
        return KeyMap(MappingProxyType(chosen))

    def pairs(self) -> Iterator[tuple[Cap, Act]]:
        """Return all keys with their commands."""
        return ((cap, command.id) for command in TABLE for cap in self.keys_of(command.id))

    def line_pairs(self) -> Iterator[tuple[Cap, LineAct]]:
        """Return all line keys with their commands."""
        return ((cap, command.id) for command in LINE_TABLE for cap in self.keys_of(command.id))

    def line_act_of(self, event: QKeyEvent) -> LineAct | None:
        """Return the act of a key while the list of lines has the focus."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held & ~Qt.KeyboardModifier.ShiftModifier:
            return None
        key = Qt.Key.Key_Return if is_enter(event) else Qt.Key(key_of(event))
        return self._line_keys.get((bool(held), key))

    @cached_property
    def _line_keys(self) -> Mapping[tuple[bool, Qt.Key], LineAct]:
        return {(str(cap).startswith(SHIFT), _line_key(cap)): act for cap, act in self.line_pairs()}

    @cached_property
    def always(self) -> Mapping[Qt.Key, Act]:
        """The keys that also work while somebody types."""
        return {
            cap: act
            for cap, act in self.pairs()
            if isinstance(cap, Qt.Key) and cap not in _ONLY_FREE
        }

    @cached_property
    def free(self) -> Mapping[Qt.Key, Act]:
        """The keys that a field, list or button uses."""
        return {
            cap: act for cap, act in self.pairs() if isinstance(cap, Qt.Key) and cap in _ONLY_FREE
        } | {
            signs()[cap]: act
            for cap, act in self.pairs()
            if isinstance(cap, str) and cap in signs()
        }

    @cached_property
    def chords(self) -> Mapping[str, Act]:
        """The keys with Ctrl or Alt."""
        return {str(cap): act for cap, act in self.pairs() if is_chord(cap)}

    @cached_property
    def typed(self) -> Mapping[str, Act]:
        """The letters, digits and signs."""
        return {
            letter: act
            for cap, act in self.pairs()
            if isinstance(cap, str) and cap not in signs() and not is_chord(cap)
            for letter in {cap.lower(), cap.replace(MINUS, "-").lower()}
        }

    @cached_property
    def _by_chord(self) -> Mapping[tuple[Qt.KeyboardModifier, int], Act]:
        return {(_HELD[cap[:-1]], ord(cap[-1])): act for cap, act in self.chords.items()}

    def always_of(self, event: QKeyEvent) -> Act | None:
        """Return the act of a key that works everywhere, also while somebody types."""
        key, held = Qt.Key(event.key()), event.modifiers() & _CHORDS
        return self._by_chord.get((held, key_of(event))) if held else self.always.get(key)

    def act_of(self, event: QKeyEvent) -> Act | None:
        """Return the act of a key when no field, list or button has the focus."""
        act = self.always_of(event)
        if act is None and not event.modifiers() & _CHORDS:
            act = self.free.get(Qt.Key(event.key())) or self.typed.get(letter_of(event))
        if act is None or (event.isAutoRepeat() and not COMMANDS[act].repeats):
            return None
        return act


def _doubled(keys: KeyMap) -> set[Asked]:
    """Find the commands whose chosen key another command of their kind also has."""
    counts = Counter((False, cap) for cap, _act in keys.pairs())
    counts.update((True, cap) for cap, _act in keys.line_pairs())
    return {
        act
        for act in keys.chosen
        if any(counts[isinstance(act, LineAct), cap] > 1 for cap in keys.keys_of(act))
    }


TABLE_KEYS = KeyMap()


def set_key_map(window: QWidget, keys: KeyMap) -> None:
    """Set the keys that everything in a window shows and uses."""
    window.setProperty(_PROPERTY, keys)


def key_map_of(widget: QWidget) -> KeyMap:
    """Find the keys of a widget's window; the table's if none were set."""
    keys = widget.window().property(_PROPERTY)
    return keys if isinstance(keys, KeyMap) else TABLE_KEYS
