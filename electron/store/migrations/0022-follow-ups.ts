/** What is done about the results of a satisfaction survey. */
export const followUps = `
CREATE TABLE follow_ups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  fromDate TEXT NOT NULL,
  toDate TEXT NOT NULL CHECK (toDate >= fromDate),
  reportedDate TEXT NOT NULL,
  element TEXT,
  action TEXT NOT NULL,
  owner TEXT NOT NULL,
  dueDate TEXT NOT NULL,
  doneDate TEXT,
  proof TEXT CHECK ((proof IS NULL) = (doneDate IS NULL)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX follow_ups_by_period ON follow_ups (toDate, fromDate);
`;
