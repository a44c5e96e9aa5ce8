import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { takeDesk } from '../../electron/actions/desk/take-desk';
import { newTicket } from '../../electron/actions/new-ticket';
import type { Configuration } from '../../electron/contract/configuration';
import { query } from '../../electron/store/store';
import { runningServer } from '../support/running-server';
import { smallHall } from '../support/small-hall';

const run = promisify(execFile);
const letters = 'ABCDEFGHJKLMN';
const processCount = 4;

/** Thirteen counters of one service and two desks each. */
const hallOf26Desks: Configuration = {
  ...smallHall,
  counters: smallHall.counters.slice(2).flatMap((counter) =>
    [...letters].map((code, index) => ({
      ...counter,
      code,
      services: counter.services.map((service) => ({ ...service, prefix: null })),
      desks: [1, 2].map((place) => {
        const number = index * 2 + place;
        return { number, label: String(number) };
      }),
    })),
  ),
};

for (const { ticketCount, tags } of [
  { ticketCount: 2_600, tags: [] },
  { ticketCount: 10_000, tags: ['long'] },
]) {
  test(
    `26 desks of four processes call at once till nobody waits: ${ticketCount} tickets, none twice, none skipped`,
    {
      timeout: 600_000,
      tags,
    },
    async () => callAll(ticketCount),
  );
}

async function callAll(ticketCount: number): Promise<void> {
  // In memory where the machine has such a folder: thousands of commits would wait for the disk most of the time.
  if (existsSync('/dev/shm')) vi.stubEnv('TMPDIR', '/dev/shm');
  const server = await runningServer({ configuration: hallOf26Desks });
  vi.unstubAllEnvs();
  const { hall } = server;
  hall.act({ kind: 'system' }, (context) => {
    const services = [...context.hall.service.values()];
    for (let each = 0; each < ticketCount; each += 1) {
      const service = services[each % services.length];
      if (service) newTicket(context, service, { priority: null, language: 'id', paper: 'none' });
    }
  });
  const officers = [...hall.hall().desk.values()].map(({ id: deskId }) => {
    const { userId, token } = server.signIn('staff');
    hall.act({ kind: 'user', userId, role: 'staff', counterIds: null }, (context) =>
      takeDesk(context, { deskId }),
    );
    return { deskId, token };
  });
  expect(officers).toHaveLength(26);

  // The two desks of a counter belong to different processes.
  const shares = Array.from({ length: processCount }, (_, share) =>
    officers.filter((_officer, index) => index % processCount === share),
  );
  const program = join(import.meta.dirname, 'desk-clients.mjs');
  const outputs = await Promise.all(
    shares.map((share) => run(process.execPath, [program, server.url, JSON.stringify(share)])),
  );
  const called = outputs.flatMap(({ stdout }) => JSON.parse(stdout) as number[][]);

  const all = hall.store.all(query.selectFrom('tickets').select(['id', 'status']).orderBy('id'));
  expect(called.flat().sort((a, b) => a - b)).toEqual(all.map(({ id }) => id));
  expect(all.filter(({ status }) => status !== 'done')).toEqual([]);
  // Each officer was told of rising tickets, and each counter's calls follow the order of issue without a gap.
  for (const each of called) expect(each).toEqual([...each].sort((a, b) => a - b));
  const calls = hall.store.all(
    query.selectFrom('calls').select(['sequence', 'counterId', 'ticketId']).orderBy('sequence'),
  );
  expect(calls.map(({ sequence }) => sequence)).toEqual(all.map((_, index) => index + 1));
  for (const counter of hall.hall().counters) {
    const ofCounter = calls.filter(({ counterId }) => counterId === counter.id).map((each) => each.ticketId);
    expect(ofCounter).toEqual([...ofCounter].sort((a, b) => a - b));
  }
}
