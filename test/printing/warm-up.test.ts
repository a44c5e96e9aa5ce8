import { expect, test } from 'vitest';
import { eachInItsTurn, warmPrintingUp } from '../../electron/printing/warm-up';

test('others get their turn between two pieces of the warm-up', async () => {
  const seen: string[] = [];
  const other = () => {
    seen.push('other');
    if (seen.length < 6) setImmediate(other);
  };
  setImmediate(other);
  const pieces = ['first', 'second', 'third'].map((name) => () => seen.push(name));
  await eachInItsTurn(pieces, new AbortController().signal);
  expect(seen.slice(0, 6)).toEqual(['other', 'first', 'other', 'second', 'other', 'third']);
});

test('nothing more is warmed up once it is stopped', async () => {
  const stopping = new AbortController();
  const seen: string[] = [];
  const pieces = [() => seen.push('first'), () => stopping.abort(), () => seen.push('third')];
  await eachInItsTurn(pieces, stopping.signal);
  expect(seen).toEqual(['first']);
  await warmPrintingUp(stopping.signal);
});
