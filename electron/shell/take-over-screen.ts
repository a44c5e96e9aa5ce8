import { catalogue } from '../texts/catalogue';
import type indonesian from '../texts/id/office/take-over-screen.json';
import type ownIndonesian from '../texts/id/own-screen.json';
import { asText, screen } from './own-screen';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/office/take-over-screen.json', { eager: true, import: 'default' }),
);
const ownTexts = catalogue<typeof ownIndonesian>(
  import.meta.glob('../texts/*/own-screen.json', { eager: true, import: 'default' }),
);

/** What the screen of a standby shows whose main machine is silent. */
export interface TakeOverView {
  /** When the main machine was heard last, as people read it: `10.42`. */
  readonly since: string;
  /** Whether a PIN can be asked for. */
  readonly hasPin: boolean;
  /** The keypad is shown, and so many digits were typed; null: not yet. */
  readonly typed: number | null;
  /** What came of the last try. */
  readonly said: 'wrong' | 'locked' | 'main_answers' | 'nothing_kept' | 'failed' | 'under_way' | null;
}

/** What is pressed on it: a digit, or one of the other keys. */
export type TakeOverKey = 'open' | 'back' | 'erase' | 'take_over' | `${number}`;

const keyAddress = 'https://antre.invalid/take-over/';

/** The key that an address which is asked for means, or null. */
export function takeOverKey(address: string): TakeOverKey | null {
  const key = address.startsWith(keyAddress) ? address.slice(keyAddress.length) : '';
  return /^(?:open|back|erase|take_over|\d)$/.test(key) ? (key as TakeOverKey) : null;
}

/** The address of that screen: for visitors first, and behind a key for officers the keypad. It has no script. */
export function takeOverScreen({ since, hasPin, typed, said }: TakeOverView): string {
  const both = (key: keyof typeof indonesian) => ({
    id: asText(texts.in('id')(key, { since })),
    en: asText(texts.in('en')(key, { since })),
  });
  const paragraph = (key: keyof typeof indonesian, style = '') =>
    `<p class="${style}"><b>${both(key).id}</b></p><p lang="en" class="${style}">${both(key).en}</p>`;
  const key = (name: TakeOverKey, text: string, style = '') =>
    `<a class="button ${style}" href="${keyAddress}${name}">${text}</a>`;
  const named = (name: 'open' | 'back' | 'erase' | 'take_over', style = '') =>
    key(name, `${both(name).id}<small lang="en">${both(name).en}</small>`, style);
  const visitors = ownTexts.everywhere('stopped');
  if (said === 'under_way') return screen('wait', texts.everywhere('under_way'), '');
  if (typed === null) {
    return screen('fault', visitors, `<div class="aside">${named('open')}</div>`);
  }
  const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
  const keypad = `<p class="typed" role="status">${'●'.repeat(typed) || '&#160;'}</p>
<div class="keypad">${digits.map((digit) => key(digit, digit)).join('')}${named('erase', 'wide')}</div>
<div class="answers">${named('take_over', 'first')}${named('back')}</div>`;
  return screen(
    'fault',
    texts.everywhere('about', { since }),
    `<section class="take-over">${paragraph(hasPin ? 'first' : 'no_pin')}
${said ? paragraph(said, 'said') : ''}
${hasPin ? keypad : `<div class="answers">${named('back')}</div>`}</section>`,
  );
}
