/** What a key of the spoken path may do, each of which a pad may have a key for. */
export const spokenKeyNames = [
  'up',
  'down',
  'choose',
  'back',
  'repeat',
  'help',
  'louder',
  'softer',
  'jump',
  'headsetIn',
  'headsetOut',
] as const;
export type SpokenKeyName = (typeof spokenKeyNames)[number];

/**
 * For each of these the key that a pad has for it, by its code (UI Events: `F13`, `NumpadEnter`) or, of
 * one that is no keyboard, by what it says (`1234:beef:01`); null: only the usual one.
 */
export type SpokenKeys = Readonly<Record<SpokenKeyName, string | null>>;

export const noSpokenKeys: SpokenKeys = {
  up: null,
  down: null,
  choose: null,
  back: null,
  repeat: null,
  help: null,
  louder: null,
  softer: null,
  jump: null,
  headsetIn: null,
  headsetOut: null,
};

/** Keys that the kiosk's own window keeps from pages (F2 to F12), and those that only go along with others. */
const unfit = /^F([2-9]|1[0-2])$|^(Alt|Control|Meta|Shift|Caps|Num|OS|Fn)(Left|Right|Lock)?$/;

/** A press of a pad that is no keyboard, as the shell tells it: who made it, which model, and what it says, in hexadecimal. */
const ofOwnMaker = /^[0-9a-f]{4}:[0-9a-f]{4}:([0-9a-f]{2}){1,64}$/;

/** Whether a pad's key can be used, by its code. */
export function isPadKey(code: string): boolean {
  return ofOwnMaker.test(code) || (/^[A-Za-z0-9]{1,30}$/.test(code) && !unfit.test(code));
}

/** The pads among a hall's keys that are no keyboards, each as the shell names it: `1234:beef`. */
export function padsOfOwnMaker(keys: SpokenKeys): readonly string[] {
  const pads = Object.values(keys).flatMap((code) =>
    code !== null && ofOwnMaker.test(code) ? [code.slice(0, code.lastIndexOf(':'))] : [],
  );
  return [...new Set(pads)];
}
