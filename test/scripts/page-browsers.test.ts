import { expect, test } from 'vitest';
import { newerMethods, newerStyles } from '../../scripts/page-browsers.mjs';

test('a value or selector that an old browser lacks is named, and one with a fallback is not', async () => {
  const css = `
    .a { font-size: 121cqh }
    .b { font-size: 20rem; font-size: 121cqh }
    .c { height: 100dvh }
    @supports (height: 1dvh) { .d { height: 100dvh } }
    .e:has(input) { color: red }
    .f:has(input) { color: blue }
    @supports not selector(:has(a)) { .f:focus-within { color: blue } }
  `;
  expect((await newerStyles(css, 92)).sort()).toEqual([
    'css-container-query-units: font-size: 121cqh',
    'css-has: .e:has(input) { color: red }',
    'viewport-unit-variants: height: 100dvh',
  ]);
  expect(await newerStyles(css, 130)).toEqual([]);
});

test('a method that an old browser lacks is named, whoever uses it', () => {
  const script =
    'rows.toSorted(); Object.hasOwn(row, "a"); rows.map((row) => row.at(-1)); crypto.randomUUID();';
  expect(newerMethods(script, 85).sort()).toEqual(['at', 'hasOwn', 'randomUUID', 'toSorted']);
  expect(newerMethods(script, 92).sort()).toEqual(['hasOwn', 'toSorted']);
  expect(newerMethods(script, 120)).toEqual([]);
});
