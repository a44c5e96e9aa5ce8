import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AdminDevice } from '../../electron/contract/admin-devices';
import type { Finding } from '../../electron/contract/admin-hall';
import type { Language, Localized } from '../../electron/contract/common';
import type { NewPrinter } from '../../electron/contract/printers';
import type { MenuCounter } from '../../electron/contract/site';
import type { Desk } from '../../electron/contract/staff';
import type { StandbyState } from '../../electron/contract/standby';
import type { HolderTicket, Ticket } from '../../electron/contract/tickets';
import { cutPower, spawnHeadless } from './headless-process';

/** Everybody's. */
export const password = 'a long enough password';

/** The built program in a process of its own, which can be killed; its hall is the practice site. */
export interface HeadlessAntre {
  /** The same after `start`. */
  readonly url: string;
  /** The id of its process now. */
  readonly pid: number;
  /** Ends it as a power cut does: at once, with nothing tidied up. */
  kill(): Promise<void>;
  /** Starts it again with the same data on the same port; answers once it listens. */
  start(): Promise<void>;
  /** The built-in kiosk takes a number at the counter's first service and keeps it without paper. */
  takeNumber(counterCode: string, language?: Language): Promise<HolderTicket>;
  /** The first admin, made with the set-up code. */
  setUp(): Promise<Admin>;
}

export interface Admin {
  /** An officer of their own, signed in, who has taken the desk with that label. */
  officerAt(label: string): Promise<Officer>;
  changeSettings(change: Readonly<Record<string, unknown>>): Promise<void>;
  /** The kinds of what an admin should look at. */
  findings(): Promise<readonly string[]>;
  makeBackup(): Promise<void>;
  /** Stops the counter with this code by hand. */
  stop(counterCode: string, said: { readonly reason: Localized }): Promise<void>;
  /** Opens it again. */
  resume(counterCode: string): Promise<void>;
  /** Lets in the device that shows this code; returns its id. */
  letIn(code: string): Promise<string>;
  /** Lets a kiosk's machine stand by; answers once it has all that the hall has. */
  standBy(deviceId: string): Promise<void>;
  /** Keeps a printer for a kiosk. */
  keepPrinter(printer: NewPrinter): Promise<void>;
}

export interface Officer {
  /** `call-next`, `recall`, `no-show` … at the desk. Throws with the answer where it is refused. */
  press(verb: string): Promise<Ticket>;
}

/**
 * Starts the built program (`npm run build`) with a data directory, without a printer unless one is named; it is
 * killed when the test has finished.
 */
export async function launchHeadless(dataDir: string, printer = 'none'): Promise<HeadlessAntre> {
  let child: ChildProcess | undefined;
  let url = '';

  const start = async () => {
    const port = url === '' ? '0' : new URL(url).port;
    const started = spawnHeadless({ ANTRE_DATA_DIR: dataDir, ANTRE_PORT: port, ANTRE_PRINTER: printer });
    child = started;
    let said = '';
    url = await new Promise<string>((resolve, reject) => {
      started.once('exit', (status) => reject(new Error(`Antre ended with ${status}: ${said}`)));
      started.stderr?.on('data', (chunk: Buffer) => {
        said += chunk;
        const served = /served at (http:\S+)\/kiosk/.exec(said)?.[1];
        if (served) resolve(served);
      });
    });
  };
  const kill = async () => {
    const running = child;
    child = undefined;
    if (running) await cutPower(running);
  };
  onTestFinished(kill);
  await start();

  let requests = 0;
  const send = async <Answer>(
    method: string,
    path: string,
    { body, cookie }: { readonly body?: unknown; readonly cookie?: string } = {},
  ): Promise<{ readonly answer: Answer; readonly headers: Headers }> => {
    requests += 1;
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        origin: url,
        ...(method === 'POST' ? { 'idempotency-key': `${process.pid}-request-${requests}` } : {}),
        ...(cookie === undefined ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return { answer: (text === '' ? null : JSON.parse(text)) as Answer, headers: response.headers };
  };

  const cookieOf = async (path: string, body: unknown) => {
    const { headers } = await send('POST', path, { body });
    return headers.get('set-cookie')?.split(';')[0] ?? '';
  };

  return {
    get url() {
      return url;
    },
    get pid() {
      return child?.pid ?? 0;
    },
    kill,
    start,
    async takeNumber(counterCode, language = 'id') {
      const { answer: menu } = await send<MenuCounter[]>('GET', '/counters');
      const service = menu.find(({ code }) => code === counterCode)?.services[0];
      if (!service) throw new Error(`no service at counter ${counterCode}`);
      const { answer: issued } = await send<HolderTicket>('POST', '/tickets', {
        body: { serviceId: service.id, language },
      });
      const { answer: kept } = await send<HolderTicket>('POST', `/tickets/${issued.token}/paperless`);
      return kept;
    },
    async setUp() {
      const cookie = await cookieOf('/setup', {
        code: readFileSync(join(dataDir, 'setup-code'), 'utf8').trim(),
        username: 'admin',
        password,
        displayName: 'Admin',
      });
      const toCounter = async (code: string, verb: string, body?: unknown) => {
        const { answer: menu } = await send<MenuCounter[]>('GET', '/counters');
        const { id } = menu.find((counter) => counter.code === code) ?? {};
        await send('POST', `/counters/${id}/${verb}`, { cookie, ...(body === undefined ? {} : { body }) });
      };
      return {
        stop: (code, said) => toCounter(code, 'pause', said),
        resume: (code) => toCounter(code, 'resume'),
        async officerAt(label) {
          const username = `petugas-${label}`;
          const account = { username, password, displayName: username, role: 'staff' };
          await send('POST', '/admin/users', {
            cookie,
            body: { ...account, wholeHall: true, active: true },
          });
          const own = await cookieOf('/session', { username, password });
          const { answer: desks } = await send<Desk[]>('GET', '/desks', { cookie: own });
          const desk = desks.find((each) => each.label === label);
          if (!desk) throw new Error(`no desk ${label}`);
          await send<Desk>('POST', `/desks/${desk.id}/sign-in`, { cookie: own });
          return {
            press: async (verb) =>
              (await send<Ticket>('POST', `/desks/${desk.id}/${verb}`, { cookie: own })).answer,
          };
        },
        letIn: async (code) => {
          const { answer } = await send<AdminDevice>('POST', `/admin/devices/pairings/${code}/approve`, {
            cookie,
          });
          return answer.id;
        },
        standBy: async (deviceId) => {
          await send('POST', '/admin/standby', { cookie, body: { deviceId } });
          for (;;) {
            const { answer } = await send<StandbyState>('GET', '/admin/standby', { cookie });
            if (answer.state === 'following') return;
            await new Promise((resolve) => setTimeout(resolve, 200));
          }
        },
        keepPrinter: async (kept) => {
          await send('POST', '/admin/printers', { cookie, body: kept });
        },
        makeBackup: async () => {
          await send('POST', '/admin/backups', { cookie });
        },
        findings: async () => {
          const { answer } = await send<Finding[]>('GET', '/admin/findings', { cookie });
          return answer.map(({ kind }) => kind);
        },
        changeSettings: async (change) => {
          await send('PATCH', '/admin/settings', { cookie, body: change });
        },
      };
    },
  };
}
