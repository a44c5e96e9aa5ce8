import { expect, test } from 'vitest';
import type { MachineHealth } from '../../electron/contract/admin-health';
import { adminRequests } from '../support/admin-requests';
import { runningServer } from '../support/running-server';

async function networkTold(options: Parameters<typeof runningServer>[0] = {}, lanOpen = false) {
  const server = await runningServer(options);
  const admin = adminRequests(server);
  if (lanOpen) expect((await admin.patch('/settings', { lanOpen })).status).toBe(200);
  return ((await admin.get('/health')).json as MachineHealth).network;
}

test('whether other machines reach the hall is told as it is, not as it is set', async () => {
  expect(await networkTold()).toBe('closed');
  expect(await networkTold({}, true)).toBe('atNextStart');
  expect(await networkTold({ host: '0.0.0.0' })).toBe('open');
  expect(await networkTold({ trustedProxies: ['127.0.0.1'] })).toBe('open');
});
