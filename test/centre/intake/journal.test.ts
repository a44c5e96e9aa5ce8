import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { makeSigningKey } from '../../../electron/contract/centre/signing';
import { centreAddresses, mostSentBytes } from '../../../electron/contract/centre/wire';
import { engines } from '../../support/centre-database';
import { JournalHall, newNonce } from '../../support/journal-hall';
import { letIn, runningCentre, type TestCentre } from '../../support/running-centre';

const call = { ticketId: 7, date: '2026-11-25', serviceId: 1, deskId: 1, practice: false, recall: false };

async function hallIn(centre: TestCentre, rows = 3) {
  const hall = new JournalHall(centre);
  const id = await letIn(centre, hall);
  hall.open();
  for (let at = 1; at < rows; at += 1) hall.write('call', { ...call, waited: at });
  return { hall, id };
}

function kept(centre: TestCentre) {
  return centre.database.query
    .selectFrom('journal')
    .select(['epoch', 'seq', 'kind', 'body', 'hash'])
    .orderBy('epoch')
    .orderBy('seq')
    .execute();
}

describe.each(engines)('$engine', ({ engine, isMissing, tags }) => {
  const options = { tags: [...tags] };

  test.skipIf(isMissing)(
    'a hall that is let in by its code sends what is then there, each row once',
    options,
    async () => {
      const centre = await runningCentre(engine);
      const { hall } = await hallIn(centre, 4);
      const [a, b, c, d] = hall.rows as [never, never, never, never];
      const have = ({ epoch, seq, hash }: (typeof hall.rows)[number]) => ({ epoch, seq, hash });
      const taken = (row: (typeof hall.rows)[number]) => ({ state: 'taken', have: have(row), parked: [] });
      expect(await hall.send([b, c])).toMatchObject({ status: 409, body: { state: 'gap', have: null } });
      expect(await hall.send([a, b])).toMatchObject({ status: 200, body: taken(b), isSigned: true });
      // The answer was lost: the same once more, with more behind it.
      expect((await hall.send([a, b])).body).toEqual(taken(b));
      expect((await hall.send([b, c])).body).toEqual(taken(c));
      expect((await hall.send([a, b, c, d])).body).toEqual(taken(d));
      expect(await kept(centre)).toEqual(hall.rows.map(({ at: _at, version: _version, ...row }) => row));
      expect((await hall.hello()).body).toMatchObject({ state: 'welcome', have: have(d) });
    },
  );

  test.skipIf(isMissing)(
    'a row that cannot be read is parked with its reason, and the rest goes on',
    options,
    async () => {
      const centre = await runningCentre(engine);
      const { hall } = await hallIn(centre, 2);
      hall.write('weather', { sunny: true });
      hall.write('call', { ...call, waited: 1 }, { version: 9 });
      hall.write('call', 'no json');
      hall.write('call', { waited: 'long' });
      hall.write('call', { ...call, waited: 2 });
      const parked = ['unknown_kind', 'unknown_version', 'no_json', 'other_shape'].map((reason, at) => ({
        epoch: 1,
        seq: at + 3,
        reason,
      }));
      expect((await hall.send(hall.rows)).body).toMatchObject({ state: 'taken', have: { seq: 7 }, parked });
      expect((await hall.send(hall.rows)).body).toMatchObject({ state: 'taken', parked });
      expect(await kept(centre)).toHaveLength(7);
    },
  );

  test.skipIf(isMissing)(
    'two machines with one key: nothing is merged, and nothing more is taken',
    options,
    async () => {
      const centre = await runningCentre(engine);
      const { hall, id } = await hallIn(centre);
      await hall.send(hall.rows);
      const copy = new JournalHall(centre, hall);
      const ours = hall.write('call', { ...call, waited: 50 });
      const theirs = copy.write('call', { ...call, waited: 60 });
      await hall.hello();
      await hall.send([ours]);
      await copy.hello();
      const differs = await copy.send([theirs]);
      expect(differs).toMatchObject({
        status: 409,
        body: { state: 'differs', have: { seq: 4, hash: ours.hash } },
      });
      // It opens another epoch; then the first one goes on in the old.
      const opened = copy.open(2, { epoch: 1, seq: 3, hash: hall.rows[2]?.hash ?? '' }, 'centre_differs');
      expect((await copy.send([opened])).body).toMatchObject({ state: 'taken', have: { epoch: 2, seq: 1 } });
      await hall.hello();
      const frozen = await hall.send([hall.write('call', { ...call, waited: 51 })]);
      expect(frozen).toMatchObject({
        status: 423,
        body: { state: 'frozen', reason: 'two_machines' },
        isSigned: true,
      });
      expect((await copy.hello()).body).toMatchObject({ state: 'frozen' });
      expect((await kept(centre)).map(({ epoch, seq }) => [epoch, seq])).toEqual([
        [1, 1],
        [1, 2],
        [1, 3],
        [1, 4],
        [2, 1],
      ]);
      const feeds = centre.database.query.selectFrom('feeds').select(['epoch', 'counts_to']).orderBy('epoch');
      expect(await feeds.execute()).toEqual([
        { epoch: 1, counts_to: 3 },
        { epoch: 2, counts_to: null },
      ]);
      const alarms = centre.database.query
        .selectFrom('audit')
        .select('subject')
        .where('action', '=', 'froze');
      expect(await alarms.execute()).toEqual([{ subject: `hall:${id}` }]);
    },
  );

  test.skipIf(isMissing)(
    'two machines with one key that each find the other, and open epochs in turn: nothing more is taken',
    options,
    async () => {
      const centre = await runningCentre(engine);
      const { hall } = await hallIn(centre);
      await hall.send(hall.rows);
      const common = hall.rows[2];
      const copy = new JournalHall(centre, hall);
      const ours = hall.write('call', { ...call, waited: 50 });
      await hall.send([ours]);
      const theirs = [
        copy.open(2, { epoch: 1, seq: 3, hash: common?.hash ?? '' }, 'centre_differs'),
        copy.write('call', { ...call, waited: 60 }),
      ];
      await copy.hello();
      expect((await copy.send(theirs)).body).toMatchObject({ state: 'taken', have: { epoch: 2, seq: 2 } });
      await hall.hello();
      const { epoch, seq, hash } = ours;
      const again = hall.open(3, { epoch, seq, hash }, 'centre_differs');
      expect(await hall.send([again])).toMatchObject({
        status: 423,
        body: { state: 'frozen', reason: 'two_machines' },
      });
      expect((await copy.hello()).body).toMatchObject({ state: 'frozen' });
    },
  );

  test.skipIf(isMissing)(
    'a copy that is taken back after an older one was: what it goes on after counts again',
    options,
    async () => {
      const centre = await runningCentre(engine);
      const { hall } = await hallIn(centre, 5);
      await hall.send(hall.rows);
      const place = (seq: number) => ({ epoch: 1, seq, hash: hall.rows[seq - 1]?.hash ?? '' });
      const older = new JournalHall(centre, hall);
      await older.hello();
      await older.send([older.open(2, place(2), 'restored'), older.write('call', { ...call, waited: 70 })]);
      const newer = new JournalHall(centre, hall);
      await newer.hello();
      await newer.send([newer.open(3, place(5), 'restored'), newer.write('call', { ...call, waited: 80 })]);
      const feeds = centre.database.query.selectFrom('feeds').select(['epoch', 'counts_to']).orderBy('epoch');
      expect(await feeds.execute()).toEqual([
        { epoch: 1, counts_to: null },
        { epoch: 2, counts_to: 0 },
        { epoch: 3, counts_to: null },
      ]);
    },
  );

  test.skipIf(isMissing)('batches at once are taken one after the other', options, async () => {
    const centre = await runningCentre(engine);
    const { hall } = await hallIn(centre, 40);
    const some = Array.from({ length: 8 }, (_, at) => hall.rows.slice(0, (at + 1) * 5));
    const states = await Promise.all(some.map((rows) => hall.send(rows)));
    // A later turn may have come first; then the earlier ones are too late.
    expect(states.every(({ body }) => ['taken', 'begin_again'].includes(body.state))).toBe(true);
    expect((await hall.send(hall.rows)).body).toMatchObject({ state: 'taken', have: { seq: 40 } });
    expect((await kept(centre)).map(({ seq }) => seq)).toEqual(hall.rows.map(({ seq }) => seq));
  });
});

