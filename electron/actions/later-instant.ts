import { Refusal } from '../queue/refusal';
import { type FieldFault, fieldFault } from '../texts/field-fault';

/**
 * The end that somebody said, in milliseconds, or null where none was said. Refuses `invalid_request` for one that is not
 * after now, or further away than `longest` milliseconds.
 */
export function laterInstant(until: string | null, now: number, longest: number): number | null {
  if (until === null) return null;
  const moment = Date.parse(until);
  if (moment <= now) throw refused(fieldFault('end_in_future'));
  if (moment > now + longest) throw refused(fieldFault('end_too_far'));
  return moment;
}

function refused(fault: FieldFault): Refusal {
  return new Refusal('invalid_request', { errors: [{ path: 'until', fault }] });
}
