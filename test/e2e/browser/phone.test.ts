import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DoorCode } from '../../../electron/contract/joining';
import type { MenuCounter } from '../../../electron/contract/site';
import type { Desk } from '../../../electron/contract/staff';
import type { HolderTicket, Ticket } from '../../../electron/contract/tickets';
import { axeFaults } from '../../support/axe-faults';
import { launchChromium } from '../../support/chromium';
import { keepPicture } from '../../support/keep-picture';
import { enlargeText, widthFaults } from '../../support/page-width';
import { type RunningHall, startHall } from '../../support/running-hall';
import { type Admin, becomeAdmin } from '../../support/supervise';

// A visitor follows a ticket by phone: as the QR on its paper leads there.

let browser: Browser;
let hall: RunningHall;
let admin: Admin;
let desk: Desk;
let phone: Page;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall();
  admin = await becomeAdmin(hall);
  await admin.call('PATCH', '/admin/settings', { publicUrl: hall.url });
  const desks = (await admin.call('GET', '/desks')) as Desk[];
  const first = desks.find(({ counter }) => counter.code === 'A');
  if (!first) throw new Error('no desk at counter A');
  desk = first;
  await admin.call('POST', `/desks/${desk.id}/sign-in`);
});
beforeEach(async () => {
  await phone?.context().close();
  phone = await (
    await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  ).newPage();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

/** Takes a number at counter A and waits until its paper is out. */
async function takeTicket(language: 'id' | 'en' | 'jv' = 'id'): Promise<HolderTicket> {
  const menu = (await (await fetch(`${hall.url}/api/v1/counters`)).json()) as MenuCounter[];
  const serviceId = menu.find(({ code }) => code === 'A')?.services[0]?.id;
  const answer = await fetch(`${hall.url}/api/v1/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `phone-${Math.random()}` },
    body: JSON.stringify({ serviceId, language }),
  });
  const ticket = (await answer.json()) as HolderTicket;
  await expect
    .poll(async () => ((await (await fetch(apiOf(ticket))).json()) as HolderTicket).status)
    .toBe('waiting');
  return ticket;
}

const apiOf = (ticket: HolderTicket) => `${hall.url}/api/v1/tickets/${ticket.token}`;
const press = (verb: string, body?: unknown) =>
  admin.call('POST', `/desks/${desk.id}/${verb}`, body) as Promise<Ticket>;
const picture = (name: string) => keepPicture(phone, `test-results/phone/${name}.png`);

test('the page shows the place, turns when the ticket is called, and says how the visit ended', async () => {
  const ticket = await takeTicket();
  expect(ticket.followUrl).toBe(`${hall.url}/t/${ticket.token}`);
  await phone.goto(ticket.followUrl ?? '');
  await phone.getByText(ticket.number, { exact: true }).waitFor();
  await phone.getByText('Sebentar lagi giliran Anda').waitFor();
  expect(await axeFaults(phone)).toEqual([]);
  await picture('waiting');

  await press('call-next');
  await phone.getByText('Silakan menuju').waitFor();
  await phone.getByText(`Loket ${desk.label}`).waitFor();
  expect(await phone.title()).toBe(`${ticket.number} · Loket ${desk.label}`);
  expect(await axeFaults(phone)).toEqual([]);
  await picture('called');
  // Also on the smallest phone, with its letters twice as large.
  await phone.setViewportSize({ width: 320, height: 568 });
  expect(await widthFaults(phone)).toEqual([]);
  await enlargeText(phone, 2);
  expect(await widthFaults(phone)).toEqual([]);

  await press('start');
  await phone.getByText('Sedang dilayani').waitFor();
  expect(await phone.getByRole('button', { name: /^Bunyikan HP/ }).count()).toBe(0);
  await press('finish', {});
  await phone.getByText('Selesai dilayani. Terima kasih.').waitFor();
  expect(await phone.getByRole('button', { name: /^Saya pulang/ }).count()).toBe(0);
});

test('people ahead are counted down, and the language is the ticket’s until another is chosen', async () => {
  const before = await takeTicket();
  const ticket = await takeTicket('jv');
  await phone.goto(ticket.followUrl ?? '');
  const ahead = phone.getByText('tiyang saderengipun panjenengan').locator('..').locator('dd');
  await ahead.getByText('1', { exact: true }).waitFor();
  await picture('javanese');
  await phone.getByRole('button', { name: 'English' }).tap();
  await phone.getByText('people before you').waitFor();

  expect((await press('call-next')).number).toBe(before.number);
  await phone.getByText('You are next').waitFor();
  await press('no-show');
  expect((await press('call-next')).number).toBe(ticket.number);
  await press('no-show');
  await phone.getByText('This number was called but nobody came.').waitFor();
});

test('what is ticked off stays on the phone until the number is given back, and the number called now is shown', {
  tags: 'long',
}, async () => {
  const first = await takeTicket();
  const ticket = await takeTicket();
  await phone.goto(ticket.followUrl ?? '');
  const document = ticket.documents.id[0] ?? '';
  const kept = () => phone.evaluate(() => localStorage.getItem('antre:ticked'));
  await phone.getByText(document, { exact: true }).tap();
  await phone.getByText(`1 dari ${ticket.documents.id.length}`).waitFor();
  await phone.reload();
  await phone.getByText(`1 dari ${ticket.documents.id.length}`).waitFor();
  expect(await phone.getByRole('checkbox', { name: document }).isChecked()).toBe(true);
  expect((await press('call-next')).number).toBe(first.number);
  const now = phone.getByText('sekarang dipanggil').locator('..').locator('dd');
  await now.getByText(first.number, { exact: true }).waitFor();
  await picture('documents');
  for (const width of [390, 320]) {
    await phone.setViewportSize({ width, height: 844 });
    expect(await widthFaults(phone)).toEqual([]);
  }
  await press('no-show');
  expect(await kept()).toContain(document);
  await phone.getByRole('button', { name: /^Saya pulang/ }).tap();
  await phone.getByRole('button', { name: 'Ya, batalkan' }).tap();
  await phone.getByText('Nomor ini sudah dibatalkan.').waitFor();
  await expect.poll(kept).toBe('{}');
});

test('a visitor lets others go first by phone, keeps the number, and is told when nobody is behind', {
  tags: 'long',
}, async () => {
  const [first, second, third] = [await takeTicket('id'), await takeTicket('id'), await takeTicket('id')];
  await phone.goto(first.followUrl ?? '');
  await phone.getByText('Sebentar lagi giliran Anda').waitFor();
  await phone.getByRole('button', { name: /^Beri giliran/ }).click();
  await phone.getByText(`Nomor ${first.number} tetap milik Anda.`).waitFor();
  await picture('let-pass');
  expect(await axeFaults(phone)).toEqual([]);
  await phone.getByRole('button', { name: '2 orang dulu' }).click();
  await phone.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(async () => ((await (await fetch(apiOf(first))).json()) as HolderTicket).ahead).toBe(2);
  await expect.poll(() => phone.locator('dd').first().textContent()).toBe('2');
  expect((await press('call-next')).number).toBe(second.number);
  await press('finish', {});
  expect((await press('call-next')).number).toBe(third.number);
  await press('finish', {});
  await phone.getByRole('button', { name: /^Beri giliran/ }).click();
  await phone.getByRole('button', { name: '1 orang dulu' }).click();
  await phone.getByText('Belum ada orang di belakang nomor ini').waitFor();
  await phone.getByRole('button', { name: 'Tidak jadi' }).click();
  expect((await press('call-next')).number).toBe(first.number);
  await press('finish', {});
});

test('a visitor goes out for a while by phone and comes back, in three languages', {
  tags: 'long',
}, async () => {
  const ticket = await takeTicket();
  await phone.goto(ticket.followUrl ?? '');
  const words = [
    ['Indonesia', 'Keluar sebentar', 'Ya, saya keluar sebentar', 'Anda sedang keluar', 'Saya kembali'],
    ['English', 'Go out for a while', 'Yes, I am going out', 'You are out for a while', 'I am back'],
  ] as const;
  for (const [language, goOut, yes, out, back] of words) {
    await phone.getByRole('button', { name: language }).tap();
    await phone.getByRole('button', { name: goOut, exact: true }).tap();
    await phone.getByText(`${ticket.number} `).first().waitFor();
    if (language === 'Indonesia') await picture('step-out');
    await phone.getByRole('button', { name: yes }).tap();
    await phone.getByText(out, { exact: true }).waitFor();
    await picture(`out-${language}`);
    expect(await axeFaults(phone)).toEqual([]);
    await phone.getByRole('button', { name: back }).tap();
    await phone.getByText(out, { exact: true }).waitFor({ state: 'detached' });
  }
  await phone.getByRole('button', { name: 'Jawa' }).tap();
  await phone.getByRole('button', { name: 'Medal sekedhap', exact: true }).tap();
  await phone.getByRole('button', { name: 'Inggih, kula medal sekedhap' }).tap();
  await phone.getByText('Nomer menika sampun kaping kalih medal sekedhap.').waitFor();
  await picture('step-out-refused');
  await phone.getByRole('button', { name: 'Boten saestu' }).tap();
  expect((await press('call-next')).number).toBe(ticket.number);
  await press('start');
  await press('finish', {});
});

test('whoever can’t find the desk alone asks to be fetched and takes it back, in each language', async () => {
  const ticket = await takeTicket();
  await phone.goto(ticket.followUrl ?? '');
  const words = [
    ['Indonesia', 'Minta dijemput petugas', 'Ya, jemput saya', 'Batal dijemput', 'Ya, saya datang sendiri'],
    ['English', 'Ask an officer to fetch you', 'Yes, fetch me', 'Do not fetch me', 'Yes, I come by myself'],
    [
      'Basa Jawa',
      'Nyuwun dipunpapag petugas',
      'Inggih, papagen kula',
      'Boten sios dipunpapag',
      'Inggih, kula dhateng piyambak',
    ],
  ] as const;
  const isAsked = async () => ((await (await fetch(apiOf(ticket))).json()) as HolderTicket).fetchMe;
  for (const [language, ask, yes, back, backYes] of words) {
    await phone.getByRole('button', { name: language }).tap();
    await phone.getByRole('button', { name: ask }).tap();
    await phone.getByRole('button', { name: yes }).tap();
    await phone.getByRole('button', { name: back }).waitFor();
    expect(await isAsked()).toBe(true);
    await picture(`fetch-${language}`);
    if (language !== 'Basa Jawa') {
      await phone.getByRole('button', { name: back }).tap();
      await phone.getByRole('button', { name: backYes }).tap();
      await phone.getByRole('button', { name: ask }).waitFor();
      expect(await isAsked()).toBe(false);
    }
  }
  expect(await axeFaults(phone)).toEqual([]);
  await phone.getByRole('button', { name: 'Indonesia' }).tap();
  // An officer marks the number while its holder reads the question: it stays the same, and so does what "yes" means.
  const mark = (fetchMe: boolean) =>
    fetch(`${apiOf(ticket)}/fetch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fetchMe }),
    });
  await mark(false);
  await phone.getByRole('button', { name: 'Minta dijemput petugas' }).tap();
  await mark(true);
  await phone.getByText('Petugas menjemput Anda saat dipanggil').waitFor();
  await phone.getByRole('button', { name: 'Ya, jemput saya' }).tap();
  await phone.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await isAsked()).toBe(true);
  expect((await press('call-next')).number).toBe(ticket.number);
  await phone.getByText('Tunggu di tempat. Petugas menjemput Anda dari').waitFor();
  await picture('fetch-called');
  await press('start');
  await press('finish', {});
});

