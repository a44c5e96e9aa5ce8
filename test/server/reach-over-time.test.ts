import { describe, expect, test } from 'vitest';
import { takeDesk } from '../../electron/actions/desk/take-desk';
import type { AdminUser } from '../../electron/contract/admin';
import type { Finding } from '../../electron/contract/admin-hall';
import type { Desk, DeskSnapshot, HallSnapshot, Session } from '../../electron/contract/staff';
import { adminRequests, outcome } from '../support/admin-requests';
import { openEventStream, type StreamEvent } from '../support/event-stream';
import { boundRoles, codes, hallOfInstitutions, institutionOf } from '../support/hall-of-institutions';
import { takePrinted } from '../support/issue';
import { runningServer, type Signed, type TestServer } from '../support/running-server';
import { until } from '../support/until';

const stream = (server: TestServer, topics: string, { headers }: Signed) =>
  openEventStream(server.url, `topics=${topics}`, headers);
const codesIn = ({ data }: StreamEvent) => (data as HallSnapshot).counters.map(({ code }) => code);

describe('live topics', () => {
  test('are told of one’s own institutions alone, by every topic, role and institution', async () => {
    const { server, account, things } = await hallOfInstitutions(codes);
    const told: string[] = [];
    const meant: string[] = [];
    for (const role of boundRoles) {
      for (const who of codes) {
        const hear = async (topic: string, expected: number) => {
          const { status, close } = await stream(server, topic, account[who][role]);
          close();
          told.push(`${role} of ${who}, ${topic}: ${status}`);
          meant.push(`${role} of ${who}, ${topic}: ${expected}`);
        };
        for (const of of codes) {
          await hear(`counter:${things.get(of)?.counterId}`, who === of ? 200 : 403);
          await hear(`desk:${things.get(of)?.deskId}`, who === of ? 200 : 403);
        }
        await hear('hall', role === 'supervisor' ? 200 : 403);
        await hear('help', role === 'supervisor' ? 200 : 403);
        await hear('devices', 403);
        await hear('printers', 200);
        await hear('board', 200);
      }
    }
    expect(told).toEqual(meant);
  });

  test('name those out of reach where a line takes less than all', async () => {
    const { server, account, things } = await hallOfInstitutions(codes);
    const { counterId = 0 } = things.get('L') ?? {};
    const topics = `hall,devices,counter:${counterId}`;
    const answer = await server.send({
      path: `/api/v1/events/snapshot?partly=yes&topics=${topics}`,
      headers: account.A.supervisor.headers,
    });
    const { snapshots, refused } = answer.json as { snapshots: { hall: HallSnapshot }; refused: unknown };
    expect(refused).toEqual({ devices: 'whole_hall_only', [`counter:${counterId}`]: 'not_your_counter' });
    expect(snapshots.hall.counters.map(({ code }) => code)).toEqual(['A']);
  });

  test('end for whoever is given other institutions', async () => {
    const server = await runningServer();
    const admin = adminRequests(server);
    const officer = server.signIn('supervisor', { institutions: [institutionOf(server, 'A')] });
    const before = await stream(server, 'hall', officer);
    expect(codesIn(await before.until(({ event }) => event === 'hall'))).toEqual(['A']);
    const institutions = [institutionOf(server, 'IM'), institutionOf(server, 'L')];
    expect((await admin.patch(`/users/${officer.userId}`, { institutions })).status).toBe(200);
    await until('the line ends', () => before.ended);
  });

  test('end, and are told anew, when a counter comes to the institution or leaves it', async () => {
    const server = await runningServer();
    const admin = adminRequests(server);
    const [a, l] = [server.hall.counterId('A'), server.hall.counterId('L')];
    const supervisor = server.signIn('supervisor', { institutions: [institutionOf(server, 'A')] });
    const own = institutionOf(server, 'A');
    const before = await stream(server, 'hall', supervisor);
    await before.until(({ event }) => event === 'hall');
    expect((await stream(server, `counter:${l}`, supervisor)).status).toBe(403);
    await admin.patch(`/counters/${l}`, { agency: own });
    await until('the line ends', () => before.ended);
    const after = await stream(server, `hall,counter:${l}`, supervisor);
    expect(codesIn(await after.until(({ event }) => event === 'hall'))).toEqual(['A', 'L']);
    await admin.patch(`/counters/${l}`, { agency: 'Perumda yang lain' });
    await until('the line ends', () => after.ended);
    expect(
      codesIn(await (await stream(server, 'hall', supervisor)).until(({ event }) => event === 'hall')),
    ).toEqual(['A']);
    // What isn't theirs ends nobody's line of one's own.
    const kept = await stream(server, `counter:${a}`, supervisor);
    await kept.until(({ event }) => event.startsWith('counter'));
    await admin.patch(`/counters/${l}`, { agency: 'Perumda Tirta Kajen' });
    await admin.patch(`/desks/${server.hall.deskId(1)}`, { label: 'Satu' });
    await kept.until(({ data }) => JSON.stringify(data).includes('Satu'));
  });
});

