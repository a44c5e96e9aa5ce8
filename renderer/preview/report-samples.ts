import type { DayState, KeptDays, Overview } from '../../electron/contract/overview';
import {
  ageGroups,
  educations,
  halves,
  occupations,
  type SkmReport,
  sexes,
  surveyElements,
} from '../../electron/contract/survey';

const alike = (text: string) => ({ id: text, en: text, jv: text });
const dates = Array.from({ length: 22 }, (_, at) => {
  const day = 1 + at + 2 * Math.floor((at + 3) / 5);
  return `2026-10-${String(day).padStart(2, '0')}`;
});

function kept(code: string, name: string, absent: Readonly<Record<number, DayState>>): KeptDays {
  const days = dates.map((_, at): DayState => absent[at] ?? 'there');
  return {
    counterId: code,
    code,
    name: alike(name),
    agency: name,
    promised: days.filter((state) => state !== 'none').length,
    there: days.filter((state) => state === 'there').length,
    days,
  };
}

const seldom = Object.fromEntries(
  dates.map((_, at): [number, DayState] => [at, at % 3 === 0 ? 'there' : 'none']),
);

/** A month with something of everything. */
export const monthOverview: Overview = {
  from: '2026-10-01',
  to: '2026-10-31',
  before: { from: '2026-09-01', to: '2026-09-30' },
  targetMinutes: 20,
  isClosed: false,
  figures: { days: 22, issued: 11_020, served: 10_680, called: 10_890, inTime: 9_020, usualWait: 820 },
  figuresBefore: { days: 22, issued: 10_700, served: 10_368, called: 10_500, inTime: 7_900, usualWait: 960 },
  hours: [
    [10, 12],
    [15, 18],
    [15, 21],
    [22, 27],
    [16, 19],
    [4, 7],
    [3, 4],
  ].map(([now = 0, before = 0], at) => ({
    hour: String(8 + at).padStart(2, '0'),
    called: 1_500,
    usualWait: now * 60,
    usualWaitBefore: before * 60,
  })),
  busyCounters: 26,
  counters: [
    {
      ...{ counterId: '2', code: 'B', name: alike('Dinas Kesehatan'), why: 'over', served: 322 },
      ...{ usualWait: 3_120, longWait: 9_300, usualWaitBefore: 2_400, officersADay: 1, worstWeekday: null },
    },
    {
      ...{ counterId: '3', code: 'L', name: alike('BPKD'), why: 'longer', served: 910, officersADay: 2.1 },
      ...{ usualWait: 2_100, longWait: 3_400, usualWaitBefore: 1_560 },
      worstWeekday: { weekday: 5, longWait: 7_400 },
    },
    {
      ...{ counterId: '4', code: 'PA', name: alike('Pengadilan Agama'), why: 'shorter', served: 230 },
      ...{ usualWait: 2_100, longWait: 3_000, usualWaitBefore: 2_940, officersADay: 2, worstWeekday: null },
    },
  ],
  presence: {
    dates,
    counters: [
      kept('PR', 'Polres Pekalongan', { 3: 'nobody', 7: 'nobody', 12: 'nobody', 20: 'part' }),
      kept('TS', 'Taspen', { 4: 'part', 10: 'nobody' }),
      kept('KJ', 'Kejaksaan Negeri Kabupaten Pekalongan', { ...seldom, 3: 'nobody' }),
      kept('A', 'Dindukcapil', {}),
      kept('B', 'Dinas Kesehatan', {}),
    ],
  },
};

/** Nothing to compare with yet. */
export const firstWeek: Overview = {
  ...monthOverview,
  from: '2026-11-18',
  to: '2026-11-24',
  before: { from: '2026-11-11', to: '2026-11-17' },
  figures: { days: 2, issued: 9, served: 7, called: 8, inTime: 5, usualWait: 240 },
  figuresBefore: null,
  hours: monthOverview.hours.slice(0, 3).map((hour) => ({ ...hour, usualWaitBefore: null })),
  counters: [],
  presence: { dates: [], counters: [] },
};

/** What a supervisor of one small institution sees. */
export const oneCounter: Overview = {
  ...monthOverview,
  busyCounters: 1,
  counters: monthOverview.counters.slice(0, 1),
  presence: { dates, counters: monthOverview.presence.counters.slice(3, 4) },
};

/** A Sunday. */
export const closedDay: Overview = {
  ...firstWeek,
  from: '2026-11-22',
  to: '2026-11-22',
  isClosed: true,
  figures: { days: 0, issued: 0, served: 0, called: 0, inTime: 0, usualWait: null },
  hours: [],
};

const tally = <Value extends string>(values: readonly Value[]) =>
  values.map((value) => ({ value, forms: 1 }));

/** Eight answers where 380 were needed. */
export const quietSurvey: SkmReport = {
  ...{ from: '2026-10-01', to: '2026-10-31', counterId: null, forms: 8, served: 10_680, sampleNeeded: 380 },
  ...{ index: 76.74, grade: 'B' },
  elements: surveyElements.map((element) => ({
    ...{
      element,
      counts: [0, 1, 4, 3] as [number, number, number, number],
      blank: 0,
      mean: 3.25,
      index: 81.25,
    },
    grade: 'B',
  })),
  ...{ byCounter: [], byService: [], byMonth: [] },
  profile: {
    sex: tally(sexes),
    ageGroup: tally(ageGroups),
    education: tally(educations),
    occupation: tally(occupations),
    half: tally(halves),
  },
  messages: { suggestions: 1, complaints: 2, answered: 0, overdue: 1 },
};
