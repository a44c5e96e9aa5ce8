import type { Page } from 'playwright';

/**
 * What can't be read on a page as it stands: words cut without an ellipsis, below something else, outside of the page, or broken into
 * single letters; fields that are narrower than what stands in them. Empty where all can. What scrolls may be scrolled to.
 */
export function hiddenText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults = new Set<string>();
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.add(`the page is ${scrollWidth - clientWidth} px too wide`);
    const scrolls = (value: string) => value === 'auto' || value === 'scroll';

    /** What a frame does to a box in it; what is reached by scrolling isn't hidden. */
    const frameFault = (text: Element, box: DOMRect): string | null => {
      for (const frame of ancestors(text)) {
        const { overflowX } = getComputedStyle(frame);
        if (scrolls(overflowX)) return null;
        const { left, right } = frame.getBoundingClientRect();
        if (overflowX !== 'visible' && (box.left < left - 1 || box.right > right + 1)) return 'cut';
      }
      return box.left < -1 || box.right > innerWidth + 1 ? 'outside of the page' : null;
    };
    const isSeenThrough = (over: Element, x: number, y: number) => {
      const { left, right, top, bottom } = over.getBoundingClientRect();
      // What makes a whole card one button reaches beyond it.
      return getComputedStyle(over).opacity === '0' || x < left || x > right || y < top || y > bottom;
    };
    const endsInDots = (text: Element) =>
      [...ancestors(text)].some(
        (each) => getComputedStyle(each).textOverflow === 'ellipsis' && each.scrollWidth > each.clientWidth,
      );
    const isOnlyHeard = (text: Element) =>
      [...ancestors(text)].some((each) => {
        const { clip, clipPath } = getComputedStyle(each);
        return clip !== 'auto' || clipPath !== 'none';
      });

    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode() as Text | null; node; node = words.nextNode() as Text | null) {
      const said = node.data.trim();
      const parent = node.parentElement;
      if (said === '' || !parent?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        continue;
      if (parent.closest('svg, option, script, style, noscript') || isOnlyHeard(parent)) continue;
      if (endsInDots(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
      const [first] = lines;
      if (!first) continue;
      const fault = frameFault(parent, range.getBoundingClientRect());
      if (fault) faults.add(`${fault}: ${said}`);
      const letters = said.replace(/\s/g, '').length;
      if (lines.length > 3 && letters / lines.length < 3) faults.add(`a letter a line: ${said}`);
      const [x, y] = [first.left + first.width / 2, first.top + first.height / 2];
      if (x < 0 || x > innerWidth || y < 0 || y > innerHeight) continue;
      const over = document.elementFromPoint(x, y);
      if (!over || over.contains(parent) || parent.contains(over) || isSeenThrough(over, x, y)) continue;
      // A bar that stays in view stands over what scrolls.
      const isBar = [...ancestors(over)].some((each) => getComputedStyle(each).position === 'sticky');
      const isScrolledAway = [...ancestors(parent)].some((frame) => {
        if (!scrolls(getComputedStyle(frame).overflowY)) return false;
        const { top, bottom } = frame.getBoundingClientRect();
        return y < top || y > bottom;
      });
      if (!isBar && !isScrolledAway && getComputedStyle(parent).pointerEvents !== 'none')
        faults.add(`below ${over.tagName}.${over.className}: ${said}`);
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')) {
      if (!field.checkVisibility() || field.clientWidth === 0 || field.type === 'checkbox') continue;
      // What people typed may be longer than its field, what a page put there may not.
      const isOurs = field.readOnly || field.parentElement?.querySelector('button') !== null;
      if (isOurs && field.scrollWidth > field.clientWidth + 1) faults.add(`cut in its field: ${field.value}`);
    }
    return [...faults];

    function* ancestors(element: Element): Generator<Element> {
      for (let each: Element | null = element; each; each = each.parentElement) yield each;
    }
  });
}
