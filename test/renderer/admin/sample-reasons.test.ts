import { expect, test } from 'vitest';
import { openingSentence } from '../../../electron/queue/opening-sentence';
import { sampleReasons } from '../../../renderer/admin/counters/sample-reasons';

const at = (local: string) => Date.parse(`${local}+07:00`);

test('the preview of a tile says what the kiosk says', () => {
  const said = (status: 'closed' | 'break' | 'quota_full' | 'paused', opensAt: number | null) =>
    openingSentence({ status, opensAt, quotaLeft: null }, at('2026-11-20T10:00'), 'Asia/Jakarta');
  expect(sampleReasons).toEqual({
    open: null,
    closed: said('closed', at('2026-11-24T08:00')),
    break: said('break', at('2026-11-20T13:00')),
    quota_full: said('quota_full', null),
    paused: said('paused', null),
  });
});
