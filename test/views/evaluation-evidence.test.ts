import { expect, test } from 'vitest';
import { standardParts } from '../../electron/contract/standard-parts';
import { standardFields } from '../../electron/contract/standards';
import { type SurveyElement, surveyElements } from '../../electron/contract/survey';
import { writeStandard } from '../../electron/store/standards';
import { query } from '../../electron/store/store';
import { changeEvidence } from '../../electron/views/evaluation/change-evidence';
import { complaintEvidence } from '../../electron/views/evaluation/complaint-evidence';
import { hoursEvidence } from '../../electron/views/evaluation/hours-evidence';
import { mediaEvidence } from '../../electron/views/evaluation/media-evidence';
import { presenceEvidence } from '../../electron/views/evaluation/presence-evidence';
import { priorityEvidence } from '../../electron/views/evaluation/priority-evidence';
import { queueEvidence } from '../../electron/views/evaluation/queue-evidence';
import { skmEvidence } from '../../electron/views/evaluation/skm-evidence';
import { standardsEvidence } from '../../electron/views/evaluation/standards-evidence';
import { smallHall } from '../support/small-hall';
import { type TestHall, testHall } from '../support/test-hall';

const year = { from: '2026-01-01', to: '2026-11-24' };

/** Writes rows of a table as they are. */
function put(hall: TestHall, table: Parameters<typeof query.insertInto>[0], rows: readonly object[]) {
  hall.store.write((transaction) => {
    for (const row of rows) transaction.run(query.insertInto(table).values(row as never));
  });
}

function setSettings(hall: TestHall, values: Readonly<Record<string, unknown>>) {
  hall.store.write((transaction) => {
    transaction.run(query.deleteFrom('settings').where('key', 'in', Object.keys(values)));
  });
  put(
    hall,
    'settings',
    Object.entries(values).map(([key, value]) => ({ key, valueJson: JSON.stringify(value) })),
  );
  hall.store.write((transaction) => transaction.announce({ kind: 'configuration' }));
}

const keysOf = (said: readonly { readonly key: string }[]) => said.map(({ key }) => key);

test('presence is the share of the promised hours, over all institutions', () => {
  const hall = testHall();
  expect(presenceEvidence(hall.view(), year)).toMatchObject({
    figures: { institutions: 0, present: null },
    lacks: [{ key: 'presence.none' }],
  });
  const day = { businessDate: '2026-11-23', paused: 0, late: 0 };
  put(hall, 'summed_days', [
    { businessDate: '2026-11-23', summedAt: 1 },
    { businessDate: '2025-12-31', summedAt: 1 },
  ]);
  put(hall, 'day_presence', [
    { ...day, counterId: hall.counterId('A'), promised: 20_000, present: 19_999 },
    { ...day, counterId: hall.counterId('L'), promised: 10_000, present: 5_000 },
    { ...day, businessDate: '2025-12-31', counterId: hall.counterId('L'), promised: 10_000, present: 0 },
  ]);
  // 24,999 of 30,000, and never rounded up.
  expect(presenceEvidence(hall.view(), year).figures).toEqual({ institutions: 2, present: 83 });
});

/** A form with the same answer to all, or to all but some. */
function form(hall: TestHall, id: string, score: number, blank: readonly SurveyElement[] = []) {
  return {
    ...{ id, businessDate: '2026-03-02', half: 'morning', serviceId: hall.serviceId('A'), practice: 0 },
    ...{ sex: null, ageGroup: null, education: null, occupation: null },
    ...Object.fromEntries(surveyElements.map((each) => [each, blank.includes(each) ? null : score])),
  };
}

test('the survey is told by its forms and index, and by what nobody answered', () => {
  const hall = testHall();
  put(hall, 'survey_answers', [form(hall, 'a', 4, ['cost']), form(hall, 'b', 3, ['cost'])]);
  const partly = skmEvidence(hall.view(), year);
  expect(partly.figures).toMatchObject({ forms: 2, elements: 8, index: null, reports: 0, planned: 0 });
  expect(keysOf(partly.lacks)).toEqual(['skm.elements', 'skm.noPlan', 'skm.unpublished']);
  put(hall, 'survey_answers', [form(hall, 'c', 4)]);
  // By hand: eight elements of 11/3 and cost of 4, each a ninth, times 25.
  expect(skmEvidence(hall.view(), year).figures).toMatchObject({
    ...{ forms: 3, enough: 1, elements: 9, index: 92.59 },
  });
});

