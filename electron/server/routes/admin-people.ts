import type { FastifyRequest } from 'fastify';
import { addUser } from '../../actions/accounts/add-user';
import { changeToken, makeToken, revokeToken } from '../../actions/accounts/api-tokens';
import { changeUser } from '../../actions/accounts/change-user';
import { importUsers, makePassword, takenNames } from '../../actions/accounts/import-users';
import { readUserList } from '../../actions/accounts/read-user-list';
import { removeUser } from '../../actions/accounts/remove-user';
import { fingerprintSecret, hashMadeSecret, hashSecret } from '../../actions/accounts/secret-hash';
import { endSession, endSessionsOf } from '../../actions/accounts/session';
import type { AdminUser, ImportFault } from '../../contract/admin';
import type { RouteName } from '../../contract/routes';
import { Refusal } from '../../queue/refusal';
import { fieldFault } from '../../texts/field-fault';
import { findToken, listTokens } from '../../views/admin/tokens';
import { findUser, listSessions, listUsers, sessionHash } from '../../views/admin/users';
import { isCommonPassword, requireUncommon } from '../common-passwords';
import { edited, found, made, removed } from '../routing/edit';
import { type Handlers, present, viewContextOf } from '../routing/route-request';

/** So many passwords are hashed at once: the other threads are for those who sign in meanwhile. */
const hashedAtOnce = 2;

/** Who works here, where they are signed in, and the programs beside them. */
export const adminPeopleRoutes = {
  users: ({ look }) => ({ status: 200, body: listUsers(look()) }),
  user: ({ look, params }) => ({ status: 200, body: found(findUser(look(), Number(params.id))) }),
  addUser: async ({ act, body, raw }) => {
    const { password, counterIds, ...account } = body;
    await requireUncommon(password, body.username);
    const passwordHash = await hashSecret(password);
    await hidePassword(raw, password);
    return act((context) => {
      const userId = addUser(context, {
        ...account,
        passwordHash,
        ...(counterIds === undefined ? {} : { counterIds: counterIds?.map(Number) ?? null }),
        active: account.active ?? true,
        leave: account.leave ?? [],
        mustChangePassword: account.mustChangePassword ?? false,
      });
      return made('user', findUser(viewContextOf(context), userId), kept);
    });
  },
  changeUser: async ({ act, look, params, body, raw }) => {
    const { password, counterIds, ...fields } = body;
    const userId = Number(params.id);
    if (password !== undefined) {
      const username = body.username ?? found(findUser(look(), userId)).username;
      await requireUncommon(password, username);
    }
    const passwordHash = password === undefined ? undefined : await hashSecret(password);
    return act((context) => {
      const { edit, ...answer } = edited(
        raw,
        () => findUser(viewContextOf(context), userId),
        () =>
          changeUser(context, userId, {
            ...present(fields),
            ...(passwordHash === undefined ? {} : { passwordHash }),
            ...(counterIds === undefined ? {} : { counterIds: counterIds?.map(Number) ?? null }),
          }),
        kept,
      );
      const newPassword = passwordHash === undefined ? {} : { newPassword: true };
      return {
        ...answer,
        edit: { before: edit.before, after: { ...edit.after, ...newPassword } },
      };
    });
  },
  removeUser: ({ act, params, raw }) =>
    act((context) => {
      const userId = Number(params.id);
      const { edit, ...answer } = removed(
        raw,
        () => findUser(viewContextOf(context), userId),
        () => removeUser(context, userId),
        kept,
      );
      const left = findUser(viewContextOf(context), userId);
      return { ...answer, edit: { before: edit.before, after: left ? kept(left) : null } };
    }),

  userSessions: ({ look, params, caller }) => {
    const context = look();
    const userId = Number(params.id);
    found(findUser(context, userId));
    const current = caller.kind === 'user' ? caller.user.tokenHash : null;
    return { status: 200, body: listSessions(context, userId, current) };
  },
  endUserSessions: ({ act, params }) =>
    act((context) => {
      const { sessions } = found(findUser(viewContextOf(context), Number(params.id)));
      endSessionsOf(context, Number(params.id));
      return { status: 204, body: null, edit: { before: { sessions } } };
    }),
  endUserSession: ({ act, params }) =>
    act((context) => {
      const userId = Number(params.id);
      const view = viewContextOf(context);
      const before = listSessions(view, userId, null).find(({ id }) => id === params.session);
      endSession(context, userId, found(sessionHash(view, userId, params.session)));
      return { status: 204, body: null, edit: { before: before ?? null } };
    }),

  previewUserImport: async ({ look, body }) => {
    const { reader, hall } = look();
    const list = readUserList(body.csv, hall);
    const users = list.users.map(({ password, reach, ...user }) => ({
      ...user,
      wholeHall: reach.wholeHall,
      institutions: [...reach.institutions],
      counterIds: reach.counterIds?.map(String) ?? null,
      hasPassword: password !== null,
    }));
    const faults = [
      ...list.faults,
      ...takenNames(reader, list.users),
      ...(await commonPasswordsIn(list.users)),
    ].sort((a, b) => a.line - b.line);
    return { status: 200, body: { users, faults } };
  },
  importUsers: async ({ act, look, body }) => {
    const { reader, hall } = look();
    const list = readUserList(body.csv, hall);
    const faults = [
      ...list.faults,
      ...takenNames(reader, list.users),
      ...(await commonPasswordsIn(list.users)),
    ];
    if (faults.length > 0) throw new Refusal('invalid_request', { errors: faults.map(asError) });
    const users = await withPasswords(list.users);
    return act((context) => {
      // A counter may have been archived, or a name taken, while the passwords were hashed.
      const now = readUserList(body.csv, context.hall);
      const meanwhile = [...now.faults, ...takenNames(context.transaction, now.users)];
      if (meanwhile.length > 0) throw new Refusal('invalid_request', { errors: meanwhile.map(asError) });
      importUsers(context, users);
      return {
        status: 201,
        body: {
          users: users.map(({ username, displayName, password, given }) => ({
            username,
            displayName,
            password: given ? null : password,
          })),
        },
        edit: {
          subject: 'users',
          after: users.map(({ username, displayName, role, reach: { wholeHall, institutions } }) => ({
            username,
            displayName,
            role,
            ...(wholeHall ? { wholeHall } : { institutions }),
          })),
        },
      };
    });
  },

  tokens: ({ look }) => ({ status: 200, body: listTokens(look()) }),
  token: ({ look, params }) => ({ status: 200, body: found(findToken(look(), Number(params.id))) }),
  makeToken: ({ act, body }) =>
    act((context) => {
      const { tokenId, token } = makeToken(context, body);
      const answer = made('token', findToken(viewContextOf(context), tokenId));
      return { ...answer, body: { ...answer.body, token } };
    }),
  changeToken: ({ act, params, body, raw }) =>
    act((context) =>
      edited(
        raw,
        () => findToken(viewContextOf(context), Number(params.id)),
        () => changeToken(context, Number(params.id), body),
      ),
    ),
  revokeToken: ({ act, params, raw }) =>
    act((context) =>
      removed(
        raw,
        () => findToken(viewContextOf(context), Number(params.id)),
        () => revokeToken(context, Number(params.id)),
      ),
    ),
} satisfies Partial<Handlers<RouteName>>;

