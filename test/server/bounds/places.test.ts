import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Places, type Standing } from '../../../electron/server/bounds/places';

const bounds = { all: 20, visitors: 12, unproven: 6, each: { proven: 5, visitor: 3, unproven: 4 } };
const standing: fc.Arbitrary<Standing> = fc
  .tuple(fc.constantFrom('proven' as const, 'visitor' as const, 'unproven' as const), fc.nat(9))
  .map(([kind, who]) => ({ kind, key: `${kind}:${who}` }));
/** Somebody takes a place, or a place taken before is given back, once or twice. */
const act = fc.oneof(
  { weight: 3, arbitrary: standing },
  fc.record({ givesBack: fc.nat(), twice: fc.boolean() }),
);

test('whatever comes and goes, nobody has more than their share, and the places that are kept stay free', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 200, size: 'max' }), (acts) => {
      const places = new Places(bounds);
      const held: { readonly by: Standing; readonly giveBack: () => void }[] = [];
      const count = (fits: (by: Standing) => boolean) => held.filter(({ by }) => fits(by)).length;
      for (const each of acts) {
        if ('givesBack' in each) {
          const [one] = held.length > 0 ? held.splice(each.givesBack % held.length, 1) : [];
          one?.giveBack();
          if (each.twice) one?.giveBack();
          continue;
        }
        const fitsIn =
          count(({ key }) => key === each.key) < bounds.each[each.kind] &&
          held.length < bounds.all &&
          (each.kind === 'proven' || count(({ kind }) => kind !== 'proven') < bounds.visitors) &&
          (each.kind !== 'unproven' || count(({ kind }) => kind === 'unproven') < bounds.unproven);
        const giveBack = places.take(each);
        expect(giveBack !== null).toBe(fitsIn);
        if (giveBack) held.push({ by: each, giveBack });
      }
    }),
  );
});

test('any number of strangers leaves the proven their places', () => {
  const places = new Places(bounds);
  for (let who = 0; who < 1_000; who += 1) {
    places.take({ kind: who % 2 === 0 ? 'unproven' : 'visitor', key: `${who}` });
  }
  const officers = Array.from({ length: 10 }, (_, who) =>
    places.take({ kind: 'proven', key: `user:${who}` }),
  );
  expect(officers.filter((each) => each !== null)).toHaveLength(bounds.all - bounds.visitors);
});
