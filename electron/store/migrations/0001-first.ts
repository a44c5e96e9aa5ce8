/**
 * The first shape. Times are whole milliseconds since 1970 UTC, business dates are local days as text, booleans
 * 0 or 1, `…Json` columns hold a contract schema's JSON.
 */
export const first = `
CREATE TABLE settings (key TEXT PRIMARY KEY, valueJson TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE counters (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  nameJson TEXT NOT NULL,
  hintJson TEXT NOT NULL,
  agency TEXT NOT NULL,
  groupName TEXT NOT NULL CHECK (groupName IN ('regional', 'vertical', 'enterprise')),
  icon TEXT NOT NULL,
  zone TEXT NOT NULL,
  position INTEGER NOT NULL,
  -- null: the hall's
  priorityRatio INTEGER CHECK (priorityRatio > 0),
  waitLimitMinutes INTEGER CHECK (waitLimitMinutes > 0),
  paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  archivedAt INTEGER,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX counters_code ON counters (code) WHERE archivedAt IS NULL;

CREATE TABLE services (
  id INTEGER PRIMARY KEY,
  counterId INTEGER NOT NULL REFERENCES counters (id),
  nameJson TEXT NOT NULL,
  prefix TEXT,
  quotaPerDay INTEGER CHECK (quotaPerDay > 0),
  usualMinutes INTEGER NOT NULL CHECK (usualMinutes > 0),
  documentsJson TEXT NOT NULL,
  -- who may ask to go first here; null: everybody whom the law names
  prioritiesJson TEXT,
  -- null: the hall's
  calledMinutes INTEGER CHECK (calledMinutes >= 0),
  position INTEGER NOT NULL,
  paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  archivedAt INTEGER,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX services_counter ON services (counterId);

-- scope: 'hall', 'counter:ID' or 'service:ID'
CREATE TABLE hours (
  id INTEGER PRIMARY KEY,
  scope TEXT NOT NULL UNIQUE,
  weekJson TEXT NOT NULL,
  lastTicketMinutesBefore INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE closures (
  id INTEGER PRIMARY KEY,
  scope TEXT NOT NULL,
  fromDate TEXT NOT NULL,
  toDate TEXT NOT NULL CHECK (toDate >= fromDate),
  reasonJson TEXT NOT NULL,
  weekJson TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  displayName TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'supervisor', 'staff')),
  passwordHash TEXT NOT NULL,
  counterIdsJson TEXT,
  -- spans of days, both included: [{from, to, note}]
  leaveJson TEXT NOT NULL DEFAULT '[]',
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  createdAt INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Other programs' tokens, with the roles they may act as.
CREATE TABLE api_tokens (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  rolesJson TEXT NOT NULL,
  tokenHash TEXT NOT NULL UNIQUE,
  createdAt INTEGER NOT NULL,
  createdBy INTEGER REFERENCES users (id),
  lastUsedAt INTEGER,
  revokedAt INTEGER,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Failures are counted by what was tried: 'set-up', 'exit-pin', or the hash of a typed name (a name that doesn't
-- exist locks just the same, and a password typed into the wrong field is not kept).
CREATE TABLE sign_in_failures (
  subject TEXT PRIMARY KEY,
  count INTEGER NOT NULL,
  lastAt INTEGER NOT NULL,
  lockedUntil INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  tokenHash TEXT PRIMARY KEY,
  userId INTEGER NOT NULL REFERENCES users (id),
  createdAt INTEGER NOT NULL,
  lastSeenAt INTEGER NOT NULL,
  -- the network address that signed in
  address TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_user ON sessions (userId);

CREATE TABLE desks (
  id INTEGER PRIMARY KEY,
  counterId INTEGER NOT NULL REFERENCES counters (id),
  number INTEGER NOT NULL,
  label TEXT NOT NULL,
  serviceIdsJson TEXT,
  archivedAt INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  -- who serves there now
  userId INTEGER REFERENCES users (id),
  signedInAt INTEGER,
  pausedAt INTEGER,
  pauseReason TEXT,
  -- priority tickets called in a row while a regular one waited: the ratio's memory
  priorityRun INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX desks_counter ON desks (counterId);
CREATE UNIQUE INDEX desks_user ON desks (userId) WHERE userId IS NOT NULL;

CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('kiosk', 'display')),
  name TEXT NOT NULL,
  zone TEXT,
  counterIdsJson TEXT,
  printer TEXT,
  tokenHash TEXT UNIQUE,
  createdAt INTEGER NOT NULL,
  revokedAt INTEGER,
  lastSeenAt INTEGER,
  version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- what the lobby's screens show between the calls; the files lie in DATA_DIR/slides
CREATE TABLE slides (
  id INTEGER PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('image', 'video')),
  file TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL,
  seconds INTEGER NOT NULL,
  weekdaysJson TEXT NOT NULL,
  fromTime TEXT,
  toTime TEXT,
  fromDate TEXT,
  toDate TEXT,
  shown INTEGER NOT NULL DEFAULT 1 CHECK (shown IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- a kiosk's printers: the first of them that can print does
CREATE TABLE printers (
  id INTEGER PRIMARY KEY,
  deviceId TEXT NOT NULL REFERENCES devices (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  target TEXT NOT NULL,
  profileJson TEXT NOT NULL,
  placeJson TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  -- the roll in it (queue/paper-left.ts)
  rollMetres REAL NOT NULL,
  rollState TEXT NOT NULL DEFAULT 'fine' CHECK (rollState IN ('fine', 'low', 'out')),
  printedSinceRoll INTEGER NOT NULL DEFAULT 0,
  printedAtLow INTEGER,
  ticketsPerRoll INTEGER,
  ticketsAfterLow INTEGER,
  UNIQUE (deviceId, target)
) STRICT;

CREATE TABLE number_sequences (
  businessDate TEXT NOT NULL,
  prefix TEXT NOT NULL,
  lastNumber INTEGER NOT NULL,
  PRIMARY KEY (businessDate, prefix)
) STRICT, WITHOUT ROWID;

CREATE TABLE tickets (
  id INTEGER PRIMARY KEY,
  token TEXT NOT NULL UNIQUE,
  businessDate TEXT NOT NULL,
  prefix TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN
    ('printing', 'waiting', 'called', 'serving', 'held', 'done', 'no_show', 'cancelled', 'void')),
  paper TEXT NOT NULL CHECK (paper IN ('pending', 'printed', 'unconfirmed', 'declined', 'none')),
  priority TEXT CHECK (priority IN ('elderly', 'disability', 'pregnant', 'infant')),
  language TEXT NOT NULL,
  deviceId TEXT REFERENCES devices (id),
  issuedAt INTEGER NOT NULL,
  -- the present step, and its service and counter again so that a queue is one indexed read
  stepId INTEGER,
  serviceId INTEGER NOT NULL REFERENCES services (id),
  firstServiceId INTEGER NOT NULL REFERENCES services (id),
  endedAt INTEGER,
  UNIQUE (businessDate, prefix, sequence)
) STRICT;
-- covers the counts that every surface shows; queries must repeat its condition to the letter (alive.ts)
CREATE INDEX tickets_alive ON tickets (businessDate, serviceId, status, priority)
  WHERE status IN ('printing', 'waiting', 'called', 'serving', 'held');
CREATE INDEX tickets_quota ON tickets (businessDate, firstServiceId, status);

CREATE TABLE steps (
  id INTEGER PRIMARY KEY,
  ticketId INTEGER NOT NULL REFERENCES tickets (id),
  serviceId INTEGER NOT NULL REFERENCES services (id),
  businessDate TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN
    ('planned', 'waiting', 'called', 'serving', 'held', 'done', 'no_show', 'cancelled', 'transferred', 'void')),
  -- when its wait for this service began: the issue, or the transfer
  arrivedAt INTEGER NOT NULL,
  -- what orders it among its class: the visit's arrival, or other by placeReason
  orderedAt INTEGER NOT NULL,
  placeReason TEXT NOT NULL CHECK (placeReason IN
    ('arrival', 'returned', 'transferred', 'front', 'back')),
  fromServiceId INTEGER REFERENCES services (id),
  deskId INTEGER REFERENCES desks (id),
  userId INTEGER REFERENCES users (id),
  calledAt INTEGER,
  startedAt INTEGER,
  heldAt INTEGER,
  endedAt INTEGER,
  recalls INTEGER NOT NULL DEFAULT 0,
  note TEXT,
  reason TEXT
) STRICT;
CREATE INDEX steps_ticket ON steps (ticketId);
-- Whatever the code does: one ticket a desk, one place a ticket, one desk a user.
CREATE UNIQUE INDEX steps_desk_alive ON steps (deskId) WHERE status IN ('called', 'serving');
CREATE UNIQUE INDEX steps_ticket_alive ON steps (ticketId) WHERE status IN ('waiting', 'called', 'serving', 'held');
-- the newest visits to a desk; queries must repeat its condition to the letter (alive.ts)
CREATE INDEX steps_recent ON steps (serviceId, endedAt, calledAt) WHERE status IN ('done', 'no_show');
CREATE INDEX steps_day ON steps (businessDate, serviceId, status);

-- What happened, for good: never changed, never deleted before the retention setting says so.
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  businessDate TEXT NOT NULL,
  kind TEXT NOT NULL,
  ticketId INTEGER REFERENCES tickets (id),
  stepId INTEGER,
  deskId INTEGER,
  userId INTEGER,
  dataJson TEXT
) STRICT;
CREATE INDEX events_ticket ON events (ticketId);
CREATE INDEX events_day ON events (businessDate);
-- who sat where, for presence; queries must repeat its condition to the letter (report-rows.ts)
CREATE INDEX events_desks ON events (businessDate)
  WHERE kind IN ('desk_taken', 'desk_left', 'desk_paused', 'desk_resumed');

-- Days that are over, summed once for the reports; their tickets may be purged later.
CREATE TABLE summed_days (businessDate TEXT PRIMARY KEY, summedAt INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- sums: a counter's day, packed by queue/report/packed-sums.ts
CREATE TABLE day_sums (
  businessDate TEXT NOT NULL REFERENCES summed_days (businessDate),
  counterId INTEGER NOT NULL REFERENCES counters (id),
  sums BLOB NOT NULL,
  PRIMARY KEY (businessDate, counterId)
) STRICT, WITHOUT ROWID;

-- whole seconds; promised by the hours that held as the day was summed
CREATE TABLE day_presence (
  businessDate TEXT NOT NULL REFERENCES summed_days (businessDate),
  counterId INTEGER NOT NULL REFERENCES counters (id),
  promised INTEGER NOT NULL,
  present INTEGER NOT NULL,
  paused INTEGER NOT NULL,
  late INTEGER NOT NULL,
  PRIMARY KEY (businessDate, counterId)
) STRICT, WITHOUT ROWID;

-- AUTOINCREMENT: a call's number must rise even after the newest rows were removed.
CREATE TABLE calls (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  businessDate TEXT NOT NULL,
  ticketId INTEGER NOT NULL REFERENCES tickets (id),
  deskId INTEGER NOT NULL REFERENCES desks (id),
  counterId INTEGER NOT NULL REFERENCES counters (id),
  number TEXT NOT NULL,
  language TEXT NOT NULL,
  recall INTEGER NOT NULL CHECK (recall IN (0, 1))
) STRICT;
CREATE INDEX calls_day ON calls (businessDate);
-- for the check that nothing refers to a ticket that is removed
CREATE INDEX calls_ticket ON calls (ticketId);

CREATE TABLE print_jobs (
  id INTEGER PRIMARY KEY,
  ticketId INTEGER NOT NULL REFERENCES tickets (id),
  deviceId TEXT NOT NULL REFERENCES devices (id),
  -- which printer was sent it last; no reference, since printers come and go
  printerId INTEGER,
  -- queued: no byte was sent. sending: a byte may have been. uncertain: to be printed again as a copy.
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'uncertain', 'printed', 'unconfirmed', 'dropped')),
  copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1)),
  -- asked for by a person, of a ticket whose paper was out before
  reprint INTEGER NOT NULL DEFAULT 0 CHECK (reprint IN (0, 1)),
  attempts INTEGER NOT NULL DEFAULT 0,
  proof TEXT CHECK (proof IN ('function_h', 'gs_r', 'status', 'preview')),
  createdAt INTEGER NOT NULL,
  endedAt INTEGER
) STRICT;
CREATE INDEX print_jobs_open ON print_jobs (deviceId, id) WHERE state IN ('queued', 'sending', 'uncertain');
CREATE INDEX print_jobs_ticket ON print_jobs (ticketId);

-- Who was asked already; emptied when the date ends, and then nothing leads from a ticket to its answers.
CREATE TABLE survey_given (ticketId INTEGER PRIMARY KEY REFERENCES tickets (id)) STRICT;

-- Judgements of visits. No ticket, no desk, no moment, and a key of chance, by which the rows lie: their order tells
-- nothing. 1 to 4 by the element's scale; NULL: not answered, or not said.
CREATE TABLE survey_answers (
  id TEXT PRIMARY KEY,
  businessDate TEXT NOT NULL,
  half TEXT NOT NULL CHECK (half IN ('morning', 'afternoon')),
  serviceId INTEGER NOT NULL REFERENCES services (id),
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  requirements INTEGER CHECK (requirements BETWEEN 1 AND 4),
  "procedure" INTEGER CHECK ("procedure" BETWEEN 1 AND 4),
  time INTEGER CHECK (time BETWEEN 1 AND 4),
  cost INTEGER CHECK (cost BETWEEN 1 AND 4),
  product INTEGER CHECK (product BETWEEN 1 AND 4),
  competence INTEGER CHECK (competence BETWEEN 1 AND 4),
  behaviour INTEGER CHECK (behaviour BETWEEN 1 AND 4),
  facilities INTEGER CHECK (facilities BETWEEN 1 AND 4),
  complaints INTEGER CHECK (complaints BETWEEN 1 AND 4),
  sex TEXT,
  ageGroup TEXT,
  education TEXT,
  occupation TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX survey_answers_day ON survey_answers (businessDate, serviceId);

-- Suggestions and complaints, found again by a code of chance. No ticket either.
CREATE TABLE complaints (
  code TEXT PRIMARY KEY,
  businessDate TEXT NOT NULL,
  serviceId INTEGER NOT NULL REFERENCES services (id),
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  kind TEXT NOT NULL CHECK (kind IN ('suggestion', 'normative', 'non_supervisory', 'supervisory')),
  text TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('new', 'in_progress', 'answered', 'forwarded')),
  answer TEXT,
  dueDate TEXT,
  answeredDate TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX complaints_day ON complaints (businessDate, code);

CREATE TABLE idempotency_keys (
  caller TEXT NOT NULL,
  route TEXT NOT NULL,
  key TEXT NOT NULL,
  bodyHash TEXT NOT NULL,
  status INTEGER NOT NULL,
  answerJson TEXT,
  createdAt INTEGER NOT NULL,
  PRIMARY KEY (caller, route, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_age ON idempotency_keys (createdAt);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  userId INTEGER REFERENCES users (id),
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT,
  beforeJson TEXT,
  afterJson TEXT
) STRICT;
CREATE INDEX audit_at ON audit (at);
`;
