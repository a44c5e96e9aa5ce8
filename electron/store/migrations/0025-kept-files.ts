/** Files that show something, by what they are kept for; the bytes lie in `DATA_DIR/files`. */
export const keptFiles = `
CREATE TABLE kept_files (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ownerKind TEXT NOT NULL,
  ownerId TEXT NOT NULL,
  name TEXT NOT NULL,
  mediaType TEXT NOT NULL,
  file TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  addedAt INTEGER NOT NULL,
  userId INTEGER REFERENCES users (id)
) STRICT;
CREATE INDEX kept_files_by_owner ON kept_files (ownerKind, ownerId);
`;
