/**
 * How many began at a kiosk by speech or in large letters, and to how many numbers were given so; how many asked to be fetched. A row a
 * day of the whole hall, since fewer counted together would tell who it was. Where somebody asked to be fetched, since officers or
 * visitors themselves may do so too.
 */
export const waysAtKiosks = `
ALTER TABLE tickets ADD COLUMN fetchAskedBy TEXT CHECK (fetchAskedBy IN ('kiosk', 'officer', 'phone'));
UPDATE tickets SET fetchAskedBy = 'kiosk' WHERE fetchMe = 1;
CREATE INDEX tickets_to_fetch ON tickets (businessDate) WHERE fetchMe = 1;
CREATE TABLE access_days (
  businessDate TEXT NOT NULL,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  spokenBegun INTEGER NOT NULL DEFAULT 0,
  spokenNumbers INTEGER NOT NULL DEFAULT 0,
  largeBegun INTEGER NOT NULL DEFAULT 0,
  largeNumbers INTEGER NOT NULL DEFAULT 0,
  fetchAsked INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (businessDate, practice)
) STRICT;
INSERT INTO access_days (businessDate, practice, fetchAsked)
  SELECT businessDate, practice, count(*) FROM tickets WHERE fetchMe = 1 GROUP BY businessDate, practice;
`;
