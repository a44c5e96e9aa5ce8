import { changeOwnPassword } from '../../actions/accounts/change-own-password';
import { changeSettings } from '../../actions/accounts/change-settings';
import { countAttempt } from '../../actions/accounts/count-attempt';
import { makeFirstAdmin } from '../../actions/accounts/make-first-admin';
import { recordAudit } from '../../actions/accounts/record-audit';
import { hashSecret, isSecret } from '../../actions/accounts/secret-hash';
import { endSession, openSession } from '../../actions/accounts/session';
import { beginSignIn, completeSignIn, recordFailedSignIn } from '../../actions/accounts/sign-in';
import { hasUsers, mustChangePassword, readUser } from '../../actions/accounts/users';
import type { RouteName } from '../../contract/routes';
import { Refusal } from '../../queue/refusal';
import { fieldFault } from '../../texts/field-fault';
import { Turns } from '../bounds/turns';
import { actorOf } from '../callers';
import { requireUncommon } from '../common-passwords';
import { sessionCookie } from '../cookies';
import type { ServerParts } from '../parts';
import type { Handlers } from '../routing/route-request';
import type { PlainRequests } from '../tls/plain-requests';

const samePassword = fieldFault('same_password');
const system = { kind: 'system' } as const;

/** The first account, signing in and out. */
export function sessionRoutes({ store, hall, actionRunner, setUpCode }: ServerParts, plain: PlainRequests) {
  const turns = new Turns();
  const sessionOf = (userId: number) => {
    const user = readUser(store, hall(), userId);
    if (!user) throw new Refusal('not_signed_in');
    return { user, ...(mustChangePassword(store, userId) ? { mustChangePassword: true as const } : {}) };
  };
  return {
    setup: async ({ body, raw, reply }) => {
      actionRunner.run(system, (context) => {
        if (hasUsers(context.transaction)) throw new Refusal('already_set_up');
        countAttempt(context, { kind: 'set-up', address: raw.ip });
      });
      if (!setUpCode.matches(body.code)) throw new Refusal('setup_code_wrong');
      await requireUncommon(body.password, body.username);
      const passwordHash = await hashSecret(body.password);
      const exitPinHash = body.exitPin === undefined ? undefined : await hashSecret(body.exitPin);
      const { username, displayName } = body;
      const { userId, token } = actionRunner.run(system, (context) => {
        const first = makeFirstAdmin(context, { username, displayName, passwordHash, address: raw.ip });
        if (exitPinHash !== undefined) changeSettings(context, { exitPinHash });
        return { userId: first, token: openSession(context, first, raw.ip) };
      });
      setUpCode.burn();
      sessionCookie.give(raw, reply, token);
      return { status: 201, body: sessionOf(userId) };
    },
    signIn: async ({ body, raw, reply }) => {
      if (plain.isRefused(raw)) throw new Refusal('https_needed');
      const account = actionRunner.run(system, (context) =>
        beginSignIn(context, { username: body.username, address: raw.ip }),
      );
      const right = await turns.take(raw.ip, () => isSecret(body.password, account?.passwordHash));
      // A name that nobody has may be a password in the wrong field, and is not written down.
      if (account && !right) {
        actionRunner.run(system, (context) => recordFailedSignIn(context, account, raw.ip));
      }
      if (!right || !account) throw new Refusal('bad_credentials');
      const token = actionRunner.run(system, (context) =>
        completeSignIn(context, account, {
          username: body.username,
          despiteLeave: body.despiteLeave ?? false,
          address: raw.ip,
          before: sessionCookie.of(raw)[0],
        }),
      );
      sessionCookie.give(raw, reply, token);
      return { status: 200, body: sessionOf(account.userId) };
    },
    session: ({ caller }) => {
      if (caller.kind !== 'user') throw new Refusal('not_signed_in');
      return { status: 200, body: sessionOf(caller.user.userId) };
    },
    changeOwnPassword: async ({ caller, body, raw }) => {
      if (caller.kind !== 'user') throw new Refusal('not_signed_in');
      const { username, tokenHash } = caller.user;
      const account = actionRunner.run(system, (context) =>
        beginSignIn(context, { username, address: raw.ip }),
      );
      if (!account || !(await isSecret(body.current, account.passwordHash)))
        throw new Refusal('password_wrong');
      if (body.current === body.password)
        throw new Refusal('invalid_request', { errors: [{ path: 'password', fault: samePassword }] });
      await requireUncommon(body.password, username);
      const passwordHash = await hashSecret(body.password);
      actionRunner.run(actorOf(caller), (context) =>
        changeOwnPassword(context, account, { username, address: raw.ip, passwordHash, tokenHash }),
      );
      return { status: 204, body: null };
    },
    signOut: ({ caller, reply, raw }) => {
      if (caller.kind !== 'user') throw new Refusal('not_signed_in');
      const { userId, tokenHash } = caller.user;
      actionRunner.run(actorOf(caller), (context) => {
        endSession(context, userId, tokenHash);
        recordAudit(context, { action: 'signOut', subject: `user:${userId}` });
      });
      sessionCookie.takeBack(raw, reply);
      return { status: 204, body: null };
    },
  } satisfies Partial<Handlers<RouteName>>;
}
