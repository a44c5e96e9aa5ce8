import { url as inspectorUrl } from 'node:inspector';

/** Flags of Electron's command line that are for the shell itself. */
export const shellFlags = { withoutGraphics: '--without-graphics' } as const;

/** Chromium's doors for debuggers. */
const debuggingSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
] as const;

/**
 * Chromium's and Electron's switches that a machine may need: its screen, its graphics, its memory, its keyring, and root in
 * a test. What else they have can take away what the kiosk is locked by (`--disable-web-security`, `--proxy-server`, `--load-extension`).
 */
const neededSwitches: ReadonlySet<string> = new Set([
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--force-device-scale-factor',
  '--gtk-version',
  '--js-flags',
  '--lang',
  '--no-sandbox',
  '--ozone-platform',
  '--password-store',
  '--touch-events',
  '--use-angle',
  '--use-gl',
  // Whoever comes by these was let in before (`debuggingRefused`).
  '--inspect',
  ...debuggingSwitches.map((name) => `--${name}`),
  ...Object.values(shellFlags),
]);

/** Whether a flag of Electron's command line is one of those that aren't Antre's configuration and may be there. */
export function isNeededSwitch(flag: string): boolean {
  return neededSwitches.has(flag);
}

/**
 * Why this process may not go on, or null: a debugger could come in, by Node's inspector or by one of Chromium's doors
 * (`hasSwitch`), and whoever comes in has the hall. Tests and developers say ANTRE_ALLOW_DEBUGGING=1, which a program that was packaged
 * (`isPackaged`) ignores. From here on a signal opens the inspector no more either.
 */
export function debuggingRefused({
  environment,
  isPackaged = false,
  hasSwitch = () => false,
}: {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isPackaged?: boolean;
  readonly hasSwitch?: (name: string) => boolean;
}): string | null {
  if (!isPackaged && environment.ANTRE_ALLOW_DEBUGGING === '1') return null;
  if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined);
  const open = [
    ...debuggingSwitches.filter(hasSwitch).map((name) => `--${name}`),
    ...(inspectorUrl() ? ['--inspect'] : []),
  ];
  if (open.length === 0) return null;
  return `Antre does not start with ${open.join(' and ')}: a debugger would have the whole hall. ${
    isPackaged ? 'Start it without.' : 'To debug a clone set ANTRE_ALLOW_DEBUGGING=1.'
  }`;
}

/**
 * What Electron was given for Antre, of `process.argv`: without the program and, where it isn't packaged, the first word
 * that is no switch, which is the app's own folder, and files to run before it (`-r FILE`).
 */
export function flagsOfElectron(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const given = argv.slice(1);
  if (isPackaged) return given;
  const own = given.filter((word, at) => word !== '-r' && given[at - 1] !== '-r');
  const folder = own.findIndex((word) => !word.startsWith('-'));
  return own.filter((_, at) => at !== folder);
}
