PRAGMA application_id = 1180779383;
PRAGMA user_version = 5;
BEGIN TRANSACTION;
CREATE TABLE agreement (
               one INTEGER PRIMARY KEY CHECK (one = 1), foot TEXT,
               foot_shown INTEGER NOT NULL CHECK (foot_shown IN (0, 1)),
               checking TEXT,
               for_next INTEGER NOT NULL CHECK (for_next IN (0, 1)),
               taken_up INTEGER NOT NULL CHECK (taken_up IN (0, 1)), moves TEXT NOT NULL DEFAULT '[]', undone TEXT NOT NULL DEFAULT '[]') STRICT;
INSERT INTO "agreement" VALUES(1,'f71998fe363b9c29',1,NULL,0,0,'[[["1c9338eb9c4746e1", null, ["suggested", 0, -1, null, true, [], null]]], [["1c9338eb9c4746e1", ["suggested", 0, -1, null, true, [], null], ["being clarified", 0, -1, null, true, [], null]]]]','[]');
CREATE TABLE agreement_line (
               id TEXT PRIMARY KEY, place INTEGER, state TEXT NOT NULL, reason TEXT, back TEXT,
               into_line TEXT, confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
               joins TEXT NOT NULL, wording INTEGER NOT NULL, tally TEXT,
               in_record INTEGER NOT NULL CHECK (in_record IN (0, 1)), reason_in_record INTEGER NOT NULL DEFAULT 0
               CHECK (reason_in_record IN (0, 1))) STRICT, WITHOUT ROWID;
INSERT INTO "agreement_line" VALUES('020a7c91e30725bb',2,'suggested',NULL,NULL,'d695181821d16477',1,'[]',0,NULL,1,0);
INSERT INTO "agreement_line" VALUES('1c9338eb9c4746e1',5,'being clarified',NULL,NULL,NULL,1,'[]',0,NULL,1,0);
INSERT INTO "agreement_line" VALUES('63b51e9a6a3330e3',4,'parked','One of us is on call.','before we close',NULL,1,'[]',0,NULL,1,0);
INSERT INTO "agreement_line" VALUES('8fad34bbb0c1ed09',1,'suggested',NULL,NULL,'d695181821d16477',1,'[]',0,NULL,1,0);
INSERT INTO "agreement_line" VALUES('d695181821d16477',0,'agreed for now',NULL,NULL,NULL,1,'["8fad34bbb0c1ed09", "020a7c91e30725bb"]',0,'["1-thumbs", [11, 0, 0], 1, 0, "hands"]',1,0);
INSERT INTO "agreement_line" VALUES('f71998fe363b9c29',3,'agreed for now',NULL,NULL,NULL,1,'[]',1,'["1-thumbs", [11, 0, 0], 1, 0, "hands"]',1,0);
CREATE TABLE agreement_wording (
               line_id TEXT NOT NULL REFERENCES agreement_line (id), number INTEGER NOT NULL,
               text TEXT NOT NULL, example TEXT NOT NULL,
               agreed INTEGER NOT NULL CHECK (agreed IN (0, 1)), in_record INTEGER NOT NULL DEFAULT 1 CHECK (in_record IN (0, 1)),
               PRIMARY KEY (line_id, number)) STRICT, WITHOUT ROWID;
INSERT INTO "agreement_wording" VALUES('020a7c91e30725bb',0,'We listen before we answer.','',0,1);
INSERT INTO "agreement_wording" VALUES('1c9338eb9c4746e1',0,'Ask before you help.','',0,1);
INSERT INTO "agreement_wording" VALUES('63b51e9a6a3330e3',0,'Phones away.','',0,1);
INSERT INTO "agreement_wording" VALUES('8fad34bbb0c1ed09',0,'We listen to the end.','',0,1);
INSERT INTO "agreement_wording" VALUES('d695181821d16477',0,'We listen before we answer, to the end.','',1,1);
INSERT INTO "agreement_wording" VALUES('f71998fe363b9c29',0,'Wŷth respect.','',1,1);
INSERT INTO "agreement_wording" VALUES('f71998fe363b9c29',1,'With respect.','',1,1);
CREATE TABLE board (
               one INTEGER PRIMARY KEY CHECK (one = 1),
               curtain INTEGER NOT NULL CHECK (curtain IN (0, 1)),
               quiet INTEGER NOT NULL CHECK (quiet IN (0, 1)),
               showing TEXT NOT NULL, of_step TEXT, page INTEGER NOT NULL,
               fewer INTEGER NOT NULL, time TEXT NOT NULL, time_of TEXT NOT NULL,
               under TEXT NOT NULL, before_care TEXT,
               held_for_care INTEGER NOT NULL CHECK (held_for_care IN (0, 1)),
               strip INTEGER NOT NULL CHECK (strip IN (0, 1)), cue TEXT NOT NULL DEFAULT '[]', cue_of TEXT NOT NULL DEFAULT '[]') STRICT;
