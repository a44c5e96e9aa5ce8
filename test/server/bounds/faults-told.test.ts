import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runningServer } from '../../support/running-server';
import { stranger } from '../../support/strangers';

/** Bodies that are wrong in many places: unknown fields, long names, lists of nonsense, nests. */
const key = fc.oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.constant('k'.repeat(9_000)));
const leaf = fc.oneof(
  fc.integer(),
  fc.string({ maxLength: 20 }),
  fc.constant(null),
  fc.constant('v'.repeat(5_000)),
);
const wrongBody = fc.oneof(
  fc.nat(3_000).map((many) => Object.fromEntries(Array.from({ length: many }, (_, at) => [`u${at}`, 1]))),
  fc.dictionary(key, leaf, { maxKeys: 40 }),
  fc.array(leaf, { maxLength: 2_000 }),
  fc.record({ answers: fc.dictionary(key, leaf, { maxKeys: 40 }), message: fc.dictionary(key, leaf) }),
);

test('whatever is wrong with a body, the answer is short and names twenty faults at most', async () => {
  const server = await runningServer();
  const routes = [
    ['POST', `/api/v1/survey/${'x'.repeat(22)}`],
    ['POST', '/api/v1/tickets'],
    ['PATCH', '/api/v1/admin/settings'],
    ['POST', '/api/v1/admin/import/preview'],
  ] as const;
  const { headers } = server.signIn('admin');
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...routes), wrongBody, async ([method, path], body) => {
      const key = path.endsWith('/tickets') ? { 'idempotency-key': 'press-wrong' } : {};
      const sender = path.includes('/admin/') ? headers : {};
      const answer = await server.send({ method, path, headers: { ...sender, ...key }, body });
      // An empty change of settings is no fault.
      if (answer.status === 200) return;
      expect([400, 413]).toContain(answer.status);
      expect(answer.text.length).toBeLessThan(20_000);
      const { errors = [] } = answer.json as { readonly errors?: readonly unknown[] };
      expect(errors.length).toBeLessThanOrEqual(20);
    }),
    { numRuns: 150 },
  );
});

test('a sixty-kilobyte body of unknown fields, unproven, is answered in a few', async () => {
  const server = await runningServer();
  const body = Object.fromEntries(Array.from({ length: 5_500 }, (_, at) => [`u${at}`, 1]));
  for (const path of ['/session', '/devices/pair', `/survey/${'x'.repeat(22)}`]) {
    const answer = await server.send({ method: 'POST', path: `/api/v1${path}`, headers: stranger, body });
    expect([path, answer.status]).toEqual([path, 400]);
    expect(answer.text.length).toBeLessThan(5_000);
  }
});
