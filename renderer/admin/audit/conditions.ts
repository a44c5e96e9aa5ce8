import { typedAddressPattern, typedNumberPattern } from '../../../electron/contract/history/typed-conditions';

/** What is looked for, as it stands in the fields; empty: anything. */
export interface Wanted {
  readonly number: string;
  readonly text: string;
  readonly userId: string;
  readonly action: string;
  readonly address: string;
  readonly part: 'admin' | 'work' | 'all';
  readonly from: string;
  readonly to: string;
}

/** What an address says of it, as `useAddressState` takes it. */
export const conditionFields = {
  number: '',
  text: '',
  userId: '',
  action: '',
  address: '',
  part: ['admin', 'work', 'all'],
  from: '',
  to: '',
} as const;

/** Whether what was typed so far is a whole number, or nothing. */
export const isTypedNumber = (text: string) => text.trim() === '' || typedNumberPattern.test(text.trim());
export const isTypedAddress = (text: string) => text.trim() === '' || typedAddressPattern.test(text.trim());

/** Whether what is looked for says itself of which part it is: a number, a computer, a kind of act. */
export function knowsItsPart({ number, address, action }: Wanted): boolean {
  return number.trim() !== '' || address.trim() !== '' || action !== '';
}

/** What the server is asked for; what is only half typed is left out. */
export function conditionsOf(wanted: Wanted) {
  const { number, address } = wanted;
  const byNumber = number.trim() !== '' && isTypedNumber(number);
  const byAddress = address.trim() !== '' && isTypedAddress(address);
  return {
    ...(byNumber ? { number: number.trim() } : {}),
    ...(byAddress ? { address: address.trim() } : {}),
    ...(wanted.text.trim() ? { text: wanted.text.trim() } : {}),
    ...(wanted.userId ? { userId: wanted.userId } : {}),
    ...(wanted.action ? { action: wanted.action } : {}),
    ...(wanted.part === 'all' || knowsItsPart(wanted) ? {} : { part: wanted.part }),
    ...(wanted.from ? { from: wanted.from } : {}),
    ...(wanted.to ? { to: wanted.to } : {}),
  };
}

/** Whether something of what the server is asked for is written letter by letter. */
export function isTyped({ number, address, text }: ReturnType<typeof conditionsOf>): boolean {
  return number !== undefined || address !== undefined || text !== undefined;
}
