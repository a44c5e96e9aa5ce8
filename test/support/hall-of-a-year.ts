import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { surveyElements } from '../../electron/contract/survey';
import { seededRandom } from '../../electron/queue/simulation/random';
import { parseConfiguration } from '../../electron/store/import-configuration';
import { writeSettings } from '../../electron/store/settings';
import { query } from '../../electron/store/store';
import { writeHistory } from '../../scripts/simulate/write-history';
import { sumNextDay } from './close-days';
import { take } from './issue';
import { type TestHall, testHall } from './test-hall';

const file = new URL('../../electron/store/practice-site.json', import.meta.url);
const seed = parseConfiguration(readFileSync(file, 'utf8'), 'practice-site.json');

/** Days on which the whole hall is closed. */
export const holidays = ['2026-03-19', '2026-03-20', '2026-05-01', '2026-08-17'];

/**
 * The 26-counter hall of the seed on 24 November 2026, live since 1 January: its visitors (130 on a usual day), who was at which
 * desk, numbers on paper on a day without power, who waits now, what visitors answered and complained of, and what changed of what
 * they read. Days until October's last are over and summed, as in a hall that ran; the others are not yet.
 */
export function hallOfAYear(): TestHall {
  const hall = testHall({
    ...seed,
    closures: holidays.map((date) => ({
      ...{ from: date, to: date, week: null },
      reason: { id: 'Libur', en: 'Holiday', jv: 'Prei' },
    })),
  });
  hall.store.write((transaction) => {
    writeSettings(transaction, { practice: false });
    transaction.announce({ kind: 'configuration' });
  });
  writeHistory(hall.store, { until: '2026-11-23', days: 327, seed: 26, visitorsADay: 130 });
  neverComes(hall, 'AM');
  hall.manDesk(1);
  for (const priority of [null, null, 'elderly'] as const)
    take(hall, hall.serviceId('A'), priority === null ? {} : { priority });
  putRows(hall, 'paper_blocks', [
    {
      ...{ businessDate: '2026-04-14', serviceId: hall.serviceId('K'), fromNumber: 901, toNumber: 940 },
      ...{ served: 31, noShow: 2, firstAt: '09:05', lastAt: '11:40', typedBy: null, typedAt: 0 },
    },
  ]);
  visitorsAnswer(hall);
  visitorsComplain(hall);
  putRows(hall, 'visitor_forms', [{ year: 2026, practice: 0, forms: 7 }]);
  putRows(hall, 'visitor_points', [
    { year: 2026, practice: 0, number: 1, points: 5, answers: 4 },
    { year: 2026, practice: 0, number: 1, points: 2, answers: 3 },
    { year: 2026, practice: 0, number: 14, points: 0, answers: 2 },
  ]);
  putRows(hall, 'access_days', [
    {
      businessDate: '2026-02-03',
      practice: 0,
      spokenBegun: 5,
      spokenNumbers: 3,
      largeBegun: 9,
      largeNumbers: 8,
    },
    {
      businessDate: '2026-09-30',
      practice: 0,
      spokenBegun: 2,
      spokenNumbers: 2,
      largeNumbers: 4,
      fetchAsked: 1,
    },
  ]);
  putRows(
    hall,
    'audit',
    [
      ['2026-01-12T08:10+07:00', 'changeHours', 'hours:hall'],
      ['2026-01-12T15:10+07:00', 'changeService', 'service:3'],
      // Half past eleven at night in Kajen, the day before by UTC.
      ['2026-06-30T23:30+07:00', 'changeService', 'service:4'],
      ['2026-07-01T00:10+07:00', 'makeSlide', 'slide:1'],
      // Nothing that visitors read.
      ['2026-08-04T08:10+07:00', 'makeUser', 'user:1'],
      ['2025-12-31T23:50+07:00', 'changeService', 'service:5'],
    ].map(([at = '', action, subject]) => ({
      ...{ at: Date.parse(at), userId: null, actor: 'user', action, subject },
      ...{ beforeJson: null, afterJson: null },
    })),
  );
  for (let date = sumNextDay(hall); date !== null && date < '2026-10-30'; ) date = sumNextDay(hall);
  return hall;
}

