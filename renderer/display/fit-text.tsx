import { useLayoutEffect, useRef } from 'react';

/** Two lines may stick out of their box by so much, as letters don't fill their lines. */
const overhang = 1.15;
const smallest = 0.4;

interface FitTextProps {
  readonly text: string;
  readonly className?: string | undefined;
  /** Below this share of its size the text goes on two lines instead of becoming smaller; 0: it never does. */
  readonly least?: number;
}

/**
 * One line of text that becomes smaller until it fits its box: a number of seven characters, a long counter's name.
 * Never an ellipsis, since what is cut off is what somebody waits for.
 */
export function FitText({ text, className, least = 0 }: FitTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLSpanElement>(null);

  // After every drawing: what it measures is what has been drawn.
  useLayoutEffect(() => {
    const outer = box.current;
    const inner = line.current;
    if (!outer || !inner) return undefined;
    const shrink = () => {
      inner.style.cssText = 'display:inline-block;white-space:nowrap';
      const share = Math.min(1, outer.clientWidth / Math.max(1, inner.offsetWidth));
      if (share >= least) {
        inner.style.cssText = `display:inline-block;white-space:nowrap;font-size:${share}em`;
        return;
      }
      // A name of three lines would lie over what stands below it.
      for (let size = least * 0.94; size > smallest; size *= 0.94) {
        inner.style.cssText = `display:block;font-size:${size}em;line-height:1.05;text-wrap:balance`;
        if (inner.offsetHeight <= outer.clientHeight * overhang) return;
      }
    };
    shrink();
    const observer = new ResizeObserver(shrink);
    observer.observe(outer);
    // The typeface may come after the first drawing, and is wider than the one that stood in for it.
    void document.fonts.ready.then(shrink);
    return () => observer.disconnect();
  });

  return (
    <div ref={box} className={className}>
      <span ref={line}>{text}</span>
    </div>
  );
}
