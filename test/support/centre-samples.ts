import type { HallSnapshot } from '../../electron/contract/centre/snapshot';
import { surveyElements } from '../../electron/contract/survey';
import { packSums } from '../../electron/queue/report/packed-sums';

export const name = (id: string) => ({ id, en: '', jv: '' });

/** A hall's configuration with one counter and service an agency. */
export function configuration(agencies: readonly string[], hall = 'MPP Sleman') {
  return {
    fingerprint: 'A'.repeat(43),
    hall: { name: hall, city: 'Sleman', timezone: 'Asia/Jakarta', practice: false },
    counters: agencies.map((agency, at) => ({
      id: at + 1,
      code: String.fromCharCode(65 + at),
      name: name(`Gerai ${agency}`),
      agency,
      group: 'vertical',
      archived: false,
    })),
    services: agencies.map((agency, at) => ({
      id: at + 11,
      counterId: at + 1,
      name: name(`Layanan ${agency}`),
      archived: false,
    })),
    desks: [],
  };
}

/** A day that is over: of each counter so many were served, each after so many seconds. */
export function daySummed(
  date: string,
  counters: readonly { counterId: number; served: number; waited: number; present?: number }[],
) {
  return {
    date,
    counters: counters.map(({ counterId, served, waited, present = 21_600 }) => ({
      counterId,
      sums: {
        format: 2,
        packed: Buffer.from(
          packSums([
            {
              hour: 9,
              serviceId: counterId + 10,
              deskId: 1,
              userId: 0,
              issued: served + 1,
              served,
              noShow: 1,
              cancelled: 0,
              void: 0,
              transferred: 0,
              inHall: 0,
              onPaper: 0,
              waits: Int32Array.from({ length: served }, () => waited),
              serviceTimes: Int32Array.from({ length: served }, () => 300),
            },
          ]),
        ).toString('base64'),
      },
      presence: { promised: 28_800, present, paused: 0, late: present === 0 ? 28_800 : 0 },
    })),
  };
}

/** The forms of a month at a counter: so many, each with the same score. */
export function surveySums(month: string, counterId: number, forms: number, score: 1 | 2 | 3 | 4) {
  const scores = [0, 0, 0, 0].map((_, at) => (at + 1 === score ? forms : 0));
  return {
    month,
    counterId,
    forms,
    scores: Object.fromEntries(surveyElements.map((each) => [each, scores])),
  };
}

export const ticket = { ticketId: 7, date: '2026-11-25', serviceId: 11, deskId: null, practice: false };

/** How a hall with one counter says that it is. */
export const hallSnapshot: HallSnapshot = {
  format: 1,
  at: '2026-11-25T09:00:00+07:00',
  date: '2026-11-25',
  practice: false,
  open: true,
  openCounters: 1,
  counters: [
    { id: 1, state: 'serving', waiting: 4, desks: 2, longestWait: 12, estimate: null, opensAt: null },
  ],
  waiting: 4,
  longestWait: 12,
  absentAgencies: ['Samsat'],
  paper: 'low',
  version: '0.1.0',
  copies: { here: null, away: null },
  clockIsSure: true,
  documents: [],
};
