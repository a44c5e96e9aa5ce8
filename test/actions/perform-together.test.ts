import { expect, test } from 'vitest';
import type { ActionContext } from '../../electron/actions/action';
import type { Answer } from '../../electron/actions/action-runner';
import { issueTicket } from '../../electron/actions/issue-ticket';
import { Refusal } from '../../electron/queue/refusal';
import { query } from '../../electron/store/store';
import { kiosk, testHall } from '../support/test-hall';

test('those who ask together share a commit; who is refused or fails changes nothing and fails alone', async () => {
  const hall = testHall();
  const key = (name: string) => ({ caller: 'kiosk-1', route: 'POST /tickets', key: name, body: name });
  const issue =
    (place: number, fault?: Error) =>
    (context: ActionContext): Answer => {
      const { ticketId } = issueTicket(context, {
        serviceId: hall.serviceId('A', place),
        priority: null,
        language: 'id',
        printerReady: true,
      });
      if (fault) throw fault;
      return { status: 201, body: ticketId };
    };
  const refuse = (): Answer => {
    throw new Refusal('not_found');
  };
  const commits: number[] = [];
  hall.store.onCommit((changes) => commits.push(changes.length));
  const ask = (name: string, action: (context: ActionContext) => Answer) =>
    hall.actionRunner.performTogether(kiosk, key(name), action);

  const well = await Promise.allSettled([
    ask('press-1', issue(0)),
    ask('press-2', refuse),
    ask('press-1', issue(0)),
    ask('press-3', issue(1)),
  ]);
  expect(commits.length).toBe(1);
  expect(well.map((each) => (each.status === 'fulfilled' ? each.value.body : each.reason.code))).toEqual([
    1,
    'not_found',
    1,
    2,
  ]);

  const broken = await Promise.allSettled([
    ask('press-4', issue(0)),
    ask('press-5', issue(0, new Error('a fault of ours'))),
    ask('press-6', issue(0)),
  ]);
  expect(broken.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(
    hall.store.all(query.selectFrom('tickets').select('sequence').orderBy('id')).map((row) => row.sequence),
  ).toEqual([1, 2, 3, 4]);
});