test('the phone vibrates and flashes at each call, and sounds only once it was asked to by a tap', async () => {
  // Chromium on a desk has nothing that vibrates: what the page asks of it is written down, and asked all the same.
  await phone.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    const { vibrate } = navigator;
    navigator.vibrate = (pattern) => {
      asked.push(`vibrate ${pattern}`);
      return Reflect.apply(vibrate, navigator, [pattern]);
    };
    const { start } = AudioScheduledSourceNode.prototype;
    AudioScheduledSourceNode.prototype.start = function (when) {
      const { type, frequency, context } = this as OscillatorNode;
      asked.push(`${type} ${frequency.value} ${context.state}`);
      start.call(this, when);
    };
  });
  const asked = () => phone.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  const alert = [
    'vibrate 400,200,400,200,400',
    ...[784, 988, 1175].map((hertz) => `triangle ${hertz} running`),
  ];

  const silent = await takeTicket();
  const ticket = await takeTicket();
  await phone.goto(silent.followUrl ?? '');
  await phone.getByText(silent.number, { exact: true }).waitFor();
  expect((await press('call-next')).number).toBe(silent.number);
  await phone.getByText('Silakan menuju').waitFor();
  await phone.getByTestId('call-flash').waitFor();
  expect(await asked()).toEqual(alert.slice(0, 1));
  // One flash a second, six in all (WCAG 2.3.1 allows three a second), and none for who asked for less motion.
  const flash = phone.getByTestId('call-flash');
  const style = () =>
    flash.evaluate((element) => {
      const { animationName, animationDuration, animationIterationCount } = getComputedStyle(element);
      return [animationName === 'none', animationDuration, animationIterationCount];
    });
  await phone.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await style()).toEqual([false, '1s', '6']);
  await phone.emulateMedia({ reducedMotion: 'reduce' });
  expect((await style())[0]).toBe(true);
  await flash.waitFor({ state: 'detached' });
  await press('recall');
  await flash.waitFor();
  expect(await asked()).toEqual([...alert.slice(0, 1), ...alert.slice(0, 1)]);
  await press('start');
  await press('finish', {});

  await phone.goto(ticket.followUrl ?? '');
  await phone.getByRole('button', { name: 'Bunyikan HP saat dipanggil' }).tap();
  await phone.getByRole('button', { name: 'HP akan berbunyi saat dipanggil' }).waitFor();
  expect(await asked()).toEqual([]);
  expect((await press('call-next')).number).toBe(ticket.number);
  await expect.poll(asked).toEqual(alert);
  await press('start');
  await press('finish', {});
});