test.each([
  [['2026-02-28'], 1, 100],
  [['2026-03-01'], 2, 100],
  [['2026-02-15', '2026-04-30'], 3, 100],
  [['2026-02-15', '2026-05-01'], 4, 100],
  [['2026-01-31'], 0, 100],
  [['2026-02-15', null], null, 50],
] as const)(
  'what was done on %j after a report of 31 January took %s months',
  (doneOn, months, donePercent) => {
    const hall = testHall();
    put(
      hall,
      'follow_ups',
      doneOn.map((doneDate) => ({
        ...{
          fromDate: '2025-07-01',
          toDate: '2025-12-31',
          reportedDate: '2026-01-31',
          dueDate: '2026-06-30',
        },
        ...{ element: 'time', action: 'Buka satu meja lagi', owner: 'Koordinator' },
        ...{ doneDate, proof: doneDate && 'foto' },
      })),
    );
    expect(skmEvidence(hall.view(), year).figures).toMatchObject({
      ...{ reports: 1, planned: doneOn.length, done: doneOn.filter(Boolean).length },
      ...{ months, donePercent },
    });
  },
);

test('a result of the survey counts as published where it is really read, in the year in which it was published', () => {
  const hall = testHall();
  const on = (asked = year) => {
    const { onPaper, onScreens, onInformation, onDisplay } = skmEvidence(hall.view(), asked).figures;
    return [onPaper, onScreens, onInformation, onDisplay];
  };
  const writtenBy = hall.manDesk(1).userId;
  const result = {
    ...{ fromDate: '2026-01-01', toDate: '2026-06-30', practice: 0, forms: 9, sampleNeeded: 9, skmIndex: 90 },
    ...{ grade: 'A', elementsJson: '[]', actionsJson: '[]', writtenBy, writtenAt: 0, postedDate: null },
  };
  const publishedAt = Date.parse('2026-07-03T09:00+07:00');
  put(hall, 'published_skm', [{ ...result, state: 'draft' }]);
  setSettings(hall, { publicUrl: 'http://192.168.1.10:4180' });
  expect(on()).toEqual([0, 0, 0, 0]);
  put(hall, 'published_skm', [{ ...result, state: 'published', publishedAt }]);
  expect(on()).toEqual([0, 1, 1, 0]);
  expect(keysOf(skmEvidence(hall.view(), year).lacks)).toContain('skm.notPosted');
  expect(on({ from: '2025-01-01', to: '2025-12-31' })).toEqual([0, 0, 0, 0]);
  hall.store.write((transaction) =>
    transaction.run(query.updateTable('published_skm').set({ postedDate: '2026-07-04' })),
  );
  expect(on()).toEqual([1, 1, 1, 0]);
});

test('complaints are counted without suggestions, practice and other years; SP4N has counts of its own', () => {
  const hall = testHall();
  setSettings(hall, { practice: false });
  const complaint = {
    ...{ businessDate: '2026-05-04', counterId: null, serviceId: null, origin: 'open', practice: 0 },
    ...{ kind: 'normative', text: 'lama', status: 'new', answer: null, sp4nNumber: null },
    ...{ dueDate: '2026-05-11', answeredDate: null },
  };
  put(hall, 'complaints', [
    { ...complaint, code: 'A', status: 'answered', answer: 'sudah', answeredDate: '2026-05-05' },
    { ...complaint, code: 'B', status: 'forwarded', sp4nNumber: '#1', sp4nState: 'finished' },
    { ...complaint, code: 'C', status: 'forwarded', sp4nNumber: '#2', sp4nState: 'waiting' },
    { ...complaint, code: 'D', kind: 'suggestion', status: 'answered', answer: 'terima kasih' },
    { ...complaint, code: 'E', practice: 1 },
    { ...complaint, code: 'F', businessDate: '2025-05-04' },
  ]);
  const writtenBy = hall.store.write((transaction) =>
    transaction.run(
      query.insertInto('users').values({
        ...{ username: 'ani', displayName: 'Ani', role: 'admin', passwordHash: '', createdAt: 0 },
      }),
    ),
  ).lastId;
  const text = { counterId: null, practice: 0, question: 'lama', answer: 'sudah', writtenBy, writtenAt: 0 };
  put(hall, 'published_answers', [
    { ...text, month: '2026-05', state: 'published' },
    { ...text, month: '2026-05', state: 'withdrawn' },
    { ...text, month: '2025-12', state: 'published' },
  ]);
  const { figures, lacks } = complaintEvidence(hall.view(), year);
  expect(figures).toEqual({
    ...{ all: 3, finished: 2, sp4n: 2, sp4nFinished: 1, answered: 1 },
    ...{ finishedPercent: 200 / 3, sp4nPercent: 50, published: 1, online: 0 },
  });
  expect(keysOf(lacks)).toEqual(['complaints.unfinished', 'complaints.offline']);
  setSettings(hall, { publicUrl: 'http://192.168.1.10:4180' });
  expect(complaintEvidence(hall.view(), year).figures.online).toBe(1);
});

