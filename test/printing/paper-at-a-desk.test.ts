import { expect, test } from 'vitest';
import { printPaper } from '../../electron/actions/desk/print-paper';
import type { UserActor } from '../../electron/actions/desk/standing';
import { walkIn } from '../../electron/actions/desk/walk-in';
import { builtInKioskId } from '../../electron/store/import-configuration';
import { numbersOn } from '../support/numbers-on';
import { printHall } from '../support/print-hall';

/** A hall with a printer, and an officer at the information desk, who serves every counter. */
async function hallWithInformation() {
  const hall = await printHall();
  const officer: UserActor = {
    kind: 'user',
    userId: hall.manDesk(1).userId,
    role: 'staff',
    counterIds: null,
  };
  await expect.poll(() => hall.printing().status().state).toBe('ready');
  return { hall, officer };
}

test('a visitor at a desk gets a paper that is no copy, waits meanwhile, and the next paper is a copy', async () => {
  const { hall, officer } = await hallWithInformation();
  const serviceId = hall.serviceId('A');
  const { ticketId } = hall.act(officer, (context) =>
    walkIn(context, { serviceId, paperAt: builtInKioskId }),
  );
  expect(hall.ticket(ticketId).status).toBe('waiting');
  await expect.poll(() => numbersOn(hall.fake)).toEqual(['A-001']);
  await expect.poll(() => hall.job(ticketId).state).toBe('printed');
  hall.act(officer, (context) => printPaper(context, { ticketId }));
  await expect.poll(() => numbersOn(hall.fake)).toEqual(['A-001', 'A-001 SALINAN']);
});

test('a number that was kept without paper gets its first at a desk, once however often it is asked for', async () => {
  const { hall, officer } = await hallWithInformation();
  const { ticketId } = hall.act(officer, (context) => walkIn(context, { serviceId: hall.serviceId('A') }));
  hall.act(officer, (context) => {
    printPaper(context, { ticketId, kioskId: builtInKioskId });
    printPaper(context, { ticketId, kioskId: builtInKioskId });
  });
  await expect.poll(() => hall.job(ticketId).state).toBe('printed');
  expect(numbersOn(hall.fake)).toEqual(['A-001']);
});

test("a kiosk that isn't there, and another counter's number, are refused and change nothing", async () => {
  const { hall, officer } = await hallWithInformation();
  const serviceId = hall.serviceId('A');
  const nowhere = hall.refusal(officer, (context) => walkIn(context, { serviceId, paperAt: 'kiosk-9' }));
  expect(nowhere.code).toBe('not_found');
  const { ticketId } = hall.act(officer, (context) => walkIn(context, { serviceId }));
  // The number of the refused one was not spent.
  expect(ticketId).toBe(1);
  const stranger: UserActor = { ...officer, counterIds: [hall.counterId('L')] };
  expect(hall.refusal(stranger, (context) => printPaper(context, { ticketId })).code).toBe(
    'not_your_counter',
  );
});
