import type Database from 'better-sqlite3';
import { askersForgotten } from './restorable-copy';

/**
 * What stays as it is now although the rest goes back to an earlier day. `restored` is the copy's schema, `main` the
 * database's; both have the same tables.
 */
const preserved = `
-- The hall stays the same.
DELETE FROM restored.hall_identity;
INSERT INTO restored.hall_identity SELECT * FROM main.hall_identity;

-- And so does which machine is its main one; a machine that was no hall takes what the copy says.
UPDATE restored.main_machine SET epoch = max(main_machine.epoch, now.epoch), secret = now.secret, standbyId = now.standbyId,
  standbyAddress = now.standbyAddress FROM main.main_machine AS now WHERE EXISTS (SELECT 1 FROM main.users);

-- No number is given twice: those given since stay given, though their tickets are only in the kept database.
INSERT INTO restored.number_sequences SELECT * FROM main.number_sequences WHERE true
  ON CONFLICT (businessDate, prefix) DO UPDATE SET lastNumber = max(lastNumber, excluded.lastNumber);
-- What time it is has nothing to do with the copy.
DELETE FROM restored.hall_clock;
INSERT INTO restored.hall_clock SELECT * FROM main.hall_clock;
-- Displays ignore a call whose number they had: the next must be higher than any before.
CREATE TEMP TABLE highest AS SELECT
  max((SELECT coalesce(max(seq), 0) FROM main.sqlite_sequence WHERE name = 'calls'),
      (SELECT coalesce(max(seq), 0) FROM restored.sqlite_sequence WHERE name = 'calls')) AS call,
  max((SELECT coalesce(max(id), 0) FROM main.print_jobs),
      (SELECT coalesce(max(id), 0) FROM restored.print_jobs)) AS job;
DELETE FROM restored.sqlite_sequence WHERE name = 'calls';
INSERT INTO restored.sqlite_sequence (name, seq) SELECT 'calls', call FROM temp.highest;

-- A kiosk that was let in stays so, one that was revoked too.
INSERT OR REPLACE INTO restored.devices SELECT * FROM main.devices;
UPDATE restored.api_tokens SET revokedAt = (SELECT revokedAt FROM main.api_tokens AS now WHERE now.tokenHash = api_tokens.tokenHash)
  WHERE revokedAt IS NULL AND tokenHash IN (SELECT tokenHash FROM main.api_tokens WHERE revokedAt IS NOT NULL);

-- A paper that was awaited then came out long ago, most likely: it is printed again as a copy. Its job gets a number
-- that none had, so that whoever prints at this moment can't end another's.
INSERT INTO restored.print_jobs (id, ticketId, deviceId, state, copy, reprint, attempts, createdAt)
  SELECT (SELECT job FROM temp.highest) + row_number() OVER (ORDER BY id), ticketId, deviceId, 'uncertain', 1, reprint, 0, createdAt
  FROM restored.print_jobs WHERE state IN ('queued', 'sending', 'uncertain') ORDER BY id;
UPDATE restored.print_jobs SET state = 'dropped', endedAt = createdAt
  WHERE state IN ('queued', 'sending', 'uncertain') AND id <= (SELECT job FROM temp.highest);

-- Who was switched off or removed since stays so, and a password that was changed since holds; but somebody must be
-- left to let the others in again.
CREATE TEMP TABLE ended_user AS SELECT then_.id FROM restored.users AS then_
  WHERE then_.active = 1 AND (
    EXISTS (SELECT 1 FROM main.users AS now WHERE now.id = then_.id AND now.username = then_.username AND now.active = 0)
    OR EXISTS (SELECT 1 FROM main.audit AS removed WHERE removed.action = 'removeUser' AND removed.subject = 'user:' || then_.id
      AND removed.id > (SELECT coalesce(max(id), 0) FROM restored.audit)
      AND NOT EXISTS (SELECT 1 FROM main.users AS now WHERE now.id = then_.id)));
UPDATE restored.users SET active = 0 WHERE id IN (SELECT id FROM temp.ended_user) AND (role <> 'admin' OR EXISTS (
  SELECT 1 FROM restored.users WHERE role = 'admin' AND active = 1 AND id NOT IN (SELECT id FROM temp.ended_user)));
UPDATE restored.users SET passwordHash = now.passwordHash, mustChangePassword = now.mustChangePassword
  FROM main.users AS now WHERE now.id = users.id AND now.username = users.username;
DROP TABLE temp.ended_user;

-- Who is signed in stays so where the account is the same in both.
CREATE TEMP TABLE same_user AS SELECT now.id FROM main.users AS now JOIN restored.users AS then_ USING (id)
  WHERE now.username = then_.username AND now.passwordHash = then_.passwordHash AND now.role = then_.role
    AND now.counterIdsJson IS then_.counterIdsJson
    AND now.institutionsJson = then_.institutionsJson AND now.wholeHall = then_.wholeHall AND now.active = 1 AND then_.active = 1;
DELETE FROM restored.sessions;
INSERT INTO restored.sessions SELECT * FROM main.sessions WHERE userId IN (SELECT id FROM temp.same_user);
UPDATE restored.desks SET userId = NULL, signedInAt = NULL, pausedAt = NULL, pauseReason = NULL, pauseUntil = NULL, leftAt = NULL,
  helpAskedAt = NULL, helpAnsweredBy = NULL, breakAskedAt = NULL, breakReason = NULL, breakMinutes = NULL, breakAnswer = NULL,
  breakWord = NULL, breakAnsweredBy = NULL;
UPDATE restored.desks SET userId = now.userId, signedInAt = now.signedInAt, pausedAt = now.pausedAt, pauseReason = now.pauseReason,
  pauseUntil = now.pauseUntil, helpAskedAt = now.helpAskedAt,
  helpAnsweredBy = (SELECT id FROM temp.same_user WHERE id = now.helpAnsweredBy), breakAskedAt = now.breakAskedAt,
  breakReason = now.breakReason, breakMinutes = now.breakMinutes, breakAnswer = now.breakAnswer, breakWord = now.breakWord,
  breakAnsweredBy = (SELECT id FROM temp.same_user WHERE id = now.breakAnsweredBy)
  FROM main.desks AS now
  WHERE now.id = desks.id AND now.counterId = desks.counterId AND now.number = desks.number
    AND desks.archivedAt IS NULL AND now.userId IN (SELECT id FROM temp.same_user);
DELETE FROM restored.sign_in_failures;
INSERT INTO restored.sign_in_failures SELECT * FROM main.sign_in_failures;

-- What was taken back from everybody since stays so.
UPDATE restored.published_answers SET state = 'withdrawn', withdrawnBy = publishedBy, withdrawnAt = publishedAt, version = version + 1
  WHERE state = 'published' AND id NOT IN (SELECT id FROM main.published_answers WHERE state = 'published');
UPDATE restored.published_skm SET state = 'withdrawn', withdrawnBy = publishedBy, withdrawnAt = publishedAt, version = version + 1
  WHERE state = 'published' AND id NOT IN (SELECT id FROM main.published_skm WHERE state = 'published');

-- Which visits were judged is known for their day only, also by a copy that was made that day; who judged today does so
-- once.
${askersForgotten('restored')}
INSERT INTO restored.survey_given SELECT then_.id FROM restored.tickets AS then_
  JOIN main.tickets AS now USING (id, token) JOIN main.survey_given AS given ON given.ticketId = now.id;

-- What a centre was told stays told, under the same link, and a new epoch says from where the hall goes on. Where it was told
-- nothing yet, or by another machine, the copy's own is gone on from.
CREATE TEMP TABLE told AS SELECT epoch, seq FROM restored.journal ORDER BY epoch DESC, seq DESC LIMIT 1;
CREATE TEMP TABLE told_until AS SELECT toldUntil FROM restored.journal_feed;
INSERT OR REPLACE INTO restored.journal SELECT * FROM main.journal;
DELETE FROM restored.journal_feed WHERE EXISTS (SELECT 1 FROM main.journal_feed);
INSERT INTO restored.journal_feed SELECT * FROM main.journal_feed;
UPDATE restored.journal_feed SET due = 'restored', fingerprint = NULL,
  epoch = max(epoch, (SELECT coalesce(max(epoch), 0) FROM restored.journal)),
  afterEpoch = (SELECT epoch FROM temp.told), afterSeq = (SELECT seq FROM temp.told),
  toldUntil = CASE WHEN EXISTS (SELECT 1 FROM temp.told) THEN (SELECT toldUntil FROM temp.told_until) END
  WHERE linked = 1;
DROP TABLE temp.told;
DROP TABLE temp.told_until;

-- What was done since is still known.
INSERT INTO restored.audit (id, at, userId, actor, action, subject, beforeJson, afterJson)
  SELECT id, at, CASE WHEN userId IN (SELECT id FROM restored.users) THEN userId END, actor, action, subject, beforeJson, afterJson
  FROM main.audit WHERE id > (SELECT coalesce(max(id), 0) FROM restored.audit);
DROP TABLE temp.highest;
DROP TABLE temp.same_user;
`;

/** Writes into a copy, in one transaction, what must not go back with it. */
export function preserveOnRestore(database: Database.Database, copyFile: string): void {
  database.prepare('ATTACH ? AS restored').run(copyFile);
  try {
    database.pragma('restored.synchronous = FULL');
    database.transaction(() => database.exec(preserved))();
  } finally {
    database.exec('DETACH restored');
  }
}
