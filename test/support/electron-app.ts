import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Antre running in real Electron, from the built files. */
export interface LaunchedAntre {
  readonly electron: ElectronApplication;
  /** The kiosk's window. */
  readonly kiosk: Page;
  /** The log's lines since Playwright had hold of the process, newest last. */
  logged(): readonly { readonly msg: string; readonly [field: string]: unknown }[];
  /** Waits for the log to hold a line with this message; throws after `withinMs`. */
  waitForLog(message: string, withinMs?: number): Promise<void>;
  /** The process's exit status, once it has ended. */
  readonly ended: Promise<number | null>;
}

/**
 * Starts Antre in Electron with a data directory and a free port; it is ended when the test has finished. Needs a
 * build and a display. `before` is a file of this folder that runs in the main process before Antre.
 */
export async function launchAntre(
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
  before?: string,
): Promise<LaunchedAntre> {
  const electron = await _electron.launch({
    executablePath: electronProgram(),
    args: [...(before ? ['-r', join(import.meta.dirname, before)] : []), '.', ...asRoot()],
    cwd: root,
    env: {
      ...ownEnvironment(),
      ANTRE_NODE: execPath,
      // Playwright works by the very doors that a hall keeps shut.
      ANTRE_ALLOW_DEBUGGING: '1',
      ANTRE_DATA_DIR: dataDir,
      ANTRE_PORT: '0',
      ...environment,
    },
  });
  // A limit for what would never end: windows are drawn without a graphics processor, beside the other suites.
  electron.context().setDefaultTimeout(120_000);
  const process = electron.process();
  let output = '';
  process.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  const ended = new Promise<number | null>((resolve) => process.once('exit', resolve));
  onTestFinished(async () => {
    process.kill('SIGTERM');
    const kill = setTimeout(() => process.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(kill);
  });
  const logged = () =>
    output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .flatMap((line) => {
        try {
          return [JSON.parse(line)];
        } catch {
          return [];
        }
      });
  return {
    electron,
    kiosk: await electron.firstWindow(),
    ended,
    logged,
    waitForLog: (message, withinMs) =>
      waitFor(() => logged().some((line) => line.msg === message), `"${message}" in the log`, withinMs),
  };
}

/** Waits until the condition holds; throws, saying what was waited for, after `withinMs`. */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
  what: string,
  withinMs = 240_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited ${withinMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Where Electron's program is: scripts/test.cjs says so, else the same places that it looks at. */
export function electronProgram(): string {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const places = [
    process.env.ANTRE_TEST_ELECTRON,
    override && join(override, 'electron'),
    join(root, 'node_modules/electron/dist/electron'),
  ];
  const found = places.find((place) => place && existsSync(place));
  if (!found) throw new Error('No Electron here: npx install-electron');
  return found;
}

/** Chromium refuses to sandbox as root, which test machines often are. */
export function asRoot(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** This process's environment without what would configure Antre. */
export function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('ANTRE_'),
    ),
  );
}
