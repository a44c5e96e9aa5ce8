import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { HallInformation } from '../../electron/contract/information';
import { adminRequests } from '../support/admin-requests';
import { takePrinted } from '../support/issue';
import { runningServer } from '../support/running-server';
import { smallHall } from '../support/small-hall';

const phone = { 'x-forwarded-for': '10.0.0.9' };

test('before coming people read which counters serve, when, with what documents, and how many wait', async () => {
  const server = await runningServer();
  takePrinted(server.hall, server.hall.serviceId('A', 1));
  const told = (await server.send({ path: '/api/v1/info', headers: phone })).json as HallInformation;
  expect([told.name, told.today, told.counters.map(({ code }) => code)]).toEqual([
    'MPP Kajen',
    '2026-11-24',
    ['A', 'IM', 'L'],
  ]);
  const [ktp, akta] = told.counters[0]?.services ?? [];
  expect(ktp?.documents.id).toEqual(['Kartu Keluarga']);
  expect([akta?.waiting, akta?.quotaLeft]).toEqual([1, 9]);
  // Passports on Wednesday only: tomorrow.
  expect(told.counters[1]?.services[0]?.week.map(({ spans }) => spans.length)).toEqual([0, 2, 0, 0, 0, 0, 0]);

  const { status, headers, text } = await server.send({ path: '/info', headers: phone });
  expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(text).toContain('<html lang="id">');
  expect(text).toContain('Selasa, 24 November. Keadaan pukul 09.00.');
  expect(text).toContain('1 orang menunggu · lama tunggu belum dapat diperkirakan · sisa 9 nomor hari ini');
  expect(text).toContain(
    'Rabu, 25 November</th><td><span class="hours">08.00–12.00</span>, <span class="hours">13.00–14.00</span>',
  );
  expect(text).toContain('<li>Kartu Keluarga</li>');
  // It stands by itself: what renews it is a script of our own, and nothing else is fetched.
  expect(text.match(/<(script|img|link)[^>]*>/g)).toEqual([
    '<link rel="icon" href="data:,">',
    '<script src="/info.js" defer>',
  ]);
  // A style is no text: quotes written as entities would spoil it, and the page would fall back to the browser's own look.
  expect(text).toContain('"Segoe UI",Arial,sans-serif');
  const javanese = await server.send({ path: '/info?lang=jv&counter=IM', headers: phone });
  expect(javanese.text).toContain('Layanan dinten menika');
  expect(javanese.text).not.toContain('Dindukcapil');
  const english = await server.send({ path: '/info', headers: { ...phone, 'accept-language': 'en-GB' } });
  expect(english.text).toContain('Documents to bring');
  expect((await server.send({ path: '/info?lang=xx', headers: phone })).status).toBe(400);
});

test('a reader finds a counter by what it is for, its services and what to bring, without the script too', async () => {
  const server = await runningServer();
  const found = async (typed: string) => {
    const { text } = await server.send({ path: `/info?cari=${encodeURIComponent(typed)}`, headers: phone });
    return {
      codes: Array.from(text.matchAll(/id="gerai-([A-Z]+)"/g), ([, code]) => code),
      isNothing: text.includes('<p id="none" role="status">'),
    };
  };
  expect(await found('akta KELAHIRAN')).toEqual({ codes: ['A'], isNothing: false });
  expect(await found('kartu keluarga')).toEqual({ codes: ['A'], isNothing: false });
  expect(await found('im')).toMatchObject({ codes: expect.arrayContaining(['IM']) });
  expect(await found('kapal terbang')).toEqual({ codes: [], isNothing: true });
  const { text } = await server.send({ path: '/info?cari=%22%3E%3Cb%3E', headers: phone });
  expect(text).toContain('value="&quot;&gt;&lt;b&gt;"');
});

test('what admins write is text there, never markup, and only the hall’s languages are offered', async () => {
  const evil = '<script>alert("1")</script> & Co';
  const server = await runningServer({
    configuration: {
      ...smallHall,
      site: { ...smallHall.site, name: evil, languages: ['id'] },
    },
  });
  const { text } = await server.send({ path: '/info?lang=en', headers: phone });
  expect(text).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; Co');
  expect(text.match(/<script/g)).toHaveLength(1);
  expect([text.includes('<html lang="id">'), text.includes('<nav')]).toEqual([true, false]);
});

test('a closed day is told with its reason', async () => {
  const server = await runningServer({
    configuration: {
      ...smallHall,
      closures: [
        {
          from: '2026-11-26',
          to: '2026-11-26',
          reason: { id: 'Libur daerah', en: 'Regional holiday', jv: '' },
          week: null,
        },
      ],
    },
  });
  const { text } = await server.send({ path: '/info', headers: phone });
  expect(text).toContain('Tutup Kamis, 26 November: Libur daerah');
  expect(text).toContain('Kamis, 26 November</th><td>tutup (Libur daerah)');
});

