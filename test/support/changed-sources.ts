import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Plugin, runnerImport } from 'vite';
import { onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** What is run here is drawn as text. */
const withoutStyles: Plugin = {
  name: 'antre-without-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? '\0styles' : null),
  load: (id) => (id === '\0styles' ? 'export default {};' : null),
};

/** A copy of Antre's sources in which something is added, as whoever follows a recipe of CONTRIBUTING.md adds it. */
export class ChangedSources {
  readonly folder = mkdtempSync(join(tmpdir(), 'antre-changed-'));
  readonly #touched = new Set<string>();

  constructor() {
    for (const part of ['electron', 'native', 'renderer', 'test', 'package.json', 'tsconfig.json'])
      cpSync(join(root, part), join(this.folder, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
  }

  /** The files that were changed or made, in order; those of the catalogue of texts count as its one folder. */
  get touched(): readonly string[] {
    return [...this.#touched];
  }

  /** Makes a file. */
  make(path: string, text: string): void {
    this.#touched.add(path.startsWith('electron/texts/') ? 'electron/texts' : path);
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Writes lines behind the one that holds a text, which must stand in the file once. */
  insert(path: string, behind: string, lines: string): void {
    this.replace(path, behind, `${behind}\n${lines}`);
  }

  /** Puts a text in the place of another, which must stand in the file once. */
  replace(path: string, from: string, to: string): void {
    const parts = readFileSync(join(this.folder, path), 'utf8').split(from);
    if (parts.length !== 2) throw new Error(`${path} has ${parts.length - 1} times ${from}`);
    this.make(path, parts.join(to));
  }

  /** Puts a text into an area of the catalogue, in the languages that it is given in. */
  say(area: string, key: string, text: Readonly<Partial<Record<string, string>>>): void {
    for (const [language, sentence] of Object.entries(text)) {
      const path = `electron/texts/${language}/${area}.json`;
      if (key in JSON.parse(readFileSync(join(this.folder, path), 'utf8')))
        throw new Error(`${path} has ${key} already`);
      this.replace(path, '{\n', `{\n  ${JSON.stringify(key)}: ${JSON.stringify(sentence)},\n`);
    }
  }

  /** Runs a module of the copy and returns what it exports. */
  async run<Module>(path: string): Promise<Module> {
    const { module } = await runnerImport<Module>(join(this.folder, path), {
      configFile: false,
      plugins: [withoutStyles],
      root: this.folder,
      logLevel: 'error',
    });
    return module;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** A copy of the sources that is removed when the test has finished. */
export function changedSources(): ChangedSources {
  const sources = new ChangedSources();
  onTestFinished(() => sources.remove());
  return sources;
}