describe('a desk of two institutions’ counters', () => {
  test('tells each institution of its own numbers there, from the moment on at which it serves both', async () => {
    const server = await runningServer();
    const { hall } = server;
    const admin = adminRequests(server);
    const [deskId, l] = [hall.deskId(1), hall.counterId('L')];
    const numbersIn = ({ data }: StreamEvent) =>
      (data as DeskSnapshot).queue.waiting.map(({ number }) => number);
    takePrinted(hall, hall.serviceId('A'));
    takePrinted(hall, hall.serviceId('L'));
    const ofA = server.signIn('staff', { institutions: [institutionOf(server, 'A')] });
    const ofL = server.signIn('staff', { institutions: [institutionOf(server, 'L')] });
    const topic = `desk:${deskId}`;
    const before = await stream(server, topic, ofA);
    expect(numbersIn(await before.until(({ event }) => event === topic))).toEqual(['A-001']);
    expect((await stream(server, topic, ofL)).status).toBe(403);

    await admin.patch(`/desks/${deskId}`, { otherCounterIds: [String(l)] });
    await until('the line ends', () => before.ended);
    const told: unknown[] = [];
    for (const each of [ofA, ofL, server.signIn('supervisor')]) {
      const line = await stream(server, topic, each);
      told.push(numbersIn(await line.until(({ event }) => event === topic)));
      // What waits at either counter is told at once.
      if (each === ofL) {
        takePrinted(hall, hall.serviceId('L'));
        told.push(
          numbersIn(
            await line.until(({ event, data }) => event === topic && JSON.stringify(data).includes('LB-002')),
          ),
        );
      }
      line.close();
    }
    expect(told).toEqual([['A-001'], ['LB-001'], ['LB-001', 'LB-002'], ['A-001', 'LB-001', 'LB-002']]);

    const sit = await server.send({
      method: 'POST',
      path: `/api/v1/desks/${deskId}/sign-in`,
      headers: ofL.headers,
    });
    expect(sit.status).toBe(200);
    const names = async ({ headers }: Signed) =>
      ((await server.send({ path: '/api/v1/desks', headers })).json as Desk[]).map(({ label }) => label);
    expect([await names(ofA), await names(ofL)]).toEqual([
      ['1', '2'],
      ['1', '4'],
    ]);
  });
});