test('hours tell of breaks, weekends, and days of the year with other hours', () => {
  const hall = testHall();
  const write = (weekJson: string) => {
    hall.store.write((transaction) => {
      transaction.run(query.updateTable('hours').set({ weekJson }));
      transaction.announce({ kind: 'configuration' });
    });
  };
  const day = { weekday: 1, opens: '08:00', closes: '15:00', breaks: [] };
  write(JSON.stringify([day]));
  expect(hoursEvidence(hall.view(), year).figures).toEqual({
    ...{ decided: 1, noBreak: 1, weekend: 0, weekendAtTimes: 0, aroundTheClock: 0 },
  });
  write(JSON.stringify([{ ...day, weekday: 6, breaks: [{ from: '12:00', to: '13:00' }] }]));
  expect(hoursEvidence(hall.view(), year)).toMatchObject({
    figures: { noBreak: 0, weekend: 1 },
    lacks: [{ key: 'hours.breaks', values: { count: hall.hall().counters.length } }],
  });
  const open = { scope: 'hall', reasonJson: '{"id":"CPNS","en":"","jv":""}', fromDate: '2026-02-01' };
  put(hall, 'closures', [
    { ...open, toDate: '2026-02-28', weekJson: JSON.stringify([{ ...day, weekday: 7 }]) },
  ]);
  write(JSON.stringify([{ ...day, opens: '00:00', closes: '24:00' }]));
  expect(hoursEvidence(hall.view(), year).figures).toMatchObject({ weekendAtTimes: 1, aroundTheClock: 1 });
  expect(hoursEvidence(hall.view(), { from: '2025-01-01', to: '2025-12-31' }).figures.weekendAtTimes).toBe(0);
});

test('a screen counts once it was seen and while it is not revoked; phones once they can reach the hall', () => {
  const hall = testHall();
  const screen = {
    name: 'Lobi',
    zone: null,
    counterIdsJson: null,
    printer: null,
    tokenHash: null,
    createdAt: 1,
  };
  put(hall, 'devices', [
    { ...screen, id: 'display-a', kind: 'display', lastSeenAt: 5, revokedAt: null },
    { ...screen, id: 'display-b', kind: 'display', lastSeenAt: null, revokedAt: null },
    { ...screen, id: 'display-c', kind: 'display', lastSeenAt: 5, revokedAt: 6 },
  ]);
  const before = mediaEvidence(hall.view(), year).figures;
  expect(before).toMatchObject({ display: 1, information: 0, phone: 0, online: 0 });
  setSettings(hall, { publicUrl: 'http://192.168.1.10:4180' });
  const after = mediaEvidence(hall.view(), year);
  expect(after.figures).toMatchObject({
    information: 1,
    phone: 1,
    online: 1,
    count: (before.count ?? 0) + 2,
  });
  expect(after.says).toMatchObject([{ values: { displays: 1 } }]);
  const queue = queueEvidence(hall.view(), year).figures;
  expect(queue).toEqual({
    numbers: 0,
    grouped: 1,
    monitor: 1,
    loudspeaker: 1,
    phone: 0,
    issued: 0,
    served: 0,
  });
  expect(priorityEvidence(hall.view(), year).figures).toEqual({
    ...{ turn: 1, spoken: 1, large: 1, callSeen: 1, callHeard: 1, fetched: 0, means: 5 },
  });
  setSettings(hall, { phoneJoining: true, voiceVolume: 0, kioskEar: false });
  put(hall, 'access_days', [{ businessDate: '2026-11-23', practice: 0, fetchAsked: 2 }]);
  expect(queueEvidence(hall.view(), year).figures).toMatchObject({ loudspeaker: 0, phone: 1 });
  expect(priorityEvidence(hall.view(), year).figures).toMatchObject({
    ...{ spoken: 0, callHeard: 0, fetched: 1, means: 4 },
  });
});

