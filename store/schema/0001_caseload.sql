-- The caseload as it was first released. Dates are ISO text, '' is "not known"; 0 is "none" where a
-- number points at nothing in particular, NULL where it is a foreign key. Names are those of model.

CREATE TABLE school (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL DEFAULT 'maintained' CHECK (kind IN ('maintained', 'academy')),
  year_groups TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE term (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id INTEGER NOT NULL REFERENCES school (id) ON DELETE CASCADE,
  year TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name IN ('Autumn', 'Spring', 'Summer')),
  starts TEXT NOT NULL, ends TEXT NOT NULL,
  half_starts TEXT NOT NULL DEFAULT '', half_ends TEXT NOT NULL DEFAULT '',
  UNIQUE (school_id, year, name)
) STRICT;

-- INSET days and whole-school closures.
CREATE TABLE closed_day (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id INTEGER NOT NULL REFERENCES school (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('inset', 'closure')),
  reason TEXT NOT NULL DEFAULT '',
  UNIQUE (school_id, day, kind)
) STRICT;

-- What the user changed of the bank holidays that Kettle knows: added, or removed.
CREATE TABLE bank_holiday (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL DEFAULT '',
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id INTEGER REFERENCES school (id),
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL DEFAULT 'other',
  inactive INTEGER NOT NULL DEFAULT 0 CHECK (inactive IN (0, 1)),
  availability TEXT NOT NULL DEFAULT '',
  me INTEGER NOT NULL DEFAULT 0 CHECK (me IN (0, 1)),
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE professional (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL DEFAULT '', organisation TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE room (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id INTEGER REFERENCES school (id),
  name TEXT NOT NULL CHECK (name <> ''),
  neutral INTEGER NOT NULL DEFAULT 0, private INTEGER NOT NULL DEFAULT 0,
  welcoming INTEGER NOT NULL DEFAULT 0, step_free INTEGER NOT NULL DEFAULT 0,
  whose_room TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE family (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_by_hand INTEGER NOT NULL DEFAULT 0 CHECK (name_by_hand IN (0, 1)),
  notes TEXT NOT NULL DEFAULT '',
  checkin_every INTEGER NOT NULL DEFAULT 0 CHECK (checkin_every >= 0),
  good_news_every INTEGER NOT NULL DEFAULT 0 CHECK (good_news_every >= 0),
  since TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX family_removed ON family (id) WHERE deleted_at <> '';

CREATE TABLE family_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  family_id INTEGER NOT NULL REFERENCES family (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  on_day TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX family_entry_family ON family_entry (family_id);

CREATE TABLE welcome_point (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  family_id INTEGER NOT NULL REFERENCES family (id) ON DELETE CASCADE,
  point INTEGER NOT NULL, -- its place in model.WelcomePoints, from 0
  said_on TEXT NOT NULL,
  UNIQUE (family_id, point)
) STRICT;

CREATE TABLE pupil (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  family_id INTEGER NOT NULL REFERENCES family (id),
  school_id INTEGER REFERENCES school (id),
  forename TEXT NOT NULL DEFAULT '', surname TEXT NOT NULL DEFAULT '',
  known_as TEXT NOT NULL DEFAULT '',
  legal_forename TEXT NOT NULL DEFAULT '', legal_surname TEXT NOT NULL DEFAULT '',
  dob TEXT NOT NULL DEFAULT '',
  upn TEXT NOT NULL DEFAULT '', upn_unverified TEXT NOT NULL DEFAULT '',
  office_id TEXT NOT NULL DEFAULT '',
  year TEXT NOT NULL DEFAULT '', reg TEXT NOT NULL DEFAULT '',
  sen TEXT NOT NULL DEFAULT '' CHECK (sen IN ('', 'N', 'K', 'E')),
  primary_need TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '', postcode TEXT NOT NULL DEFAULT '',
  plan_made TEXT NOT NULL DEFAULT '', last_review TEXT NOT NULL DEFAULT '', review_by TEXT NOT NULL DEFAULT '',
  attendance_note TEXT NOT NULL DEFAULT '',
  strengths TEXT NOT NULL DEFAULT '', interests TEXT NOT NULL DEFAULT '',
  hopes_family TEXT NOT NULL DEFAULT '', hopes_school TEXT NOT NULL DEFAULT '',
  named_adult TEXT NOT NULL DEFAULT '',
  roll TEXT NOT NULL DEFAULT 'on roll' CHECK (roll IN ('on roll', 'left', 'died')),
  left_on TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX pupil_family ON pupil (family_id);
CREATE INDEX pupil_plan ON pupil (review_by) WHERE sen = 'E' AND roll = 'on roll';

CREATE TABLE sen_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pupil_id INTEGER NOT NULL REFERENCES pupil (id) ON DELETE CASCADE,
  from_day TEXT NOT NULL,
  status TEXT NOT NULL
) STRICT;
CREATE INDEX sen_change_pupil ON sen_change (pupil_id);

CREATE TABLE adult (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  office_id TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '', forename TEXT NOT NULL DEFAULT '', surname TEXT NOT NULL DEFAULT '',
  known_as TEXT NOT NULL DEFAULT '', address_as TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '', postcode TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  channel TEXT NOT NULL DEFAULT '', times TEXT NOT NULL DEFAULT '',
  leave_message TEXT NOT NULL DEFAULT '', interpreter TEXT NOT NULL DEFAULT '',
  access TEXT NOT NULL DEFAULT '',
  in_touch TEXT NOT NULL DEFAULT 'yes', in_touch_since TEXT NOT NULL DEFAULT '', in_touch_by TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;

-- Phones and e-mails belong to one person, an adult or a pupil.
CREATE TABLE phone (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  adult_id INTEGER REFERENCES adult (id) ON DELETE CASCADE,
  pupil_id INTEGER REFERENCES pupil (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  type TEXT NOT NULL DEFAULT 'other',
  number TEXT NOT NULL, ext TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  from_office INTEGER NOT NULL DEFAULT 0 CHECK (from_office IN (0, 1)),
  CHECK ((adult_id IS NULL) <> (pupil_id IS NULL))
) STRICT;
CREATE INDEX phone_adult ON phone (adult_id);
CREATE INDEX phone_pupil ON phone (pupil_id);

CREATE TABLE email (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  adult_id INTEGER REFERENCES adult (id) ON DELETE CASCADE,
  pupil_id INTEGER REFERENCES pupil (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  address TEXT NOT NULL,
  from_office INTEGER NOT NULL DEFAULT 0 CHECK (from_office IN (0, 1)),
  CHECK ((adult_id IS NULL) <> (pupil_id IS NULL))
) STRICT;
CREATE INDEX email_adult ON email (adult_id);
CREATE INDEX email_pupil ON email (pupil_id);

CREATE TABLE pupil_adult (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pupil_id INTEGER NOT NULL REFERENCES pupil (id) ON DELETE CASCADE,
  adult_id INTEGER NOT NULL REFERENCES adult (id) ON DELETE CASCADE,
  relationship TEXT NOT NULL DEFAULT '', relationship_text TEXT NOT NULL DEFAULT '',
  parental_responsibility TEXT NOT NULL DEFAULT '',
  priority INTEGER NOT NULL DEFAULT 0,
  lives_with TEXT NOT NULL DEFAULT '', gets_copies TEXT NOT NULL DEFAULT '', may_be_contacted TEXT NOT NULL DEFAULT '',
  court_order INTEGER NOT NULL DEFAULT 0 CHECK (court_order IN (0, 1)),
  order_text TEXT NOT NULL DEFAULT '', order_date TEXT NOT NULL DEFAULT '', order_until TEXT NOT NULL DEFAULT '',
  order_from_office INTEGER NOT NULL DEFAULT 0 CHECK (order_from_office IN (0, 1)),
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT '',
  UNIQUE (pupil_id, adult_id)
) STRICT;
CREATE INDEX pupil_adult_adult ON pupil_adult (adult_id);

-- An adult who belongs to a family by hand, not through a pupil.
CREATE TABLE family_adult (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  family_id INTEGER NOT NULL REFERENCES family (id) ON DELETE CASCADE,
  adult_id INTEGER NOT NULL REFERENCES adult (id) ON DELETE CASCADE,
  UNIQUE (family_id, adult_id)
) STRICT;
CREATE INDEX family_adult_adult ON family_adult (adult_id);

CREATE TABLE household (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  family_id INTEGER NOT NULL REFERENCES family (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)),
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX household_family ON household (family_id);

CREATE TABLE household_person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  household_id INTEGER NOT NULL REFERENCES household (id) ON DELETE CASCADE,
  adult_id INTEGER REFERENCES adult (id) ON DELETE CASCADE,
  pupil_id INTEGER REFERENCES pupil (id) ON DELETE CASCADE,
  CHECK ((adult_id IS NULL) <> (pupil_id IS NULL)),
  UNIQUE (household_id, adult_id), UNIQUE (household_id, pupil_id)
) STRICT;

CREATE TABLE pupil_professional (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pupil_id INTEGER NOT NULL REFERENCES pupil (id) ON DELETE CASCADE,
  professional_id INTEGER NOT NULL REFERENCES professional (id) ON DELETE CASCADE,
  UNIQUE (pupil_id, professional_id)
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  family_id INTEGER NOT NULL REFERENCES family (id),
  at TEXT NOT NULL, recorded TEXT NOT NULL,
  by_whom TEXT NOT NULL DEFAULT '',
  channel TEXT NOT NULL DEFAULT '', direction TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '', words TEXT NOT NULL DEFAULT '',
  need TEXT NOT NULL DEFAULT '', wish TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '', triage TEXT NOT NULL DEFAULT '', displaced TEXT NOT NULL DEFAULT '',
  first_step TEXT NOT NULL DEFAULT '', settled TEXT NOT NULL DEFAULT '',
  abuse_what TEXT NOT NULL DEFAULT '', leader_told TEXT NOT NULL DEFAULT '',
  dsl_to TEXT NOT NULL DEFAULT '', dsl_when TEXT NOT NULL DEFAULT '', dsl_ref TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT '',
  -- Kettle is not the safeguarding record: what went to the DSL keeps no note.
  CHECK (kind <> 'passed to the DSL' OR (note = '' AND words = '' AND need = '' AND wish = ''))
) STRICT;
CREATE INDEX contact_family ON contact (family_id, at);
CREATE INDEX contact_at ON contact (at);
-- What waits for an answer, and worries that are not settled: few among many.
CREATE INDEX contact_question ON contact (at) WHERE kind = 'question' AND settled = '' AND deleted_at = '';
CREATE INDEX contact_worry ON contact (at) WHERE kind = 'concern' AND settled = '' AND deleted_at = '';

CREATE TABLE contact_adult (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  adult_id INTEGER NOT NULL REFERENCES adult (id) ON DELETE CASCADE,
  UNIQUE (contact_id, adult_id)
) STRICT;

CREATE TABLE contact_pupil (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  pupil_id INTEGER NOT NULL REFERENCES pupil (id) ON DELETE CASCADE,
  UNIQUE (contact_id, pupil_id)
) STRICT;

CREATE TABLE contact_told (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  adult_id INTEGER NOT NULL REFERENCES adult (id) ON DELETE CASCADE,
  on_day TEXT NOT NULL DEFAULT '', -- '' still to be told
  UNIQUE (contact_id, adult_id)
) STRICT;

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  family_id INTEGER NOT NULL REFERENCES family (id),
  contact_id INTEGER REFERENCES contact (id),
  after_id INTEGER REFERENCES meeting (id),
  kind TEXT NOT NULL,
  urgent INTEGER NOT NULL DEFAULT 0,
  purpose TEXT NOT NULL DEFAULT '', opening TEXT NOT NULL DEFAULT '',
  mode TEXT NOT NULL DEFAULT '', mode_by TEXT NOT NULL DEFAULT '', camera_off TEXT NOT NULL DEFAULT '',
  start TEXT NOT NULL DEFAULT '', minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes >= 0),
  status TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'running', 'held', 'cancelled', 'missed')),
  status_why TEXT NOT NULL DEFAULT '',
  mood TEXT NOT NULL DEFAULT '',
  room_id INTEGER REFERENCES room (id),
  layout TEXT NOT NULL DEFAULT '',
  host_id INTEGER NOT NULL DEFAULT 0,
  standby_who TEXT NOT NULL DEFAULT '', standby_where TEXT NOT NULL DEFAULT '',
  home_visit INTEGER NOT NULL DEFAULT 0, who_knows TEXT NOT NULL DEFAULT '',
  interpreter TEXT NOT NULL DEFAULT '',
  asked_theirs TEXT NOT NULL DEFAULT '', theirs TEXT NOT NULL DEFAULT '',
  companion_told TEXT NOT NULL DEFAULT '',
  younger_comes INTEGER NOT NULL DEFAULT 0,
  teacher_view TEXT NOT NULL DEFAULT '', family_view TEXT NOT NULL DEFAULT '', pupil_view TEXT NOT NULL DEFAULT '',
  account_agreed TEXT NOT NULL DEFAULT '', agenda_changed TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '', words TEXT NOT NULL DEFAULT '', feedback TEXT NOT NULL DEFAULT '',
  parked TEXT NOT NULL DEFAULT '', thanks TEXT NOT NULL DEFAULT '', debrief TEXT NOT NULL DEFAULT '',
  closed TEXT NOT NULL DEFAULT '', next_date TEXT NOT NULL DEFAULT '', open_door INTEGER NOT NULL DEFAULT 0,
  began TEXT NOT NULL DEFAULT '', ended TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX meeting_family ON meeting (family_id, start);
CREATE INDEX meeting_start ON meeting (status, start);

CREATE TABLE meeting_pupil (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  pupil_id INTEGER NOT NULL REFERENCES pupil (id),
  UNIQUE (meeting_id, pupil_id)
) STRICT;

CREATE TABLE meeting_person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  side TEXT NOT NULL,
  adult_id INTEGER REFERENCES adult (id), pupil_id INTEGER REFERENCES pupil (id),
  staff_id INTEGER REFERENCES staff (id), professional_id INTEGER REFERENCES professional (id),
  name TEXT NOT NULL DEFAULT '', role TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
  interpreter INTEGER NOT NULL DEFAULT 0,
  invited TEXT NOT NULL DEFAULT '', invited_by TEXT NOT NULL DEFAULT '',
  answer TEXT NOT NULL DEFAULT '', why_not TEXT NOT NULL DEFAULT '', camera_off TEXT NOT NULL DEFAULT '',
  told_why TEXT NOT NULL DEFAULT '', told_why_by TEXT NOT NULL DEFAULT '',
  agenda_sent TEXT NOT NULL DEFAULT '', agenda_sent_by TEXT NOT NULL DEFAULT '',
  agenda_outdated INTEGER NOT NULL DEFAULT 0,
  reminded TEXT NOT NULL DEFAULT '', needs TEXT NOT NULL DEFAULT '',
  advice_asked TEXT NOT NULL DEFAULT '', report_sent TEXT NOT NULL DEFAULT '',
  attended TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX meeting_person_meeting ON meeting_person (meeting_id);

CREATE TABLE time_option (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  start TEXT NOT NULL,
  chosen INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX time_option_meeting ON time_option (meeting_id);

CREATE TABLE time_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  option_id INTEGER NOT NULL REFERENCES time_option (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES meeting_person (id) ON DELETE CASCADE,
  answer TEXT NOT NULL,
  UNIQUE (option_id, person_id)
) STRICT;

CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL, minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes >= 0),
  brings TEXT NOT NULL DEFAULT '',
  theirs INTEGER NOT NULL DEFAULT 0, any_worry INTEGER NOT NULL DEFAULT 0,
  notes TEXT NOT NULL DEFAULT '',
  done INTEGER NOT NULL DEFAULT 0, used INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id);

CREATE TABLE paper (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  title TEXT NOT NULL, ready INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX paper_meeting ON paper (meeting_id);

CREATE TABLE checklist_mark (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  item TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ticked', 'left out')),
  reason TEXT NOT NULL DEFAULT '',
  on_day TEXT NOT NULL,
  UNIQUE (meeting_id, item)
) STRICT;

CREATE TABLE outcome (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX outcome_meeting ON outcome (meeting_id);

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  family_id INTEGER NOT NULL REFERENCES family (id),
  meeting_id INTEGER REFERENCES meeting (id),
  contact_id INTEGER REFERENCES contact (id),
  adult_id INTEGER REFERENCES adult (id),
  kind TEXT NOT NULL DEFAULT 'action',
  what TEXT NOT NULL CHECK (what <> ''),
  whose TEXT NOT NULL DEFAULT 'me' CHECK (whose IN ('me', 'staff', 'family')),
  who TEXT NOT NULL DEFAULT '',
  due TEXT NOT NULL DEFAULT '', due_at TEXT NOT NULL DEFAULT '',
  due_rule TEXT NOT NULL DEFAULT '', due_from TEXT NOT NULL DEFAULT '',
  due_count INTEGER NOT NULL DEFAULT 0, due_set_by TEXT NOT NULL DEFAULT '',
  hidden TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
  state_on TEXT NOT NULL DEFAULT '', state_why TEXT NOT NULL DEFAULT '',
  told_on TEXT NOT NULL DEFAULT '', date_told INTEGER NOT NULL DEFAULT 0,
  promised TEXT NOT NULL DEFAULT '', questions TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;
-- All that the lists of promises ask before they know which rows they show.
CREATE INDEX follow_up_due ON follow_up (state, due, deleted_at, hidden, family_id, whose, kind, due_at, contact_id);
CREATE INDEX follow_up_family ON follow_up (family_id, state, due);
CREATE INDEX follow_up_meeting ON follow_up (meeting_id);

CREATE TABLE follow_up_date (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  follow_up_id INTEGER NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
  due TEXT NOT NULL, moved_on TEXT NOT NULL
) STRICT;
CREATE INDEX follow_up_date_of ON follow_up_date (follow_up_id);

CREATE TABLE agreement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  whose TEXT NOT NULL DEFAULT 'me', who TEXT NOT NULL DEFAULT '',
  adult_id INTEGER REFERENCES adult (id), staff_id INTEGER REFERENCES staff (id),
  from_day TEXT NOT NULL DEFAULT '', due TEXT NOT NULL DEFAULT '',
  follow_up_id INTEGER REFERENCES follow_up (id)
) STRICT;
CREATE INDEX agreement_meeting ON agreement (meeting_id);

CREATE TABLE letter (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  family_id INTEGER NOT NULL REFERENCES family (id),
  meeting_id INTEGER REFERENCES meeting (id),
  adult_id INTEGER NOT NULL REFERENCES adult (id),
  kind TEXT NOT NULL, body TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1,
  made TEXT NOT NULL, sent TEXT NOT NULL DEFAULT '', sent_by TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX letter_meeting ON letter (meeting_id);
CREATE INDEX letter_family ON letter (family_id);

-- Who read a court order and what they answered, for one meeting or one letter.
CREATE TABLE order_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER REFERENCES meeting (id) ON DELETE CASCADE,
  letter_id INTEGER REFERENCES letter (id) ON DELETE CASCADE,
  link_id INTEGER NOT NULL REFERENCES pupil_adult (id) ON DELETE CASCADE,
  checked_by TEXT NOT NULL CHECK (checked_by <> ''),
  answer TEXT NOT NULL,
  on_day TEXT NOT NULL
) STRICT;

-- The value last imported of each field that the office owns (import.md section 6).
CREATE TABLE office_value (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  entity TEXT NOT NULL CHECK (entity IN ('pupil', 'adult', 'link')),
  entity_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (entity, entity_id, field)
) STRICT;

CREATE TABLE import_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  file TEXT NOT NULL, size INTEGER NOT NULL, fingerprint TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  added INTEGER NOT NULL, changed INTEGER NOT NULL, same INTEGER NOT NULL, left_out INTEGER NOT NULL,
  problems TEXT NOT NULL -- JSON list of {row, level, code, text}
) STRICT;

-- Kept by the store from the tables above, never written by hand and not in the change log: what
-- the list of families shows, orders by and searches.
CREATE TABLE family_index (
  family_id INTEGER PRIMARY KEY REFERENCES family (id) ON DELETE CASCADE,
  sort_key TEXT NOT NULL,
  search TEXT NOT NULL,
  children TEXT NOT NULL, people TEXT NOT NULL,
  class_key TEXT NOT NULL,
  pupils INTEGER NOT NULL,
  checkin_every INTEGER NOT NULL,
  last_contact TEXT NOT NULL, last_channel TEXT NOT NULL,
  last_good_news TEXT NOT NULL,
  next_at TEXT NOT NULL, next_what TEXT NOT NULL,
  has_order INTEGER NOT NULL,
  removed INTEGER NOT NULL
) STRICT;
CREATE INDEX family_index_name ON family_index (removed, sort_key, family_id);
CREATE INDEX family_index_class ON family_index (removed, class_key, sort_key, family_id);
CREATE INDEX family_index_last ON family_index (removed, last_contact, sort_key, family_id);
CREATE INDEX family_index_rhythm ON family_index (removed, checkin_every, last_contact, pupils);
CREATE INDEX family_index_news ON family_index (removed, class_key, pupils, last_good_news, family_id);
CREATE INDEX family_index_next ON family_index (removed, next_at, sort_key, family_id);

-- A step is one transaction of a person, with the window (process) that made it.
CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  window TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target INTEGER REFERENCES step (id)
) STRICT;

-- The one open step, while its transaction runs; the triggers log under it.
CREATE TABLE step_now (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  step_id INTEGER NOT NULL REFERENCES step (id)
) STRICT;

-- Written by triggers only: the whole row for an insert or delete, the changed columns for an update.
CREATE TABLE change_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step_id INTEGER NOT NULL REFERENCES step (id),
  tbl TEXT NOT NULL, row_id INTEGER NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  before TEXT NOT NULL, after TEXT NOT NULL
) STRICT;
CREATE INDEX change_log_step ON change_log (step_id);
CREATE INDEX change_log_row ON change_log (tbl, row_id);

-- What is being typed. Not logged, not a step.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  window TEXT NOT NULL,
  form TEXT NOT NULL, record INTEGER NOT NULL,
  body TEXT NOT NULL, -- JSON object of field and text
  at TEXT NOT NULL,
  UNIQUE (window, form, record)
) STRICT;

-- Facts about this file: whether demo made it, and with which day and seed.
CREATE TABLE about (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
