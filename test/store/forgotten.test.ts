import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endDay } from '../../electron/actions/end-day';
import { answerSurvey } from '../../electron/actions/survey/answer-survey';
import { makeBackup } from '../../electron/store/backups/backup-files';
import { query } from '../../electron/store/store';
import { purgeDays, sumNextDay } from '../support/close-days';
import { takePrinted } from '../support/issue';
import { kiosk, testHall } from '../support/test-hall';

/** Everything that lies in a folder, byte by byte: rows, free pages, logs, copies. */
function bytesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}

interface Visit {
  readonly says: string | null;
  readonly key: string;
}
const visits = fc.array(
  fc.record({
    says: fc.option(fc.string({ unit: fc.constantFrom(...'abcdefgh jklm'), minLength: 8, maxLength: 300 })),
    key: fc.uuid(),
  }),
  { minLength: 1, maxLength: 25 },
);

const system = { kind: 'system' } as const;

/** Lives through a day of these visits, each judged; returns what could join a visit to what was said. */
function judgeAll(hall: ReturnType<typeof testHall>, made: readonly Visit[]) {
  return made.map(({ says, key }, at) => {
    const { ticketId, token } = takePrinted(hall, hall.serviceId('A'));
    hall.store.write((transaction) => {
      transaction.run(query.updateTable('tickets').set({ status: 'done' }).where('id', '=', ticketId));
      transaction.run(query.updateTable('steps').set({ status: 'done' }).where('ticketId', '=', ticketId));
    });
    hall.clock.advance(61_000 + at);
    const text = says === null ? null : `keluhan ${at} ${says}`;
    const body = {
      answers: { time: 2 as const },
      ...(text === null ? {} : { message: { kind: 'complaint' as const, text } }),
    };
    const caller = `holder:${createHash('sha256').update(token).digest('base64url')}`;
    const { body: receipt } = hall.actionRunner.perform(
      kiosk,
      { caller, route: `POST /api/v1/survey/${token}`, key, body, unlinkableRoute: 'POST /survey/:token' },
      (context) => ({ status: 201, body: answerSurvey(context, { token, form: body }) }),
    );
    const { message } = receipt as { readonly message: { readonly code: string } | null };
    const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
    return { token, text, code: message?.code ?? null, links: [caller, `/survey/${token}`, key, bodyHash] };
  });
}

test('nothing on the disk joins a ticket to what its holder said, and what was forgotten is in no byte of it', async () => {
  await fc.assert(
    fc.asyncProperty(visits, async (made) => {
      const hall = testHall();
      const folder = dirname(hall.store.file);
      const said = judgeAll(hall, made);
      // The very day, with its log: neither token, key nor a hash that can be tried.
      const before = bytesIn(folder);
      for (const { links } of said) for (const link of links) expect(before).not.toContain(link);
      const early = await makeBackup(hall.store, folder, hall.clock.now(), 'made');
      // A copy knows of nobody who was asked, and no answered request.
      const copy = readFileSync(join(folder, 'backups', `${early}.sqlite`), 'latin1');
      expect(copy).not.toContain('POST /survey/');
      expect(copy).not.toContain('{"message":');

      hall.clock.set('2026-11-25T09:00+07:00');
      hall.act(system, endDay);
      hall.store.wipeLog();
      expect(bytesIn(folder)).not.toContain('{"message":');

      hall.store.write((transaction) => {
        for (const key of ['keepTicketsMonths', 'surveyKeptMonths']) {
          transaction.run(query.insertInto('settings').values({ key, valueJson: '12' }));
        }
        transaction.announce({ kind: 'configuration' });
      });
      hall.clock.set('2028-11-25T09:00+07:00');
      hall.act(system, endDay);
      while (sumNextDay(hall) !== null);
      purgeDays(hall);
      hall.actionRunner.forgetOldKeys();
      hall.store.wipeLog();
      const late = await makeBackup(hall.store, folder, hall.clock.now(), 'made');
      const after = ['antre.sqlite', 'antre.sqlite-wal', 'antre.sqlite-shm', `backups/${late}.sqlite`]
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('\n');
      for (const { token, text, code } of said) {
        expect(after).not.toContain(token);
        if (text !== null) expect(after).not.toContain(text);
        if (code !== null) expect(after).not.toContain(code);
      }
      hall.store.close();
    }),
    { numRuns: 6 },
  );
});
