import { expect, test } from 'vitest';
import { z } from 'zod';
import { adminToken, adminUser } from '../../electron/contract/admin';
import { backup } from '../../electron/contract/admin-backups';
import { clockState } from '../../electron/contract/admin-clock';
import { adminDevice } from '../../electron/contract/admin-devices';
import {
  adminClosure,
  adminCounter,
  adminDesk,
  adminHours,
  adminService,
} from '../../electron/contract/admin-hall';
import { adminSlide } from '../../electron/contract/admin-screens';
import { adminVoiceClip } from '../../electron/contract/admin-voices';
import { evaluationAnswer, keptInstrument } from '../../electron/contract/evaluation/evaluation';
import { followUp } from '../../electron/contract/follow-up';
import { actNames, acts as namedActs } from '../../electron/contract/history/act-names';
import { changesOf, factsOf } from '../../electron/contract/history/changes';
import { fieldName, ownAffairs } from '../../electron/contract/history/field-names';
import { historyWords } from '../../electron/contract/history/history-words';
import { valueName } from '../../electron/contract/history/value-names';
import { keptPicture } from '../../electron/contract/own-pictures';
import { adminPrinter } from '../../electron/contract/printers';
import { routes } from '../../electron/contract/routes';
import type { Route } from '../../electron/contract/routes/route';
import { shownSettings } from '../../electron/contract/settings';
import { standardFields } from '../../electron/contract/standards';
import { listedComplaint } from '../../electron/contract/survey';
import { ticketLayout } from '../../electron/contract/ticket-layout';

const staff = new Set(['staff', 'supervisor', 'admin']);
const acts = Object.entries<Route>(routes).filter(
  ([, { method, callers }]) => method !== 'GET' && callers.some((caller) => staff.has(caller)),
);

/** Whatever the history keeps before and after an act. */
const kept: readonly z.ZodType[] = [
  ...[shownSettings, adminCounter, adminService, adminDesk, adminHours, adminClosure, adminUser, adminToken],
  ...[adminDevice, adminSlide, adminPrinter, ticketLayout, backup, clockState, adminVoiceClip, keptPicture],
  listedComplaint.pick({ kind: true, status: true, answer: true }),
  followUp,
  standardFields,
  evaluationAnswer,
  keptInstrument,
];

/** All fields of a schema and of its parts, and the values of those that know only some. */
function leavesOf(schema: z.core.$ZodType, field = ''): { field: string; values: string[] }[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, part]) => [
      { field: name, values: [] },
      ...leavesOf(part, name),
    ]);
  }
  if (schema instanceof z.ZodArray) return leavesOf(schema.element, field);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((part) => leavesOf(part, field));
  if (schema instanceof z.ZodPipe) {
    return [...leavesOf(schema.in, field), ...leavesOf(schema.out, field)];
  }
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return leavesOf(schema.unwrap(), field);
  }
  if (schema instanceof z.ZodEnum) return [{ field, values: schema.options.map(String) }];
  if (schema instanceof z.ZodLiteral) {
    return [
      {
        field,
        values: [...schema.values].filter((value) => typeof value === 'string').map((value) => value),
      },
    ];
  }
  return [];
}

const leaves = kept.flatMap((schema) => leavesOf(schema));
const office = ['id', 'en'] as const;

test('every act of staff and admins has a name of its own in the history, in both languages', () => {
  expect(acts.length).toBeGreaterThan(70);
  const names: readonly string[] = namedActs;
  expect(acts.map(([name]) => name).filter((name) => !names.includes(name))).toEqual([]);
  for (const language of office) {
    const said = namedActs.map((act) => actNames.in(language)(act));
    expect(said.filter((name, at) => said.indexOf(name) !== at)).toEqual([]);
  }
});

test('every setting and every field of what the history keeps has a name, parts of fields too', () => {
  const own: ReadonlySet<string> = new Set(ownAffairs);
  const texts = new Set(['id', 'en', 'jv']);
  const fields = new Set(
    leaves.map(({ field }) => field).filter((field) => !own.has(field) && !texts.has(field)),
  );
  expect(fields.size).toBeGreaterThan(120);
  expect([...fields].filter((field) => office.some((each) => !fieldName(field, each)))).toEqual([]);
});

test('every value of a field that knows only some is said in words', () => {
  const codes = leaves.flatMap(({ field, values }) => values.map((value) => [field, value] as const));
  expect(codes.length).toBeGreaterThan(70);
  expect(codes.filter(([field, value]) => office.some((each) => !valueName(field, value, each)))).toEqual([]);
});

const words = historyWords('en', {
  nameOf: (noun, id) => (noun === 'counter' && id === '3' ? 'Immigration' : undefined),
  moment: (instant) => `<${instant}>`,
});

test('a new slide is told in words, and one of its values by what it says', () => {
  const after = {
    ...{ id: '7', version: 1, name: 'Poster', kind: 'image', weekdays: [1, 3], fromDate: '2026-11-24' },
    ...{ toDate: null, hours: { from: '08:00', to: '12:00' }, shown: true, unreadable: [] },
  };
  const slide = { before: null, after };
  expect(words.act('makeSlide')).toBe('Added a picture or video of the screen');
  expect(words.subject('slide:7', null, after)).toBe('picture or video Poster');
  expect(
    changesOf(slide).map(
      (change) => `${words.field(change.path)}: ${words.value(change.path, change.after)}`,
    ),
  ).toEqual([
    'name: Poster',
    'kind: picture',
    'days: Monday, Wednesday',
    'from: 24 November 2026',
    'hours: from: 08.00, until: 12.00',
    'shown: yes',
  ]);
});

test('counters that a desk was given besides its own are told by their names', () => {
  const set = { before: { otherCounterIds: [] }, after: { otherCounterIds: ['3'] } };
  expect(
    changesOf(set).map(({ path, before, after }) => [
      words.field(path),
      words.value(path, before),
      words.value(path, after),
    ]),
  ).toEqual([['other counters served', '–', 'Immigration']]);
});

test('an act on a number says number and reason, and no more', () => {
  const act = { before: null, after: { ticketId: 27, number: 'K-027', reason: 'pengunjung pulang' } };
  expect(factsOf(act)).toEqual({ number: 'K-027', reason: 'pengunjung pulang', address: null });
  expect(changesOf(act)).toEqual([]);
});

test('a stop says what stands closed, why, and until when', () => {
  const stop = {
    before: { paused: false },
    after: { paused: true, reason: { id: 'Alat rusak', en: '', jv: '' }, until: 1_764_300_000_000 },
  };
  expect(words.subject('counter:3', stop.before, stop.after)).toBe('counter Immigration');
  expect(
    changesOf(stop).map(({ path, before, after }) => [
      words.field(path),
      words.value(path, before),
      words.value(path, after),
    ]),
  ).toEqual([
    ['paused', 'no', 'yes'],
    ['reason', '–', 'Indonesian: Alat rusak'],
    ['until', '–', '<1764300000000>'],
  ]);
});
