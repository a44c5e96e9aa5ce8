import { randomInt } from 'node:crypto';
import { hashMadeSecret, hashSecret, hashToken, isSecret } from '../../../actions/accounts/secret-hash';
import type { CentreRouteName } from '../../../contract/centre/routes';
import { Refusal } from '../../../queue/refusal';
import { Turns } from '../../../server/bounds/turns';
import { requireUncommon } from '../../../server/common-passwords';
import { fieldFault } from '../../../texts/field-fault';
import {
  addAccount,
  changeAccount,
  findAccount,
  hasAccounts,
  makeFirstAccount,
  readAccount,
  readAccounts,
  removeAccount,
  setPassword,
} from '../../accounts/accounts';
import { countAttempt, forgetAttempts } from '../../accounts/attempts';
import { audit } from '../../accounts/audit';
import { isSetUpCode } from '../../accounts/begin-centre';
import { endSession, endSessionsOf, openSession, type Person } from '../../accounts/sessions';
import type { CentreParts } from '../../parts';
import { centreCookie } from '../callers';
import { type CentreHandlers, signedIn } from '../route-request';

/** Without letters and digits that are mistaken for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** The first account, signing in and out, and the centre's people. */
export function peopleHandlers(parts: CentreParts) {
  const { database, now } = parts;
  const turns = new Turns();
  const sessionOf = async (accountId: number) => {
    const { query } = database;
    const { must_change_password } = await query
      .selectFrom('accounts')
      .select('must_change_password')
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
    const user = await readAccount(database, accountId);
    return { user, ...(must_change_password ? { mustChangePassword: true as const } : {}) };
  };
  const centreName = async () => {
    const row = await database.query.selectFrom('centre').select('name').executeTakeFirst();
    return row?.name ?? '';
  };
  /** What an admin does, and its trace, in one transaction. */
  const act = <Result>(
    person: Person,
    action: CentreRouteName,
    work: (
      transaction: CentreParts['database']['query'],
    ) => Promise<{ readonly subject: string; readonly detail?: object; readonly result: Result }>,
  ) =>
    database.query.transaction().execute(async (transaction) => {
      const { subject, detail, result } = await work(transaction);
      await audit(transaction, {
        at: now(),
        accountId: person.accountId,
        action,
        subject,
        ...(detail ? { detail } : {}),
      });
      return result;
    });
  return {
    site: async () => ({
      status: 200,
      body: {
        setUp: await hasAccounts(database),
        name: await centreName(),
        version: parts.version,
        now: new Date(now()).toISOString(),
      },
    }),
    setup: async ({ body, raw, reply }) => {
      if (await hasAccounts(database)) throw new Refusal('already_set_up');
      await countAttempt(database, { kind: 'set-up', address: raw.ip }, now());
      if (!(await isSetUpCode(database, body.code))) throw new Refusal('setup_code_wrong');
      await requireUncommon(body.password, body.username);
      const passwordHash = await turns.take(raw.ip, () => hashSecret(body.password));
      const accountId = await makeFirstAccount(database, { ...body, passwordHash }, now());
      centreCookie.give(raw, reply, await openSession(database, accountId, now()));
      return { status: 201, body: await sessionOf(accountId) };
    },
    signIn: async ({ body, raw, reply }) => {
      const attempt = { kind: 'sign-in', address: raw.ip, username: body.username } as const;
      await countAttempt(database, attempt, now());
      const account = await findAccount(database, body.username);
      const right = await turns.take(raw.ip, () => isSecret(body.password, account?.password_hash));
      if (!account || !right) throw new Refusal('bad_credentials');
      await forgetAttempts(database, attempt);
      for (const token of centreCookie.of(raw)) await endSession(database, hashToken(token));
      centreCookie.give(raw, reply, await openSession(database, account.id, now()));
      return { status: 200, body: await sessionOf(account.id) };
    },
    session: async (request) => ({ status: 200, body: await sessionOf(signedIn(request).accountId) }),
    signOut: async (request) => {
      await endSession(database, signedIn(request).tokenHash);
      centreCookie.takeBack(request.raw, request.reply);
      return { status: 204, body: null };
    },
    changeOwnPassword: async (request) => {
      const person = signedIn(request);
      const { body, raw } = request;
      const attempt = { kind: 'sign-in', address: raw.ip, username: person.username } as const;
      await countAttempt(database, attempt, now());
      const account = await findAccount(database, person.username);
      const right = await turns.take(raw.ip, () => isSecret(body.current, account?.password_hash));
      if (!account || !right) throw new Refusal('password_wrong');
      if (body.current === body.password)
        throw new Refusal('invalid_request', {
          errors: [{ path: 'password', fault: fieldFault('same_password') }],
        });
      await requireUncommon(body.password, person.username);
      const passwordHash = await turns.take(raw.ip, () => hashSecret(body.password));
      await forgetAttempts(database, attempt);
      await act(person, 'changeOwnPassword', async (transaction) => {
        await setPassword(transaction, account.id, passwordHash, false);
        await endSessionsOf({ query: transaction }, account.id, person.tokenHash);
        return { subject: `account:${account.id}`, result: undefined };
      });
      return { status: 204, body: null };
    },
    pageFault: async ({ body }) => {
      parts.log.warn({ fault: body.message, kind: body.kind }, 'a page failed');
      return { status: 204, body: null };
    },
    people: async () => ({ status: 200, body: { people: await readAccounts(database) } }),
    addPerson: async (request) => {
      const { body } = request;
      const password = makePassword();
      const passwordHash = await hashMadeSecret(password);
      const hallIds = body.hallIds.map(Number);
      const user = await act(signedIn(request), 'addPerson', async (transaction) => {
        const id = await addAccount(transaction, { ...body, hallIds, passwordHash }, now());
        const added = await readAccount({ query: transaction }, id);
        return { subject: `account:${id}`, detail: added, result: added };
      });
      return { status: 201, body: { user, password } };
    },
    changePerson: async (request) => {
      const id = Number(request.params.id);
      const hallIds = request.body.hallIds?.map(Number);
      const user = await act(signedIn(request), 'changePerson', async (transaction) => {
        await changeAccount(transaction, id, { ...request.body, hallIds });
        const changed = await readAccount({ query: transaction }, id);
        return { subject: `account:${id}`, detail: changed, result: changed };
      });
      return { status: 200, body: user };
    },
    removePerson: async (request) => {
      const id = Number(request.params.id);
      await act(signedIn(request), 'removePerson', async (transaction) => {
        await removeAccount(transaction, id, now());
        return { subject: `account:${id}`, result: undefined };
      });
      return { status: 204, body: null };
    },
    givePassword: async (request) => {
      const id = Number(request.params.id);
      const password = makePassword();
      const passwordHash = await hashMadeSecret(password);
      const user = await act(signedIn(request), 'givePassword', async (transaction) => {
        const account = await readAccount({ query: transaction }, id);
        await setPassword(transaction, id, passwordHash, true);
        await endSessionsOf({ query: transaction }, id);
        return { subject: `account:${id}`, result: account };
      });
      return { status: 200, body: { user, password } };
    },
  } satisfies Partial<CentreHandlers>;
}

/** Twelve letters, 59 bits: enough for a password that is changed at the first sign-in. */
function makePassword(): string {
  return Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');
}
