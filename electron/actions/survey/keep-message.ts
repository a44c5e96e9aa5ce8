import { randomBytes } from 'node:crypto';
import type { ComplaintOrigin, ComplaintReceipt } from '../../contract/survey';
import { query } from '../../store/store';
import { holidaysOf } from '../../store/survey';
import { complaintDeadline } from '../../survey/complaint-deadline';
import { maskNumbers } from '../../survey/mask-numbers';
import type { ActionContext } from '../action';

/** Letters and digits that are not taken for one another; 32, so that each byte's last five bits choose one. */
const codeLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Keeps a suggestion or complaint by itself, and answers its code and deadline. Nothing leads back to who left it: no
 * ticket, no moment but the date.
 */
export function keepMessage(
  { transaction, businessDate, hall }: ActionContext,
  message: { readonly kind: 'suggestion' | 'complaint'; readonly text: string },
  about: {
    readonly origin: ComplaintOrigin;
    readonly serviceId?: number;
    /** Left out: the service's, or the hall. */
    readonly counterId?: number;
    readonly practice: 0 | 1;
  },
): ComplaintReceipt {
  const code = newCode();
  // What kind of complaint it is only an officer can say; most are about the service itself.
  const kind = message.kind === 'suggestion' ? 'suggestion' : 'non_supervisory';
  const dueOn = complaintDeadline(businessDate, kind, holidaysOf(hall));
  const { serviceId = null, counterId = null, origin, practice } = about;
  const service =
    serviceId === null
      ? undefined
      : transaction.first(query.selectFrom('services').select('counterId').where('id', '=', serviceId));
  transaction.run(
    query.insertInto('complaints').values({
      code,
      businessDate,
      counterId: service?.counterId ?? counterId,
      serviceId,
      origin,
      practice,
      kind,
      text: maskNumbers(message.text),
      status: 'new',
      dueDate: dueOn,
    }),
  );
  return { code, dueOn };
}

/** 60 bits of chance, in groups that can be read out: `K7M3-9QXP-2R4T`. */
function newCode(): string {
  const letters = [...randomBytes(12)].map((byte) => codeLetters.charAt(byte % 32)).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}
