import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { textsOutside } from '../../scripts/texts-outside.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'antre-texts-outside-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function found(path: string, source: string): string[] {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), source);
  return textsOutside(root);
}

test.each([
  ['<p>Tutup</p>', 'Tutup'],
  ['<button aria-label="Close" />', 'Close'],
  ["t(isFull ? 'The hall is full' : key)", 'The hall is full'],
  [`\`\${count} orang menunggu\``, '… orang menunggu'],
  ["({ id: 'detik', en: 'seconds' })", 'id: …, en: …'],
])('a page that says %s by itself is told of, with the line', (code, text) => {
  expect(found('renderer/page.tsx', `// A page.\nexport const shown = ${code};\n`)).toEqual([
    `renderer/page.tsx:2 says “${text}”`,
  ]);
});

test.each([
  ["'Kios ini tidak tersambung.'", 'Kios ini tidak tersambung.'],
  ["{ id: 'Huruf', en: 'Letters' }", 'id: …, en: …'],
])('the main process that says %s by itself is told of', (code, text) => {
  expect(found('electron/told.ts', `export const told = ${code};\n`)).toEqual([
    `electron/told.ts:1 says “${text}”`,
  ]);
});

test('codes, addresses, styles, errors, the log and what the command line says in English are let be', () => {
  const page = `import { t } from '../texts';
export const Page = () => <a href="/staff" title={t('close')}>{t('page')} 80 mm</a>;
throw new Error('the settings are always there');`;
  expect(found('renderer/page.tsx', page)).toEqual([]);
  const main = `log.warn('Kios ini tidak tersambung.');
export const usage = 'The flag is unknown.';
export const row = { id: '', en: '' };`;
  expect(found('electron/main.ts', main)).toEqual([]);
});
