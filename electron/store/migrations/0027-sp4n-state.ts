/** How far a complaint is in the national system SP4N-LAPOR!; of those whose number was noted before, that they wait there. */
export const sp4nState = `
ALTER TABLE complaints ADD COLUMN sp4nState TEXT CHECK (sp4nState IN ('waiting', 'in_progress', 'finished'));
UPDATE complaints SET sp4nState = 'waiting' WHERE sp4nNumber IS NOT NULL;
`;
