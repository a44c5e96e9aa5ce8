import { expect, test } from 'vitest';
import { type RouteName, routes } from '../../electron/contract/routes';
import type { Route } from '../../electron/contract/routes/route';
import { surveyRoutes } from '../../electron/contract/routes/survey';

// What of a row may not be forgotten and can't be asked for by type.

const rows = Object.entries(routes) as [RouteName, Route][];
const namesOf = (found: readonly (readonly [string, Route])[]) => found.map(([name]) => name);
const isAct = ({ method }: Route) => method !== 'GET';

test('each act of an account on what its path names says what that is, and no other row does', () => {
  const isOfAccounts = ({ callers }: Route) =>
    callers.some((caller) => caller === 'staff' || caller === 'supervisor' || caller === 'admin');
  const onThings = rows.filter(([, row]) => isAct(row) && isOfAccounts(row) && row.path.includes('/:'));
  expect(onThings.length).toBeGreaterThan(50);
  expect(namesOf(rows.filter(([, { subject }]) => subject))).toEqual(namesOf(onThings));
});

test('what visitors say of their visit leads to nobody', () => {
  const said = Object.entries<Route>(surveyRoutes).filter(
    ([, row]) => isAct(row) && row.callers.every((caller) => caller === 'anyone' || caller === 'holder'),
  );
  expect(namesOf(said)).toEqual(['answerSurvey', 'makeComplaint']);
  expect(namesOf(rows.filter(([, { unlinkable }]) => unlinkable))).toEqual(namesOf(said));
});

test('only what takes a body says how long it may be, and a file is no body', () => {
  const wrong = rows.filter(([, { body, mostBytes, file }]) => (mostBytes && !body) || (file && body));
  expect(namesOf(wrong)).toEqual([]);
});

test('no two routes have the same address', () => {
  const addresses = rows.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`);
  expect(addresses.filter((each, index) => addresses.indexOf(each) !== index)).toEqual([]);
});
