import type { PrinterNow, PrintersNow } from '../../../electron/contract/printers';
import type { HallCounter, HallSnapshot } from '../../../electron/contract/staff';
import { neededCause, needsSomebody } from '../../ui/office/printer-needs';
import { type Urgency, urgencyOf } from '../counter/urgency';

/** Of counters, what is told of all that it is the matter with in one card; calls for help have cards of their own. */
type CounterMatter = Exclude<Urgency, 'help'>;

/** Something that needs a supervisor. `isAlarm`: solid red, for what can't wait and is seldom. */
export type Matter = { readonly isAlarm: boolean } & (
  | { readonly kind: CounterMatter; readonly counters: readonly [HallCounter, ...HallCounter[]] }
  | { readonly kind: 'printers'; readonly printers: readonly [PrinterNow, ...PrinterNow[]] }
);

const order = [
  'unattended',
  'paper_out',
  'overdue',
  'outlasting',
  'printers',
  'stopped',
  'deserted',
] as const;

/**
 * What needs attention in the hall, like things merged, the worst first. A counter stands under the worst of its own alone; while the
 * whole hall is stopped, no counter is said to be. `now`: the hall's present time in milliseconds.
 */
export function mattersOf(hall: HallSnapshot, printers: PrintersNow | undefined, now: number): Matter[] {
  const needing = (printers?.printers ?? []).filter(needsSomebody);
  const isOut = (printer: PrinterNow) => neededCause(printer) === 'paper_out';
  return order.flatMap((kind): Matter[] => {
    if (kind === 'paper_out' || kind === 'printers') {
      const [first, ...others] = needing.filter((printer) => isOut(printer) === (kind === 'paper_out'));
      return first ? [{ kind: 'printers', printers: [first, ...others], isAlarm: kind === 'paper_out' }] : [];
    }
    if (kind === 'stopped' && hall.stop) return [];
    const [first, ...others] = hall.counters.filter((counter) => urgencyOf(counter, now) === kind);
    return first ? [{ kind, counters: [first, ...others], isAlarm: kind === 'unattended' }] : [];
  });
}
