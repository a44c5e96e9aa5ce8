/**
 * What is left to do of days that were summed, and what failed of any day: a day that can't be closed is tried again by itself.
 * Days that were summed before get what is left of theirs.
 */
export const closingSteps = `
CREATE TABLE closing_steps (
  businessDate TEXT NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('sum', 'measure', 'save', 'purge')),
  -- 0: it is due, and was not tried or has not failed yet
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  firstFailedAt INTEGER CHECK ((firstFailedAt IS NULL) = (failures = 0)),
  lastFailedAt INTEGER CHECK ((lastFailedAt IS NULL) = (failures = 0)),
  reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (businessDate, step)
) STRICT, WITHOUT ROWID;
INSERT INTO closing_steps (businessDate, step)
  SELECT DISTINCT businessDate, 'measure' FROM day_sums
  WHERE NOT EXISTS (SELECT 1 FROM day_estimates
    WHERE day_estimates.businessDate = day_sums.businessDate AND day_estimates.counterId = day_sums.counterId);
INSERT INTO closing_steps (businessDate, step)
  SELECT max(businessDate), 'save' FROM summed_days HAVING max(businessDate) IS NOT NULL;
`;