/** As if nobody of an institution had ever sat at its desk; its visitors were called from elsewhere. */
function neverComes(hall: TestHall, code: string): void {
  const desks = query.selectFrom('desks').select('id').where('counterId', '=', hall.counterId(code));
  hall.store.write((transaction) => {
    transaction.run(
      query.deleteFrom('events').where('deskId', 'in', desks).where('kind', 'like', sql<string>`'desk_%'`),
    );
  });
}

/** Writes rows of a table as they are. */
export function putRows(
  hall: TestHall,
  table: Parameters<typeof query.insertInto>[0],
  rows: readonly object[],
): void {
  hall.store.write((transaction) => {
    for (const row of rows) transaction.run(query.insertInto(table).values(row as never));
  });
}

/** About one of sixty who were served answers; some leave an element blank. */
function visitorsAnswer(hall: TestHall): void {
  const random = seededRandom(90);
  const served = hall.store.all(
    query
      .selectFrom('steps')
      .select(['id', 'businessDate', 'serviceId'])
      .where('status', '=', 'done')
      .orderBy('id'),
  );
  putRows(
    hall,
    'survey_answers',
    served
      .filter(() => random.uniform() < 1 / 60)
      .map(({ id, businessDate, serviceId }) => ({
        ...{ id: `form-${id}`, businessDate, serviceId, practice: 0 },
        half: random.uniform() < 0.6 ? 'morning' : 'afternoon',
        sex: random.uniform() < 0.5 ? 'female' : 'male',
        ...{ ageGroup: null, education: null, occupation: null },
        ...Object.fromEntries(
          surveyElements.map((element) => [
            element,
            random.uniform() < 0.03 ? null : random.uniform() < 0.62 ? 4 : random.uniform() < 0.8 ? 3 : 2,
          ]),
        ),
      })),
  );
}

function visitorsComplain(hall: TestHall): void {
  const said = (code: string, businessDate: string, more: object) => ({
    ...{ code, businessDate, counterId: null, serviceId: null, origin: 'open', practice: 0 },
    ...{ kind: 'normative', status: 'new', answer: null, sp4nNumber: null, sp4nState: null },
    ...{ dueDate: null, answeredDate: null, text: 'Saya Siti Rahayu, 0812-3456-7890, menunggu lama' },
    ...more,
  });
  const answered = { status: 'answered', answer: 'Kepada Siti Rahayu: maaf', answeredDate: '2026-06-01' };
  putRows(hall, 'complaints', [
    said('AAAA-AAAA-AAA1', '2026-01-01', answered),
    said('AAAA-AAAA-AAA2', '2026-05-04', { kind: 'supervisory', ...answered }),
    said('AAAA-AAAA-AAA3', '2026-05-05', { status: 'forwarded', sp4nNumber: '#1', sp4nState: 'finished' }),
    said('AAAA-AAAA-AAA4', '2026-06-06', { status: 'forwarded', sp4nNumber: '#2', sp4nState: 'waiting' }),
    said('AAAA-AAAA-AAA5', '2026-07-07', { ...answered, sp4nNumber: '#3', sp4nState: 'finished' }),
    said('AAAA-AAAA-AAA6', '2026-11-24', {}),
    // A suggestion is none, unless SP4N-LAPOR! took it up; last year's is none of this.
    said('AAAA-AAAA-AAA7', '2026-08-08', { kind: 'suggestion' }),
    said('AAAA-AAAA-AAA8', '2026-08-09', { kind: 'suggestion', status: 'forwarded', sp4nNumber: '#4' }),
    said('AAAA-AAAA-AAA9', '2025-12-31', answered),
  ]);
  const published = (code: string | null, month: string, state: string) => ({
    ...{ code, counterId: null, month, practice: 0, state, writtenBy: 1, writtenAt: 0 },
    ...{ question: 'Kapan loket dibuka?', answer: 'Pukul delapan setiap hari kerja.' },
  });
  putRows(hall, 'published_answers', [
    published('AAAA-AAAA-AAA1', '2026-01', 'published'),
    published('AAAA-AAAA-AAA2', '2026-05', 'draft'),
    published('AAAA-AAAA-AAA9', '2025-12', 'published'),
  ]);
}
