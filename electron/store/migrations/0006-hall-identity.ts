/** Which hall a database is of, so that another hall's, or its log, is known for that; one row at most. */
export const hallIdentity = `
CREATE TABLE hall_identity (id TEXT NOT NULL) STRICT;
`;