test('data are current by the days with numbers of the days open, and by the longest wait for a change', () => {
  const hall = testHall(smallHall);
  expect(changeEvidence(hall.view(), year).figures).toEqual({
    ...{ updates: 0, longestGap: null, openDays: 0, liveDays: 0, livePercent: null },
  });
  const act = (at: string, action: string) => ({ at: Date.parse(at), userId: null, actor: 'user', action });
  put(hall, 'audit', [
    act('2026-11-02T09:00+07:00', 'changeService'),
    act('2026-11-02T15:00+07:00', 'changeHours'),
    // 23.30 on the day before by the hall's clock.
    act('2026-11-12T16:30Z', 'makeClosure'),
    act('2026-11-20T09:00+07:00', 'signIn'),
  ]);
  put(hall, 'summed_days', [
    { businessDate: '2026-11-16', summedAt: 1 },
    { businessDate: '2026-11-18', summedAt: 1 },
    // A Sunday: not open by the hours.
    { businessDate: '2026-11-22', summedAt: 1 },
  ]);
  // Monday 16 to Tuesday 24 November: seven days open, two of them with numbers.
  expect(changeEvidence(hall.view(), year)).toMatchObject({
    figures: { updates: 2, longestGap: 12, openDays: 7, liveDays: 2, livePercent: 28 },
    lacks: [{ key: 'changes.days', values: { count: 5 } }],
  });
});

test('standards count once all fourteen parts are written, decided and looked at again; examples never', () => {
  const hall = testHall();
  const services = hall.hall().service.size;
  const write = (serviceId: number, change: object) =>
    hall.store.write((transaction) => {
      const texts = Object.fromEntries(
        standardParts.map((part, index) => [part, index < 6 ? { id: 'ada', en: '', jv: '' } : 'ada']),
      );
      writeStandard(transaction, serviceId, standardFields.parse({ ...texts, ...change }));
      transaction.announce({ kind: 'configuration' });
    });
  const figures = () => standardsEvidence(hall.view(), year).figures;
  const [first = 0, second = 0, third = 0] = hall.hall().service.keys();
  const decision = { decidedBy: 'Kepala', decisionNumber: '1', decidedOn: '2023-01-02' };
  const none = {
    made: 0,
    complete: 0,
    published: 0,
    media: 0,
    decidedPercent: 0,
    reviewedYear: 0,
    promise: 0,
  };
  expect(figures()).toMatchObject({ services, ...none });
  write(first, { ...decision, isExample: true });
  expect(figures()).toMatchObject({ services, ...none });
  // Reviewed on the very day a year ago.
  write(first, { ...decision, reviewedOn: '2025-11-24' });
  write(second, { ...decision, reviewedOn: '2025-11-23' });
  write(third, { evaluation: '' });
  expect(figures()).toMatchObject({
    ...{ made: 3, complete: 2, published: 3, reviewedYear: 1, reviewedTwoYears: 2 },
    decidedPercent: Math.floor((2 * 100) / services),
  });
  for (const id of hall.hall().service.keys()) write(id, decision);
  const all = standardsEvidence(hall.view(), year);
  expect(all.figures).toMatchObject({
    ...{ completePercent: 100, decidedPercent: 100, reviewedTwoYears: 0, reviewedEverPercent: 100 },
    media: hall.hall().settings.standardMedia.length,
  });
  expect(keysOf(all.lacks)).toEqual(['standards.unreviewed', 'standards.noPromise']);
  setSettings(hall, {
    maklumat: { ...hall.hall().settings.maklumat, ...decision, signedBy: 'Kepala', signedAt: 'Kajen' },
  });
  expect(figures()).toMatchObject({ promise: 1, promiseDecided: 1, promiseOnScreens: 1 });
});
