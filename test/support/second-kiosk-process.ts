import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { cutPower, spawnHeadless } from './headless-process';

/** The built program as a kiosk that works for a hub, in a process of its own without windows. */
export interface SecondKioskProcess {
  /** Waits until it has said something that fits; returns the first part in parentheses, or the whole. */
  said(pattern: RegExp): Promise<string>;
  /** The device token that it was given, as its page's cookie holds it. */
  token(): string;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  start(): void;
  /** The status that it ends with by itself. */
  ended(): Promise<number | null>;
}

/** Starts it with a data directory and a printer; it is killed when the test has finished. */
export function launchSecondKiosk(
  hub: string,
  dataDir: string,
  printer: string,
  settings: Readonly<Record<string, string>> = {},
): SecondKioskProcess {
  let child: ChildProcess | undefined;
  let words = '';
  const hearing = new Set<() => void>();
  const start = () => {
    words = '';
    child = spawnHeadless({ ANTRE_DATA_DIR: dataDir, ANTRE_HUB: hub, ANTRE_PRINTER: printer, ...settings });
    child.stderr?.on('data', (chunk: Buffer) => {
      words += chunk;
      for (const hear of [...hearing]) hear();
    });
  };
  const kill = async () => {
    const running = child;
    child = undefined;
    if (running) await cutPower(running);
  };
  onTestFinished(kill);
  start();
  return {
    said: (pattern) =>
      new Promise((resolve) => {
        const hear = () => {
          const found = pattern.exec(words);
          if (!found) return;
          hearing.delete(hear);
          resolve(found[1] ?? found[0]);
        };
        hearing.add(hear);
        hear();
      }),
    token: () =>
      (JSON.parse(readFileSync(join(dataDir, 'hub-access.json'), 'utf8')) as { token: string }).token,
    kill,
    start,
    ended: async () => {
      if (!child || child.exitCode !== null) return child?.exitCode ?? null;
      const [status] = (await once(child, 'exit')) as [number | null];
      return status;
    },
  };
}