test('while the page is not seen, a stop, its end and the call come as notices of the phone', {
  tags: 'long',
}, async () => {
  await phone.context().grantPermissions(['notifications'], { origin: hall.url });
  // Headless Chromium shows no notices: what the page asks for is written down, and asked all the same.
  await phone.addInitScript(() => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    const { showNotification } = ServiceWorkerRegistration.prototype;
    ServiceWorkerRegistration.prototype.showNotification = function (title, options) {
      shown.push(`${title} ${options?.body}`);
      return Reflect.apply(showNotification, this, [title, options]);
    };
  });
  const shown = () => phone.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
  const ticket = await takeTicket();
  await phone.goto(ticket.followUrl ?? '');
  await phone.getByRole('button', { name: 'Bunyikan HP saat dipanggil' }).tap();
  await expect
    .poll(() =>
      phone.evaluate(async () => (await navigator.serviceWorker.getRegistrations())[0]?.active?.state),
    )
    .toBe('activated');
  const reason = { id: 'Alat rusak', en: 'Equipment is broken', jv: 'Piranti risak' };
  await admin.call('POST', `/counters/${desk.counter.id}/pause`, { reason });
  const told = [`${ticket.number} Alat rusak. Berhenti sebentar. Nomor Anda tetap berlaku.`];
  await expect.poll(shown).toEqual(told);
  await admin.call('POST', `/counters/${desk.counter.id}/resume`);
  told.push(`${ticket.number} Pelayanan dilanjutkan. Nomor Anda tetap berlaku.`);
  await expect.poll(shown).toEqual(told);
  await phone.getByText('Pelayanan dilanjutkan.').waitFor();
  await picture('goes-on');
  expect(await axeFaults(phone)).toEqual([]);
  for (const language of ['English', 'Jawa']) {
    await phone.getByRole('button', { name: language }).tap();
    await admin.call('POST', `/counters/${desk.counter.id}/pause`, { reason });
    await phone.getByText(language === 'English' ? 'Equipment is broken.' : 'Piranti risak.').waitFor();
    await picture(`stopped-${language}`);
    await admin.call('POST', `/counters/${desk.counter.id}/resume`);
    await phone
      .getByText(language === 'English' ? 'Service goes on.' : 'Paladosan dipunlajengaken.')
      .waitFor();
  }
  expect((await press('call-next')).number).toBe(ticket.number);
  await expect
    .poll(async () => (await shown()).at(-1))
    .toBe(`${ticket.number} Mangga tindak dhateng Loket ${desk.label}`);
  await press('start');
  await press('finish', {});
});

