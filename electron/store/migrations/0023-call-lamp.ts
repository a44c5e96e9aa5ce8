/** A lamp on a printer's drawer port that flashes at each call. */
export const callLamp = `
ALTER TABLE printers ADD COLUMN lamp INTEGER NOT NULL DEFAULT 0 CHECK (lamp IN (0, 1));
`;
