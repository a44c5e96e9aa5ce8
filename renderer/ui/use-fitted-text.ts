import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Pixels. */
const spareHeight = 12;

/**
 * Shows a text as large as its box allows: tries the levels in order (`data-fit`, whose sizes the style sheet
 * gives) and keeps the first that doesn't overflow, with `lines` also downwards, where a level has a greatest height.
 * The text never gets an ellipsis. Runs after each render, since
 * text, language and what stands beside it change together.
 */
export function useFittedText<Box extends HTMLElement>(
  levels: readonly string[],
  { lines = false }: { readonly lines?: boolean } = {},
): RefObject<Box | null> {
  const box = useRef<Box>(null);
  useLayoutEffect(() => {
    const resize = () => {
      const element = box.current;
      if (!element) return;
      for (const level of levels) {
        element.dataset.fit = level;
        // Letters may stick out of their line a little; a line too many is much more.
        const tooHigh = lines && element.scrollHeight > element.clientHeight + spareHeight;
        if (element.scrollWidth <= element.clientWidth && !tooHigh) return;
      }
    };
    resize();
    // Before the typeface is there, widths are those of another one.
    if (document.fonts.status === 'loading') void document.fonts.ready.then(resize);
  });
  return box;
}

/** Shrinks a one-line text, by its font size in px, until it fits its box. */
export function useShrunkText<Box extends HTMLElement>(largest: number): RefObject<Box | null> {
  const box = useRef<Box>(null);
  useLayoutEffect(() => {
    const resize = () => {
      const element = box.current;
      if (!element) return;
      element.style.fontSize = `${largest}px`;
      const ratio = element.clientWidth / element.scrollWidth;
      if (ratio < 1) element.style.fontSize = `${Math.floor(largest * ratio)}px`;
    };
    resize();
    if (document.fonts.status === 'loading') void document.fonts.ready.then(resize);
  });
  return box;
}
