import { useCallback, useEffect, useState } from 'react';
import type { DisplaySnapshot } from '../../electron/contract/lobby';

export type Slide = DisplaySnapshot['slides'][number];

/** A video that stands still would keep the screen for good. */
const longestVideoSeconds = 600;

/**
 * Which slide is on the screen, or undefined while the calls are: one slide after another, then the calls for
 * `boardSeconds`. While `busy` (a call is announced) there is none; afterwards the calls stay that long, and then the
 * slide that was broken off comes again. `end` goes on to the next: a video has ended, or a file can't be shown.
 */
export function useSlides(
  slides: readonly Slide[],
  { busy, boardSeconds }: { readonly busy: boolean; readonly boardSeconds: number },
): { readonly slide: Slide | undefined; readonly end: () => void } {
  const count = slides.length;
  const [{ isOn, turn }, set] = useState({ isOn: false, turn: 0 });
  const place = count === 0 ? 0 : turn % count;
  const slide = isOn && !busy ? slides[place] : undefined;

  const end = useCallback(() => {
    set((now) => {
      if (!now.isOn) return { isOn: true, turn: now.turn };
      const next = count === 0 ? 0 : (now.turn + 1) % count;
      return { isOn: next !== 0, turn: next };
    });
  }, [count]);

  useEffect(() => {
    if (busy) set((now) => ({ isOn: false, turn: now.turn }));
  }, [busy]);

  const lasts = slide ? (slide.kind === 'image' ? slide.seconds : longestVideoSeconds) : boardSeconds;
  const shownId = slide?.id;
  useEffect(() => {
    if (busy || count === 0) return undefined;
    // Begun anew for each slide, though it lasts as long as the one before.
    const timer = setTimeout(end, lasts * 1000, shownId);
    return () => clearTimeout(timer);
  }, [busy, count, lasts, shownId, end]);

  const next = slides[slide ? (place + 1) % count : place];
  useEffect(() => {
    // Fetched while another is shown, so that it doesn't build up before people's eyes.
    if (next?.kind === 'image') new Image().src = next.url;
  }, [next?.kind, next?.url]);

  return { slide, end };
}
