import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { type OldVersion, oldChromiumAt } from '../../scripts/old-browsers.mjs';

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** A page in a browser that is too old for Playwright, driven by the few commands of its protocol that never changed. */
export interface OldPage {
  goto(url: string): Promise<void>;
  /** What an expression in the page comes to; a promise is waited for. */
  evaluate<Value>(expression: string): Promise<Value>;
  /** Waits until an expression in the page is truthy. */
  until(expression: string): Promise<void>;
  /** Presses the middle of the first element whose text begins so, as a mouse does. */
  press(selector: string, text: string): Promise<void>;
  type(text: string): Promise<void>;
  picture(file: string): Promise<void>;
  /** What the page has thrown or logged as an error, as sentences. */
  readonly faults: readonly string[];
}

export interface OldBrowser {
  readonly version: string;
  page(size: { readonly width: number; readonly height: number }): Promise<OldPage>;
  close(): Promise<void>;
}

/** Whether that version was fetched (`npm run browsers`). */
export function isFetched(version: OldVersion): boolean {
  return existsSync(oldChromiumAt(version));
}

/** Starts an old Chromium without a window. Throws where it was not fetched. */
export async function launchOldChromium(version: OldVersion): Promise<OldBrowser> {
  const program = oldChromiumAt(version);
  if (!existsSync(program)) throw new Error(`Chromium ${version} is not here: npm run browsers`);
  const profile = mkdtempSync(join(tmpdir(), 'antre-old-chromium-'));
  const child = spawn(
    program,
    [
      '--headless',
      '--no-sandbox',
      '--no-zygote',
      // Without a graphics processor, old builds ask for one again and again, and their pages stand still.
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--hide-scrollbars',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], cwd: dirname(program) },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (status) => reject(new Error(`Chromium ${version} ended with ${status}: ${said}`)));
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk;
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });
  const { origin } = new URL(address.replace('ws:', 'http:'));
  const about = (await (await fetch(`${origin}/json/version`)).json()) as { readonly Browser: string };
  return {
    version: about.Browser.split('/')[1] ?? '',
    page: (size) => openPage(origin, address, size),
    async close() {
      child.kill('SIGKILL');
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function openPage(
  origin: string,
  browser: string,
  size: { readonly width: number; readonly height: number },
): Promise<OldPage> {
  const control = await connect(browser);
  const { targetId } = await control.send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
  });
  const page = await connect(`${origin.replace('http:', 'ws:')}/devtools/page/${targetId}`);
  const faults: string[] = [];
  page.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    const { text, exception, url, lineNumber } = exceptionDetails as {
      text: string;
      exception?: { description?: string };
      url?: string;
      lineNumber?: number;
    };
    faults.push(`${text} ${exception?.description ?? ''} ${url ?? ''}:${lineNumber ?? ''}`);
  });
  page.on('Log.entryAdded', ({ entry }) => {
    const { level, text } = entry as { level: string; text: string };
    if (level === 'error') faults.push(text);
  });
  await page.send('Runtime.enable');
  await page.send('Log.enable');
  await page.send('Page.enable');
  await page.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });

  const evaluate = async <Value>(expression: string): Promise<Value> => {
    const { result, exceptionDetails } = await page.send<{
      result: { value: unknown };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Value;
  };
  const until = async (expression: string) => {
    await expect
      .poll(() => evaluate(`Boolean(${expression})`), { timeout: 30_000, message: expression })
      .toBe(true);
  };
  return {
    faults,
    evaluate,
    until,
    async goto(url) {
      const loaded = page.next('Page.loadEventFired');
      await page.send('Page.navigate', { url });
      await loaded;
    },
    async press(selector, text) {
      const found = `[...document.querySelectorAll(${JSON.stringify(selector)})].find((each) => each.textContent.trim().startsWith(${JSON.stringify(text)}))`;
      await until(found);
      const at = await evaluate<{ x: number; y: number }>(
        `(() => { const each = ${found}; each.scrollIntoView({ block: 'center' }); const box = each.getBoundingClientRect(); return { x: box.x + box.width / 2, y: box.y + box.height / 2 }; })()`,
      );
      const mouse = { ...at, button: 'left', clickCount: 1 };
      await page.send('Input.dispatchMouseEvent', { ...mouse, type: 'mousePressed' });
      await page.send('Input.dispatchMouseEvent', { ...mouse, type: 'mouseReleased' });
    },
    async type(text) {
      await page.send('Input.insertText', { text });
    },
    async picture(file) {
      const { data } = await page.send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
      writeFileSync(file, Buffer.from(data, 'base64'));
    },
  };
}

interface Connection {
  send<Result = unknown>(method: string, params?: object): Promise<Result>;
  on(event: string, heard: (params: Readonly<Record<string, unknown>>) => void): void;
  next(event: string): Promise<void>;
}

async function connect(address: string): Promise<Connection> {
  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error(`no line to ${address}`)));
  });
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  const listeners: { event: string; heard(params: Readonly<Record<string, unknown>>): void }[] = [];
  socket.addEventListener('message', ({ data }) => {
    const told = JSON.parse(String(data)) as Answer & {
      method?: string;
      params?: Readonly<Record<string, unknown>>;
    };
    for (const { event, heard } of listeners) if (event === told.method) heard(told.params ?? {});
    if (told.id === undefined) return;
    const asked = waiting.get(told.id);
    waiting.delete(told.id);
    if (told.error) asked?.reject(new Error(told.error.message));
    else asked?.resolve(told.result);
  });
  let sent = 0;
  return {
    send: <Result>(method: string, params: object = {}) => {
      sent += 1;
      const id = sent;
      return new Promise<Result>((resolve, reject) => {
        waiting.set(id, { resolve: (result) => resolve(result as Result), reject });
        socket.send(JSON.stringify({ id, method, params }));
      });
    },
    on: (event, heard) => void listeners.push({ event, heard }),
    next: (event) =>
      new Promise((resolve) => {
        listeners.push({ event, heard: () => resolve() });
      }),
  };
}
