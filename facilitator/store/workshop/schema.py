"""The workshop file: every schema version, oldest first; a published one never changes.

There is no column for a person, a device, a time of writing or an order of writing. Booleans are 0
or 1, lengths and readings whole microseconds, dates and times ISO 8601 with their offset. Words of
the plan and lists are JSON; people's words are plain text, each in one place. A new file has a
mebibyte of space and keeps it, so that its size does not tell a pass from a contribution.
"""

from facilitator.store.database import FileKind

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE workshop (
               one INTEGER PRIMARY KEY CHECK (one = 1),
               id TEXT NOT NULL, plan_id TEXT NOT NULL, plan_title TEXT NOT NULL,
               purpose TEXT NOT NULL, languages TEXT NOT NULL,
               practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
               note TEXT NOT NULL, planned_us INTEGER NOT NULL,
               place INTEGER NOT NULL CHECK (place >= 0)) STRICT""",
        """CREATE TABLE setup (
               one INTEGER PRIMARY KEY CHECK (one = 1),
               people INTEGER NOT NULL, starts_at TEXT, title TEXT NOT NULL,
               group_name TEXT NOT NULL, support TEXT NOT NULL, recipients TEXT NOT NULL,
               in_charge INTEGER NOT NULL CHECK (in_charge IN (0, 1)),
               back_row_m REAL, image_height_m REAL,
               low_vision INTEGER NOT NULL CHECK (low_vision IN (0, 1))) STRICT""",
        """CREATE TABLE board (
               one INTEGER PRIMARY KEY CHECK (one = 1),
               curtain INTEGER NOT NULL CHECK (curtain IN (0, 1)),
               quiet INTEGER NOT NULL CHECK (quiet IN (0, 1)),
               showing TEXT NOT NULL, of_step TEXT, page INTEGER NOT NULL,
               fewer INTEGER NOT NULL, time TEXT NOT NULL, time_of TEXT NOT NULL,
               under TEXT NOT NULL, before_care TEXT,
               held_for_care INTEGER NOT NULL CHECK (held_for_care IN (0, 1)),
               strip INTEGER NOT NULL CHECK (strip IN (0, 1))) STRICT""",
        """CREATE TABLE step (
               id TEXT PRIMARY KEY, place INTEGER NOT NULL, content TEXT NOT NULL,
               segment INTEGER NOT NULL, standing TEXT NOT NULL) STRICT, WITHOUT ROWID""",
        """CREATE TABLE round (
               step_id TEXT NOT NULL REFERENCES step (id) ON DELETE CASCADE,
               segment INTEGER NOT NULL, length_us INTEGER NOT NULL, state TEXT NOT NULL,
               used_us INTEGER NOT NULL CHECK (used_us >= 0),
               earlier_us INTEGER NOT NULL CHECK (earlier_us >= 0),
               since_reading_us INTEGER, since_wall TEXT, since_boot TEXT, due_wall TEXT,
               PRIMARY KEY (step_id, segment)) STRICT, WITHOUT ROWID""",
        """CREATE TABLE said_line (
               id TEXT PRIMARY KEY, place INTEGER NOT NULL, step_id TEXT NOT NULL,
               text TEXT NOT NULL,
               in_record INTEGER NOT NULL CHECK (in_record IN (0, 1))) STRICT, WITHOUT ROWID""",
        """CREATE TABLE gathering (
               step_id TEXT PRIMARY KEY, place INTEGER NOT NULL, state TEXT NOT NULL,
               turns INTEGER NOT NULL CHECK (turns >= 0),
               late_turns INTEGER NOT NULL CHECK (late_turns >= 0),
               was_opened INTEGER NOT NULL CHECK (was_opened IN (0, 1)),
               was_read INTEGER NOT NULL CHECK (was_read IN (0, 1))) STRICT, WITHOUT ROWID""",
        """CREATE TABLE contribution (
               id TEXT PRIMARY KEY, step_id TEXT NOT NULL REFERENCES gathering (step_id),
               text TEXT NOT NULL, in_record INTEGER NOT NULL CHECK (in_record IN (0, 1)),
               set_aside TEXT,
               late INTEGER NOT NULL CHECK (late IN (0, 1))) STRICT, WITHOUT ROWID""",
        """CREATE TABLE agreement (
               one INTEGER PRIMARY KEY CHECK (one = 1), foot TEXT,
               foot_shown INTEGER NOT NULL CHECK (foot_shown IN (0, 1)),
               checking TEXT,
               for_next INTEGER NOT NULL CHECK (for_next IN (0, 1)),
               taken_up INTEGER NOT NULL CHECK (taken_up IN (0, 1))) STRICT""",
        """CREATE TABLE agreement_line (
               id TEXT PRIMARY KEY, place INTEGER, state TEXT NOT NULL, reason TEXT, back TEXT,
               into_line TEXT, confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
               joins TEXT NOT NULL, wording INTEGER NOT NULL, tally TEXT,
               in_record INTEGER NOT NULL CHECK (in_record IN (0, 1))) STRICT, WITHOUT ROWID""",
        """CREATE TABLE agreement_wording (
               line_id TEXT NOT NULL REFERENCES agreement_line (id), number INTEGER NOT NULL,
               text TEXT NOT NULL, example TEXT NOT NULL,
               agreed INTEGER NOT NULL CHECK (agreed IN (0, 1)),
               PRIMARY KEY (line_id, number)) STRICT, WITHOUT ROWID""",
        "CREATE TABLE room (zeros BLOB) STRICT",
        "INSERT INTO room VALUES (zeroblob(1 << 20))",
        "DROP TABLE room",
    ),
    (
        """ALTER TABLE agreement_wording
               ADD COLUMN in_record INTEGER NOT NULL DEFAULT 1 CHECK (in_record IN (0, 1))""",
        "ALTER TABLE agreement ADD COLUMN moves TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE board ADD COLUMN cue TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE board ADD COLUMN cue_of TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE workshop ADD COLUMN shortened TEXT",
        "ALTER TABLE workshop ADD COLUMN held_us INTEGER NOT NULL DEFAULT 0 CHECK (held_us >= 0)",
    ),
    (
        """ALTER TABLE agreement_line
               ADD COLUMN reason_in_record INTEGER NOT NULL DEFAULT 0
               CHECK (reason_in_record IN (0, 1))""",
        "ALTER TABLE agreement ADD COLUMN undone TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE workshop ADD COLUMN held_since TEXT",
        """ALTER TABLE gathering
               ADD COLUMN was_reopened INTEGER NOT NULL DEFAULT 0
               CHECK (was_reopened IN (0, 1))""",
        "UPDATE gathering SET was_reopened = 1 WHERE late_turns > 0",
    ),
    (
        "ALTER TABLE setup ADD COLUMN facilitator TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE setup ADD COLUMN reach TEXT NOT NULL DEFAULT ''",
    ),
    (
        """CREATE TABLE step_state (
               step_id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    ),
    (
        "ALTER TABLE contribution ADD COLUMN letter INTEGER",
        """ALTER TABLE contribution
               ADD COLUMN drawing INTEGER NOT NULL DEFAULT 0 CHECK (drawing IN (0, 1))""",
        "ALTER TABLE contribution ADD COLUMN translation TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE contribution ADD COLUMN translated_to TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE gathering ADD COLUMN gone TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE workshop ADD COLUMN letters TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE setup ADD COLUMN marks TEXT NOT NULL DEFAULT 'letters'",
        "ALTER TABLE workshop ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]'",
        # Ids are random, so their order is a mixed one.
        """UPDATE contribution SET letter = opened.letter FROM (
               SELECT line.id, row_number() OVER (ORDER BY of.place, line.id) - 1 AS letter
               FROM contribution AS line JOIN gathering AS of USING (step_id)
               WHERE of.was_opened = 1 AND line.late = 0 AND line.set_aside IS NULL) AS opened
           WHERE contribution.id = opened.id""",
    ),
)

COUNTS = (
    "SELECT count(*) FROM workshop",
    "SELECT count(*) FROM setup",
    "SELECT count(*) FROM board",
    "SELECT count(*) FROM step",
    "SELECT count(*) FROM round",
    "SELECT count(*) FROM said_line",
    "SELECT count(*) FROM gathering",
    "SELECT count(*) FROM contribution",
    "SELECT count(*) FROM agreement",
    "SELECT count(*) FROM agreement_line",
    "SELECT count(*) FROM agreement_wording",
    "SELECT count(*) FROM step_state",
)

WORKSHOP_FILE = FileKind(
    application_id=0x46614377, migrations=MIGRATIONS, alone=True, counts=COUNTS
)
