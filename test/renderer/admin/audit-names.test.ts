import { expect, test } from 'vitest';
import { adminToken, adminUser } from '../../../electron/contract/admin';
import { adminDevice } from '../../../electron/contract/admin-devices';
import {
  adminClosure,
  adminCounter,
  adminDesk,
  adminHours,
  adminService,
} from '../../../electron/contract/admin-hall';
import { adminSlide } from '../../../electron/contract/admin-screens';
import { adminPrinter } from '../../../electron/contract/printers';
import { type Route, routes } from '../../../electron/contract/routes';
import { shownSettings } from '../../../electron/contract/settings';
import { ticketLayout } from '../../../electron/contract/ticket-layout';
import { actionsInIndonesian, fieldNames, ownAffairs } from '../../../renderer/admin/audit/audit-names';

const staff = new Set(['staff', 'supervisor', 'admin']);

test('every act of staff and admins has a name in the history, of its own in each language', () => {
  const acts = Object.entries<Route>(routes)
    .filter(([, { method, callers }]) => method !== 'GET' && callers.some((caller) => staff.has(caller)))
    .map(([name]) => name);
  expect(acts.length).toBeGreaterThan(70);
  expect(acts.filter((name) => !(name in actionsInIndonesian))).toEqual([]);
  const names = Object.values(actionsInIndonesian);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('every setting, and every field of what admins change, has a name in the history', () => {
  const changed = [
    ...[shownSettings, adminCounter, adminService, adminDesk, adminHours, adminClosure],
    ...[adminUser, adminToken, adminDevice, adminSlide, adminPrinter, ticketLayout],
  ];
  const fields = new Set(changed.flatMap(({ shape }) => Object.keys(shape)));
  for (const own of ownAffairs) fields.delete(own);
  expect([...fields].filter((field) => !(field in fieldNames))).toEqual([]);
});