const isMissing = engines[0].isMissing;

test.skipIf(isMissing)(
  'what is forged, replayed or meant for another centre is refused, and signed for',
  async () => {
    const centre = await runningCentre();
    const { hall } = await hallIn(centre);
    const body = gzipSync('{}');
    const { journal } = centreAddresses;
    const refused = { status: 422, body: { state: 'malformed' }, isSigned: true };
    expect(await hall.ask(journal, body)).toMatchObject(refused);
    expect(await hall.ask(journal, body, { key: makeSigningKey() })).toMatchObject(refused);
    expect(await hall.ask(journal, body, { centreKey: makeSigningKey().publicKey })).toMatchObject(refused);
    expect(await hall.ask(journal, body, { headers: { 'antre-turn': '99' } })).toMatchObject(refused);
    await hall.send(hall.rows);
    hall.turn = 0;
    expect(await hall.send(hall.rows)).toMatchObject({ status: 401, body: { state: 'begin_again' } });
    hall.session = newNonce();
    expect(await hall.send(hall.rows)).toMatchObject({ status: 401, body: { state: 'begin_again' } });
    const stranger = new JournalHall(centre);
    expect(await stranger.hello()).toMatchObject({ status: 410, body: { state: 'gone' }, isSigned: true });
    const words = await fetch(`${centre.url}${journal}`, { method: 'POST', body: 'x' });
    expect([words.status, await words.json()]).toEqual([
      422,
      { state: 'malformed', detail: expect.any(String) },
    ]);
  },
);

