import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * OWASP's Password Storage Cheat Sheet: N=2^15, r=8, p=3 takes 32 MiB, so that a morning's sign-ins don't fill a
 * small machine's memory. The parameters stand in each hash, so that raising them leaves old hashes readable.
 */
const cost = { logN: 15, r: 8, p: 3 };
/** For what Antre itself drew at random (59 bits): guessing it takes too long at a twenty-fourth of the cost too. */
const costOfMade = { logN: 12, r: 8, p: 1 };
const keyLength = 32;

/** Hashes a password or PIN that a person chose: `$scrypt$ln=15,r=8,p=3$SALT$HASH` (PHC string format, base64url). */
export function hashSecret(secret: string): Promise<string> {
  return hash(secret, cost);
}

/** Hashes a password that Antre made, so that two hundred of them take seconds; `isSecret` reads it like any other. */
export function hashMadeSecret(secret: string): Promise<string> {
  return hash(secret, costOfMade);
}

async function hash(secret: string, { logN, r, p }: typeof cost): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(secret, salt, { logN, r, p });
  const parameters = `ln=${logN},r=${r},p=${p}`;
  return `$scrypt$${parameters}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/**
 * Whether a secret is the hashed one. Without a hash (no such account) it takes as long and answers false, so
 * that the time doesn't tell which names exist.
 */
export async function isSecret(secret: string, hash: string | undefined): Promise<boolean> {
  const parts = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(hash ?? '');
  if (!parts) {
    await derive(secret, Buffer.alloc(16), cost);
    return false;
  }
  const [, logN, r, p, salt = '', expected = ''] = parts;
  const parameters = { logN: Number(logN), r: Number(r), p: Number(p) };
  const key = await derive(secret, Buffer.from(salt, 'base64url'), parameters);
  return timingSafeEqual(key, Buffer.from(expected, 'base64url'));
}

/** The same secret and salt give the same text, slowly: what may be compared but not guessed from. */
export async function fingerprintSecret(secret: string, salt: string): Promise<string> {
  return (await derive(secret, Buffer.from(salt), cost)).toString('base64url');
}

/** What is stored of a random token (256 bits: no slow hash is needed). */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** A new token: 256 random bits, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function derive(
  secret: string,
  salt: Buffer,
  { logN, r, p }: { readonly logN: number; readonly r: number; readonly p: number },
): Promise<Buffer> {
  const N = 2 ** logN;
  // The same password typed on keyboards that compose letters differently is the same password.
  const text = secret.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(text, salt, keyLength, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
