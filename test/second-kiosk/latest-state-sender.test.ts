import { expect, test } from 'vitest';
import { HubAwayError, HubRefused } from '../../electron/second-kiosk/hub-errors';
import { LatestStateSender } from '../../electron/second-kiosk/latest-state-sender';

/** Something whose state is told to a server that answers when, and what, the test says. */
function telling() {
  let state = '';
  const told: string[] = [];
  const faults: string[] = [];
  let answer: (error?: Error) => void = () => {};
  const newest = new LatestStateSender({
    send: () => {
      told.push(state);
      return new Promise<void>((resolve, reject) => {
        answer = (error) => (error ? reject(error) : resolve());
      });
    },
    onFault: (error) => faults.push((error as Error).name),
  });
  return {
    told,
    faults,
    become(next: string) {
      state = next;
      newest.changed();
    },
    answer: (error?: Error) => answer(error),
    newest,
  };
}

test('one request after another, what changed meanwhile once, and the newest state last', async () => {
  const device = telling();
  for (const state of ['working', 'gone', 'working again']) device.become(state);
  expect(device.told).toEqual(['working']);
  device.answer();
  await expect.poll(() => device.told).toEqual(['working', 'working again']);
  device.answer();
  device.become('gone');
  await expect.poll(() => device.told).toEqual(['working', 'working again', 'gone']);
});

test('what a server that was away did not hear is told again, what it refused is not until it changes', async () => {
  const device = telling();
  device.become('gone');
  device.answer(new HubAwayError('no answer'));
  await expect.poll(() => device.told).toEqual(['gone', 'gone']);
  device.answer(new HubRefused(401, 'not_signed_in'));
  await expect.poll(() => device.faults).toEqual(['HubAwayError', 'HubRefused']);
  device.become('working');
  await expect.poll(() => device.told).toEqual(['gone', 'gone', 'working']);
  device.answer(new HubAwayError('no answer'));
  await expect.poll(() => device.faults).toEqual(['HubAwayError', 'HubRefused', 'HubAwayError']);
  device.newest.stop();
  device.become('gone');
  expect(device.told).toEqual(['gone', 'gone', 'working']);
});
