import { isTicketAddress } from './ticket-code';

/**
 * Milliseconds from one character to the next, at most, of a scanner that acts as a keyboard: most need a few, those
 * that are set for slow machines up to 80. No hand is so quick for long.
 */
export const betweenScannedKeysMs = 100;
/** Milliseconds that such a scanner never holds a key down: it lets go half-way to the next. A hand holds it longer, or past the next. */
export const heldByHandMs = 50;
/** Shorter runs may be somebody's who types fast. */
const shortestScan = 8;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Inputs into which nothing is typed: keys that come there are as good as on the bare page. */
const notTypedInto = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/;

/** Characters that came in quick succession. */
interface Run {
  readonly field: Field | null;
  /** What stood in the field before. */
  readonly before: string;
  text: string;
  /** When the last character went down, by the events' clock. */
  lastAt: number;
  lastKey: string;
  isHeld: boolean;
  /** Whether one of them was held as only a hand holds a key: for long, or until the next one was down. */
  isByHand: boolean;
}

/**
 * Knows a scanner that acts as a keyboard by its quick run of characters that ends with Enter, wherever the focus is.
 * That Enter does nothing else, and a field that has the focus gets back what stood in it: a code is no reason for a
 * break and no user's name. There hands type too, so that only what is let go faster than by a hand is a code; and in
 * a password's field, which a password manager may fill by keys, only a ticket's address is.
 */
export class ScannerKeys {
  #run: Run = newRun(null, Number.NEGATIVE_INFINITY);

  /** Takes a key that goes down; returns the code that it ends, or null. */
  down(event: KeyboardEvent): string | null {
    const field = fieldOf(event.target);
    const isLate = event.timeStamp - this.#run.lastAt > betweenScannedKeysMs;
    if (isLate || field !== this.#run.field) this.#run = newRun(field, event.timeStamp);
    const run = this.#run;
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      run.text += event.key;
      run.isByHand ||= event.repeat || run.isHeld;
      run.lastAt = event.timeStamp;
      run.lastKey = event.code;
      run.isHeld = true;
    }
    if (event.key !== 'Enter') return null;
    this.#run = newRun(null, Number.NEGATIVE_INFINITY);
    if (!isCode(run)) return null;
    event.preventDefault();
    event.stopPropagation();
    if (field && field.value !== run.before) putBack(field, run.before);
    return run.text;
  }

  /** Takes a key that is let go. */
  up({ code, timeStamp }: KeyboardEvent): void {
    const run = this.#run;
    if (code !== run.lastKey) return;
    run.isHeld = false;
    if (timeStamp - run.lastAt >= heldByHandMs) run.isByHand = true;
  }
}

function newRun(field: Field | null, lastAt: number): Run {
  return { field, before: field?.value ?? '', text: '', lastAt, lastKey: '', isHeld: false, isByHand: false };
}

function isCode({ field, text, isByHand }: Run): boolean {
  if (field === null) return text.length >= shortestScan;
  if (isTicketAddress(text)) return true;
  return field.type !== 'password' && text.length >= shortestScan && !isByHand;
}

function fieldOf(target: EventTarget | null): Field | null {
  if (target instanceof HTMLInputElement) return notTypedInto.test(target.type) ? null : target;
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ? target : null;
}

/** Past React, which takes a value that is set by the element itself for its own and would not hear of it. */
function putBack(field: Field, value: string): void {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
  own?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}