describe('an institution that gets another name', () => {
  const renamed = 'Dinas Dukcapil';
  const userOf = async (admin: ReturnType<typeof adminRequests>, { userId }: Signed) =>
    (await admin.get(`/users/${userId}`)).json as AdminUser;

  test('takes its people along, and nobody else', async () => {
    const server = await runningServer();
    const admin = adminRequests(server);
    const [a, im] = [institutionOf(server, 'A'), institutionOf(server, 'IM')];
    const own = server.signIn('supervisor', { institutions: [a, im] });
    const other = server.signIn('staff', { institutions: [im] });
    await admin.patch(`/counters/${server.hall.counterId('A')}`, { agency: renamed });
    expect((await userOf(admin, own)).institutions).toEqual([renamed, im]);
    expect((await userOf(admin, other)).institutions).toEqual([im]);
    const session = await server.send({ path: '/api/v1/session', headers: own.headers });
    expect((session.json as Session).user).toMatchObject({
      wholeHall: false,
      institutions: [renamed, im],
      counterIds: ['A', 'IM'].map((code) => String(server.hall.counterId(code))),
    });
    const audit = JSON.stringify((await admin.get('/audit?action=institution_renamed')).json);
    expect([audit.includes(a), audit.includes(renamed)]).toEqual([true, true]);
  });

  test('at all its counters at once, or leaves its people with those that keep the name', async () => {
    const server = await runningServer();
    const admin = adminRequests(server);
    const a = institutionOf(server, 'A');
    const l = server.hall.counterId('L');
    await admin.patch(`/counters/${l}`, { agency: a });
    const own = server.signIn('supervisor', { institutions: [a] });
    const rename = (to: string, from = a) => admin.post('/institutions/rename', { from, to });
    expect(outcome(await rename(institutionOf(server, 'IM')))).toEqual([400, 'invalid_request']);
    expect(outcome(await rename(renamed, 'Tidak ada'))).toEqual([404, 'not_found']);
    expect((await rename(renamed)).json).toEqual({
      name: renamed,
      counterIds: ['A', 'L'].map((code) => String(server.hall.counterId(code))),
    });
    expect((await userOf(admin, own)).institutions).toEqual([renamed]);
    // One of two alone goes away from the other.
    await admin.patch(`/counters/${l}`, { agency: 'Perumda' });
    expect((await userOf(admin, own)).institutions).toEqual([renamed]);
    // The last one to another that is there already: nobody gets what was another's.
    await admin.patch(`/counters/${server.hall.counterId('A')}`, { agency: 'Perumda' });
    expect((await userOf(admin, own)).institutions).toEqual([renamed]);
    const findings = (await admin.get('/findings')).json as readonly Finding[];
    expect(findings.filter(({ kind }) => kind === 'no_reach')).toEqual([
      {
        subject: `user:${own.userId}`,
        name: { id: 'supervisor 2', en: '', jv: '' },
        kind: 'no_reach',
        detail: renamed,
      },
    ]);
  });

  test('frees the desk of whoever it is no longer for', async () => {
    const server = await runningServer();
    const { hall } = server;
    const admin = adminRequests(server);
    const counterIds = [hall.counterId('L')];
    const officer = server.signIn('staff', { counterIds });
    const supervisor = server.signIn('supervisor');
    const actor = { kind: 'user', userId: officer.userId, role: 'staff', counterIds } as const;
    const deskId = hall.hall().counter.get(hall.counterId('L'))?.desks[0]?.id ?? 0;
    hall.act(actor, (context) => takeDesk(context, { deskId }));
    const whose = async () =>
      (
        (await server.send({ path: '/api/v1/desks', headers: supervisor.headers })).json as {
          id: string;
          user: unknown;
        }[]
      ).find(({ id }) => id === String(deskId))?.user;
    expect(await whose()).toMatchObject({ id: String(officer.userId) });
    await admin.patch(`/counters/${hall.counterId('L')}`, { agency: institutionOf(server, 'A') });
    expect(await whose()).toBe(null);
  });
});

