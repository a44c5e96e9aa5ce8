/** Complaints and answers in words for everybody; the complaint's code goes when that is forgotten. */
export const publishedAnswers = `
CREATE TABLE published_answers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT UNIQUE,
  counterId INTEGER REFERENCES counters (id),
  month TEXT NOT NULL,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
  writtenBy INTEGER NOT NULL REFERENCES users (id),
  writtenAt INTEGER NOT NULL,
  publishedBy INTEGER REFERENCES users (id),
  publishedAt INTEGER,
  withdrawnBy INTEGER REFERENCES users (id),
  withdrawnAt INTEGER,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
`;
