import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { supportBundle } from '../health/support-bundle';
import { describeDatabase } from '../store/describe-database';
import { exportConfiguration } from '../store/export-configuration';
import { readHall } from '../store/hall';
import { openReader } from '../store/open-reader';
import { CommandFault, commandExits } from './command-fault';
import type { CommandLanguage, Words } from './command-words';
import type { FoundHall } from './find-hall';
import { healthFromFiles, sizeInWords } from './show-status';

/** Saves the bundle for support and tells what is in it. An existing file is never written over. */
export async function saveSupport(
  { dataDir, running }: FoundHall,
  {
    output,
    words,
    language,
  }: { readonly output: string | undefined; readonly words: Words; readonly language: CommandLanguage },
): Promise<void> {
  const { name, files } = running ? await running.call('supportBundle') : await bundleFromFiles(dataDir);
  const file = resolve(output ?? name);
  const packed = zipSync(Object.fromEntries(files.map((each) => [each.name, strToU8(each.text)])));
  try {
    writeFileSync(file, packed, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new CommandFault(
      commandExits.failed,
      code === 'EEXIST' ? 'command.support.exists' : 'command.support.unwritable',
      { file, code },
    );
  }
  for (const each of files)
    console.log(`${sizeInWords(Buffer.byteLength(each.text), language).padStart(10)}  ${each.name}`);
  console.log(words('command.support.saved', { file }));
}

/** Of a hall that doesn't run, and of one whose database can't be read, what there is. */
async function bundleFromFiles(dataDir: string) {
  const health = await healthFromFiles(dataDir);
  return await supportBundle({ dataDir, now: Date.now(), health, findings: null, ...fromDatabase(dataDir) });
}

function fromDatabase(dataDir: string) {
  try {
    const reader = openReader(join(dataDir, 'antre.sqlite'));
    try {
      return { database: describeDatabase(reader), configuration: exportConfiguration(readHall(reader)) };
    } finally {
      reader.close();
    }
  } catch {
    // Damaged or gone, which may be why somebody needs help.
    return { database: null, configuration: null };
  }
}
