import type { Role } from '../contract/staff';
import type { Reach } from '../queue/reach';
import type { Hall } from '../store/hall';
import type { Transaction } from '../store/store';

/** Who does it: proved by the server before an action is run. */
export type Actor =
  | { readonly kind: 'device'; readonly deviceId: string }
  | {
      readonly kind: 'user';
      readonly userId: number;
      readonly role: Role;
      /** The counters this user reaches, whatever the role; null: the whole hall. */
      readonly counterIds: Reach;
    }
  /** Another program, by a token that an admin made. */
  | { readonly kind: 'token'; readonly tokenId: number }
  /** Whoever has the rights of Antre's own user at its machine, by the command `antre`. */
  | { readonly kind: 'technician' }
  /** A ticket's holder, proved by its token. */
  | { readonly kind: 'holder' }
  /** Antre itself: the end of the day, the print worker. */
  | { readonly kind: 'system' };

/**
 * What an action works with. An action is a function of this and its input that runs inside one transaction,
 * applies the rules of `queue/`, writes, announces, and answers ids; it throws `Refusal` where a rule says no,
 * and then nothing is changed.
 */
export interface ActionContext {
  readonly transaction: Transaction;
  readonly hall: Hall;
  /** Milliseconds since 1970 UTC; one moment for the whole action. */
  readonly now: number;
  /** The site's business date; never earlier than one already used. */
  readonly businessDate: string;
  readonly actor: Actor;
}
