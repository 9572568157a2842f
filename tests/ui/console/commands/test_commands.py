"""The table of commands: every key once, every command with words, each offered from its row."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from facilitator.ui.console.agreement.panel import AgreementPanel
from facilitator.ui.console.commands.key_acts import TABLE_KEYS
from facilitator.ui.console.commands.keys_page import keys_in_words
from facilitator.ui.console.commands.menu import CappedAction
from facilitator.ui.console.commands.table import (
    COMMANDS,
    LINE_TABLE,
    TABLE,
    Act,
    LineAct,
    LineMenu,
    Menu,
    commands_in,
    line_commands_in,
)
from facilitator.ui.console.now.panel import NowPanel
from facilitator.ui.widgets.caps import cap_words

NOT_SHOWN = (Act.LEAVE,)  # Esc, which each page says for itself


def test_every_command_has_one_row_and_words() -> None:
    assert set(COMMANDS) == set(Act)
    assert len(TABLE) == len(Act)
    assert all(command.words().strip() for command in TABLE)
    assert len({command.words() for command in TABLE}) == len(TABLE)


def test_no_key_asks_for_two_commands_and_each_key_of_the_table_is_read() -> None:
    counts = Counter(cap for command in TABLE for cap in command.keys)
    assert set(counts.values()) == {1}
    keys = TABLE_KEYS
    read = {act for of in (keys.always, keys.free, keys.typed, keys.chords) for act in of.values()}
    assert read == {command.id for command in TABLE if command.keys}


def test_what_works_while_somebody_types_is_no_letter_space_or_arrow() -> None:
    assert set(TABLE_KEYS.always) == {
        *(Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9),
        *(Qt.Key.Key_PageDown, Qt.Key.Key_PageUp),
    }


def test_the_keys_page_shows_each_command_that_has_a_key() -> None:
    page = keys_in_words()
    for command in TABLE:
        if command.keys and command.id not in NOT_SHOWN:
            (keys,) = (keys for keys, words in page if words == command.page_words())
            assert all(cap_words(cap) in keys for cap in command.keys)


def test_more_offers_what_the_table_says_in_its_words(qtbot: QtBot) -> None:
    panel = NowPanel()
    qtbot.addWidget(panel)
    menu = panel.menu()
    lines = [act.text().partition("\t")[0] for act in menu.findChildren(CappedAction)]
    assert Counter(lines) == Counter(c.words() for part in Menu for c in commands_in(part))
    asked: list[Act] = []
    panel.command_asked.connect(asked.append)
    for part in (menu, *menu.findChildren(QMenu)):
        for action in part.actions():
            if isinstance(action, CappedAction):
                action.trigger()
    assert Counter(asked) == Counter(c.id for part in Menu for c in commands_in(part))


def test_every_command_for_lines_has_one_row_and_each_key_one_command() -> None:
    assert Counter(command.id for command in LINE_TABLE) == Counter(LineAct)
    counts = Counter(cap for command in LINE_TABLE for cap in command.keys)
    assert set(counts.values()) == {1}
    assert {act for _cap, act in TABLE_KEYS.line_pairs()} == {c.id for c in LINE_TABLE if c.keys}


def test_the_menu_of_the_agreement_offers_its_rows_with_their_keys(qtbot: QtBot) -> None:
    panel = AgreementPanel()
    qtbot.addWidget(panel)
    panel.set_dense(dense=True)
    acts = panel.menu().findChildren(CappedAction)
    offered = {act.text().partition("\t")[0]: act.cap for act in acts}
    for part in LineMenu:
        for command in line_commands_in(part):
            assert offered[command.words()] == command.cap


def test_the_keys_page_shows_each_key_of_the_agreements_lines() -> None:
    page = keys_in_words()
    for command in LINE_TABLE:
        if command.keys:
            (keys,) = (keys for keys, words in page if words.endswith(f": {command.words()}"))
            assert all(cap_words(cap) in keys for cap in command.keys)
