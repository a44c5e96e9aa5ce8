import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import type { AskedReach } from '../../electron/actions/accounts/account-reach';
import { addUser } from '../../electron/actions/accounts/add-user';
import { openSession } from '../../electron/actions/accounts/session';
import { hasUsers } from '../../electron/actions/accounts/users';
import type { Config } from '../../electron/config';
import type { Configuration } from '../../electron/contract/configuration';
import { safeProfile } from '../../electron/contract/printer-profile';
import type { PrinterStatus } from '../../electron/contract/printer-status';
import type { Role } from '../../electron/contract/staff';
import { Copies } from '../../electron/copies/copies';
import { CopyWork } from '../../electron/copies/copy-work';
import type { HeavyWork } from '../../electron/heavy/heavy-work';
import { layoutPictures } from '../../electron/printing/layout-pictures';
import type { Printing } from '../../electron/printing/printing';
import { type RunningServer, startServer } from '../../electron/server/server';
import { openSetUpCode, type SetUpCode } from '../../electron/server/set-up-code';
import { Speech } from '../../electron/speech/speech';
import type { Synthesiser } from '../../electron/speech/synthesiser';
import { StandbyWatch } from '../../electron/standby/standby-watch';
import { keepJournal } from '../../electron/store/journal/keep-journal';
import { Updates } from '../../electron/updates/updates';
import { Uplink } from '../../electron/uplink/uplink';
import { centreSnapshotView } from '../../electron/views/centre/snapshot-view';
import { requireConforming } from './contract-check';
import { heavyWorkOf } from './heavy-work';
import type { RawAnswer, RawRequest } from './raw-request';
import { type TestHall, testHall } from './test-hall';

/** The built-in printer's place in tests: its status is set by hand, its pictures are told from outside. */
export interface SettablePrinter extends Printing {
  set(status: PrinterStatus): void;
  readonly pictures: Map<number, string>;
  /** Tickets whose bytes can't be made. */
  readonly unprintable: Set<number>;
}

export function settablePrinter(): SettablePrinter {
  let status: PrinterStatus = { state: 'ready', cause: null, detail: null };
  const listeners = new Set<() => void>();
  const pictures = new Map<number, string>();
  const unprintable = new Set<number>();
  return {
    status: () => status,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    preview: () => true,
    failingLamps: () => [],
    profile: () => safeProfile,
    now: () => ({ printers: [], setFromOutside: true, preview: true }),
    told: () => undefined,
    find: async () => ({ printers: [], unsearched: [] }),
    testPrint: async () => ({ outcome: 'not_sent', status }),
    printDraft: async () => ({ outcome: 'not_sent', status }),
    picture: (ticketId) => pictures.get(ticketId) ?? null,
    paper: (ticketId, copy, { paperWidth }) => {
      if (unprintable.has(ticketId)) throw new Error('no such letter');
      return Buffer.from(`${ticketId}${copy ? ' SALINAN' : ''} on ${paperWidth} mm`);
    },
    pictures,
    unprintable,
    set: (next) => {
      status = next;
      for (const listener of listeners) listener();
    },
  };
}

export interface TestServer extends RunningServer {
  readonly hall: TestHall;
  readonly printer: SettablePrinter;
  readonly setUpCode: SetUpCode;
  readonly dataDir: string;
  readonly heavyWork: HeavyWork;
  readonly copies: Copies;
  readonly uplink: Uplink;
  /** Makes an account, without the slow hash, and signs it in; of the whole hall unless something else is said. */
  signIn(role: Role, reach?: AskedReach): Signed;
  /** Sends a request as it stands: any header may be forged. An answer that isn't the contract's throws. */
  send(request: RawRequest): Promise<RawAnswer>;
}