test('who leaves gives the number back after being asked once more', { tags: 'long' }, async () => {
  const ticket = await takeTicket();
  await phone.goto(ticket.followUrl ?? '');
  await phone.getByRole('button', { name: /^Saya pulang/ }).tap();
  await phone.getByRole('button', { name: 'Tidak, saya tetap menunggu' }).tap();
  await phone.getByRole('button', { name: /^Saya pulang/ }).tap();
  await phone.getByText(`Batalkan nomor ${ticket.number}?`).waitFor();
  expect(await axeFaults(phone)).toEqual([]);
  await picture('leaving');
  await phone.getByRole('button', { name: 'Ya, batalkan' }).tap();
  await phone.getByText('Nomor ini sudah dibatalkan.').waitFor();
  expect(((await (await fetch(apiOf(ticket))).json()) as HolderTicket).status).toBe('cancelled');
});

test('a lost line is said, and the page catches up by itself', async () => {
  const ticket = await takeTicket();
  await phone.goto(ticket.followUrl ?? '');
  await phone.getByText(ticket.number, { exact: true }).waitFor();
  await hall.halt();
  await phone.getByText(/^Sambungan putus sejak \d\d\.\d\d\. Sedang dicoba lagi;/).waitFor();
  await picture('lost');
  await hall.resume();
  await press('call-next');
  await phone.getByText('Silakan menuju').waitFor();
  expect(await phone.getByText('Sambungan putus').count()).toBe(0);
  await press('finish', {});
});

