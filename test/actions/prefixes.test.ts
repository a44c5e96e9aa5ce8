import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeCounter } from '../../electron/actions/admin/counters';
import { requirePrefixesApart } from '../../electron/actions/admin/prefixes';
import { archiveService, changeService, makeService } from '../../electron/actions/admin/services';
import { Refusal } from '../../electron/queue/refusal';
import { runCount } from '../support/run-count';
import { testHall } from './../support/test-hall';

const letters = fc.constantFrom('A', 'IM', 'L', 'LB', 'X', 'Y', null);
const step = fc.record({
  do: fc.constantFrom('make', 'change', 'code', 'archive', 'back'),
  at: fc.nat(9),
  letters,
});
const system = { kind: 'system' } as const;

test('whatever letters counters and services are given, no two counters give numbers under the same', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 15 }), (steps) => {
      const hall = testHall();
      const made = [...hall.hall().service.keys()];
      for (const { do: verb, at, letters: prefix } of steps) {
        const counters = hall.hall().counters;
        const counterId = counters[at % counters.length]?.id ?? 0;
        const serviceId = made[at % made.length] ?? 0;
        const run = (isChecked: boolean) =>
          hall.act(system, (context) => {
            if (verb === 'make') {
              const name = { id: 'Baru', en: '', jv: '' };
              made.push(
                makeService(context, { counterId: String(counterId), name, prefix, usualMinutes: 5 }),
              );
            } else if (verb === 'change') changeService(context, serviceId, { prefix });
            else if (verb === 'code') changeCounter(context, counterId, { code: prefix ?? 'Z' });
            else if (verb === 'archive') archiveService(context, serviceId);
            else changeService(context, serviceId, { archived: false });
            if (isChecked) requirePrefixesApart(context.transaction, 'prefix');
          });
        try {
          run(true);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          // What the whole hall speaks against was refused by the act itself.
          expect(() => run(false)).toThrow(Refusal);
        }
      }
    }),
    { numRuns: runCount(25) },
  );
});
