/** The instruments of evaluations that the hall took in, and what was filled in by hand. */
export const evaluation = `
CREATE TABLE instruments (
  year INTEGER PRIMARY KEY,
  instrumentJson TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE evaluation_answers (
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  points INTEGER CHECK (points BETWEEN 0 AND 5),
  partsJson TEXT NOT NULL,
  words TEXT NOT NULL,
  userId INTEGER,
  changedDate TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (year, number)
) STRICT;
`;
