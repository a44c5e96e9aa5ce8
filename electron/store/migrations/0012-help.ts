/** A call for help at a desk: since when, and which supervisor is on the way. */
export const help = `
ALTER TABLE desks ADD COLUMN helpAskedAt INTEGER;
ALTER TABLE desks ADD COLUMN helpAnsweredBy INTEGER REFERENCES users (id);
`;
