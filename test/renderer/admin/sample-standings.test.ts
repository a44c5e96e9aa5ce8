import { expect, test } from 'vitest';
import { openingSentence } from '../../../electron/queue/opening-sentence';
import { samples } from '../../../renderer/admin/counters/sample-standings';

const at = (local: string) => Date.parse(`${local}+07:00`);
const settings = { timezone: 'Asia/Jakarta', practice: false };

test('the preview of a tile says what the kiosk says', () => {
  const times: Record<string, { opensAt?: number; until?: number }> = {
    closed: { opensAt: at('2026-11-24T08:00') },
    break: { until: at('2026-11-20T13:00') },
  };
  for (const [state, { reason }] of Object.entries(samples)) {
    const opening = {
      state: state as keyof typeof samples,
      opensAt: null,
      until: null,
      ...times[state],
    };
    expect(reason).toEqual(openingSentence(opening, at('2026-11-20T10:00'), settings));
  }
});
