import { sql } from 'kysely';
import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isAway } from '../../../electron/centre/database/engine';
import { migrations } from '../../../electron/centre/database/migrations';
import { DatabaseUnusable, openDatabase } from '../../../electron/centre/database/open-database';
import { centreDatabase, engines, newPostgres } from '../../support/centre-database';
import { hasPostgres } from '../../support/postgres-cluster';

const log = pino({ level: 'silent' });

describe.each(engines)('$engine', ({ engine, isMissing, tags }) => {
  test.skipIf(isMissing)('reads numbers as numbers and dates as text', { tags: [...tags] }, async () => {
    const { query } = await centreDatabase(engine);
    const { rows } = await sql`select 9007199254740991::bigint as large, sum(n) as sum, count(*) as count,
      date '2026-12-01' as date, array_agg(n::int) as list
      from generate_series(1::bigint, 3::bigint) as n`.execute(query);
    expect(rows).toEqual([
      { large: 9007199254740991, sum: 6, count: 3, date: '2026-12-01', list: [1, 2, 3] },
    ]);
  });

  test.skipIf(isMissing)('undoes a transaction that fails as a whole', { tags: [...tags] }, async () => {
    const { query } = await centreDatabase(engine);
    const row = { id: 1, name: 'X', set_up_code: null, public_key: '', private_key: '' } as const;
    const failing = query.transaction().execute(async (transaction) => {
      await transaction.insertInto('centre').values(row).execute();
      throw new Error('planned');
    });
    // Whoever comes meanwhile isn't drawn into it.
    const beside = query
      .insertInto('attempts')
      .values({ key: 'a', count: 1, last_at: 1, locked_until: null });
    await Promise.all([expect(failing).rejects.toThrow('planned'), beside.execute()]);
    expect(await query.selectFrom('centre').selectAll().execute()).toEqual([]);
    expect(await query.selectFrom('attempts').select('key').execute()).toEqual([{ key: 'a' }]);
  });

  test.skipIf(isMissing)('says of a closed database that it is away', { tags: [...tags] }, async () => {
    const database = await centreDatabase(engine);
    await database.close();
    const asked = await sql`select 1`.execute(database.query).catch((error: unknown) => error);
    expect(asked).toBeInstanceOf(Error);
  });
});

test.skipIf(!hasPostgres)('several processes that begin at once make the tables once', async () => {
  const url = await newPostgres();
  const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ url, dataDir: null, log })));
  onTestFinished(async () => void (await Promise.all(opened.map((each) => each.close()))));
  const [first] = opened;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    first?.query as never,
  );
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(migrations));
});

test.skipIf(!hasPostgres)('a database of a newer centre is refused and left as it is', async () => {
  const url = await newPostgres();
  const first = await openDatabase({ url, dataDir: null, log });
  await sql`insert into kysely_migration values ('9999-later', '2030-01-01')`.execute(first.query);
  await first.close();
  await expect(openDatabase({ url, dataDir: null, log })).rejects.toThrow(DatabaseUnusable);
});

test('a server that is not there is away, and what was asked wrongly is not', async () => {
  const error = await openDatabase({
    url: 'postgres://antre@127.0.0.1:1/none',
    dataDir: null,
    log,
  }).catch((fault: unknown) => fault);
  expect(isAway(error)).toBe(true);
  expect(isAway(new TypeError('of our own making'))).toBe(false);
  expect(
    [['53100'], ['57P01'], ['08006'], ['23505'], ['42P01']].map(([code]) =>
      isAway(Object.assign(new Error(), { code })),
    ),
  ).toEqual([true, true, true, false, false]);
});
