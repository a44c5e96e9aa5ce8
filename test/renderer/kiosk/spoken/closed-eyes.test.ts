import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Language } from '../../../../electron/contract/languages';
import type { Priority } from '../../../../electron/contract/tickets';
import { type FakePrinter, startFakePrinter } from '../../../../native/printer/testing/fake-printer';
import { ticketNumberInWords } from '../../../../renderer/kiosk/spoken/in-words';
import { busySite } from '../../../support/busy-site';
import { type ClosedEyes, closedEyes } from '../../../support/closed-eyes';
import { type RunningHall, startHall } from '../../../support/running-hall';
import { type SpokenKiosk, spokenKiosk } from '../../../support/spoken-kiosk';
import { becomeAdmin } from '../../../support/supervise';
import { takeNumber } from '../../../support/take-number';
import { until } from '../../../support/until';

// Somebody who sees nothing takes a number with nothing but keys and what was said, at a real server with a printer.

let hall: RunningHall;
let printer: FakePrinter;
let kiosk: SpokenKiosk;
let visitor: ClosedEyes;

beforeAll(async () => {
  printer = await startFakePrinter();
  const target = { kind: 'tcp' as const, host: printer.host, port: printer.port };
  hall = await startHall({ site: busySite(), printer: target });
});
afterEach(() => {
  if (process.env.SHOW) console.log(kiosk.speech.heard.join('\n---\n'));
});
afterAll(async () => {
  await hall?.end();
  await printer?.close();
});
beforeEach(async () => {
  printer.become({ paper: 'enough' });
  kiosk = await spokenKiosk(hall);
  await until('the kiosk can print', async () => {
    await kiosk.refresh();
    return kiosk.path.visit === null && (await isPrinterReady());
  });
  visitor = closedEyes({
    heard: () => kiosk.speech.heard,
    press: async (key) => kiosk.path.happen({ kind: 'key', key }),
  });
});

async function isPrinterReady(): Promise<boolean> {
  const answer = await fetch(`${hall.url}/api/v1/kiosk`);
  const { printer: status } = (await answer.json()) as { printer: { state: string } };
  return status.state === 'ready';
}

/** Ten needs in the words of each language. */
const needs: readonly {
  readonly code: string;
  readonly words: Readonly<Record<Language, readonly [counter: string, service: string]>>;
  readonly priority?: Priority;
}[] = [
  {
    code: 'K',
    words: {
      id: ['Dindukcapil', 'Akta kelahiran'],
      en: ['Civil Registration', 'Birth certificate'],
      jv: ['Dindukcapil', 'Akta kelairan'],
    },
    priority: 'disability',
  },
  {
    code: 'K',
    words: {
      id: ['Dindukcapil', 'Kartu Keluarga'],
      en: ['Civil Registration', 'Family card'],
      jv: ['Dindukcapil', 'Kartu Keluarga'],
    },
  },
  {
    code: 'R',
    words: {
      id: ['Dinas Sosial', 'Surat keterangan tidak mampu'],
      en: ['Social Services', 'Proof of low income'],
      jv: ['Dinas Sosial', 'Serat katrangan boten mampu'],
    },
    priority: 'elderly',
  },
  {
    code: 'U',
    words: {
      id: ['DPU dan Taru', 'Laporan jalan'],
      en: ['Public Works', 'Report a road'],
      jv: ['DPU lan Taru', 'Lapuran margi'],
    },
  },
  {
    code: 'KJ',
    words: {
      id: ['Kejaksaan Negeri', 'Konsultasi hukum'],
      en: ['Public Prosecutor', 'Legal advice'],
      jv: ['Kejaksaan Negeri', 'Konsultasi hukum'],
    },
  },
  {
    code: 'PJ',
    words: {
      id: ['Kantor Pajak', 'Pendaftaran NPWP'],
      en: ['Tax Office', 'Tax number'],
      jv: ['Kantor Pajeg', 'Ndhaftar NPWP'],
    },
    priority: 'pregnant',
  },
  {
    code: 'KM',
    words: {
      id: ['Kementerian Agama', 'Layanan nikah'],
      en: ['Religious Affairs', 'Marriage service'],
      jv: ['Kementerian Agami', 'Layanan nikah'],
    },
  },
  {
    code: 'BK',
    words: {
      id: ['BPJS Kesehatan', 'Ganti data'],
      en: ['Health Insurance', 'Change data'],
      jv: ['BPJS Kesehatan', 'Gantos data'],
    },
    priority: 'infant',
  },
  {
    code: 'BJ',
    words: {
      id: ['Bank Jateng', 'Setoran'],
      en: ['Bank Jateng', 'Payments'],
      jv: ['Bank Jateng', 'Setoran'],
    },
  },
  {
    code: 'AM',
    words: {
      id: ['PDAM Tirta Kajen', 'Sambungan baru'],
      en: ['Water Company', 'New connection'],
      jv: ['PDAM Tirta Kajen', 'Sambungan enggal'],
    },
    priority: 'disability',
  },
];

