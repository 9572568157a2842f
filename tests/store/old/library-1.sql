PRAGMA application_id = 1180787532;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE kept_line (
               group_name TEXT NOT NULL, place INTEGER NOT NULL, text TEXT NOT NULL,
               PRIMARY KEY (group_name, place)) STRICT, WITHOUT ROWID;
INSERT INTO "kept_line" VALUES('the friday group',0,'We listen to the end.');
INSERT INTO "kept_line" VALUES('the friday group',1,'Wŷth respect.');
CREATE TABLE left_file (file TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
               key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('has run a real workshop','true');
CREATE TABLE workshop (
               id TEXT PRIMARY KEY, title TEXT NOT NULL, group_name TEXT NOT NULL,
               held_on TEXT NOT NULL, plan_id TEXT NOT NULL, plan_title TEXT NOT NULL,
               planned_minutes INTEGER NOT NULL, stage TEXT NOT NULL, file TEXT NOT NULL,
               record TEXT) STRICT, WITHOUT ROWID;
INSERT INTO "workshop" VALUES('0123456789abcdef','Honest Fridays','The Friday group','2030-01-04','three-q-30','Three-question reflection',30,'closed','','records/honest-fridays.pdf');
INSERT INTO "workshop" VALUES('fedcba9876543210','Honest Fridays again','The Friday group','2030-01-11','pscc-90','Psychological Safety',90,'running','a1b2c3.workshop',NULL);
COMMIT;
