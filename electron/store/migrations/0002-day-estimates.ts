/** How well the waits that visitors were told held, of days that are over; carried over days get theirs later. */
export const dayEstimates = `
-- whole seconds; measured by queue/report/replay-estimates.ts
CREATE TABLE day_estimates (
  businessDate TEXT NOT NULL REFERENCES summed_days (businessDate),
  counterId INTEGER NOT NULL REFERENCES counters (id),
  -- called at the service they took a number for, with a range told and without
  told INTEGER NOT NULL,
  untold INTEGER NOT NULL,
  held INTEGER NOT NULL,
  error INTEGER NOT NULL,
  simpleError INTEGER NOT NULL,
  PRIMARY KEY (businessDate, counterId)
) STRICT, WITHOUT ROWID;
`;
