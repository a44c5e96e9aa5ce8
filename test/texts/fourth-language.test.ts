import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as common from '../../electron/contract/common';
import type { Localized } from '../../electron/contract/common';
import type * as ticketLayout from '../../electron/printing/ticket-layout';
import type * as openingSentence from '../../electron/queue/opening-sentence';
import type * as information from '../../electron/server/information/page';
import type * as problems from '../../electron/server/problems';
import type * as waitWords from '../../electron/texts/wait-words';
import type * as kiosk from '../../renderer/i18n/kiosk-texts';
import { compareTexts } from '../../scripts/list-texts.mjs';
import { writePseudoLanguage } from '../../scripts/pseudo-language.mjs';

const root = join(import.meta.dirname, '../..');
/** Antre with a fourth language: one folder, and one row in the list. */
let copy: string;
/** Known to the copy alone. */
const xx = 'xx' as 'id';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'antre-fourth-language-'));
  for (const folder of ['electron', 'native', 'renderer/i18n'])
    cpSync(join(root, folder), join(copy, folder), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  writePseudoLanguage(join(copy, 'electron/texts'), xx);
  const list = join(copy, 'electron/contract/languages.ts');
  const rows = readFileSync(list, 'utf8');
  writeFileSync(
    list,
    rows.replace('\n} as const', "\n  xx: { name: 'Pseudo', locale: 'id-ID' },\n} as const"),
  );
  // A sentence that the translator has not come to.
  const waits = join(copy, 'electron/texts/xx/waits.json');
  const { soon, ...others } = JSON.parse(readFileSync(waits, 'utf8'));
  writeFileSync(waits, JSON.stringify(others));
});
afterAll(() => rmSync(copy, { recursive: true }));

async function inCopy<Module>(path: string): Promise<Module> {
  const { module } = await runnerImport<Module>(join(copy, path), {
    configFile: false,
    root: copy,
    logLevel: 'error',
  });
  return module;
}

test('a refusal is told in it', async () => {
  const { describeProblem, languageOf } = await inCopy<typeof problems>('electron/server/problems.ts');
  expect(languageOf('xx, id;q=0.5')).toBe('xx');
  expect(describeProblem('too_many_requests', xx, { retryAfter: 61 }).detail).toMatch(
    /^\[Terlalu banyak percobaan\. Coba lagi \[2 menit lagi~+\]\.~+\]$/,
  );
});

test('a ticket is laid out in it', async () => {
  const { layTicketOut } = await inCopy<typeof ticketLayout>('electron/printing/ticket-layout.ts');
  const blocks = layTicketOut({
    language: xx,
    hall: 'MPP',
    city: 'Kajen',
    practice: true,
    copy: false,
    priority: false,
    institution: 'Dukcapil',
    service: 'KTP',
    number: 'A-012',
    ahead: 3,
    estimate: { low: 20, high: 30 },
    calledAround: null,
    issuedAt: 0,
    timezone: 'Asia/Jakarta',
    documents: ['KK'],
    followUrl: 'http://mpp.go.id/t/x',
  });
  const texts = JSON.stringify(blocks);
  for (const text of ['Nomor antrean Anda', 'Orang di depan Anda', 'Perkiraan menunggu', 'Siapkan:'])
    expect(texts).toContain(`[${text}~`);
});

test('/info says it, with its dates, its waits and the way to it', async () => {
  const { informationPage } = await inCopy<typeof information>('electron/server/information/page.ts');
  const { openingSentence: sentenceOf } = await inCopy<typeof openingSentence>(
    'electron/queue/opening-sentence.ts',
  );
  const now = Date.parse('2026-11-24T02:00:00Z');
  const reason = sentenceOf({ state: 'closed', opensAt: now + 86_400_000, until: null }, now, {
    timezone: 'Asia/Jakarta',
    practice: false,
  });
  const name: Localized = { id: 'Dukcapil', en: '', jv: '' };
  const page = informationPage(
    {
      name: 'MPP',
      city: 'Kajen',
      now: '2026-11-24T09:00:00+07:00',
      today: '2026-11-24',
      practice: false,
      closures: [],
      counters: [
        {
          ...{ code: 'A', name, hint: name, agency: 'Dinas', zone: '', waiting: 0, services: [] },
          ...{ status: 'closed', state: 'closed', reason },
        },
      ],
    } as unknown as Parameters<typeof informationPage>[0],
    { language: xx, languages: ['id', xx], nonce: '', counterCode: null },
  );
  expect(page).toContain('[Layanan hari ini~');
  expect(page).toMatch(/\[\[Selasa~+\], 24 \[November~+\]~+\]/);
  expect(page).toMatch(/\[Buka \[Rabu~+\] 09\.00~+\]/);
  expect(page).toContain('>Pseudo</a>');
});

test('the kiosk and the phone speak it', async () => {
  const { kioskTexts } = await inCopy<typeof kiosk>('renderer/i18n/kiosk-texts.ts');
  expect(kioskTexts(xx).t('today')).toMatch(/^\[.*~\]$/);
  const phone = JSON.parse(readFileSync(join(copy, 'electron/texts/xx/phone.json'), 'utf8'));
  expect(phone.yourNumber).toMatch(/^\[Nomor antrean Anda~+\]$/);
});

test('what is missing is said in Indonesian, and listed', async () => {
  const { waitWords: wordsOf } = await inCopy<typeof waitWords>('electron/texts/wait-words.ts');
  expect(wordsOf({ low: 0, high: 1 }, xx)).toBe('sebentar saja');
  expect(wordsOf({ low: 35, high: 45 }, xx)).toMatch(/^\[kira-kira \[40 menit~+\]~+\]$/);
  expect(compareTexts(join(copy, 'electron/texts')).xx).toEqual({ missing: ['waits.json: soon'], wrong: [] });
});

test('names that were stored before are read, and new ones may have it', async () => {
  const { localized } = await inCopy<typeof common>('electron/contract/common.ts');
  expect(localized.parse({ id: 'Dukcapil', en: 'Civil registry', jv: '' })).toEqual({
    ...{ id: 'Dukcapil', en: 'Civil registry', jv: '', xx: '' },
  });
  expect(localized.parse({ id: 'Dukcapil', xx: 'Pseudo' })).toMatchObject({ xx: 'Pseudo' });
});
