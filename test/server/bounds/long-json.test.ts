import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PartCount } from '../../../electron/server/bounds/long-json';
import { adminRequests, outcome } from '../../support/admin-requests';
import { largeSite } from '../../support/large-hall';
import { runningServer } from '../../support/running-server';

test('parts of a JSON text are counted alike however it comes in, and signs within texts are none', () => {
  fc.assert(
    fc.property(fc.json(), fc.array(fc.nat(40)), (json, cuts) => {
      const bytes = Buffer.from(json);
      const whole = new PartCount().add(bytes);
      const counter = new PartCount();
      let at = 0;
      for (const cut of cuts) {
        counter.add(bytes.subarray(at, at + cut));
        at += cut;
      }
      expect(counter.add(bytes.subarray(at))).toBe(whole);
      const bare = json.replace(/"(?:[^"\\]|\\.)*"/g, '""');
      expect(whole).toBe(bare.match(/[,:{[]/g)?.length ?? 0);
    }),
  );
});

test('a file of a million parts is refused before it is parsed; the hall and its own large file go on', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const keys = (many: number) => `{${Array.from({ length: many }, (_, at) => `"u${at}":1`).join()}}`;
  for (const body of [keys(900_000), `[${'['.repeat(300_000)}`, `[${'1,'.repeat(400_000)}1]`]) {
    expect(outcome(await admin.post('/import/preview', body))).toEqual([413, 'too_large']);
  }
  const refused = await admin.post('/import/preview', keys(60_000));
  expect(outcome(refused)).toEqual([400, 'invalid_request']);
  expect(refused.text.length).toBeLessThan(10_000);
  expect(outcome(await admin.post('/import/preview', '{"__proto__":{}}'))).toEqual([400, 'malformed_json']);
  expect(outcome(await admin.post('/import/preview', '{"a":'))).toEqual([400, 'malformed_json']);
  const long = JSON.stringify({ csv: 'x'.repeat(4_000_000) });
  expect(outcome(await admin.post('/users/import/preview', long))).toEqual([413, 'too_large']);
  expect((await admin.post('/import/preview', largeSite())).status).toBe(200);
});
