// A signed apt repository of the packages that lie in a folder, for machines that upgrade themselves from it.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotMade, run } from './from-registry.mjs';

/**
 * Makes the repository in `target` of every .deb in `folder`, and returns it. It is signed by the key that
 * ANTRE_APT_KEY names in gpg's keyring; without one by a key that is made on the spot, never kept, and good for trying alone.
 */
export function makeRepository(folder, target) {
  const debs = readdirSync(folder)
    .filter((name) => name.endsWith('.deb'))
    .sort();
  if (debs.length === 0) throw new NotMade(`${folder} has no .deb`, 'npm run package -- hub');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(join(target, 'conf'), { recursive: true });
  const given = process.env.ANTRE_APT_KEY;
  const testHome = join(target, 'test-key');
  const env = { ...process.env, ...(given ? {} : { GNUPGHOME: testHome }) };
  if (!given) makeTestKey(testHome, env);
  const key = given ?? 'antre-test@localhost';
  const distribution = [
    'Origin: Antre',
    'Label: Antre',
    'Suite: stable',
    'Codename: stable',
    'Architectures: amd64 arm64',
    'Components: main',
    'Description: Antre, the queue of a public service hall',
    `SignWith: ${run('gpg', ['--batch', '--list-keys', '--with-colons', key], { env }).match(/^fpr:+(\w+):/m)[1]}`,
  ];
  writeFileSync(join(target, 'conf/distributions'), `${distribution.join('\n')}\n`);
  for (const deb of debs) {
    run('reprepro', ['--basedir', target, '--silent', 'includedeb', 'stable', join(folder, deb)], { env });
  }
  writeFileSync(join(target, 'antre.gpg'), publicKey(key, env));
  run('gpg', ['--batch', '--verify', join(target, 'dists/stable/InRelease')], { env });
  // What only the maker needs; the key is not kept, so that nobody comes to trust it.
  for (const part of given ? ['conf', 'db'] : ['conf', 'db', 'test-key'])
    rmSync(join(target, part), { recursive: true });
  if (!given) {
    run('gpgconf', ['--kill', 'all'], { env });
    console.log(
      '  signed by a key that was made for this one and thrown away; for halls: ANTRE_APT_KEY=FINGERPRINT',
    );
  }
  return target;
}

function makeTestKey(home, env) {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const parameters = [
    '--batch',
    '--passphrase',
    '',
    '--quick-gen-key',
    'Antre test <antre-test@localhost>',
    'ed25519',
    'sign',
    '1m',
  ];
  run('gpg', parameters, { env });
}

/** The public half of a key of gpg's keyring, by which machines know the repository. */
export function publicKey(key, env = process.env) {
  return run('gpg', ['--batch', '--export', key], { env, encoding: 'buffer' });
}
