/**
 * Accounts belong to institutions (a counter's `agency`), or expressly to the whole hall. Those who reached all counters
 * until now keep the whole hall; officers who had counters of their own keep these, within their institutions.
 */
export const institutions = `
ALTER TABLE users ADD COLUMN institutionsJson TEXT NOT NULL DEFAULT '[]';
ALTER TABLE users ADD COLUMN wholeHall INTEGER NOT NULL DEFAULT 0 CHECK (wholeHall IN (0, 1));
UPDATE users SET counterIdsJson = NULL WHERE role <> 'staff';
UPDATE users SET wholeHall = 1 WHERE counterIdsJson IS NULL;
UPDATE users SET institutionsJson = (
  SELECT json_group_array(agency) FROM (
    SELECT DISTINCT agency FROM counters WHERE id IN (SELECT value FROM json_each(users.counterIdsJson)) ORDER BY agency))
  WHERE wholeHall = 0;
`;
