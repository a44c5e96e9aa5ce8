import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { extract, pack } from 'tar-stream';
import { expect, test } from 'vitest';
import { openCopy } from '../../electron/copies/read-copy';
import { writeCopy } from '../../electron/copies/write-copy';
import { copiedHall } from '../support/copied-hall';
import { temporaryFolder } from '../support/temporary-store';

// Whoever has the public half of the key can make a file that opens with the other half; only what the manifest says holds.

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
  readonly type?: 'symlink';
}

async function partsOf(file: string, key: string): Promise<Part[]> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(key);
  const unpacker = extract();
  unpacker.end(gunzipSync(await decrypter.decrypt(readFileSync(file))));
  const parts: Part[] = [];
  for await (const entry of unpacker) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
    parts.push({ name: entry.header.name, bytes: Buffer.concat(chunks) });
  }
  return parts;
}

async function put(file: string, recipient: string, parts: readonly Part[]): Promise<void> {
  const packer = pack();
  for (const { name, bytes, type } of parts) {
    if (type) packer.entry({ name, type, linkname: '/etc/passwd' });
    else packer.entry({ name }, bytes);
  }
  packer.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of packer as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  writeFileSync(file, await encrypter.encrypt(gzipSync(Buffer.concat(chunks))));
}

test('a part that was changed, added, left out or leads elsewhere makes a copy a damaged one', async () => {
  const { order, folder, key } = await copiedHall();
  const { name } = await writeCopy(order, () => undefined);
  const file = join(folder, `${name}.tar.gz.age`);
  const parts = await partsOf(file, key.key);
  const outside = temporaryFolder();
  const into = join(outside, 'opened');
  const open = async (forged: readonly Part[]) => {
    rmSync(join(folder, `${name}.json`), { force: true });
    await put(file, key.recipient, forged);
    return await openCopy({ folder, name, typedKey: key.key, into }, () => undefined).then(
      ({ countsRight }) => (countsRight ? 'opened' : 'miscounted'),
      ({ fault }: { readonly fault: string }) => fault,
    );
  };
  const last = parts.slice(-1);
  const others = parts.slice(0, -1);
  expect(last[0]?.name).toBe('manifest.json');
  expect(await open(parts)).toBe('opened');

  const changed = others.map((part) =>
    part.name.endsWith('.png') ? { ...part, bytes: Buffer.from('another') } : part,
  );
  const added = { name: 'pictures/another.png', bytes: Buffer.from('a picture') };
  const forgeries: Readonly<Record<string, readonly Part[]>> = {
    changed: [...changed, ...last],
    added: [...others, added, ...last],
    'left out': [...others.slice(0, -1), ...last],
    'in another order': [...others.toReversed(), ...last],
    'behind the manifest': [...parts, added],
    'without a manifest': others,
    'leads above': [...others, { name: '../above.png', bytes: Buffer.from('x') }, ...last],
    'leads to the root': [...others, { name: '/dev/shm/x.png', bytes: Buffer.from('x') }, ...last],
    'of no known kind': [...others, { name: 'setup-code', bytes: Buffer.from('x') }, ...last],
    'a link': [...others, { name: 'pictures/link.png', bytes: Buffer.alloc(0), type: 'symlink' }, ...last],
    nothing: [],
  };
  for (const [what, forged] of Object.entries(forgeries)) {
    expect([what, await open(forged)]).toEqual([what, 'damaged']);
    expect(existsSync(into)).toBe(false);
    expect(readdirSync(outside)).toEqual([]);
  }

  const told = JSON.parse(last[0]?.bytes.toString() ?? '') as { form: number; sums: { rows: object } };
  const saying = (text: object) => [
    ...others,
    { name: 'manifest.json', bytes: Buffer.from(JSON.stringify(text)) },
  ];
  expect(await open(saying({ ...told, form: 4 }))).toBe('newer');
  const rows = { ...told.sums.rows, counters: 99 };
  expect(await open(saying({ ...told, sums: { ...told.sums, rows } }))).toBe('miscounted');
});
