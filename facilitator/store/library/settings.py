"""Settings: how the program looks, what is proposed next time, whether a workshop ever began.

No word of anybody who took part.
"""

import json

from facilitator.bounded_json import bounded_json
from facilitator.store.database import Store, converting_faults

LAST_TIME = "from last time"  # what was entered before the last workshop
BOARD_THEME, CONSOLE_THEME, TEXT_SIZE = "board theme", "console theme", "text size"
CORNER_IDLE = "corner idle seconds"
WINDOW = "window of {name}"
CHIME, CHIME_VOLUME, ON, OFF = "chime", "chime volume", "on", "off"
KEYS = "keys of commands"  # each command with its key, those that were changed


def setting(db: Store, key: str, default: object = None) -> object:
    """Return a setting, or ``default`` if it was never chosen.

    Raises ``StoreUnavailableError`` if the library cannot be read.
    """
    with converting_faults():
        row = db.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return default if row is None else bounded_json(row["value"])


def all_settings(db: Store) -> tuple[tuple[str, object], ...]:
    """Return every setting that was ever chosen, by its key."""
    rows = db.execute("SELECT key, value FROM setting ORDER BY key")
    return tuple((row["key"], bounded_json(row["value"])) for row in rows)


def save_setting(db: Store, key: str, value: object) -> None:
    """Save a setting: anything that JSON can hold. The caller has the transaction.

    The table is rebuilt: a row changed alone can leave a copy in the file (see
    ``save_gathering``).
    """
    rows = {row["key"]: row["value"] for row in db.execute("SELECT key, value FROM setting")}
    rows[key] = json.dumps(value)
    db.execute("DELETE FROM setting")
    db.executemany("INSERT INTO setting (key, value) VALUES (?, ?)", sorted(rows.items()))