const reasons: Readonly<Record<Language, Readonly<Record<Priority, string>>>> = {
  id: {
    elderly: 'Lanjut usia',
    disability: 'Disabilitas',
    pregnant: 'Ibu hamil',
    infant: 'Membawa bayi',
  },
  en: { elderly: 'Elderly', disability: 'Disability', pregnant: 'Pregnant', infant: 'With a baby' },
  jv: { elderly: 'Sepuh', disability: 'Difabel', pregnant: 'Ibu ngandheg', infant: 'Mbekta bayi' },
};

const endings: Readonly<Record<Language, string>> = {
  id: 'Silakan ambil tiket',
  en: 'Please take your ticket',
  jv: 'Mangga kapundhut tiketipun',
};

describe.each(['id', 'en', 'jv'] as const)('with closed eyes, in %s', (language) => {
  const takesRightNumber = async ({ code, words, priority }: (typeof needs)[number]) => {
    const [counter, service] = words[language];
    const need = {
      language,
      counter,
      service,
      ...(priority ? { priority: reasons[language][priority] } : {}),
    };
    await visitor.goTo(need);
    const said = await visitor.takeNumber(need);
    const [ticket] = kiosk.given;
    if (!ticket) throw new Error('no number was given');
    expect({
      code: ticket.counter.code,
      service: ticket.service.name[language].includes(service),
      priority: ticket.priority,
      language: ticket.language,
      said,
    }).toEqual({
      code,
      service: true,
      priority: priority ?? null,
      language,
      said: ticketNumberInWords(ticket.number, language),
    });
    await until('the paper is told of', async () => {
      await kiosk.refresh();
      return visitor.heard().includes(endings[language]);
    });
    await visitor.press('back');
    await visitor.press('down');
    await visitor.press('choose');
    expect(kiosk.path.visit).toBe(null);
  };
  // In the other languages the same paths with other words: each change tries two of them, one with a priority.
  const [tried, others] = language === 'id' ? [needs, []] : [needs.slice(-2), needs.slice(0, -2)];
  test.each(tried)('the right number is taken for $words.id', takesRightNumber);
  if (others.length > 0) {
    test.each(others)('the right number is taken for $words.id', { tags: 'long' }, takesRightNumber);
  }
});