test('an unknown code says what to do', async () => {
  await phone.goto(`${hall.url}/t/${'x'.repeat(22)}`);
  await phone.getByText('Nomor ini tidak ditemukan.').waitFor();
  expect(await axeFaults(phone)).toEqual([]);
  expect(
    await phone.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toEqual(['/info', '/aduan/baru']);
});

test('a number is taken by phone with the code at the door, once for a service, until the code is old', async () => {
  await admin.call('PATCH', '/admin/settings', { phoneJoining: true });
  const door = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
  const told = door.waitForResponse((response) => response.url().endsWith('/door-code'));
  await door.goto(`${hall.url}/pintu`);
  const { url } = (await (await told).json()) as DoorCode;
  await door.getByRole('img', { name: 'QR' }).waitFor();
  await keepPicture(door, 'test-results/phone/door.png');
  await door.setViewportSize({ width: 1080, height: 1920 });
  expect(await axeFaults(door)).toEqual([]);
  await keepPicture(door, 'test-results/phone/door-upright.png');
  await door.context().close();

  await phone.goto(url ?? '');
  // The page comes in the language of the phone once it knows those of the hall, in Indonesian until then.
  const english = phone.getByRole('button', { name: 'English', pressed: true });
  await english.waitFor();
  await phone.getByRole('button', { name: 'Indonesia' }).tap();
  await picture('join-counters');
  await phone.getByRole('button', { name: /^A / }).tap();
  const offer = phone.getByRole('region').first();
  await offer.getByRole('button', { name: 'Ambil nomor' }).waitFor();
  await picture('join');
  expect(await axeFaults(phone)).toEqual([]);
  await offer.getByRole('radio', { name: 'Lanjut usia' }).check();
  // The answer is lost on its way: scanned and pressed again, it is the number that was given.
  let given = '';
  await phone.route('**/joining/*/tickets', async (route) => {
    given = ((await (await route.fetch()).json()) as HolderTicket).number;
    await route.abort();
  });
  await offer.getByRole('button', { name: 'Ambil nomor' }).tap();
  await offer.getByRole('alert').waitFor();
  await phone.unroute('**/joining/*/tickets');
  await phone.goto('about:blank');
  await phone.goto(url ?? '');
  await english.waitFor();
  await phone.getByRole('button', { name: 'Indonesia' }).tap();
  await phone.getByRole('button', { name: /^A / }).tap();
  await offer.getByRole('button', { name: 'Ambil nomor' }).tap();
  await phone.getByText('Nomor antrean Anda').waitFor();
  await phone.getByText('Didahulukan: lanjut usia').waitFor();
  const number = await phone.getByText(/^A-\d{3}$/).textContent();
  expect(number).toBe(given);

  await phone.goto(url ?? '');
  await english.waitFor();
  await phone.getByRole('link', { name: `Your number ${number}` }).waitFor();
  await phone.getByRole('button', { name: /^A / }).tap();
  await offer.getByRole('button', { name: 'Take a number' }).tap();
  await phone.getByText('This phone holds a number for this service already. Please use it.').waitFor();
  await picture('join-held');
  await phone.setViewportSize({ width: 320, height: 568 });
  expect(await widthFaults(phone)).toEqual([]);
  await phone.getByRole('button', { name: 'Basa Jawa' }).tap();
  await picture('join-javanese');

  hall.clock.advance({ minutes: 6 });
  await offer.getByRole('button', { name: 'Mundhut nomer' }).tap();
  await phone.getByText('Kode sampun boten kangge. Mangga dipunpindai malih kode ing lawang.').waitFor();
  await picture('join-old');
});
