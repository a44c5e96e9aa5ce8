import { expect, test } from 'vitest';
import { counterMenu, site } from '../../electron/contract/site';
import { type HolderTicket, holderTicket } from '../../electron/contract/tickets';
import { runningServer } from '../support/running-server';

test('a visitor reads the menu, takes a number and follows it by its token', async () => {
  const server = await runningServer();

  const hall = await server.send({ path: '/api/v1/site' });
  expect(hall.status).toBe(200);
  expect(site.parse(hall.json)).toMatchObject({ name: 'MPP Kajen', practice: false });

  const menu = await server.send({ path: '/api/v1/counters' });
  expect(counterMenu.parse(menu.json).map((counter) => counter.code)).toEqual(['A', 'IM', 'L']);

  const issued = await server.send({
    method: 'POST',
    path: '/api/v1/tickets',
    headers: { 'idempotency-key': 'press-0001' },
    body: { serviceId: String(server.hall.serviceId('A')) },
  });
  expect(issued.status).toBe(201);
  const ticket: HolderTicket = holderTicket.parse(issued.json);
  expect(ticket).toMatchObject({ number: 'A-001', status: 'printing', paper: 'pending', ahead: 0 });

  const followed = await server.send({ path: `/api/v1/tickets/${ticket.token}` });
  expect(followed.json).toEqual(ticket);
});
