import { dirname } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { letIn } from '../../electron/centre/intake/pairings';
import type { HallsNow } from '../../electron/contract/centre/halls-now';
import { createLog } from '../../electron/log';
import { newestPosition } from '../../electron/store/journal/journal-rows';
import { Uplink } from '../../electron/uplink/uplink';
import { centreSnapshotView } from '../../electron/views/centre/snapshot-view';
import { journalHall, journalOf } from '../support/linked-hall';
import { hasPostgres } from '../support/postgres-cluster';
import { runningCentre } from '../support/running-centre';

test.skipIf(!hasPostgres)(
  'a hall and the centre as they are understand each other, from the code to the rows',
  async () => {
    const centre = await runningCentre();
    const manager = await centre.person('manager');
    const hall = journalHall();
    const uplink = new Uplink({
      ...{ dataDir: dirname(hall.store.file), store: hall.store, journal: hall.journal, clock: hall.time },
      ...{ hall: hall.hall, log: createLog('silent'), version: '0.1.0', firstWaitMs: 20 },
      snapshot: () =>
        centreSnapshotView(hall.view(), {
          ...{ version: '0.1.0', copies: { here: null, away: null }, clockIsSure: true, documents: [] },
        }),
    });
    onTestFinished(() => uplink.stop());
    hall.ticket('A');
    uplink.ask(centre.url);
    await vi.waitFor(() => expect(uplink.state().asked?.code).toMatch(/-/), { timeout: 5_000 });
    const account = await centre.database.query.selectFrom('accounts').select('id').executeTakeFirstOrThrow();
    const parts = { database: centre.database, key: centre.key, now: () => centre.time };
    const code = uplink.state().asked?.code ?? '';
    await letIn(parts as never, code, { accountId: account.id, name: 'MPP Kajen' });
    await vi.waitFor(() => expect(uplink.state().link?.name).toBe('MPP Kajen'), { timeout: 5_000 });
    hall.ticket('A');

    await vi.waitFor(() => expect(uplink.acknowledged()).toMatchObject(newestPosition(hall.store) ?? {}), {
      timeout: 8_000,
    });
    const rows = await centre.database.query
      .selectFrom('journal')
      .select(['epoch', 'seq', 'kind', 'body'])
      .orderBy('epoch')
      .orderBy('seq')
      .execute();
    expect(rows.map(({ epoch, seq, kind, body }) => [Number(epoch), Number(seq), kind, body])).toEqual(
      journalOf(hall.store).rows.map(({ epoch, seq, kind, body }) => [epoch, seq, kind, body]),
    );
    const { body } = await centre.ask('/api/v1/halls', { as: manager });
    expect((body as HallsNow).halls).toMatchObject([
      // How the hall is may have been told before its second number.
      { name: 'MPP Kajen', contact: 'heard', said: { waiting: expect.toBeOneOf([1, 2]) } },
    ]);
  },
);