INSERT INTO "board" VALUES(1,0,0,'step',NULL,0,0,'ring and minutes','[]','["step", null, 0]',NULL,0,0,'[]','[]');
CREATE TABLE contribution (
               id TEXT PRIMARY KEY, step_id TEXT NOT NULL REFERENCES gathering (step_id),
               text TEXT NOT NULL, in_record INTEGER NOT NULL CHECK (in_record IN (0, 1)),
               set_aside TEXT,
               late INTEGER NOT NULL CHECK (late IN (0, 1))) STRICT, WITHOUT ROWID;
INSERT INTO "contribution" VALUES('1e697da61474b269','gather','It is late in the day.',1,'names or points to a person',0);
INSERT INTO "contribution" VALUES('332917c9965351dc','gather','Only on a card.',1,NULL,0);
INSERT INTO "contribution" VALUES('648afb87ad8ed606','gather','People laugh 🙂',1,NULL,0);
INSERT INTO "contribution" VALUES('abac9e3d2eed8448','gather','Nobody waits for me to finish.',1,NULL,0);
INSERT INTO "contribution" VALUES('e805a8e854a19c5a','gather','مرحبا بالجميع',1,NULL,0);
CREATE TABLE gathering (
               step_id TEXT PRIMARY KEY, place INTEGER NOT NULL, state TEXT NOT NULL,
               turns INTEGER NOT NULL CHECK (turns >= 0),
               late_turns INTEGER NOT NULL CHECK (late_turns >= 0),
               was_opened INTEGER NOT NULL CHECK (was_opened IN (0, 1)),
               was_read INTEGER NOT NULL CHECK (was_read IN (0, 1)), was_reopened INTEGER NOT NULL DEFAULT 0
               CHECK (was_reopened IN (0, 1))) STRICT, WITHOUT ROWID;
INSERT INTO "gathering" VALUES('gather',0,'opened',7,0,1,1,0);
CREATE TABLE round (
               step_id TEXT NOT NULL REFERENCES step (id) ON DELETE CASCADE,
               segment INTEGER NOT NULL, length_us INTEGER NOT NULL, state TEXT NOT NULL,
               used_us INTEGER NOT NULL CHECK (used_us >= 0),
               earlier_us INTEGER NOT NULL CHECK (earlier_us >= 0),
               since_reading_us INTEGER, since_wall TEXT, since_boot TEXT, due_wall TEXT,
               PRIMARY KEY (step_id, segment)) STRICT, WITHOUT ROWID;
INSERT INTO "round" VALUES('agree',0,720000000,'held',0,0,NULL,NULL,NULL,'2030-01-01T09:12:00+00:00');
INSERT INTO "round" VALUES('choice',0,180000000,'ready',0,0,NULL,NULL,NULL,NULL);
INSERT INTO "round" VALUES('gather',0,840000000,'ended',0,0,NULL,NULL,NULL,'2030-01-01T09:21:00+00:00');
INSERT INTO "round" VALUES('open',0,360000000,'ready',0,0,NULL,NULL,NULL,NULL);
INSERT INTO "round" VALUES('said',0,360000000,'ended',0,0,NULL,NULL,NULL,'2030-01-01T09:13:00+00:00');
INSERT INTO "round" VALUES('slack',0,180000000,'ready',0,0,NULL,NULL,NULL,NULL);
INSERT INTO "round" VALUES('talk',0,180000000,'running',0,0,4020000000,'2030-01-01T09:07:00+00:00','boot-1','2030-01-01T09:10:00+00:00');
INSERT INTO "round" VALUES('talk',1,180000000,'ready',0,0,NULL,NULL,NULL,NULL);
INSERT INTO "round" VALUES('talk',2,120000000,'ready',0,0,NULL,NULL,NULL,NULL);
CREATE TABLE said_line (
               id TEXT PRIMARY KEY, place INTEGER NOT NULL, step_id TEXT NOT NULL,
               text TEXT NOT NULL,
               in_record INTEGER NOT NULL CHECK (in_record IN (0, 1))) STRICT, WITHOUT ROWID;
