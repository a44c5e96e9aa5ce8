import { expect, test } from 'vitest';
import type { StaffingAdvice, StaffingChange } from '../../../electron/contract/staffing';
import { bestChange } from '../../../renderer/reports/staffing/best-changes';

const change = (more: Partial<StaffingChange>): StaffingChange => ({
  ...{ kind: 'officer', from: '09:00', to: '11:00', source: null },
  ...{ visitors: 20, waitBefore: 30, waitAfter: 20, ...more },
});
const advice = (...days: readonly (readonly StaffingChange[])[]): StaffingAdvice => ({
  ...{ counterId: '1', desks: 2, targetMinutes: 20, pastDays: 40 },
  days: days.map((changes, at) => ({
    ...{ date: `2026-11-${24 + at}`, weekday: 2 + at, state: 'advised' as const, slots: [], sentences: [] },
    changes: [...changes],
  })),
});

test('of a kind the change that spares most people most minutes, with the days on which it helps as well', () => {
  const week = advice(
    [change({ visitors: 5, waitBefore: 60 }), change({ kind: 'desk' })],
    [change({})],
    [change({ from: '13:00', to: '14:00', visitors: 3 })],
  );
  expect(bestChange(week, 'officer')).toEqual({
    ...{ date: '2026-11-24', alsoOn: ['2026-11-25'] },
    change: change({ visitors: 5, waitBefore: 60 }),
  });
  expect(bestChange(week, 'move')).toBeNull();
});
