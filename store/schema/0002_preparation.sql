-- What a meeting needs beyond the first version: seats, what is done for somebody who cannot come, the
-- steps of an annual review, how a meeting began, what came home, and what a school adds of its own.
ALTER TABLE adult ADD COLUMN large_print TEXT NOT NULL DEFAULT '';

ALTER TABLE meeting ADD COLUMN mood_then TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN said_first TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN feedback_asked TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN felt TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN debrief_with TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN leader_told TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN leader_told_on TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN record_given TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN record_given_by TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN council_decided TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN council_decision TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN amendment_notice TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN final_plan TEXT NOT NULL DEFAULT '';

ALTER TABLE meeting_person ADD COLUMN by_video TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting_person ADD COLUMN seat INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting_person ADD COLUMN instead TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting_person ADD COLUMN advice_received TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting_person ADD COLUMN advice_circulated TEXT NOT NULL DEFAULT '';

-- seats and things are JSON lists of {x, y} and {x, y, w, h, kind} in the cells of a plan.
CREATE TABLE own_layout (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL, says TEXT NOT NULL DEFAULT '',
  seats TEXT NOT NULL DEFAULT '[]', things TEXT NOT NULL DEFAULT '[]',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;

-- school and agenda are JSON lists of {role, reason} and {title, minutes, theirs, any_worry}.
CREATE TABLE own_template (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL, kind TEXT NOT NULL,
  minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes >= 0),
  mood TEXT NOT NULL DEFAULT '', purpose TEXT NOT NULL DEFAULT '',
  school TEXT NOT NULL DEFAULT '[]', agenda TEXT NOT NULL DEFAULT '[]',
  child INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;

-- kinds is a JSON list of the kinds of meeting it belongs to, empty for all.
CREATE TABLE own_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  part TEXT NOT NULL, due TEXT NOT NULL,
  asks TEXT NOT NULL, why TEXT NOT NULL DEFAULT '',
  kinds TEXT NOT NULL DEFAULT '[]',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;

-- The rows of the checklist that this school does without.
CREATE TABLE item_off (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item TEXT NOT NULL UNIQUE
) STRICT;
