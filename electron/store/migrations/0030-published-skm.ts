/** Results of the satisfaction survey for everybody, as they were when they were made ready. */
export const publishedSkm = `
CREATE TABLE published_skm (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  fromDate TEXT NOT NULL,
  toDate TEXT NOT NULL CHECK (toDate >= fromDate),
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  forms INTEGER NOT NULL,
  sampleNeeded INTEGER NOT NULL,
  skmIndex REAL NOT NULL,
  grade TEXT NOT NULL,
  elementsJson TEXT NOT NULL,
  actionsJson TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
  writtenBy INTEGER NOT NULL REFERENCES users (id),
  writtenAt INTEGER NOT NULL,
  publishedBy INTEGER REFERENCES users (id),
  publishedAt INTEGER,
  withdrawnBy INTEGER REFERENCES users (id),
  withdrawnAt INTEGER,
  postedDate TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
`;
