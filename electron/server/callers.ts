import type { FastifyRequest } from 'fastify';
import { findTokenHolder, type TokenHolder, touchToken } from '../actions/accounts/api-tokens';
import { hashToken } from '../actions/accounts/secret-hash';
import { findSession, type SessionUser, touchSession } from '../actions/accounts/session';
import type { ActionContext, Actor } from '../actions/action';
import { touchDevice } from '../actions/admin/devices';
import type { Admission, Caller } from '../contract/routes/route';
import { ticketToken } from '../contract/tickets';
import { type Reach, reachOf } from '../queue/reach';
import { Refusal } from '../queue/refusal';
import { builtInKioskId } from '../store/import-configuration';
import { prepared } from '../store/prepared';
import { query } from '../store/store';
import { isStorageFault } from '../store/store-errors';
import type { Standing } from './bounds/places';
import { hearClock } from './clock-witness';
import { deviceCookie, sessionCookie } from './cookies';
import type { LocalKey } from './local-access';
import type { Network } from './network/network';
import type { ServerParts } from './parts';
import type { PlainRequests } from './tls/plain-requests';

/** Who a request comes from, as far as its route asks. */
export type ProvenCaller =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'holder'; readonly token: string }
  | { readonly kind: 'device'; readonly deviceId: string; readonly deviceKind: 'kiosk' | 'display' }
  | {
      readonly kind: 'user';
      readonly user: SessionUser;
      /** What the user reaches in the hall as it stands. */
      readonly reach: Reach;
    }
  | { readonly kind: 'token'; readonly tokenId: number }
  /** Antre's own user at this machine, by the command `antre`. */
  | { readonly kind: 'technician' };

/** How often a session in use is written down as such. */
const touchEveryMs = 60_000;

/** The caller as actions know it. */
export function actorOf(caller: ProvenCaller): Actor {
  switch (caller.kind) {
    case 'device':
      return { kind: 'device', deviceId: caller.deviceId };
    case 'user': {
      const { userId, role } = caller.user;
      return { kind: 'user', userId, role, counterIds: caller.reach };
    }
    case 'token':
      return { kind: 'token', tokenId: caller.tokenId };
    case 'technician':
      return { kind: 'technician' };
    case 'holder':
      return { kind: 'holder' };
    case 'anyone':
      return { kind: 'system' };
  }
}

/** A caller in the log: an id, never a name or a ticket's token. */
export function nameOf(caller: ProvenCaller): string {
  return caller.kind === 'holder' ? 'holder' : keyOwnerOf(caller);
}

/** What a caller reaches of the hall; whoever is no user reaches what their route is for. */
export function reachOfCaller(caller: ProvenCaller): Reach {
  return caller.kind === 'user' ? caller.reach : null;
}

/** The device that calls a route which only devices may call. */
export function deviceIdOf(caller: ProvenCaller): string {
  if (caller.kind !== 'device') throw new Refusal('forbidden');
  return caller.deviceId;
}

/** To whom an idempotency key belongs. */
export function keyOwnerOf(caller: ProvenCaller): string {
  switch (caller.kind) {
    case 'device':
      return caller.deviceId;
    case 'user':
      return `user:${caller.user.userId}`;
    case 'token':
      return `token:${caller.tokenId}`;
    case 'technician':
      return 'technician';
    case 'holder':
      return `holder:${hashToken(caller.token)}`;
    case 'anyone':
      return 'anyone';
  }
}

const deviceByToken = prepared((values: { tokenHash: string }) =>
  query
    .selectFrom('devices')
    .select(['id', 'kind'])
    .where('tokenHash', '=', values.tokenHash)
    .where('revokedAt', 'is', null),
);

/** Proves callers by what a request carries. The only place where it is decided who may call a route. */
export class Callers {
  readonly #parts: Pick<ServerParts, 'store' | 'clock' | 'hall' | 'actionRunner'>;
  readonly #network: Network;
  readonly #plain: PlainRequests;
  /** When each device was last written down as seen. */
  readonly #seenAt = new Map<string, number>();
  readonly #localKey: Pick<LocalKey, 'isKey'>;
  readonly #standings = new WeakMap<FastifyRequest, Standing>();

