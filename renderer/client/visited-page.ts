/** Fractions of the scale that are nobody's pinch. */
const rounding = 0.01;
/** What with Ctrl or Command enlarges the page, or asks the browser to find, print or save. */
const browserKeys: ReadonlySet<string> = new Set(['+', '-', '=', '_', '0', 'f', 'g', 'p', 's']);

/**
 * Keeps what belongs to the browser away from visitors of a page that stands in a hall: pinching and zooming, its menu,
 * its search, dragging. Returns how to let it be again.
 */
export function keepAsItStands(): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true, passive: false };
  const prevent = (event: Event) => event.preventDefault();
  // Safari tells a pinch by events of its own.
  for (const event of ['contextmenu', 'dragstart', 'gesturestart', 'gesturechange']) {
    window.addEventListener(event, prevent, options);
  }
  window.addEventListener(
    'wheel',
    (event) => {
      // A pinch on a touch pad too.
      if (event.ctrlKey) event.preventDefault();
    },
    options,
  );
  window.addEventListener(
    'keydown',
    (event) => {
      const isBrowsers = (event.ctrlKey || event.metaKey) && browserKeys.has(event.key.toLowerCase());
      if (isBrowsers || event.key === 'F3') event.preventDefault();
    },
    options,
  );
  const { style } = document.documentElement;
  style.touchAction = 'pan-x pan-y';
  return () => {
    stop.abort();
    style.touchAction = '';
  };
}

/**
 * Undoes what a visitor did to the page itself, for the next one: what they marked, how far they scrolled, how large they
 * pinched it. No script sets that scale, and a reload keeps it: the page is opened anew in its own place, if the server
 * is there to open it and nobody touches the page meanwhile.
 */
export async function undoTouches(): Promise<void> {
  window.getSelection()?.removeAllRanges();
  window.scrollTo(0, 0);
  if (Math.abs((window.visualViewport?.scale ?? 1) - 1) < rounding) return;
  const touched = new AbortController();
  for (const event of ['pointerdown', 'keydown']) {
    window.addEventListener(event, () => touched.abort(), { capture: true, signal: touched.signal });
  }
  try {
    const { ok } = await fetch(location.href, { signal: touched.signal });
    if (ok) location.replace(location.href);
  } catch {
    // The end of another visit tries again.
  } finally {
    touched.abort();
  }
}
