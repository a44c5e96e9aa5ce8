/** A closure "until further notice" has no last day; one of more than five years was meant so. */
export const openClosures = `
CREATE TABLE closures_new (
  id INTEGER PRIMARY KEY,
  scope TEXT NOT NULL,
  fromDate TEXT NOT NULL,
  -- null: until further notice
  toDate TEXT CHECK (toDate >= fromDate),
  reasonJson TEXT NOT NULL,
  weekJson TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO closures_new (id, scope, fromDate, toDate, reasonJson, weekJson, version)
  SELECT id, scope, fromDate, CASE WHEN toDate <= date(fromDate, '+5 years') THEN toDate END, reasonJson, weekJson, version
  FROM closures;
DROP TABLE closures;
ALTER TABLE closures_new RENAME TO closures;
`;
