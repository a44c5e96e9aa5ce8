import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const { missingBindings } = await import(join(root, 'scripts/missing-bindings.cjs'));
const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;

test('of the lockfile, exactly this kind of machine’s bindings are missed where an older npm left them out', () => {
  const on = (os: string, cpu: string, libc?: string): string[] =>
    missingBindings(wanted, {}, { os, cpu, libc });
  const rolldown = (paths: readonly string[]) => paths.filter((path) => path.includes('@rolldown/binding'));
  expect(rolldown(on('linux', 'x64', 'glibc'))).toEqual(['node_modules/@rolldown/binding-linux-x64-gnu']);
  expect(rolldown(on('linux', 'x64', 'musl'))).toEqual(['node_modules/@rolldown/binding-linux-x64-musl']);
  expect(rolldown(on('win32', 'x64'))).toEqual(['node_modules/@rolldown/binding-win32-x64-msvc']);
  expect(rolldown(on('darwin', 'arm64'))).toEqual(['node_modules/@rolldown/binding-darwin-arm64']);
  expect(on('linux', 'x64', 'glibc').filter((path) => /musl|win32|darwin|wasm/.test(path))).toEqual([]);
});

test('where all is installed, nothing is missed', () => {
  const installed = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).packages;
  expect(missingBindings(wanted, installed)).toEqual([]);
});
