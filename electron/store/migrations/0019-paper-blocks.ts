/** Numbers that were given on paper while the machine was away, typed in later, a block a row. Times as on the wall: `09:15`. */
export const paperBlocks = `
CREATE TABLE paper_blocks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  businessDate TEXT NOT NULL,
  serviceId INTEGER NOT NULL REFERENCES services (id),
  fromNumber INTEGER NOT NULL,
  toNumber INTEGER NOT NULL CHECK (toNumber >= fromNumber),
  served INTEGER NOT NULL,
  noShow INTEGER NOT NULL,
  firstAt TEXT NOT NULL,
  lastAt TEXT NOT NULL,
  typedBy INTEGER REFERENCES users (id) ON DELETE SET NULL,
  typedAt INTEGER NOT NULL
) STRICT;
CREATE INDEX paper_blocks_by_date ON paper_blocks (businessDate);
`;
