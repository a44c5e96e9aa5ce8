import { useLayoutEffect, useRef } from 'react';

/** Two lines may stick out of their box by so much, as letters don't fill their lines. */
const overhang = 1.15;
/** Rem, 32 px of the design: nobody in the hall reads less from a seat. */
const smallest = 3.2;

interface FitTextProps {
  readonly text: string;
  readonly className?: string | undefined;
  /** Below this share of its size the text goes on two lines instead of becoming smaller; 0: it never does. */
  readonly least?: number;
  /** What stands there where the text has no room though it goes on two lines and is as small as can be read. */
  readonly short?: string;
}

/**
 * One line of text that becomes smaller until it fits its box: a number of seven characters, a long counter's name.
 * Never an ellipsis, since what is cut off is what somebody waits for.
 */
export function FitText({ text, className, least = 0, short }: FitTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLSpanElement>(null);
  const instead = useRef<HTMLSpanElement>(null);

  // After every drawing: what it measures is what has been drawn.
  useLayoutEffect(() => {
    const outer = box.current;
    const inner = line.current;
    if (!outer || !inner) return undefined;
    const shrink = () => {
      const spare = instead.current;
      if (spare) spare.style.display = 'none';
      if (putOnOneLine(inner, outer, least) || least === 0) return;
      if (putOnTwoLines(inner, outer, least) || !spare) return;
      inner.style.display = 'none';
      putOnOneLine(spare, outer, 0);
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
      {short !== undefined && <span ref={instead}>{short}</span>}
    </div>
  );
}

/** Returns whether it stands there at no less than `least` of its size. */
function putOnOneLine(inner: HTMLElement, outer: HTMLElement, least: number): boolean {
  inner.style.cssText = 'display:inline-block;white-space:nowrap';
  const share = Math.min(1, outer.clientWidth / Math.max(1, inner.offsetWidth));
  inner.style.cssText = `display:inline-block;white-space:nowrap;font-size:${share}em`;
  return share >= least;
}

/** Returns whether two lines have room; a name of three would lie over what stands below it. */
function putOnTwoLines(inner: HTMLElement, outer: HTMLElement, least: number): boolean {
  const fontSize = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);
  const floor = Math.min(1, (smallest * fontSize(document.documentElement)) / fontSize(outer));
  for (let size = least; ; size *= 0.94) {
    const share = Math.max(size, floor);
    inner.style.cssText = `display:block;font-size:${share}em;line-height:1.05;text-wrap:balance`;
    const isWhole = inner.scrollWidth <= outer.clientWidth;
    if (isWhole && inner.offsetHeight <= outer.clientHeight * overhang) return true;
    if (share === floor) return false;
  }
}