describe('what an account is for has to be said', () => {
  const person = { username: 'siti', displayName: 'Siti', password: 'tujuh gajah menari' };
  const pathsOf = ({ json }: { json: unknown }) =>
    ((json as { errors?: { path: string }[] }).errors ?? []).map(({ path }) => path);
  const reachOf = ({ json }: { json: unknown }) => {
    const { wholeHall, institutions, counterIds } = json as AdminUser;
    return { wholeHall, institutions, counterIds };
  };

  test('as it is made: nobody gets the whole hall unsaid', async () => {
    const server = await runningServer();
    const admin = adminRequests(server);
    const [a, im] = [institutionOf(server, 'A'), institutionOf(server, 'IM')];
    const [A, IM] = ['A', 'IM'].map((code) => String(server.hall.counterId(code)));
    for (const [asked, paths] of [
      [{ role: 'staff' }, ['institutions']],
      [{ role: 'supervisor', counterIds: null }, ['institutions']],
      [{ role: 'staff', counterIds: [] }, ['institutions']],
      [{ role: 'staff', institutions: [] }, ['institutions']],
      [{ role: 'staff', institutions: [a, 'Dinas Angin'] }, ['institutions.1']],
      [{ role: 'staff', institutions: [a], counterIds: [A, IM] }, ['counterIds.1']],
      [{ role: 'staff', wholeHall: true, institutions: [a] }, ['institutions']],
      [{ role: 'staff', wholeHall: true, counterIds: [A] }, ['counterIds']],
      [{ role: 'supervisor', institutions: [a], counterIds: [A] }, ['counterIds']],
      [{ role: 'admin', institutions: [a] }, ['wholeHall']],
      [{ role: 'admin', wholeHall: false }, ['wholeHall']],
    ] as const) {
      const answer = await admin.post('/users', { ...person, ...asked });
      expect([asked, answer.status, pathsOf(answer)]).toEqual([asked, 400, paths]);
    }
    const made = async (asked: object, username: string) =>
      reachOf(await admin.post('/users', { ...person, ...asked, username }));
    const whole = { wholeHall: true, institutions: [], counterIds: null };
    expect(await made({ role: 'admin' }, 'satu')).toEqual(whole);
    expect(await made({ role: 'staff', wholeHall: true }, 'dua')).toEqual(whole);
    const both = { wholeHall: false, institutions: [a, im], counterIds: null };
    expect(await made({ role: 'supervisor', institutions: [a, im, a] }, 'tiga')).toEqual(both);
    // As programs did that know no institutions yet.
    const narrowed = { wholeHall: false, institutions: [im], counterIds: [IM] };
    expect(await made({ role: 'staff', counterIds: [IM] }, 'empat')).toEqual(narrowed);
  });

  test('and as it changes: what is not said stays as far as it still can', async () => {
    const server = await runningServer();
    const admin = adminRequests(server);
    const [a, im] = [institutionOf(server, 'A'), institutionOf(server, 'IM')];
    const A = String(server.hall.counterId('A'));
    const { userId } = server.signIn('staff', { wholeHall: true });
    const change = (asked: object) => admin.patch(`/users/${userId}`, asked);
    expect(reachOf(await change({ counterIds: [A] }))).toEqual({
      wholeHall: false,
      institutions: [a],
      counterIds: [A],
    });
    expect(reachOf(await change({ institutions: [a, im] }))).toMatchObject({ counterIds: [A] });
    expect(reachOf(await change({ institutions: [im] }))).toEqual({
      wholeHall: false,
      institutions: [im],
      counterIds: null,
    });
    expect(pathsOf(await change({ counterIds: [A] }))).toEqual(['counterIds.0']);
    expect(reachOf(await change({ role: 'supervisor' }))).toMatchObject({ institutions: [im] });
    expect(reachOf(await change({ role: 'admin' }))).toMatchObject({ wholeHall: true, institutions: [] });
    // Who was an admin keeps nothing of it unsaid.
    expect(pathsOf(await change({ role: 'supervisor' }))).toEqual(['institutions']);
    expect(reachOf(await change({ role: 'supervisor', institutions: [a] }))).toMatchObject({
      institutions: [a],
    });
    expect(reachOf(await change({ wholeHall: true }))).toEqual({
      wholeHall: true,
      institutions: [],
      counterIds: null,
    });
  });

  test('and in a list of people', async () => {
    const server = await runningServer();
    const admin = adminRequests(server);
    const [a, im] = [institutionOf(server, 'A'), institutionOf(server, 'IM')];
    const [A] = [String(server.hall.counterId('A'))];
    const read = async (lines: readonly string[]) =>
      (
        await admin.post('/users/import/preview', {
          csv: ['nama;nama_pengguna;peran;instansi;gerai', ...lines].join('\n'),
        })
      ).json as {
        users: { username: string }[];
        faults: { line: number; column: string; kind: string; value: string }[];
      };
    const { users, faults } = await read([
      `Satu;satu;penyelia;${a.toUpperCase()} | ${im};`,
      'Dua;dua;penyelia;Seluruh Balai;',
      'Tiga;tiga;petugas;;A',
      `Empat;empat;petugas;${a};semua`,
      'Lima;lima;petugas;;semua',
      'Enam;enam;admin;;',
    ]);
    expect(faults).toEqual([]);
    expect(users.map((user) => [user.username, reachOf({ json: user })])).toEqual([
      ['satu', { wholeHall: false, institutions: [a, im], counterIds: null }],
      ['dua', { wholeHall: true, institutions: [], counterIds: null }],
      ['tiga', { wholeHall: false, institutions: [a], counterIds: [A] }],
      ['empat', { wholeHall: false, institutions: [a], counterIds: null }],
      ['lima', { wholeHall: true, institutions: [], counterIds: null }],
      ['enam', { wholeHall: true, institutions: [], counterIds: null }],
    ]);
    const wrong = await read([
      'Satu;satu;penyelia;;',
      'Dua;dua;petugas;;',
      'Tiga;tiga;petugas;Dinas Angin;',
      `Empat;empat;petugas;${im};A`,
      `Lima;lima;penyelia;${a};A`,
      'Enam;enam;petugas;seluruh balai;A',
    ]);
    expect(wrong.faults.map(({ line, column, kind, value }) => [line, column, kind, value])).toEqual([
      [2, 'instansi', 'no_institution', ''],
      [3, 'instansi', 'no_institution', ''],
      [4, 'instansi', 'unknown_institution', 'Dinas Angin'],
      [5, 'gerai', 'counter_elsewhere', 'A'],
      [6, 'gerai', 'counters_of_officers', 'A'],
      [7, 'gerai', 'counter_elsewhere', 'A'],
    ]);
  });
});
