/** Whether the roll in a printer was counted from its beginning: only such a one shows for certain how long rolls are. */
export const rollsSeenNew = `
ALTER TABLE printers ADD COLUMN rollSeenNew INTEGER NOT NULL DEFAULT 0 CHECK (rollSeenNew IN (0, 1));
`;
