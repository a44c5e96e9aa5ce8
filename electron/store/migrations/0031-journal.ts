/**
 * What a centre of several halls is told, and how far it has it. `journal_feed` has one row at most, from the first link on:
 * `due` is why the next row opens a new epoch (null: it doesn't), `after…` the row that it goes on from (null: from none), `toldUntil`
 * up to which date the sums of the past were told (null: none yet).
 */
export const journal = `
CREATE TABLE journal (
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE journal_feed (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  linked INTEGER NOT NULL CHECK (linked IN (0, 1)),
  machine TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  due TEXT,
  afterEpoch INTEGER,
  afterSeq INTEGER,
  toldUntil TEXT,
  fingerprint TEXT,
  acknowledgedEpoch INTEGER,
  acknowledgedSeq INTEGER,
  acknowledgedAt INTEGER
) STRICT;
`;
