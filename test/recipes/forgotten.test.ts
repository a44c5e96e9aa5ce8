import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ChangedSources, changedSources } from '../support/changed-sources';
import type * as runningServers from '../support/running-server';

// What CONTRIBUTING.md says that types or tests tell of what a recipe's reader forgot.

/** Runs a tool of the project in the copy, and returns what it wrote, whatever it ended with. */
function runTool({ folder }: ChangedSources, script: string, parameters: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(folder, 'node_modules', script), ...parameters],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (_failed, output) => resolve(output),
    );
  });
}

const enumOf = "z.enum(['long', 'short'])";
const settings = {
  path: 'electron/contract/settings.ts',
  behind: 'export const settings = z.strictObject({',
};
const settingWords = {
  path: 'electron/contract/setting-words.ts',
  behind: 'export const settingFields = {',
};
const rows = { path: 'electron/contract/routes/admin.ts', behind: 'export const adminRoutes = {' };
const profiles = { path: 'electron/contract/printer-profile.ts', behind: 'export const knownProfiles = {' };
const columns = {
  path: 'electron/contract/report-columns.ts',
  behind: 'export const summaryColumns = {',
};
const dialects = { ...profiles, behind: 'export const printerDialects = {' };
const insert = (
  sources: ChangedSources,
  { path, behind }: { readonly path: string; readonly behind: string },
  line: string,
) => sources.insert(path, behind, line);

const bell = "method: 'POST', path: '/admin/bell', callers: admins, summary: 'Ring', answers: { 200: site }";

test('types tell of what has no words or name, of a reach left unsaid, and of a column that is summed nowhere', {
  tags: 'long',
}, async () => {
  const sources = changedSources();
  insert(sources, settings, `  thanks: ${enumOf}.default('long'),`);
  insert(sources, rows, `  ringBell: { ${bell.replace('admins', 'supervisors')} },`);
  insert(
    sources,
    profiles,
    "  'laconic-80': { paperWidth: 80, codePage: 'ascii', qr: 'raster', cutter: 'full', dialect: 'epson' },",
  );
  insert(
    sources,
    columns,
    "  walkMedian: { measure: 'duration', nullable: true, value: ({ walks }) => walks(0.5) },",
  );
  sources.make(
    'tsconfig.recipes.json',
    JSON.stringify({
      extends: './tsconfig.json',
      compilerOptions: { incremental: false, tsBuildInfoFile: null },
      include: [],
      exclude: [],
      files: [
        ...['setting-words.ts', 'profile-names.ts', 'history/act-names.ts'].map(
          (file) => `electron/contract/${file}`,
        ),
        'electron/views/reports/report-file.ts',
      ],
    }),
  );
  const said = await runTool(sources, 'typescript/bin/tsc', [
    '-p',
    'tsconfig.recipes.json',
    '--pretty',
    'false',
  ]);
  const faulty = new Set([...said.matchAll(/^electron\/(?:contract\/)?(\S+)\(/gm)].map(([, file]) => file));
  expect([...faulty].sort()).toEqual([
    'history/act-names.ts',
    'profile-names.ts',
    'report-columns.ts',
    'routes.ts',
    'routes/admin.ts',
    'setting-words.ts',
    'views/reports/report-file.ts',
  ]);
});

test('tests tell of a value without a name, a dialect without a profile, and a route without subject or roles', {
  tags: 'long',
}, async () => {
  const sources = changedSources();
  insert(sources, settings, `  thanks: ${enumOf}.default('long'),`);
  insert(sources, settingWords, "  thanks: { section: 'hall' },");
  sources.say('office/setting-words', 'thanks', { id: 'Ucapan' });
  sources.say('office/field-values', 'thanks.long', { id: 'lama' });
  insert(sources, dialects, '  laconic: { tells: true },');
  for (const file of ['dialects/spoken/generic', 'testing/dialects/fake-generic']) {
    const path = `native/printer/${file.replace('generic', 'laconic')}.ts`;
    sources.make(path, `export * from './${file.split('/').at(-1)}';\n`);
  }
  insert(sources, rows, `  ringBell: { ${bell.replace('/bell', '/bell/:id')} },`);
  sources.make('vitest.config.mts', "export default { test: { include: ['test/**/*.test.ts'] } };\n");
  await runTool(sources, 'vitest/vitest.mjs', [
    'run',
    '--reporter=json',
    '--outputFile=results.json',
    'test/contract/setting-words.test.ts',
    'test/contract/routes.test.ts',
    'test/printer/dialects.test.ts',
    'test/server/admin-route-roles.test.ts',
  ]);
  const { testResults } = JSON.parse(readFileSync(join(sources.folder, 'results.json'), 'utf8')) as {
    readonly testResults: readonly {
      readonly name: string;
      readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
    }[];
  };
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );
  expect(failed.sort()).toEqual([
    'each act of an account on what its path names says what that is, and no other row does',
    'each route of the admin pages is for the roles that are meant, and never for officers or nobody',
    'each value of a setting that knows only some words has a name',
    'the dialect laconic has a profile to offer',
  ]);
});

test('a dialect whose file is missing can not be loaded', async () => {
  const sources = changedSources();
  insert(sources, dialects, '  laconic: { tells: true },');
  await expect(sources.run('native/printer/dialects/dialects.ts')).rejects.toThrow(
    'native/printer/dialects/spoken/laconic.ts is missing',
  );
});

test('no server starts with a route that nobody handles', async () => {
  const sources = changedSources();
  insert(sources, rows, `  ringBell: { ${bell} },`);
  const { runningServer } = await sources.run<typeof runningServers>('test/support/running-server.ts');
  await expect(runningServer()).rejects.toThrow('The route ringBell has no handler');
});
