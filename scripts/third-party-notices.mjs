// What of others goes into Antre, by name, version, licence and licence text: build/third-party-notices.txt. Written by
// scripts/build.mjs, which fails where a licence may not be shipped.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that ask for no more than to be named, or to give what was changed of the file itself (MPL). */
const shippable = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
]);

/** Packages whose package.json names no licence, with what their licence file says. */
const licencesRead = new Map([['exif-parser', 'MIT']]);

/** Where a build leaves what it bundled, for `writeNotices`; below its output folder. */
export const bundledFile = (name) => `bundled-${name}.json`;

/**
 * Whether something under this SPDX expression may go into Antre: one of the choices of an OR, all parts of an AND.
 */
export function mayShip(licence) {
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((each) => shippable.has(each.trim())));
}

/**
 * Writes the notices of what the builds bundled (`bundledFiles`, which it takes away) and of the packages that are loaded
 * at run time. Returns those that may not be shipped, each with its licence.
 */
export function writeNotices(root, bundledFiles) {
  const found = new Map();
  for (const file of bundledFiles) {
    for (const entry of JSON.parse(readFileSync(join(root, file), 'utf8'))) add(found, entry);
    rmSync(join(root, file));
  }
  for (const entry of runTimePackages(root)) add(found, entry);
  const entries = [...found.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  writeFileSync(join(root, 'build/third-party-notices.txt'), textOf(entries));
  return entries.filter(({ licence }) => !mayShip(licence)).map((each) => `${keyOf(each)}: ${each.licence}`);
}

/** The native add-ons with all they need: what the lockfile has for production and is installed here. */
function runTimePackages(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(
      ([path, { dev, devOptional, link }]) =>
        path.startsWith('node_modules/') && !dev && !devOptional && !link,
    )
    .filter(([path]) => existsSync(join(root, path, 'package.json')))
    .map(([path]) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
      const file = readdirSync(join(root, path)).find((each) => /^(licen[cs]e|copying)/i.test(each));
      return {
        name,
        version,
        identifier: license,
        text: file && readFileSync(join(root, path, file), 'utf8').trim(),
      };
    });
}

function add(found, { name, version, identifier, text = '' }) {
  const key = `${name} ${version}`;
  if (!found.has(key))
    found.set(key, {
      name,
      version,
      licence: licencesRead.get(name) ?? identifier ?? 'no licence named',
      text,
    });
}

const keyOf = ({ name, version }) => `${name} ${version}`;

function textOf(entries) {
  const line = '-'.repeat(78);
  const head = 'Antre contains the following, each under its own licence.\n';
  return [head, ...entries.map((each) => `${line}\n${keyOf(each)} (${each.licence})\n\n${each.text}\n`)].join(
    '\n',
  );
}
