import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { layTicketOut, type TicketContent } from '../../electron/printing/ticket-layout';
import { blackRuns } from '../../native/printer/bitmap';
import { printableText } from '../../native/printer/code-page';
import { type Block, encodeTicket, type PaperProfile } from '../../native/printer/encode-ticket';
import { findRealTimeCommands, readCommands } from '../../native/printer/escpos-commands';
import { motifBand } from '../../native/printer/motif';
import { numberBitmap } from '../../native/printer/number-bitmap';
import { type Mark, Paper } from '../../native/printer/paper';
import { nativeQr } from '../../native/printer/qr';
import { ticketPicture } from '../../native/printer/ticket-picture';
import { temporaryFolder } from '../support/temporary-store';

const wide: PaperProfile = { width: 576, qr: 'native', graphics: true, codePage: 'pc858', cutter: 'partial' };
const narrow: PaperProfile = {
  width: 384,
  qr: 'native',
  graphics: true,
  codePage: 'pc858',
  cutter: 'partial',
};
const followUrl = 'http://192.168.1.10:4180/t/abcdefghijklmnopqrstuv';

const content: TicketContent = {
  language: 'id',
  hall: 'Mal Pelayanan Publik',
  city: 'Kabupaten Pekalongan',
  practice: true,
  copy: false,
  priority: false,
  institution: 'DPMPTSP',
  service: 'Izin usaha (NIB)',
  desks: ['1', '2'],
  zone: 'Barat',
  number: 'A-012',
  ahead: 6,
  estimate: { low: 25, high: 40 },
  calledAround: null,
  issuedAt: Date.parse('2026-11-24T09:41:07+07:00'),
  timezone: 'Asia/Jakarta',
  documents: ['KTP asli', 'Nomor HP dan alamat email'],
  followUrl,
};

function print(blocks: readonly Block[], profile: PaperProfile): Paper {
  const paper = new Paper(profile.width);
  const { commands, rest } = readCommands(encodeTicket(blocks, profile));
  expect(rest.length).toBe(0);
  expect(commands.filter((command) => command.name === 'unknown')).toEqual([]);
  for (const command of commands) paper.obey(command);
  return paper;
}
const linesOf = (changes: Partial<TicketContent>, profile = wide) =>
  print(layTicketOut({ ...content, ...changes }), profile).lines;
const right = (mark: Mark) => {
  if (mark.kind === 'text') return mark.x + mark.text.length * 12 * mark.scaleX;
  return mark.kind === 'raster' ? mark.x + mark.widthBytes * 8 * mark.scaleX : mark.x;
};

test('one and a half is no eleven halves where the printer has no sign for it', () => {
  expect((['pc858', 'pc437', 'ascii'] as const).map((page) => printableText('½–1½ jam', page))).toEqual([
    '½-1½ jam',
    '½-1½ jam',
    '1/2-1 1/2 jam',
  ]);
});

