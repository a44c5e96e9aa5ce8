import { expect, test } from 'vitest';
import { type Board, board } from '../../electron/contract/lobby';
import { holderTicket } from '../../electron/contract/tickets';
import { type EventStream, openEventStream } from '../support/event-stream';
import { takePrinted } from '../support/issue';
import { runningServer, type Signed, type TestServer } from '../support/running-server';

const broken = { id: 'Alat rusak', en: 'Equipment is broken', jv: 'Piranti risak' };
const drill = { id: 'Latihan evakuasi', en: 'Fire drill', jv: 'Gladhen evakuasi' };
const phonesEach = 5;
const displaysEach = 3;

const post = async (server: TestServer, { headers }: Signed, path: string, body?: object) => {
  const answer = await server.send({
    method: 'POST',
    path: `/api/v1${path}`,
    headers,
    ...(body && { body }),
  });
  expect([path, answer.status]).toEqual([path, 200]);
};

/** Phones of those who wait for a service, each with a number of its own. */
const phonesOf = (server: TestServer, serviceId: number) =>
  Promise.all(
    Array.from({ length: phonesEach }, () => {
      const { token } = takePrinted(server.hall, serviceId);
      return openEventStream(server.url, `topics=ticket:${token}`);
    }),
  );

/** How a phone's visitor was told that the service is, one after another: state, why, until when. */
const standings = (phone: EventStream) =>
  distinct(
    phone.events
      .filter(({ event }) => event.startsWith('ticket:'))
      .map(({ data }) => {
        const { standing } = holderTicket.parse(data);
        return [standing?.state, standing?.cause?.id ?? null, standing?.until ?? null];
      }),
  );

/** What a display showed as stopped, one after another: each with of what, why, and until when in words. */
const stopsShown = (display: EventStream) =>
  distinct(
    display.events
      .filter(({ event }) => event.startsWith('board'))
      .map(({ data }) => shown(board.parse(data))),
  );
const shown = ({ stops }: Board) =>
  stops.map(({ of, cause, reason }) => [of?.id ?? 'the hall', cause?.id ?? null, reason.id]);

function distinct<Each>(list: readonly Each[]): Each[] {
  return list.filter((each, at) => at === 0 || JSON.stringify(each) !== JSON.stringify(list[at - 1]));
}

test('a stop reaches every phone that waits there and every display of its zone, with reason and end, and nobody else', async () => {
  const server = await runningServer();
  const { hall } = server;
  for (const desk of [1, 4]) hall.manDesk(desk);
  const supervisor = server.signIn('supervisor');
  const [cards, births, water] = [hall.serviceId('A'), hall.serviceId('A', 1), hall.serviceId('L')];
  const phones = {
    cards: await phonesOf(server, cards),
    births: await phonesOf(server, births),
    water: await phonesOf(server, water),
  };
  const openDisplays = (topic: string) =>
    Promise.all(
      Array.from({ length: displaysEach }, () => openEventStream(server.url, `topics=${topic},display`)),
    );
  const displays = { whole: await openDisplays('board'), west: await openDisplays('board:Barat') };
  /** Goes on once those have been told that it is so. */
  const heard = (
    who: readonly EventStream[],
    said: (stream: EventStream) => readonly unknown[],
    what: unknown,
  ) =>
    Promise.all(
      who.map((stream) => stream.until(() => JSON.stringify(said(stream).at(-1)) === JSON.stringify(what))),
    );

  const until = '2026-11-24T10:00:00+07:00';
  const serving = ['serving', null, null];
  const stopped = (why: string | null, end: string | null = null) => ['stopped', why, end];
  const upTo = 'Berhenti sampai sekitar 10.00';

  await post(server, supervisor, `/services/${cards}/pause`, { reason: broken, until });
  await heard(phones.cards, standings, stopped('Alat rusak', until));
  await heard(displays.whole, stopsShown, [['KTP-el', 'Alat rusak', upTo]]);
  await post(server, supervisor, `/services/${cards}/resume`);
  await heard(phones.cards, standings, serving);
  await heard(displays.whole, stopsShown, []);

  const counter = hall.counterId('L');
  await post(server, supervisor, `/counters/${counter}/pause`, { reason: broken });
  await heard(phones.water, standings, stopped('Alat rusak'));
  await heard([...displays.whole, ...displays.west], stopsShown, [
    ['PDAM', 'Alat rusak', 'Berhenti sebentar'],
  ]);
  await post(server, supervisor, `/counters/${counter}/resume`);
  await heard(phones.water, standings, serving);
  await heard([...displays.whole, ...displays.west], stopsShown, []);

  // The last of all is everybody's: what had not come by then doesn't come.
  await post(server, supervisor, '/hall/pause', { reason: drill, until });
  const everybody = [...phones.cards, ...phones.births, ...phones.water];
  await heard(everybody, standings, stopped('Latihan evakuasi', until));
  await heard([...displays.whole, ...displays.west], stopsShown, [['the hall', 'Latihan evakuasi', upTo]]);

  const drilled = [serving, stopped('Latihan evakuasi', until)];
  expect(phones.cards.map(standings)).toEqual(
    phones.cards.map(() => [serving, stopped('Alat rusak', until), ...drilled]),
  );
  expect(phones.births.map(standings)).toEqual(phones.births.map(() => drilled));
  expect(phones.water.map(standings)).toEqual(
    phones.water.map(() => [serving, stopped('Alat rusak'), ...drilled]),
  );
  const inWest = [
    [],
    [['PDAM', 'Alat rusak', 'Berhenti sebentar']],
    [],
    [['the hall', 'Latihan evakuasi', upTo]],
  ];
  expect(displays.west.map(stopsShown)).toEqual(displays.west.map(() => inWest));
  expect(displays.whole.map(stopsShown)).toEqual(
    displays.whole.map(() => [[], [['KTP-el', 'Alat rusak', upTo]], ...inWest]),
  );
});

test('a desk that its only officer leaves is told to those who wait there, and its being manned again', async () => {
  const server = await runningServer();
  const { hall } = server;
  const officer = server.signIn('staff');
  await post(server, officer, `/desks/${hall.deskId(4)}/sign-in`);
  const water = await phonesOf(server, hall.serviceId('L'));
  const birth = await phonesOf(server, hall.serviceId('A', 1));
  const states = (phone: EventStream) => standings(phone).map(([state]) => state);
  const all = (state: string) =>
    Promise.all(water.map((phone) => phone.until(() => states(phone).at(-1) === state)));
  await all('serving');
  await post(server, officer, `/desks/${hall.deskId(4)}/sign-out`);
  await all('away');
  await post(server, officer, `/desks/${hall.deskId(4)}/sign-in`);
  await all('serving');
  expect(water.map(states)).toEqual(water.map(() => ['serving', 'away', 'serving']));
  expect(birth.map(states)).toEqual(birth.map(() => ['promised']));
});
