/** Visitors who asked at the kiosk to be fetched when they are called. */
export const fetchMe = `
ALTER TABLE tickets ADD COLUMN fetchMe INTEGER NOT NULL DEFAULT 0 CHECK (fetchMe IN (0, 1));
`;