test('a calendar reads from the feed an event for each time that a counter opens', async () => {
  const server = await runningServer();
  const { headers, text } = await server.send({ path: '/info.ics?counter=IM', headers: phone });
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
  const calendar = ICAL.Component.fromString(text);
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('MPP Kajen, Kabupaten Pekalongan');
  const imigrasi = {
    summary: 'IM Imigrasi',
    description: 'Paspor',
    location: 'MPP Kajen, Barat',
  };
  const id = server.hall.counterId('IM');
  // 08.00–12.00 and 13.00–14.00 in Kajen.
  expect(eventsOf(calendar)).toEqual([
    {
      ...imigrasi,
      uid: `2026-11-25-0800-1200-${id}@antre`,
      start: '2026-11-25T01:00:00.000Z',
      end: '2026-11-25T05:00:00.000Z',
    },
    {
      ...imigrasi,
      uid: `2026-11-25-1300-1400-${id}@antre`,
      start: '2026-11-25T06:00:00.000Z',
      end: '2026-11-25T07:00:00.000Z',
    },
  ]);
  const again = await server.send({ path: '/info.ics?counter=IM', headers: phone });
  expect(again.text).toBe(text);
});

test('names with signs that mean something in a calendar are read as they were written', async () => {
  const [first, ...others] = smallHall.counters;
  if (!first) throw new Error('no counter');
  const name = 'Izin; usaha, \\ "mikro":\u00a0kecil, menengah, koperasi, dan perdagangan dalam negeri';
  const server = await runningServer({
    configuration: {
      ...smallHall,
      counters: [{ ...first, name: { id: name, en: '', jv: '' } }, ...others],
    },
  });
  const { text } = await server.send({ path: `/info.ics?counter=${first.code}`, headers: phone });
  // A line longer than 75 bytes is folded (RFC 5545, 3.1).
  expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  const events = eventsOf(ICAL.Component.fromString(text));
  expect(events.length).toBeGreaterThan(0);
  expect(new Set(events.map(({ summary }) => summary))).toEqual(new Set([`${first.code} ${name}`]));
});

/** The events as a calendar program understands them, in order. */
function eventsOf(calendar: ICAL.Component) {
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, description, location, startDate, endDate } = new ICAL.Event(component);
    const [start, end] = [startDate, endDate].map((time) => time.toJSDate().toISOString());
    return { uid, summary, description, location, start, end };
  });
}

test('sites that the hall named may frame the page, and no page else', async () => {
  const server = await runningServer();
  const framing = async (path: string) => {
    const { headers } = await server.send({ path, headers: phone });
    const policy = String(headers['content-security-policy']);
    return [/frame-ancestors ([^;]*)/.exec(policy)?.[1], headers['x-frame-options']];
  };
  expect(await framing('/info')).toEqual(["'none'", 'DENY']);
  const admin = adminRequests(server);
  const refused = await admin.patch('/settings', { infoFrameAncestors: ["'none'; script-src *"] });
  expect(refused.status).toBe(400);
  await admin.patch('/settings', { infoFrameAncestors: ['https://mpp.go.id'] });
  expect(await framing('/info')).toEqual(["'self' https://mpp.go.id", undefined]);
  expect(await framing('/staff')).toEqual(["'none'", 'DENY']);
});

test('a standard and the Maklumat have pages of their own, in the reader’s language, without a script', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const id = String(server.hall.serviceId('A'));
  const page = (path: string) => server.send({ path, headers: phone });
  expect((await page('/info')).text).not.toContain('/info/standar/');
  expect((await page(`/info/standar/${id}`)).status).toBe(404);
  expect((await page('/info/maklumat')).status).toBe(404);
  await admin.patch(`/standards/${id}`, {
    time: { id: '3 hari <kerja>', en: '3 working days', jv: '' },
    procedure: { id: 'Datang', en: '', jv: '' },
  });
  await admin.patch('/settings', {
    maklumat: {
      ...{ text: { id: 'Kami sanggup.', en: 'We can.', jv: '' }, decidedBy: 'Kepala', signedBy: 'Sri' },
      ...{ decisionNumber: '1/2026', decidedOn: '2026-01-02', signedAt: 'Kajen', isExample: false },
      shownOn: ['information'],
    },
  });
  server.hall.clock.advance({ seconds: 3 });
  const list = (await page('/info?lang=en')).text;
  expect(list).toContain(`<a href="/info/standar/${id}?lang=en">Standard of service</a>`);
  expect(list).toContain('<a href="/info/maklumat?lang=en">Service pledge</a>');
  const standard = await page(`/info/standar/${id}?lang=en`);
  expect(standard.status).toBe(200);
  expect(standard.text).toContain('<h2>Time until done</h2><p class="prose">3 working days</p>');
  expect(standard.text).toContain('<h2>Procedure</h2><p class="prose">Datang</p>');
  expect(standard.text).not.toContain('<script');
  const indonesian = (await page(`/info/standar/${id}`)).text;
  expect(indonesian).toContain('3 hari &lt;kerja&gt;');
  expect(indonesian).toContain('<li>Kartu Keluarga</li>');
  const maklumat = await page('/info/maklumat');
  expect(maklumat.text).toContain('<p class="promise">Kami sanggup.</p>');
  expect(maklumat.text).toContain('Kajen, 2 Januari 2026\nKepala\nSri');
  expect((await page('/info/standar/99')).status).toBe(404);
  await admin.patch('/settings', { standardMedia: ['phone'] });
  expect((await page(`/info/standar/${id}`)).status).toBe(404);
});
