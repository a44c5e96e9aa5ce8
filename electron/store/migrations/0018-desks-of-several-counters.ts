/** A desk may serve other counters besides its own: their ids. */
export const desksOfSeveralCounters = `
ALTER TABLE desks ADD COLUMN otherCounterIdsJson TEXT NOT NULL DEFAULT '[]';
`;
