import { expect, onTestFinished, test } from 'vitest';
import type { DialectName, ProfileName } from '../../electron/contract/printer-profile';
import type * as printers from '../../native/printer/open-printer';
import type * as profiles from '../../native/printer/profile-for';
import type * as fakeDialectsModule from '../../native/printer/testing/dialects/fake-dialects';
import { startFakePrinter } from '../../native/printer/testing/fake-printer';
import { conformanceTicket } from '../printer/line-conformance';
import { changedSources } from '../support/changed-sources';

test('a dialect is two files, its texts and its fake: it is found, tells its state, prints and proves it', async () => {
  const sources = changedSources();
  const contract = 'electron/contract/printer-profile.ts';
  sources.insert(contract, 'export const printerDialects = {', '  laconic: { tells: true },');
  sources.insert(
    contract,
    'export const knownProfiles = {',
    "  'laconic-80': { paperWidth: 80, codePage: 'ascii', qr: 'raster', cutter: 'full', dialect: 'laconic' },",
  );
  sources.say('office/field-values', 'dialect.laconic', { id: 'Singkat', en: 'Laconic' });
  sources.say('office/printer-profiles', 'laconic-80', { id: 'Printer yang singkat', en: 'Laconic printer' });
  sources.make(
    'native/printer/dialects/spoken/laconic.ts',
    `import type { Dialect } from '../dialect';
import { escpos } from '../escpos';

/** Answers of its paper alone. */
export const dialect: Dialect = {
  ...escpos,
  questions: [Uint8Array.of(0x10, 0x04, 4)],
  condition: ([paper]) => escpos.condition([undefined, undefined, undefined, paper]),
  suits: ({ maker }) => maker === 'LACONIC',
};
`,
  );
  expect(sources.touched).toEqual([contract, 'electron/texts', 'native/printer/dialects/spoken/laconic.ts']);
  sources.make(
    'native/printer/testing/dialects/fake-laconic.ts',
    `import { nature as epson } from './fake-epson';

export const nature = { ...epson, answersStatus: [4], answersFunctionH: false, maker: 'LACONIC', model: '1' };
`,
  );

  const laconic = 'laconic' as DialectName;
  const { profileFor } = await sources.run<typeof profiles>('native/printer/profile-for.ts');
  const traits = { maker: 'LACONIC', model: '1', vendorId: null, productId: null, answered: null };
  expect(profileFor({ ...traits, saysNothing: false })).toBe('laconic-80' as ProfileName);
  const { fakeDialects } = await sources.run<typeof fakeDialectsModule>(
    'native/printer/testing/dialects/fake-dialects.ts',
  );
  const fake = await startFakePrinter({ nature: fakeDialects[laconic] });
  const { openPrinter } = await sources.run<typeof printers>('native/printer/open-printer.ts');
  const printer = openPrinter(
    { kind: 'tcp', host: fake.host, port: fake.port },
    { dialect: laconic, mayHoldTicket: false },
  );
  onTestFinished(async () => {
    await printer.close();
    await fake.close();
  });
  await expect.poll(() => printer.status.state).toBe('ready');
  expect(await printer.print(conformanceTicket, () => true)).toEqual({ kind: 'printed', proof: 'gs_r' });
  expect(fake.papers.map(({ lines, cut }) => ({ lines, cut }))).toEqual([
    { lines: ['A-001', 'two', 'three'], cut: true },
  ]);
  fake.become({ paper: 'out' });
  await expect.poll(() => printer.status.cause).toBe('paper_out');
});