test.skipIf(isMissing)(
  'a batch that is too long, packed or unpacked, is refused without being held',
  async () => {
    const centre = await runningCentre();
    const { hall } = await hallIn(centre);
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    expect(bomb.length).toBeLessThan(mostSentBytes);
    const before = process.memoryUsage.rss();
    expect(await hall.ask(centreAddresses.journal, bomb)).toMatchObject({
      status: 422,
      body: { state: 'malformed' },
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(150_000_000);
    const long = Buffer.alloc(mostSentBytes + 1);
    expect(await hall.ask(centreAddresses.journal, long)).toMatchObject({ status: 422, isSigned: true });
  },
);

test.skipIf(isMissing)(
  'a key that was taken back counts no more, and a new one makes no new hall',
  async () => {
    const centre = await runningCentre();
    const { hall, id } = await hallIn(centre);
    await hall.send(hall.rows);
    const renewed = new JournalHall(centre);
    Object.assign(renewed, { uid: hall.uid });
    renewed.rows.push(...hall.rows);
    expect(await letIn(centre, renewed)).toBe(id);
    expect(await hall.send(hall.rows)).toMatchObject({ status: 403, body: { state: 'revoked' } });
    expect((await renewed.send([renewed.write('call', { ...call, waited: 9 })])).body).toMatchObject({
      state: 'taken',
      have: { seq: 4 },
    });
  },
);

test.skipIf(isMissing)('a wrong code lets nobody in, and a right one only once', async () => {
  const centre = await runningCentre();
  const hall = new JournalHall(centre);
  const { body } = await hall.pair();
  const between = { ...body, centre: { ...body.centre, publicKey: makeSigningKey().publicKey } };
  const state = () => hall.ask(centreAddresses.pairingState, { pairing: body.pairing });
  expect((await state()).body).toEqual({ state: 'waiting' });
  const admin = await centre.person('admin');
  const use = (code: string) =>
    centre.ask('/api/v1/halls', { method: 'POST', as: admin, body: { code, name: 'MPP Sleman' } });
  expect((await use(hall.codeOf(between))).status).toBe(404);
  expect((await use(hall.codeOf(body))).status).toBe(201);
  expect((await use(hall.codeOf(body))).status).toBe(404);
  expect((await state()).body).toEqual({ state: 'let_in', name: 'MPP Sleman' });
  const late = await hall.pair();
  centre.time += 16 * 60_000;
  expect((await use(hall.codeOf(late.body))).status).toBe(404);
  expect((await hall.ask(centreAddresses.pairingState, { pairing: late.body.pairing })).body).toEqual({
    state: 'ended',
  });
});

test.skipIf(isMissing)(
  'a row with signs that the database has no place for is parked, and stops nothing',
  async () => {
    const centre = await runningCentre();
    const { hall } = await hallIn(centre, 2);
    const poison = hall.write('call', `{"waited":"\0"}`);
    const halved = hall.write('weather', JSON.stringify({ of: '\ud800' }).replace('\\ud800', '\ud800'));
    hall.write('call', { ...call, waited: 3 });
    expect((await hall.send(hall.rows)).body).toMatchObject({
      state: 'taken',
      have: { seq: 5 },
      parked: [
        { seq: poison.seq, reason: 'no_json' },
        { seq: halved.seq, reason: 'unknown_kind' },
      ],
    });
  },
);
