/** Whose password was given by somebody else, and must be changed before anything is done with it. */
export const givenPasswords = `
ALTER TABLE users ADD COLUMN mustChangePassword INTEGER NOT NULL DEFAULT 0 CHECK (mustChangePassword IN (0, 1));
`;