/** What an audit row keeps of a user: what an admin sets. */
function kept({ sessions: _now, deskLabel: _here, onLeaveUntil: _today, ...user }: AdminUser) {
  return user;
}

function asError({ line, column, kind, value }: ImportFault) {
  return {
    path: `line ${line}${column === '' ? '' : `, ${column}`}`,
    fault: fieldFault(`list_${kind}`, { value }),
  };
}

/** The people of a list whose password is guessed first; it isn't told again. */
async function commonPasswordsIn(users: ReturnType<typeof readUserList>['users']): Promise<ImportFault[]> {
  const faults: ImportFault[] = [];
  for (const { line, username, password } of users) {
    if (password === null || !(await isCommonPassword(password, username))) continue;
    faults.push({ line, column: 'kata_sandi', kind: 'common_password', value: '' });
  }
  return faults;
}

async function withPasswords(users: ReturnType<typeof readUserList>['users']) {
  const whole: ((typeof users)[number] & {
    readonly password: string;
    readonly given: boolean;
    readonly passwordHash: string;
  })[] = [];
  for (let first = 0; first < users.length; first += hashedAtOnce) {
    const some = users.slice(first, first + hashedAtOnce).map(async (user) => {
      const given = user.password !== null;
      const password = user.password ?? makePassword();
      const passwordHash = await (given ? hashSecret(password) : hashMadeSecret(password));
      return { ...user, password, given, passwordHash };
    });
    whole.push(...(await Promise.all(some)));
  }
  return whole;
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
