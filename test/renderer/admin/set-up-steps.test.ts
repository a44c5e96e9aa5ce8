import { expect, test } from 'vitest';
import { setUpSteps } from '../../../electron/contract/settings';
import { markedAs, standingOf, stepsLeft } from '../../../renderer/admin/set-up/steps';

const none = { setUpDone: [], setUpSkipped: [] };

test('a step is done or put off, never both, and the marks stand in the order of the steps', () => {
  const skipped = markedAs('printer', 'skipped', markedAs('network', 'done', none));
  expect(skipped).toEqual({ setUpDone: ['network'], setUpSkipped: ['printer'] });
  expect(markedAs('printer', 'done', skipped)).toEqual({
    setUpDone: ['printer', 'network'],
    setUpSkipped: [],
  });
  expect(markedAs('network', 'skipped', skipped)).toEqual({
    setUpDone: [],
    setUpSkipped: ['printer', 'network'],
  });
});

test('a step that a hall has marked both ways counts as done', () => {
  expect(standingOf('hall', { setUpDone: ['hall'], setUpSkipped: ['hall'] })).toBe('done');
});

test('what is left are the steps that are neither done nor put off, and their minutes', () => {
  const all = stepsLeft(none);
  expect(all.steps).toEqual(setUpSteps);
  const some = stepsLeft({ setUpDone: ['hall'], setUpSkipped: ['people'] });
  expect(some.steps).toEqual(setUpSteps.filter((step) => step !== 'hall' && step !== 'people'));
  expect(some.minutes).toBeLessThan(all.minutes);
  expect(stepsLeft({ setUpDone: [...setUpSteps], setUpSkipped: [] })).toEqual({ steps: [], minutes: 0 });
});
