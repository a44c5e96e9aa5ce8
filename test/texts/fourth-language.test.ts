import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as common from '../../electron/contract/common';
import type { Localized } from '../../electron/contract/common';
import type * as settingWords from '../../electron/contract/setting-words';
import type * as ticketLayout from '../../electron/printing/ticket-layout';
import type * as openingSentence from '../../electron/queue/opening-sentence';
import type * as information from '../../electron/server/information/page';
import type * as problems from '../../electron/server/problems';
import type * as faultSentences from '../../electron/texts/fault-sentence';
import type * as waitWords from '../../electron/texts/wait-words';
import type * as kiosk from '../../renderer/i18n/kiosk-texts';
import type * as officeTexts from '../../renderer/ui/office/office-texts';
import { compareTexts } from '../../scripts/list-texts.mjs';
import { writePseudoLanguage } from '../../scripts/pseudo-language.mjs';
import { standInForBrowser } from '../recipes/page-globals';
import { ChangedSources } from '../support/changed-sources';

/** Antre with a fourth language: one folder, and one row in the list. */
let sources: ChangedSources;
/** Known to the copy alone. */
const xx = 'xx' as 'id';

beforeAll(() => {
  sources = new ChangedSources();
  writePseudoLanguage(join(sources.folder, 'electron/texts'), xx);
  sources.replace(
    'electron/contract/languages.ts',
    '\n} as const',
    "\n  xx: { name: 'Pseudo', locale: 'id-ID' },\n} as const",
  );
  // A sentence that the translator has not come to.
  const { soon, ...others } = texts('waits');
  sources.make('electron/texts/xx/waits.json', JSON.stringify(others));
});
afterAll(() => sources.remove());

/** An area of its texts. */
function texts(area: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(sources.folder, `electron/texts/xx/${area}.json`), 'utf8'));
}

test('a refusal is told in it', async () => {
  const { describeProblem, languageOf } = await sources.run<typeof problems>('electron/server/problems.ts');
  expect(languageOf('xx, id;q=0.5')).toBe('xx');
  expect(describeProblem('too_many_requests', xx, { retryAfter: 61 }).detail).toMatch(
    /^\[Terlalu banyak percobaan\. Coba lagi \[2 menit lagi~+\]\.~+\]$/,
  );
});

test('a ticket is laid out in it', async () => {
  const { layTicketOut } = await sources.run<typeof ticketLayout>('electron/printing/ticket-layout.ts');
  const blocks = layTicketOut({
    language: xx,
    hall: 'MPP',
    city: 'Kajen',
    practice: true,
    copy: false,
    priority: false,
    institution: 'Dukcapil',
    service: 'KTP',
    desks: [],
    zone: '',
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
  const { informationPage } = await sources.run<typeof information>('electron/server/information/page.ts');
  const { openingSentence: sentenceOf } = await sources.run<typeof openingSentence>(
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
      answers: [],
      skm: null,
      closures: [],
      counters: [
        {
          ...{ code: 'A', name, hint: name, agency: 'Dinas', zone: '', waiting: 0, services: [] },
          ...{ status: 'closed', state: 'closed', reason },
        },
      ],
    } as unknown as Parameters<typeof informationPage>[0],
    { language: xx, languages: ['id', xx], nonce: '', counterCode: null, typed: '', font: null },
  );
  expect(page).toContain('[Layanan hari ini~');
  expect(page).toMatch(/\[\[Selasa~+\], 24 \[November~+\]~+\]/);
  expect(page).toMatch(/\[Buka \[Rabu~+\] 09\.00~+\]/);
  expect(page).toContain('>Pseudo</a>');
});

test('the kiosk and the phone speak it', async () => {
  const { kioskTexts } = await sources.run<typeof kiosk>('renderer/i18n/kiosk-texts.ts');
  expect(kioskTexts(xx).t('today')).toMatch(/^\[.*~\]$/);
  expect(texts('phone').yourNumber).toMatch(/^\[Nomor antrean Anda~+\]$/);
});

test('the pages that people work with offer it, and not a language without texts of theirs', async () => {
  standInForBrowser();
  const { officeLanguages } = await sources.run<typeof officeTexts>('renderer/ui/office/office-texts.ts');
  expect(officeLanguages).toEqual(['id', 'en', xx]);
  const { settingWords: wordsOf } = await sources.run<typeof settingWords>(
    'electron/contract/setting-words.ts',
  );
  expect(wordsOf('slot', xx).label).toMatch(/^\[Tiket keluar~+\]$/);
  const { faultSentence } = await sources.run<typeof faultSentences>('electron/texts/fault-sentence.ts');
  expect(faultSentence({ code: 'too_big', values: { bound: 20 } }, xx)).toMatch(/^\[paling banyak 20~+\]$/);
});

test('what is missing is said in Indonesian, and listed', async () => {
  const { waitWords: wordsOf } = await sources.run<typeof waitWords>('electron/texts/wait-words.ts');
  expect(wordsOf({ low: 0, high: 1 }, xx)).toBe('sebentar lagi');
  expect(wordsOf({ low: 35, high: 45 }, xx)).toMatch(/^\[sekitar \[\[35–45~+\] menit~+\]~+\]$/);
  expect(compareTexts(join(sources.folder, 'electron/texts')).xx).toEqual({
    missing: ['waits.json: soon'],
    wrong: [],
  });
});

test('names that were stored before are read, and new ones may have it', async () => {
  const { localized } = await sources.run<typeof common>('electron/contract/common.ts');
  expect(localized.parse({ id: 'Dukcapil', en: 'Civil registry', jv: '' })).toEqual({
    ...{ id: 'Dukcapil', en: 'Civil registry', jv: '', xx: '' },
  });
  expect(localized.parse({ id: 'Dukcapil', xx: 'Pseudo' })).toMatchObject({ xx: 'Pseudo' });
});
