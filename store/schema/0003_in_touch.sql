-- Being in touch beyond the first entry: who was there, what was acknowledged, agreed accounts of an
-- incident, moves between phases, what sleeps on Today. And of meetings: how it was for each parent,
-- which template it began with, and letters to a young person in their own right.
ALTER TABLE pupil ADD COLUMN further_needs TEXT NOT NULL DEFAULT ''; -- codes after the primary need, in rank order, with a space between
ALTER TABLE staff ADD COLUMN classes TEXT NOT NULL DEFAULT '';
ALTER TABLE family_entry ADD COLUMN by_whom TEXT NOT NULL DEFAULT '';

ALTER TABLE contact ADD COLUMN present TEXT NOT NULL DEFAULT ''; -- who else was there, one in a line
ALTER TABLE contact ADD COLUMN acknowledged TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN first_step_on TEXT NOT NULL DEFAULT '';

ALTER TABLE meeting ADD COLUMN template_id INTEGER REFERENCES own_template (id);
ALTER TABLE meeting_person ADD COLUMN asked_how TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting_person ADD COLUMN felt TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting_person ADD COLUMN feedback TEXT NOT NULL DEFAULT '';

-- A letter goes to one adult, or to a young person.
CREATE TABLE new_letter (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  family_id INTEGER NOT NULL REFERENCES family (id),
  meeting_id INTEGER REFERENCES meeting (id),
  adult_id INTEGER REFERENCES adult (id),
  pupil_id INTEGER REFERENCES pupil (id),
  kind TEXT NOT NULL, body TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1,
  made TEXT NOT NULL, sent TEXT NOT NULL DEFAULT '', sent_by TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT '',
  CHECK ((adult_id IS NULL) <> (pupil_id IS NULL))
) STRICT;
INSERT INTO new_letter (id, family_id, meeting_id, adult_id, kind, body, version, made, sent, sent_by, created_at, updated_at, deleted_at)
  SELECT id, family_id, meeting_id, adult_id, kind, body, version, made, sent, sent_by, created_at, updated_at, deleted_at FROM letter;
DELETE FROM sqlite_sequence WHERE name = 'new_letter';
INSERT INTO sqlite_sequence (name, seq) SELECT 'new_letter', seq FROM sqlite_sequence WHERE name = 'letter';
DROP TABLE letter;
ALTER TABLE new_letter RENAME TO letter;
CREATE INDEX letter_meeting ON letter (meeting_id);
CREATE INDEX letter_family ON letter (family_id);

-- What happened, as those who were there tell it, and the one account that all agreed on.
CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  what TEXT NOT NULL CHECK (what <> ''),
  at TEXT NOT NULL, place TEXT NOT NULL DEFAULT '',
  agreed TEXT NOT NULL DEFAULT '', agreed_on TEXT NOT NULL DEFAULT '', agreed_by TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX account_open ON account (at) WHERE deleted_at = '';

CREATE TABLE account_pupil (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  pupil_id INTEGER NOT NULL REFERENCES pupil (id) ON DELETE CASCADE,
  UNIQUE (account_id, pupil_id)
) STRICT;
CREATE INDEX account_pupil_of ON account_pupil (pupil_id);

CREATE TABLE account_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  by_whom TEXT NOT NULL CHECK (by_whom <> ''),
  text TEXT NOT NULL, on_day TEXT NOT NULL,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX account_version_of ON account_version (account_id);

CREATE TABLE account_told (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  adult_id INTEGER NOT NULL REFERENCES adult (id) ON DELETE CASCADE,
  at TEXT NOT NULL, by_whom TEXT NOT NULL DEFAULT '', channel TEXT NOT NULL DEFAULT '',
  UNIQUE (account_id, adult_id)
) STRICT;

-- A pupil's move to another phase or school in the school year that begins in year.
CREATE TABLE transition (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pupil_id INTEGER NOT NULL REFERENCES pupil (id) ON DELETE CASCADE,
  year INTEGER NOT NULL,
  to_school TEXT NOT NULL DEFAULT '',
  worries TEXT NOT NULL DEFAULT '', helps TEXT NOT NULL DEFAULT '', named_adult TEXT NOT NULL DEFAULT '',
  handed_over TEXT NOT NULL DEFAULT '', settled TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT '',
  UNIQUE (pupil_id, year)
) STRICT;

CREATE TABLE transition_visit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  transition_id INTEGER NOT NULL REFERENCES transition (id) ON DELETE CASCADE,
  on_day TEXT NOT NULL, what TEXT NOT NULL, done TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX transition_visit_of ON transition_visit (transition_id);

ALTER TABLE follow_up ADD COLUMN transition_id INTEGER REFERENCES transition (id);
CREATE INDEX follow_up_transition ON follow_up (transition_id) WHERE transition_id IS NOT NULL;

-- What Today does not show until a day; it stays as late as it is.
CREATE TABLE asleep (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  what TEXT NOT NULL, record INTEGER NOT NULL,
  until TEXT NOT NULL,
  UNIQUE (what, record)
) STRICT;

-- The last greeting at the gate, for the list of whom to greet.
ALTER TABLE family_index ADD COLUMN last_greeting TEXT NOT NULL DEFAULT '';
UPDATE family_index SET last_greeting =
  coalesce((SELECT max(at) FROM contact c WHERE c.family_id = family_index.family_id AND c.channel = 'gate' AND c.kind <> 'attempt without answer' AND c.deleted_at = ''), '');
CREATE INDEX family_index_greeted ON family_index (removed, last_greeting, sort_key, family_id);
