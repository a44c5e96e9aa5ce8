/** Keys that press what has the focus, or leave where one is. */
const actingKeys: ReadonlySet<string> = new Set(['Enter', ' ', 'Escape']);
/**
 * Milliseconds within which the same key again is the same press: a worn contact bounces, and a remote screen tells a
 * held key as many short presses.
 */
const bounceMs = 80;
/** Milliseconds and pixels within which a second click is the same double press. */
const doublePressMs = 350;
const doublePressPixels = 32;

const manyLines = 'textarea, [contenteditable="true"]';
const typedInto = `${manyLines}, input:not([type=button], [type=checkbox], [type=radio], [type=reset], [type=submit])`;

interface Click {
  readonly target: Element;
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Makes each press of a key, a finger or a mouse act once, on the whole page: what a held key repeats is swallowed, and
 * so is the second half of a double press whose first half has taken away what it pressed, so that the screen that came
 * in its place is not pressed unseen. Typing in fields is left alone.
 */
export function actOncePerPress(): void {
  let key = '';
  let letGoAt = Number.NEGATIVE_INFINITY;
  /** Whether the key is down in a press that does nothing. */
  let isSwallowed = false;
  let last: Click | null = null;

  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const pressed = (event: KeyboardEvent) => {
    const isSame = event.key === key;
    const isBounce = isSame && event.timeStamp - letGoAt < bounceMs;
    if (!isSame && !event.repeat) last = null;
    isSwallowed = isSame && event.repeat ? isSwallowed : isBounce;
    key = event.key;
    if (!actingKeys.has(event.key) || isTyping(event)) return;
    if (event.repeat || isBounce) swallow(event);
  };
  const letGo = (event: KeyboardEvent) => {
    if (event.key !== key) return;
    letGoAt = event.timeStamp;
    // The space bar presses when it is let go.
    if (isSwallowed && actingKeys.has(key) && !isTyping(event)) swallow(event);
  };
  const clicked = (event: MouseEvent) => {
    if (!event.isTrusted || !(event.target instanceof Element)) return;
    const { timeStamp: at, clientX: x, clientY: y } = event;
    const isDouble =
      last !== null &&
      !last.target.isConnected &&
      at - last.at < doublePressMs &&
      (event.detail === 0 || Math.hypot(x - last.x, y - last.y) < doublePressPixels);
    if (isDouble) swallow(event);
    else last = { target: event.target, at, x, y };
  };
  window.addEventListener('keydown', pressed, { capture: true });
  window.addEventListener('keyup', letGo, { capture: true });
  window.addEventListener('click', clicked, { capture: true });
}

function isTyping({ key, target }: KeyboardEvent): boolean {
  if (key === 'Escape' || !(target instanceof Element)) return false;
  // Enter sends a form from a field of one line.
  return target.closest(key === 'Enter' ? manyLines : typedInto) !== null;
}