export interface Signed {
  readonly userId: number;
  readonly token: string;
  /** The headers of a page that this user works with. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A listening server on a free port over a test hall; it stops when the test has finished. */
export async function runningServer(
  options: {
    readonly configuration?: Configuration;
    readonly hall?: TestHall;
    readonly host?: string;
    /** 0: also by https; else not. */
    readonly httpsPort?: number;
    readonly dataDir?: string;
    readonly succeeded?: (by: { readonly epoch: number; readonly hub: string }) => void;
    readonly trustedProxies?: readonly string[];
    readonly localKiosk?: Config['localKiosk'];
    /** Where a package's updater is asked and tells. */
    readonly updatesDir?: string;
    /** What the machine has to make speech by; nothing unless said. */
    readonly findSynthesiser?: () => Promise<Synthesiser | null>;
  } = {},
): Promise<TestServer> {
  const hall = options.hall ?? testHall(options.configuration);
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'antre-server-'));
  const pagesDir = join(dataDir, 'pages');
  for (const surface of ['kiosk', 'staff', 'display', 'phone']) {
    mkdirSync(join(pagesDir, surface), { recursive: true });
    writeFileSync(
      join(pagesDir, surface, 'index.html'),
      `<!doctype html><meta property="csp-nonce" nonce="CSP_NONCE"><title>${surface}</title>`,
    );
  }
  mkdirSync(join(pagesDir, 'assets'), { recursive: true });
  writeFileSync(join(pagesDir, 'assets', 'kiosk-abc123.js'), 'export {};');
  const log = pino({ level: process.env.ANTRE_LOG ?? 'silent' });
  const printer = settablePrinter();
  const setUpCode = openSetUpCode({ dataDir, accountExists: hasUsers(hall.store), log });
  const heavyWork = heavyWorkOf(hall);
  const find = options.findSynthesiser ?? (async () => null);
  const speech = new Speech({ dataDir, hall: hall.hall, clock: hall.time, log }, { find });
  const copies = new Copies({
    dataDir,
    database: hall.store.file,
    clock: hall.time,
    hall: hall.hall,
    log,
    version: '0.0.0-test',
    work: new CopyWork(),
  });
  const standby = new StandbyWatch({ store: hall.store, log, hall: hall.hall });
  const journal = keepJournal({
    ...{ store: hall.store, clock: hall.time },
    onFault: (error) => log.error(error),
  });
  const uplink = new Uplink({
    ...{ dataDir, store: hall.store, journal, clock: hall.time, hall: hall.hall, log },
    ...{ version: '0.0.0-test', firstWaitMs: 20 },
    snapshot: () =>
      centreSnapshotView(hall.view(), {
        ...{ version: '0.0.0-test', copies: { here: null, away: null }, clockIsSure: true, documents: [] },
      }),
  });
  const server = await startServer({
    store: hall.store,
    clock: hall.time,
    log,
    hall: hall.hall,
    actionRunner: hall.actionRunner,
    printer,
    heavyWork,
    copies,
    uplink,
    updates: new Updates({
      folder: options.updatesDir ?? null,
      version: '0.0.0-test',
      timezone: () => hall.hall().settings.timezone,
    }),
    standby,
    succeeded: (by) => options.succeeded?.(by),
    speech,
    drawLayout: (draft) => layoutPictures(draft, hall.hall(), hall.clock.now()),
    setUpCode,
    mayExit: async ({ pin }) => pin === '246810',
    dataDir,
    pagesDir,
    host: options.host ?? '127.0.0.1',
    port: 0,
    httpsPort: options.httpsPort ?? null,
    trustedProxies: options.trustedProxies ?? [],
    localKiosk: options.localKiosk ?? 'own',
    version: '0.0.0-test',
  });
  onTestFinished(async () => {
    await uplink.stop();
    await server.stop();
    standby.stop();
    await speech.stop();
    copies.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  // Connections are kept as browsers do: the system is asked once for each whose it is, by its list of all.
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  let accounts = 0;
  return {
    ...server,
    hall,
    printer,
    setUpCode,
    dataDir,
    heavyWork,
    copies,
    uplink,
    signIn: (role, reach = { wholeHall: true }) => {
      accounts += 1;
      return hall.actionRunner.run({ kind: 'system' }, (context) => {
        const userId = addUser(context, {
          username: `${role}.${accounts}`,
          displayName: `${role} ${accounts}`,
          role,
          passwordHash: '',
          ...reach,
          active: true,
          leave: [],
          mustChangePassword: false,
        });
        const token = openSession(context, userId, null);
        return { userId, token, headers: { cookie: `antre_session=${token}`, origin: server.url } };
      });
    },
    send: async (request) => {
      const answer = await send(server.url, agent, request);
      if (request.path.startsWith('/api/')) requireConforming(request, answer);
      return answer;
    },
  };
}

function send(
  url: string,
  agent: Agent,
  { method = 'GET', path, headers = {}, body, file }: RawRequest,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: hostname,
        port,
        method,
        path,
        agent,
        headers: {
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString();
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: answer,
            json: parsed(answer),
          });
        });
      },
    );
    request.on('error', reject);
    request.end(file ?? text);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