describe('with closed eyes, where something is in the way', () => {
  const pressed = (counter: string, service: string) => ({ language: 'id' as const, counter, service });

  test('a closed counter is heard of with when it opens, and another one is chosen from there', async () => {
    const standing = await visitor.goTo(pressed('Imigrasi', 'Permohonan paspor'));
    expect(standing).toContain('Belum bisa ambil nomor. Buka Rabu pukul delapan.');
    const told = await visitor.press('choose');
    expect(told).toContain('Imigrasi Layanan ini sedang tutup.');
    expect(told).toContain('Pilih gerai lain. satu dari dua.');
    await visitor.press('choose');
    expect(await visitor.find('Kejaksaan Negeri')).toBe(true);
    expect(await visitor.takeNumber(pressed('Kejaksaan Negeri', 'Konsultasi hukum'))).toMatch(/^K J, nol /);
  });

  test('a used-up quota is heard of, also where the last number goes at the same moment', async () => {
    const need = pressed('Polres Pekalongan', 'SKCK');
    await visitor.goTo(need);
    await visitor.press('choose');
    await visitor.find('SKCK');
    await visitor.press('choose');
    await takeNumber(hall, { counter: 'PR' });
    // Documents, no need to go first, comes alone, the number: the kiosk hasn't heard of it yet.
    await visitor.press('choose');
    await visitor.find('Tidak perlu');
    await visitor.press('choose');
    await visitor.find('saya datang sendiri');
    await visitor.press('choose');
    await visitor.press('choose');
    const told = await visitor.hear('Nomor belum didapat. Maaf, nomor untuk hari ini baru saja habis.');
    expect(told).toContain('Coba ambil nomor lagi. satu dari tiga.');
    await kiosk.refresh();
    await visitor.find('Pilih gerai lain');
    await visitor.press('choose');
    expect(await visitor.find('Polres Pekalongan')).toBe(true);
    await visitor.press('choose');
    expect(await visitor.find('SKCK')).toBe(true);
    expect(visitor.heard()).toContain('Belum bisa ambil nomor. Nomor hari ini habis.');
  });

  test('without paper the number is kept by ear, or given back', async () => {
    printer.become({ paper: 'out' });
    await until('the kiosk knows', async () => !(await isPrinterReady()));
    await kiosk.refresh();
    await visitor.press('help');
    expect(visitor.heard()).toContain('Kertas tiket habis Nomor tetap dapat diambil tanpa kertas.');
    kiosk.path.happen({ kind: 'headset-out' });
    const need = pressed('Bank Jateng', 'Setoran');
    await visitor.goTo(need);
    const number = await visitor.takeNumber(need);
    await kiosk.refresh();
    await until('what to do is said', async () => {
      await kiosk.refresh();
      return visitor.heard().includes('Kertas tiket habis');
    });
    expect(visitor.heard()).toContain(`Pakai nomor ${number} tanpa kertas. satu dari dua.`);
    await visitor.press('choose');
    await visitor.hear('Nomor Anda berlaku tanpa kertas. Ingat nomornya.');
    await expect
      .poll(async () => {
        const token = kiosk.given[0]?.token;
        const answer = await fetch(`${hall.url}/api/v1/tickets/${token}`);
        return ((await answer.json()) as { status: string }).status;
      })
      .toBe('waiting');
  });

  test('a number that is given back is said to be no more', async () => {
    printer.become({ paper: 'out' });
    await until('the kiosk knows', async () => !(await isPrinterReady()));
    await kiosk.refresh();
    const need = pressed('Bank Jateng', 'Setoran');
    await visitor.goTo(need);
    await visitor.takeNumber(need);
    await until('what to do is said', async () => {
      await kiosk.refresh();
      return visitor.heard().includes('Kertas tiket habis');
    });
    await visitor.press('down');
    await visitor.press('choose');
    await visitor.hear('dibatalkan');
  });

  test('a cut line is said, and that it is back, at the place where it was', async () => {
    const need = pressed('Bank Jateng', 'Setoran');
    await visitor.goTo(need);
    await hall.halt();
    await kiosk.refresh();
    expect(visitor.heard()).toContain('Kios sedang tidak tersambung.');
    expect(await visitor.press('choose')).toContain('Kios sedang tidak tersambung.');
    await hall.resume();
    await until('the kiosk hears the server again', async () => {
      await kiosk.refresh();
      return visitor.heard().startsWith('Kios tersambung lagi. Bank Jateng');
    });
    await until('it prints again', isPrinterReady);
    expect(await visitor.takeNumber(need)).toMatch(/^B J, /);
  });

  test('a number that nobody answers is asked for once more', async () => {
    const need = pressed('Bank Jateng', 'Setoran');
    await visitor.goTo(need);
    await visitor.press('choose');
    await visitor.find('Tidak perlu');
    await visitor.press('choose');
    await visitor.press('choose');
    await hall.halt();
    await visitor.press('choose');
    await visitor.hear('Kios tidak mendapat jawaban.');
    await hall.resume();
    await until('it prints again', isPrinterReady);
    await kiosk.refresh();
    await visitor.press('choose');
    await visitor.hear('Nomor antrean Anda: B J,');
  });

  test('whoever asks to be fetched is marked so for the officers', async () => {
    // One before that comes alone.
    await takeNumber(hall, { counter: 'KJ' });
    const need = { ...pressed('Kejaksaan Negeri', 'Konsultasi hukum'), fetchMe: true };
    await visitor.goTo(need);
    await visitor.takeNumber(need);
    expect(visitor.heard()).toContain('Nomor antrean Anda');
    const admin = await becomeAdmin(hall);
    const found = async () => {
      const counters = (await admin.call('GET', '/counters')) as { id: string; code: string }[];
      const id = counters.find(({ code }) => code === 'KJ')?.id;
      const queue = (await admin.call('GET', `/queue?counterId=${id}`)) as {
        waiting: { number: string; fetchMe: boolean }[];
      };
      return queue.waiting.filter(({ fetchMe }) => fetchMe).map(({ number }) => number);
    };
    await expect.poll(found).toEqual([kiosk.given[0]?.number]);
  });
});
