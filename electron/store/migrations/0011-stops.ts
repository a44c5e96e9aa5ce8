/** Since when a counter or service is stopped by hand, why, and until when presumably; null: no more is known. */
export const stops = `
ALTER TABLE counters ADD COLUMN stopJson TEXT;
ALTER TABLE services ADD COLUMN stopJson TEXT;
`;
