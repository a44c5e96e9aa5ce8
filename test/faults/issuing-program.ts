import { writeSync } from 'node:fs';
import { createActionRunner } from '../../electron/actions/action-runner';
import { issueTicket } from '../../electron/actions/issue-ticket';
import { keepHall } from '../../electron/store/hall';
import { builtInKioskId, importConfiguration } from '../../electron/store/import-configuration';
import { openStore } from '../../electron/store/store';
import { smallHall } from '../support/small-hall';

// Issues tickets as fast as it can until it is killed; a line on its output is an acknowledged ticket.
const [, , file] = process.argv;
if (!file) throw new Error('name the database file');
const store = openStore(file);
importConfiguration(store, { ...smallHall, settings: { practice: true } }, Date.now());
const hall = keepHall(store);
const actionRunner = createActionRunner({ store, clock: { now: Date.now }, hall });
const services = [...hall().service.values()].filter((service) => service.quotaPerDay === null);

for (let tap = 0; ; tap += 1) {
  const service = services[tap % services.length];
  if (!service) throw new Error('no service');
  const { body } = actionRunner.perform(
    { kind: 'device', deviceId: builtInKioskId },
    {
      caller: builtInKioskId,
      route: 'issueTicket',
      key: `${process.pid}-${Date.now()}-${tap}`,
      body: tap,
    },
    (context) => ({
      status: 201,
      body: issueTicket(context, {
        serviceId: service.id,
        priority: null,
        language: 'id',
        printerReady: true,
      }),
    }),
  );
  writeSync(1, `${JSON.stringify(body)}\n`);
}
