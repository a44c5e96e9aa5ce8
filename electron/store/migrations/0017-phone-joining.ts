/** Numbers that were taken by phone inside the hall, and the counters that give such. */
export const phoneJoining = `
ALTER TABLE tickets ADD COLUMN byPhone INTEGER NOT NULL DEFAULT 0 CHECK (byPhone IN (0, 1));
ALTER TABLE counters ADD COLUMN phoneJoining INTEGER NOT NULL DEFAULT 1 CHECK (phoneJoining IN (0, 1));
`;
