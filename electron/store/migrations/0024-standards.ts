/** The standard of each service: its parts in one text, since they are read together, and what was decided of it. */
export const standards = `
CREATE TABLE service_standards (
  serviceId INTEGER PRIMARY KEY REFERENCES services (id) ON DELETE CASCADE,
  partsJson TEXT NOT NULL,
  decidedBy TEXT NOT NULL,
  decisionNumber TEXT NOT NULL,
  decidedDate TEXT,
  reviewedDate TEXT,
  reviewDueDate TEXT,
  isExample INTEGER NOT NULL DEFAULT 0 CHECK (isExample IN (0, 1)),
  origin TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
`;