describe('a ticket', () => {
  test('says all it has to, in order', () => {
    expect(linesOf({})).toEqual([
      'MAL PELAYANAN PUBLIK',
      'Kabupaten Pekalongan',
      'LATIHAN, belum untuk dilayani',
      'DPMPTSP',
      'Izin usaha (NIB)',
      'Loket 1, 2, bagian Barat',
      'Nomor antrean Anda',
      '-'.repeat(46),
      `Orang di depan Anda${' '.repeat(26)}6`,
      `Perkiraan menunggu${' '.repeat(17)}25-40 menit`,
      'A-012  24/11/2026 09.41.07',
      '-'.repeat(46),
      'Siapkan:',
      '- KTP asli',
      '- Nomor HP dan alamat email',
      '-'.repeat(46),
      'Mohon menunggu',
      'sampai nomor Anda dipanggil.',
      'Ikuti antrean lewat HP',
    ]);
  });

  test('says a wait of hours in hours, and about when the call comes, on narrow paper as well', () => {
    const wait = { estimate: { low: 195, high: 255 }, calledAround: '2026-11-24T14:00:00+07:00' };
    const told = (language: TicketContent['language'], profile = wide) =>
      linesOf({ ...wait, language }, profile).filter((line) => /3-4|14\.00/.test(line));
    expect(told('id')).toEqual([
      `Perkiraan menunggu${' '.repeat(21)}3-4 jam`,
      `Dipanggil sekitar pukul${' '.repeat(18)}14.00`,
    ]);
    for (const language of ['id', 'en', 'jv'] as const) expect(told(language, narrow)).toHaveLength(2);
  });

  test('says where to go as far as it is known', () => {
    const place = (changes: Partial<TicketContent>) =>
      linesOf(changes).filter((line) => /^(Loket|Bagian|Desk)/.test(line));
    expect(place({ desks: ['3', '4', '5'], zone: '' })).toEqual(['Loket 3-5']);
    expect(place({ desks: [] })).toEqual(['Bagian Barat']);
    expect(place({ language: 'en' })).toEqual(['Desk 1, 2, zone Barat']);
    expect(place({ desks: [], zone: '' })).toEqual([]);
  });

  test('leaves out what is not known, and the practice line once the hall is live', () => {
    const lines = linesOf({ practice: false, estimate: null, ahead: null, documents: [], followUrl: null });
    expect(lines).toEqual([
      'MAL PELAYANAN PUBLIK',
      'Kabupaten Pekalongan',
      'DPMPTSP',
      'Izin usaha (NIB)',
      'Loket 1, 2, bagian Barat',
      'Nomor antrean Anda',
      '-'.repeat(46),
      'A-012  24/11/2026 09.41.07',
      '-'.repeat(46),
      'Mohon menunggu',
      'sampai nomor Anda dipanggil.',
    ]);
  });

  test('speaks the ticket’s language and keeps LATIHAN and SALINAN in each', () => {
    for (const language of ['id', 'en', 'jv'] as const) {
      const lines = linesOf({ language, copy: true });
      expect(lines.filter((line) => /^(LATIHAN|SALINAN)/.test(line)).length).toBe(2);
    }
    expect(linesOf({ language: 'en' })).toContain('until your number is called.');
    expect(linesOf({ language: 'jv' })).toContain('Mangga ngentosi');
  });

  test('prints LATIHAN and SALINAN white on black across the paper', () => {
    const paper = print(layTicketOut({ ...content, copy: true }), narrow);
    const banners = paper.marks.filter((mark) => mark.kind === 'text' && mark.reverse);
    expect(banners.map((mark) => [mark.x, right(mark)])).toEqual([
      [0, 384],
      [0, 384],
    ]);
  });

  test.each([
    ['80 mm', wide],
    ['58 mm', narrow],
    ['58 mm without graphics', { ...narrow, graphics: false }],
  ] as const)('keeps long names, many documents and long numbers on the paper, %s', (_name, profile) => {
    for (const language of ['id', 'en', 'jv'] as const) {
      const paper = print(
        layTicketOut({
          ...content,
          language,
          copy: true,
          number: 'IM1-1000',
          ahead: 1288,
          institution: 'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Pekalongan',
          service: 'Perpanjangan-paspor-anak-yang-namanya-tidak-bisa-dipenggal-di-mana-pun',
          documents: Array.from({ length: 20 }, (_, index) => `Berkas ${index} ${'yang panjang '.repeat(6)}`),
        }),
        profile,
      );
      expect(Math.max(...paper.marks.map(right))).toBeLessThanOrEqual(profile.width);
      expect(Math.min(...paper.marks.map((mark) => mark.x))).toBeGreaterThanOrEqual(0);
      const { lines } = paper;
      const rules = lines.flatMap((line, index) => (/^-+$/.test(line) ? [index] : []));
      expect((rules[2] ?? 0) - (rules[1] ?? 0)).toBeLessThanOrEqual(6);
      expect(lines).toContain('IM1-1000  24/11/2026 09.41.07');
    }
  });

  test('lets no text command the printer: names keep only what can be printed', () => {
    const evil = '\x1b@\x10\x14\x01\x00\x05KTP\x00\x1dV\x01\n\r\t\x7f\u0085\u2028x';
    const lines = linesOf({ institution: evil, service: evil, documents: [evil], hall: evil, city: evil });
    expect(lines).toContain('@ KTP V x');
    const bytes = encodeTicket(layTicketOut({ ...content, institution: evil, city: evil }), wide);
    expect(findRealTimeCommands(bytes).commands).toEqual([]);
    expect(readCommands(bytes).commands.filter((command) => command.name === 'GS V').length).toBe(1);
  });

  test('prints the letters of Latin languages, and the nearest for what the page lacks', () => {
    expect(linesOf({ city: 'Élan café – “naïve” Ş € ꦗꦮ 漢字 🎫 ok' })).toContain(
      'Élan café - "naïve" S € jw HanZi  ok',
    );
  });
});

