import { expect, test } from 'vitest';
import type { MenuCounter } from '../../electron/contract/site';
import { runningServer } from '../support/running-server';

test('after the hours of the only weekday, tile and refusal say the same date of the next one', async () => {
  const server = await runningServer();
  // Imigrasi opens on Wednesdays until 14.00.
  server.hall.clock.set('2026-11-25T15:00+07:00');
  const menu = (await server.send({ path: '/api/v1/counters' })).json as MenuCounter[];
  const tile = menu.find(({ code }) => code === 'IM');
  const refused = await server.send({
    method: 'POST',
    path: '/api/v1/tickets',
    headers: { 'idempotency-key': 'on-a-wednesday' },
    body: { serviceId: String(server.hall.serviceId('IM')) },
  });
  expect(tile?.reason?.id).toBe('Buka Rabu 2 Des 08.00');
  expect(refused.json).toMatchObject({
    code: 'service_closed',
    detail: 'Layanan ini sedang tutup. Buka Rabu 2 Des 08.00.',
  });
});
