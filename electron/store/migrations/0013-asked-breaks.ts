/** A break that an officer asked for: since when, why, for how long, and what a supervisor answered. */
export const askedBreaks = `
ALTER TABLE desks ADD COLUMN breakAskedAt INTEGER;
ALTER TABLE desks ADD COLUMN breakReason TEXT;
ALTER TABLE desks ADD COLUMN breakMinutes INTEGER;
ALTER TABLE desks ADD COLUMN breakAnswer TEXT CHECK (breakAnswer IN ('granted', 'declined'));
ALTER TABLE desks ADD COLUMN breakWord TEXT;
ALTER TABLE desks ADD COLUMN breakAnsweredBy INTEGER REFERENCES users (id);
`;
