/**
 * Complaints of those who were never served, or have no ticket: about a counter or the whole hall, and by which number
 * the national system SP4N-LAPOR! follows one.
 */
export const openComplaints = `
CREATE TABLE complaints_of_all (
  code TEXT PRIMARY KEY,
  businessDate TEXT NOT NULL,
  counterId INTEGER REFERENCES counters (id),
  serviceId INTEGER REFERENCES services (id),
  origin TEXT NOT NULL CHECK (origin IN ('survey', 'ticket', 'open')),
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  kind TEXT NOT NULL CHECK (kind IN ('suggestion', 'normative', 'non_supervisory', 'supervisory')),
  text TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('new', 'in_progress', 'answered', 'forwarded')),
  answer TEXT,
  sp4nNumber TEXT,
  dueDate TEXT,
  answeredDate TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
INSERT INTO complaints_of_all (code, businessDate, counterId, serviceId, origin, practice, kind, text, status, answer, dueDate,
  answeredDate, version)
  SELECT code, businessDate, (SELECT counterId FROM services WHERE services.id = serviceId), serviceId, 'survey', practice, kind,
    text, status, answer, dueDate, answeredDate, version FROM complaints;
DROP TABLE complaints;
ALTER TABLE complaints_of_all RENAME TO complaints;
CREATE INDEX complaints_day ON complaints (businessDate, code);
`;
