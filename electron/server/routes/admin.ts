import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addUser } from '../../actions/accounts/add-user';
import { changeSettings } from '../../actions/accounts/change-settings';
import { changeUser } from '../../actions/accounts/change-user';
import { fingerprintSecret, hashSecret } from '../../actions/accounts/secret-hash';
import { findUser, listUsers, type VersionedUser } from '../../actions/accounts/users';
import { goLive } from '../../actions/go-live';
import type { RouteName } from '../../contract/routes';
import type { Settings, ShownSettings } from '../../contract/settings';
import { Refusal } from '../../queue/refusal';
import { readHall } from '../../store/hall';
import type { Reader } from '../../store/store';
import { siteView } from '../../views/site-view';
import { matchesTag } from '../edit';
import { type Handlers, viewContextOf } from '../route-request';

/** What admins set up. */
export const adminRoutes = {
  users: ({ look }) => ({ status: 200, body: listUsers(look().reader).map(({ user }) => user) }),
  user: ({ look, params, reply }) => {
    const found = requireUser(look().reader, Number(params.id));
    return { status: 200, body: withTag(reply, found) };
  },
  addUser: async ({ act, body, raw, reply }) => {
    const { password, ...account } = body;
    const passwordHash = await hashSecret(password);
    await hidePassword(raw, password);
    return act((context) => {
      const userId = addUser(context, {
        ...account,
        passwordHash,
        counterIds: account.counterIds?.map(Number) ?? null,
        active: account.active ?? true,
      });
      const made = requireUser(context.transaction, userId);
      return {
        status: 201,
        body: withTag(reply, made),
        edit: { subject: `user:${userId}`, after: made.user },
      };
    });
  },
  changeUser: async ({ act, params, body, raw, reply }) => {
    const { password, counterIds, ...fields } = body;
    const userId = Number(params.id);
    const passwordHash = password === undefined ? undefined : await hashSecret(password);
    return act((context) => {
      const before = requireUser(context.transaction, userId);
      changeUser(context, {
        userId,
        ifVersion: wantedVersion(raw, before),
        change: {
          ...present(fields),
          ...(passwordHash === undefined ? {} : { passwordHash }),
          ...(counterIds === undefined ? {} : { counterIds: counterIds?.map(Number) ?? null }),
        },
      });
      const after = requireUser(context.transaction, userId);
      const newPassword = passwordHash === undefined ? {} : { newPassword: true };
      return {
        status: 200,
        body: withTag(reply, after),
        edit: { before: before.user, after: { ...after.user, ...newPassword } },
      };
    });
  },

  settings: ({ look, reply }) => {
    const shown = shownSettings(look().hall.settings);
    reply.header('etag', tagOfSettings(shown));
    return { status: 200, body: shown };
  },
  changeSettings: async ({ act, body, raw, reply }) => {
    const { exitPin, ...fields } = body;
    const exitPinHash = typeof exitPin === 'string' ? await hashSecret(exitPin) : exitPin;
    return act((context) => {
      const before = shownSettings(context.hall.settings);
      const wanted = raw.headers['if-match'];
      if (wanted !== undefined && !matchesTag(wanted, tagOfSettings(before))) {
        throw new Refusal('changed_meanwhile');
      }
      const after = shownSettings(
        changeSettings(context, {
          ...present(fields),
          ...(exitPinHash === undefined ? {} : { exitPinHash }),
        }),
      );
      reply.header('etag', tagOfSettings(after));
      return { status: 200, body: after, edit: { subject: 'settings', before, after } };
    });
  },
  goLive: ({ act }) =>
    act((context) => {
      const edit = { subject: 'site', after: goLive(context) };
      // The configuration that is kept is read anew only after the commit.
      const live = { ...context, hall: readHall(context.transaction) };
      return { status: 200, body: siteView(viewContextOf(live)), edit };
    }),
} satisfies Partial<Handlers<RouteName>>;

function requireUser(reader: Reader, userId: number): VersionedUser {
  const found = findUser(reader, userId);
  if (!found) throw new Refusal('not_found');
  return found;
}

function withTag(reply: FastifyReply, { user, version }: VersionedUser) {
  reply.header('etag', `"${version}"`);
  return user;
}

/** The version that an edit was made from, by `If-Match`; null: whatever there is. */
function wantedVersion(request: FastifyRequest, before: VersionedUser): number | null {
  const wanted = request.headers['if-match'];
  if (wanted === undefined) return null;
  return matchesTag(wanted, `"${before.version}"`) ? before.version : -1;
}

function shownSettings({ exitPinHash, ...shown }: Settings): ShownSettings {
  return { ...shown, exitPinSet: exitPinHash !== null };
}

function tagOfSettings(shown: ShownSettings): string {
  return `"${createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22)}"`;
}

/** Without the fields that were not sent. */
function present<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}

/**
 * An idempotency key is kept with a quick hash of the body, from which a password could be guessed: so the body is
 * compared by a slow fingerprint of the password instead.
 */
async function hidePassword(request: FastifyRequest, password: string): Promise<void> {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return;
  const fingerprint = await fingerprintSecret(password, key);
  request.body = { ...(request.body as object), password: fingerprint };
}
