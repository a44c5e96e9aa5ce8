/** Which format a day's sums are packed in (queue/report/packed-sums.ts); those that were there are of the first. */
export const sumsFormat = `
ALTER TABLE day_sums ADD COLUMN format INTEGER NOT NULL DEFAULT 1 CHECK (format > 0);
`;
