-- Exports that come again, and caseloads that meet: what a column of a layout was said to hold, who was
-- joined or kept apart by hand, what came from another caseload, the school year that the years have moved
-- on to, and what is shown of a record to somebody who asks for theirs.
ALTER TABLE school ADD COLUMN years_moved TEXT NOT NULL DEFAULT ''; -- the school year of the last roll-over: "2026/27"

-- layout is the fingerprint of a line of headings, place the column from 0, block 0 for the pupil.
CREATE TABLE column_choice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  layout TEXT NOT NULL,
  place INTEGER NOT NULL,
  field TEXT NOT NULL, block INTEGER NOT NULL DEFAULT 0,
  UNIQUE (layout, place)
) STRICT;

-- Under what else the office still lists one with whom another was joined by hand.
CREATE TABLE also_listed (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  entity TEXT NOT NULL CHECK (entity IN ('pupil', 'adult')),
  entity_id INTEGER NOT NULL,
  title TEXT NOT NULL DEFAULT '', forename TEXT NOT NULL DEFAULT '', surname TEXT NOT NULL DEFAULT '',
  dob TEXT NOT NULL DEFAULT '', upn TEXT NOT NULL DEFAULT '', office_id TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX also_listed_of ON also_listed (entity, entity_id);

-- Two that are not one, because somebody said so; the smaller id comes first.
CREATE TABLE kept_apart (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  entity TEXT NOT NULL CHECK (entity IN ('family', 'pupil', 'adult')),
  first_id INTEGER NOT NULL, second_id INTEGER NOT NULL,
  on_day TEXT NOT NULL,
  UNIQUE (entity, first_id, second_id), CHECK (first_id < second_id)
) STRICT;

-- Two that somebody made one: gone_id is out of sight since then, until they are split again.
CREATE TABLE joined (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  entity TEXT NOT NULL CHECK (entity IN ('family', 'pupil', 'adult')),
  kept_id INTEGER NOT NULL, gone_id INTEGER NOT NULL,
  on_day TEXT NOT NULL, split_on TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX joined_kept ON joined (entity, kept_id);
CREATE INDEX joined_gone ON joined (entity, gone_id);

-- What joining changed, so that it can be split again: a column of a row with what stood there, as JSON, or
-- with col '' a whole row that was one too many.
CREATE TABLE joined_row (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  joined_id INTEGER NOT NULL REFERENCES joined (id) ON DELETE CASCADE,
  tbl TEXT NOT NULL, row_id INTEGER NOT NULL,
  col TEXT NOT NULL, was TEXT NOT NULL
) STRICT;
CREATE INDEX joined_row_of ON joined_row (joined_id);

-- The row that something of another caseload became here; stamp is its updated_at there when it last came.
CREATE TABLE known_elsewhere (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tbl TEXT NOT NULL, uid TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  stamp TEXT NOT NULL DEFAULT '',
  UNIQUE (tbl, uid)
) STRICT;
CREATE INDEX known_elsewhere_row ON known_elsewhere (tbl, row_id);

-- What is decided about an entry that names others, when the record of a family is given to one who asks.
CREATE TABLE disclosure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  family_id INTEGER NOT NULL REFERENCES family (id) ON DELETE CASCADE,
  what TEXT NOT NULL, record INTEGER NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('show', 'leave out')),
  why TEXT NOT NULL DEFAULT '', on_day TEXT NOT NULL,
  UNIQUE (family_id, what, record)
) STRICT;
