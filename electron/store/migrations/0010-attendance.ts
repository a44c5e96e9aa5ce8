/** Since when nobody is at a desk, and when an officer on a break said to be back. */
export const attendance = `
ALTER TABLE desks ADD COLUMN leftAt INTEGER;
ALTER TABLE desks ADD COLUMN pauseUntil INTEGER CHECK (pauseUntil IS NULL OR pausedAt IS NOT NULL);
`;