  constructor(
    parts: Pick<ServerParts, 'store' | 'clock' | 'hall' | 'actionRunner'>,
    known: {
      readonly network: Network;
      readonly plain: PlainRequests;
      readonly localKey: Pick<LocalKey, 'isKey'>;
    },
  ) {
    this.#parts = parts;
    this.#network = known.network;
    this.#plain = known.plain;
    this.#localKey = known.localKey;
  }

  /**
   * The request's caller, one of those that may call.
   * Throws `Refusal`: `not_signed_in` for nobody known, `password_change_needed`, `forbidden` for somebody else.
   */
  prove(request: FastifyRequest, { callers: allowed, inPerson, beforeOwnPassword }: Admission): ProvenCaller {
    if (allowed.includes('anyone')) return { kind: 'anyone' };
    const token = allowed.includes('holder') ? tokenInPath(request) : undefined;
    if (token !== undefined) return { kind: 'holder', token };
    if (allowed.every((caller) => caller === 'holder')) return { kind: 'holder', token: '' };
    if (!inPerson && allowed.includes('admin') && this.#isTechnician(request)) return { kind: 'technician' };

    const user = this.#sessionUser(request);
    if (user && allowed.includes(user.role)) {
      if (user.mustChangePassword && !beforeOwnPassword) throw new Refusal('password_change_needed');
      // A browser sends the cookie with any page's form; only our own pages send our origin.
      if (isUnsafe(request.method) && request.headers.origin === undefined) throw new Refusal('forbidden');
      this.#touch(user);
      hearClock(this.#parts.clock, request);
      return this.#asCaller(user);
    }
    const device = this.#device(request);
    if (device && allowed.includes(device.deviceKind)) {
      this.#touchDevice(device.deviceId);
      hearClock(this.#parts.clock, request);
      return device;
    }
    const program = this.#program(request);
    if (!inPerson && program?.roles.some((role) => allowed.includes(role))) {
      this.#touchProgram(program);
      return { kind: 'token', tokenId: program.tokenId };
    }

    const byName =
      user !== undefined || program !== undefined || (device !== undefined && carriesDeviceToken(request));
    throw new Refusal(byName ? 'forbidden' : 'not_signed_in');
  }

  /**
   * Whose places and budgets a request takes up: somebody proven, whatever route it is for, or an address. Looked up
   * once a request; touches nothing.
   */
  standingOf(request: FastifyRequest): Standing {
    const known = this.#standings.get(request);
    if (known) return known;
    const name = this.#provenName(request);
    const standing: Standing = name
      ? { kind: 'proven', key: name }
      : { kind: 'unproven', key: `address:${addressOf(request)}` };
    this.#standings.set(request, standing);
    return standing;
  }

  #provenName(request: FastifyRequest): string | undefined {
    const known = this.knownOf(request);
    if (known) return keyOwnerOf(known);
    const program = this.#program(request);
    if (program) return `token:${program.tokenId}`;
    // Whoever sits at this machine, whatever name of it they use.
    return this.#network.isFromThisMachine(request.raw) ? 'this-machine' : undefined;
  }

  /** The kiosk or display that a request comes from, or undefined. Touches nothing. */
  deviceOf(request: FastifyRequest): Extract<ProvenCaller, { kind: 'device' }> | undefined {
    return this.#device(request);
  }

  /** The device or signed-in user that a request comes from, or undefined. Touches nothing. */
  knownOf(request: FastifyRequest): Extract<ProvenCaller, { kind: 'device' | 'user' }> | undefined {
    const user = this.#sessionUser(request);
    return user ? this.#asCaller(user) : this.#device(request);
  }

  /**
   * What a request's caller, if one that may still call, reaches of the hall now; undefined: none such. For streams, which
   * outlive their first check. Touches nothing.
   */
  reachStill(request: FastifyRequest, allowed: readonly Caller[]): { readonly reach: Reach } | undefined {
    const user = this.#sessionUser(request);
    if (user && !user.mustChangePassword && allowed.includes(user.role)) return this.#asCaller(user);
    const device = this.#device(request);
    if (device !== undefined && allowed.includes(device.deviceKind)) return { reach: null };
    return this.#program(request)?.roles.some((each) => allowed.includes(each)) ? { reach: null } : undefined;
  }

  #asCaller(user: SessionUser): Extract<ProvenCaller, { kind: 'user' }> {
    const { institutionOf } = this.#parts.hall();
    return { kind: 'user', user, reach: user.role === 'admin' ? null : reachOf(user.account, institutionOf) };
  }

  #sessionUser(request: FastifyRequest): SessionUser | undefined {
    if (this.#plain.isRefused(request)) return undefined;
    // What went by plain HTTP before may have been read on the way.
    const isStrict = this.#plain.areRefused && request.protocol === 'https';
    for (const token of isStrict ? sessionCookie.ofHttps(request) : sessionCookie.of(request)) {
      const user = findSession(this.#parts.store, token, this.#parts.clock.now());
      if (user) return user;
    }
    return undefined;
  }

  #touch(user: SessionUser): void {
    if (Math.abs(this.#parts.clock.now() - user.lastSeenAt) < touchEveryMs) return;
    this.#note((context) => touchSession(context, user.tokenHash));
  }

  #touchDevice(deviceId: string): void {
    const now = this.#parts.clock.now();
    if (Math.abs(now - (this.#seenAt.get(deviceId) ?? 0)) < touchEveryMs) return;
    this.#seenAt.set(deviceId, now);
    this.#note((context) => touchDevice(context, deviceId));
  }

  /** Writes down that somebody was seen; on a full disk that can wait, and what was asked for can still be read. */
  #note(seen: (context: ActionContext) => void): void {
    try {
      this.#parts.actionRunner.run({ kind: 'system' }, seen);
    } catch (error) {
      if (!isStorageFault(error)) throw error;
    }
  }

  #program(request: FastifyRequest): TokenHolder | undefined {
    const token = bearerToken(request);
    return token === undefined ? undefined : findTokenHolder(this.#parts.store, token);
  }

  /** By the key that only this machine's owner of the data can read, and from nowhere else. */
  #isTechnician(request: FastifyRequest): boolean {
    const token = bearerToken(request);
    return token !== undefined && this.#localKey.isKey(token) && this.#network.isFromThisMachine(request.raw);
  }

  #touchProgram({ tokenId, lastUsedAt }: TokenHolder): void {
    if (Math.abs(this.#parts.clock.now() - (lastUsedAt ?? 0)) < touchEveryMs) return;
    this.#note((context) => touchToken(context, tokenId));
  }

  /**
   * The device by its token. A request without one is the built-in kiosk where it comes from this machine, by a
   * loopback `Host`, and of no foreign page (guarded before).
   */
  #device(request: FastifyRequest): Extract<ProvenCaller, { kind: 'device' }> | undefined {
    const token = deviceToken(request);
    if (token !== undefined) {
      const row = this.#parts.store.first(deviceByToken({ tokenHash: hashToken(token) }));
      return row && { kind: 'device', deviceId: row.id, deviceKind: row.kind };
    }
    if (!this.#network.isBuiltInKiosk(request.raw)) return undefined;
    return { kind: 'device', deviceId: builtInKioskId, deviceKind: 'kiosk' };
  }
}

/** Whether a method may change something. */
export function isUnsafe(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}

/** An IPv4 address is the same however the socket writes it. */
export function addressOf(request: FastifyRequest): string {
  return request.ip.toLowerCase().replace(/^::ffff:/, '');
}

function tokenInPath(request: FastifyRequest): string | undefined {
  const params = request.params as Readonly<Record<string, string>>;
  return Object.values(params).find((value) => ticketToken.safeParse(value).success);
}

function deviceToken(request: FastifyRequest): string | undefined {
  if (request.headers.authorization !== undefined) return bearerToken(request) ?? '';
  return deviceCookie.of(request)[0];
}

function bearerToken(request: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

function carriesDeviceToken(request: FastifyRequest): boolean {
  return deviceToken(request) !== undefined;
}