describe('the number', () => {
  test('is 132 dots high on wide paper, and as high as fits for longer ones', () => {
    const heights = ['A-001', 'A-012', 'IM-999', 'IM-1000', 'IM1-1000'].map((number) => [
      numberBitmap(number, 576)?.height,
      numberBitmap(number, 384)?.height,
    ]);
    expect(heights[0]).toEqual([132, 94]);
    expect(heights[1]).toEqual([132, 94]);
    for (const [onWide = 0, onNarrow = 0] of heights) {
      expect(onWide).toBeGreaterThanOrEqual(80);
      expect(onNarrow).toBeGreaterThanOrEqual(54);
    }
  });

  test('has every letter whole, and a letter for each character of a number', () => {
    for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') {
      const bitmap = numberBitmap(`${character}-100`, 576);
      if (!bitmap) throw new Error(`no letter ${character}`);
      const rows = [...blackRuns(bitmap)].map((run) => run.y);
      expect([Math.min(...rows), Math.max(...rows)]).toEqual([0, bitmap.height - 1]);
    }
  });

  test('is in the largest of the printer’s own letters that fits where there are no graphics', () => {
    const paper = print([{ kind: 'number', number: 'A-012' }], { ...wide, graphics: false });
    expect(paper.marks).toMatchObject([{ kind: 'text', text: 'A-012', scaleX: 8, scaleY: 8 }]);
    const long = print([{ kind: 'number', number: 'IM1-1000' }], { ...narrow, graphics: false });
    expect(long.marks).toMatchObject([{ kind: 'text', text: 'IM1-1000', scaleX: 4, scaleY: 4 }]);
  });

  test('no picture holds bytes that a printer would obey at once', () => {
    const numbers = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((letter) =>
      [0, 37, 123, 456, 789, 1000].map((sequence) => `${letter}-${String(sequence).padStart(3, '0')}`),
    );
    for (const profile of [wide, narrow]) {
      const blocks = numbers.map((number): Block => ({ kind: 'number', number }));
      const bytes = encodeTicket([{ kind: 'motif' }, ...blocks], profile);
      expect(findRealTimeCommands(bytes).commands).toEqual([]);
    }
  });

  test('the motif’s band is symmetric and as wide as the paper', () => {
    const band = motifBand(576);
    expect([band.widthBytes * 8, band.height]).toEqual([576, 33]);
  });
});

describe('the QR code', () => {
  test('has the bytes of an independent encoder', () => {
    const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos' });
    const theirs = Buffer.from(encoder.qrcode(followUrl, { model: 2, size: 7, errorlevel: 'm' }).encode());
    expect(theirs.includes(nativeQr(followUrl, 7))).toBe(true);
  });

  test('is made by the printer or sent as a picture, by the profile, and fits both papers', () => {
    const long = `https://antre.example.go.id/${'x'.repeat(190)}/t/abcdefghijklmnopqrstuv`;
    for (const data of [followUrl, long]) {
      for (const width of [576, 384] as const) {
        const native = print([{ kind: 'qr', data }], {
          width,
          qr: 'native',
          graphics: true,
          codePage: 'pc858',
          cutter: 'partial',
        });
        const raster = print([{ kind: 'qr', data }], {
          width,
          qr: 'raster',
          graphics: true,
          codePage: 'pc858',
          cutter: 'partial',
        });
        expect(native.marks).toMatchObject([{ kind: 'qr', data, level: 'M' }]);
        const [picture] = raster.marks;
        if (picture?.kind !== 'raster') throw new Error('no picture');
        expect(picture.x + picture.widthBytes * 8).toBeLessThanOrEqual(width);
        expect(Math.abs(native.y - raster.y)).toBeLessThan(2);
      }
    }
  });

  const hasReader = spawnSync('zbarimg', ['--version']).status === 0;
  test.skipIf(!hasReader).each([576, 384] as const)(
    'as a picture is read by a scanner (needs zbarimg), %i dots',
    (width) => {
      const [mark] = print([{ kind: 'qr', data: followUrl }], {
        width,
        qr: 'raster',
        graphics: true,
        codePage: 'pc858',
        cutter: 'partial',
      }).marks;
      if (mark?.kind !== 'raster') throw new Error('no picture');
      const margin = 40;
      const png = new PNG({ width: mark.widthBytes * 8 + 2 * margin, height: mark.height + 2 * margin });
      png.data.fill(255);
      for (const run of blackRuns(mark)) {
        for (let x = run.x; x < run.x + run.width; x += 1) {
          png.data.fill(
            0,
            ((run.y + margin) * png.width + x + margin) * 4,
            ((run.y + margin) * png.width + x + margin) * 4 + 3,
          );
        }
      }
      const file = join(temporaryFolder(), 'qr.png');
      writeFileSync(file, PNG.sync.write(png));
      expect(spawnSync('zbarimg', ['-q', '--raw', file]).stdout.toString().trim()).toBe(followUrl);
    },
  );
});

describe('the picture of a ticket', () => {
  test('is an SVG document of the paper’s width that shows the texts, the number and the code', () => {
    const bytes = encodeTicket(layTicketOut({ ...content, institution: 'A & B <c>' }), wide);
    const picture = ticketPicture(bytes, 576);
    expect(picture).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 576 \d+"/);
    expect(picture).toContain('A &amp; B &lt;c&gt;</text>');
    expect(picture.match(/<path /g)?.length).toBe(4);
    expect(picture.length).toBeLessThan(60_000);
  });

  test('ends where half a ticket ends', () => {
    const bytes = encodeTicket(layTicketOut(content), wide);
    expect(ticketPicture(bytes.subarray(0, 3000), 576)).toMatch(/<\/svg>$/);
  });
});

test('the letters say where they come from', () => {
  const { origin } = JSON.parse(readFileSync('native/printer/number-glyphs.json', 'utf8')) as {
    origin: string;
  };
  expect(origin).toContain('SIL Open Font License 1.1');
});
