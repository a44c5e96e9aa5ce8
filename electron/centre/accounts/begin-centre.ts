import { randomInt, timingSafeEqual } from 'node:crypto';
import { makeSigningKey, type SigningKey } from '../../contract/centre/signing';
import type { CentreDatabase } from '../database/engine';

/** Without letters and digits that are mistaken for one another. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/**
 * What a new centre has for good, made by its first start: the one-time code that makes the first account, and the key pair that
 * its answers are signed with. Both stand in the database, so that every process of a centre has the same. The code is null once
 * there is an account.
 */
export async function beginCentre({ query }: Pick<CentreDatabase, 'query'>): Promise<{
  readonly setUpCode: string | null;
  readonly key: SigningKey;
}> {
  const made = Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join(''),
  ).join('-');
  const key = makeSigningKey();
  await query
    .insertInto('centre')
    .values({ id: 1, name: '', set_up_code: made, public_key: key.publicKey, private_key: key.privateKey })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const kept = await query.selectFrom('centre').selectAll().executeTakeFirstOrThrow();
  return {
    setUpCode: kept.set_up_code,
    key: { publicKey: kept.public_key, privateKey: kept.private_key },
  };
}

/** Whether a typed text is the code; capitals, spaces and hyphens don't matter. */
export async function isSetUpCode(database: Pick<CentreDatabase, 'query'>, typed: string): Promise<boolean> {
  const code = await readSetUpCode(database);
  return code !== null && sameText(plain(typed), plain(code));
}

async function readSetUpCode({ query }: Pick<CentreDatabase, 'query'>): Promise<string | null> {
  const row = await query.selectFrom('centre').select('set_up_code').executeTakeFirst();
  return row?.set_up_code ?? null;
}

function plain(text: string): Buffer {
  return Buffer.from(text.toUpperCase().replace(/[\s-]/g, ''));
}

function sameText(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