INSERT INTO "said_line" VALUES('2bb2cdeead1fd954',1,'said','Diolch ’n fawr!',1);
INSERT INTO "said_line" VALUES('68bc23b5950dfa43',0,'said','The new garden.',1);
CREATE TABLE setup (
               one INTEGER PRIMARY KEY CHECK (one = 1),
               people INTEGER NOT NULL, starts_at TEXT, title TEXT NOT NULL,
               group_name TEXT NOT NULL, support TEXT NOT NULL, recipients TEXT NOT NULL,
               in_charge INTEGER NOT NULL CHECK (in_charge IN (0, 1)),
               back_row_m REAL, image_height_m REAL,
               low_vision INTEGER NOT NULL CHECK (low_vision IN (0, 1)), facilitator TEXT NOT NULL DEFAULT '', reach TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "setup" VALUES(1,12,'2030-01-01T09:00:00+00:00','Honest Fridays','The Friday group','the community house','all of us',0,NULL,NULL,0,'the person at the laptop','a note at the front desk');
CREATE TABLE step (
               id TEXT PRIMARY KEY, place INTEGER NOT NULL, content TEXT NOT NULL,
               segment INTEGER NOT NULL, standing TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "step" VALUES('agree',0,'{"id": "agree", "kind": "agreement", "title": [["en", "How we want to be together"]], "length": 720000000, "form": "plenary", "segments": [], "question": [["en", "What do you need so that you can be honest here?"]], "hint": [], "say": "", "do": "", "materials": "", "reveal": "capture", "protect": false, "trim_to": null, "may_drop": false, "with_break": false, "record_default": true, "ways": [], "notes_a_turn": 1, "floor": 5, "of": null, "scale": [], "statements": []}',0,'done');
INSERT INTO "step" VALUES('choice',5,'{"id": "choice", "kind": "record choice", "title": [["en", "What goes in the record"]], "length": 180000000, "form": "plenary", "segments": [], "question": [["en", "Is there anything here that should stay in the room?"]], "hint": [], "say": "", "do": "", "materials": "", "reveal": "none", "protect": false, "trim_to": null, "may_drop": false, "with_break": false, "record_default": true, "ways": [], "notes_a_turn": 1, "floor": 5, "of": null, "scale": [], "statements": []}',0,'waiting');
INSERT INTO "step" VALUES('gather',2,'{"id": "gather", "kind": "gather", "title": [["en", "Tea, and one line each"]], "length": 840000000, "form": "plenary", "segments": [], "question": [["en", "It is easier for me to speak up here when…"]], "hint": [], "say": "Finish the line in the corner, or on a card.", "do": "", "materials": "", "reveal": "batch", "protect": true, "trim_to": null, "may_drop": false, "with_break": true, "record_default": true, "ways": ["corner", "cards"], "notes_a_turn": 1, "floor": 5, "of": null, "scale": [], "statements": []}',0,'done');
INSERT INTO "step" VALUES('open',3,'{"id": "open", "kind": "open", "title": [["en", "Read, then listen"]], "length": 360000000, "form": "plenary", "segments": [], "question": [["en", "Which lines stay with you?"]], "hint": [], "say": "", "do": "", "materials": "", "reveal": "batch", "protect": false, "trim_to": null, "may_drop": false, "with_break": false, "record_default": true, "ways": [], "notes_a_turn": 1, "floor": 5, "of": "gather", "scale": [], "statements": []}',0,'waiting');
INSERT INTO "step" VALUES('said',1,'{"id": "said", "kind": "talk", "title": [["en", "Celebrate"]], "length": 360000000, "form": "round", "segments": [], "question": [["en", "One thing worth celebrating."]], "hint": [], "say": "", "do": "", "materials": "", "reveal": "capture", "protect": false, "trim_to": null, "may_drop": false, "with_break": false, "record_default": true, "ways": [], "notes_a_turn": 1, "floor": 5, "of": null, "scale": [], "statements": []}',0,'done');
INSERT INTO "step" VALUES('slack',6,'{"id": "slack", "kind": "slack", "title": [["en", "Breathing space"]], "length": 180000000, "form": "plenary", "segments": [], "question": [], "hint": [], "say": "", "do": "", "materials": "", "reveal": "none", "protect": false, "trim_to": null, "may_drop": true, "with_break": false, "record_default": true, "ways": [], "notes_a_turn": 1, "floor": 5, "of": null, "scale": [], "statements": []}',0,'waiting');
INSERT INTO "step" VALUES('talk',4,'{"id": "talk", "kind": "talk", "title": [["en", "What made it hard?"]], "length": 480000000, "form": "pairs", "segments": [[[["en", "First speaker"]], 180000000], [[["en", "Swap"]], 180000000], [[["en", "Together"]], 120000000]], "question": [["en", "What made it hard to speak?"]], "hint": [], "cue": [], "time_shown": null, "say": "Find somebody to talk with.", "do": "An odd number? Make one three.", "materials": "", "reveal": "none", "protect": false, "trim_to": null, "may_drop": false, "with_break": false, "record_default": true, "ways": [], "notes_a_turn": 1, "floor": 5, "of": null, "scale": [], "passes": 0, "statements": []}',0,'now');
CREATE TABLE step_state (
               step_id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE workshop (
               one INTEGER PRIMARY KEY CHECK (one = 1),
               id TEXT NOT NULL, plan_id TEXT NOT NULL, plan_title TEXT NOT NULL,
               purpose TEXT NOT NULL, languages TEXT NOT NULL,
               practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
               note TEXT NOT NULL, planned_us INTEGER NOT NULL,
               place INTEGER NOT NULL CHECK (place >= 0), shortened TEXT, held_us INTEGER NOT NULL DEFAULT 0 CHECK (held_us >= 0), held_since TEXT) STRICT;
INSERT INTO "workshop" VALUES(1,'w','plan','[["en", "Courageous conversations"]]','','["en"]',0,'',3120000000,4,NULL,0,NULL);
COMMIT;
