import type { SpokenKeyName, SpokenKeys } from '../../../electron/contract/spoken-key-names';
import { betweenScannedKeysMs } from '../../client/scanner-keys';
import { codeOf } from '../key-code';
import type { Happening } from './spoken-path';

/** Milliseconds within which the same key again is the same press: a worn contact bounces. */
const bounceMs = 80;

/** The keys of any keyboard, by their codes. */
const usualKeys: Readonly<Record<string, SpokenKeyName>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'back',
  ArrowRight: 'repeat',
  Enter: 'choose',
  NumpadEnter: 'choose',
  Space: 'choose',
  Escape: 'back',
  Backspace: 'back',
  F1: 'help',
  PageUp: 'louder',
  PageDown: 'softer',
  Tab: 'jump',
};

/** What a key does: by the hall's pad, or by any keyboard; null where it does nothing. */
export function whatKeyDoes(event: KeyboardEvent, own: SpokenKeys): Happening | null {
  const code = codeOf(event);
  const name = nameIn(own, code) ?? usualKeys[code];
  if (name) return happeningOf(name);
  return /^[\p{L}\d]$/u.test(event.key) ? { kind: 'key', key: { sign: event.key } } : null;
}

function nameIn(own: SpokenKeys, code: string): SpokenKeyName | undefined {
  const entry = Object.entries(own).find(([, each]) => each === code);
  return entry?.[0] as SpokenKeyName | undefined;
}

function happeningOf(name: SpokenKeyName): Happening {
  if (name === 'headsetIn') return { kind: 'headset-in' };
  if (name === 'headsetOut') return { kind: 'headset-out' };
  return { kind: 'key', key: name };
}

/**
 * Hears each press of a key once, whatever is held, bounces or comes along, and keeps it from the page under the path. Letters
 * that come as quickly as a scanner types are none. A pad that is no keyboard is heard by the shell. Returns how to end it.
 */
export function hearKeys(own: () => SpokenKeys, heard: (happening: Happening) => void): () => void {
  const stop = new AbortController();
  let letGo = { code: '', at: Number.NEGATIVE_INFINITY };
  let lastSignAt = Number.NEGATIVE_INFINITY;
  let sign: ReturnType<typeof setTimeout> | undefined;
  const down = (event: KeyboardEvent) => {
    const isScanned = event.defaultPrevented;
    const isCombined = event.ctrlKey || event.altKey || event.metaKey;
    event.preventDefault();
    event.stopPropagation();
    const isBounce = codeOf(event) === letGo.code && event.timeStamp - letGo.at < bounceMs;
    const happening = whatKeyDoes(event, own());
    if (isScanned || isCombined || event.repeat || isBounce || !happening) return;
    const isSign = happening.kind === 'key' && typeof happening.key === 'object';
    if (!isSign) return heard(happening);
    clearTimeout(sign);
    const isTyped = event.timeStamp - lastSignAt > betweenScannedKeysMs;
    lastSignAt = event.timeStamp;
    if (isTyped) sign = setTimeout(() => heard(happening), betweenScannedKeysMs);
  };
  const up = (event: KeyboardEvent) => {
    letGo = { code: codeOf(event), at: event.timeStamp };
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', down, { capture: true, signal: stop.signal });
  window.addEventListener('keyup', up, { capture: true, signal: stop.signal });
  const stopPad = window.antre?.onButton((button) => {
    const name = nameIn(own(), button);
    if (name) heard(happeningOf(name));
  });
  return () => {
    stopPad?.();
    clearTimeout(sign);
    stop.abort();
  };
}

/** Hears the headset being pulled out and nothing else, where nobody is on the path. Returns how to end it. */
export function hearPulledOut(own: () => SpokenKeys, pulled: () => void): () => void {
  const hear = (code: string) => {
    if (code === own().headsetOut) pulled();
  };
  const pressed = (event: KeyboardEvent) => hear(codeOf(event));
  window.addEventListener('keydown', pressed, { capture: true });
  const stopPad = window.antre?.onButton(hear);
  return () => {
    window.removeEventListener('keydown', pressed, { capture: true });
    stopPad?.();
  };
}
