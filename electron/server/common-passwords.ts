import { Refusal } from '../queue/refusal';
import { fieldFault } from '../texts/field-fault';

const tooCommon = fieldFault('common_password');
/** Shorter ones are refused by their length. */
const shortest = 10;
let common: Promise<ReadonlySet<string>> | undefined;

/** The passwords that people use most, by zxcvbn's list: read when first needed, since few ever choose a password. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].filter((each) => each.length >= shortest)),
  );
  return common;
}

/** Whether a password is among those that are guessed first: common ones, one's own name, a few letters again and again. */
export async function isCommonPassword(password: string, username: string): Promise<boolean> {
  const plain = password.normalize('NFKC').trim().toLowerCase();
  if (/^(.{1,5}?)\1+.{0,4}$/u.test(plain) || plain === username.toLowerCase()) return true;
  return (await commonPasswords()).has(plain);
}

/** Throws `Refusal('invalid_request')` for a password that is guessed first. */
export async function requireUncommon(password: string, username: string): Promise<void> {
  if (await isCommonPassword(password, username)) {
    throw new Refusal('invalid_request', { errors: [{ path: 'password', fault: tooCommon }] });
  }
}
