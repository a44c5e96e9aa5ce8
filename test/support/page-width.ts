import type { Page } from 'playwright';

/** Makes every text so many times as large, as phones do for weak eyes; 1 takes that back. */
export async function enlargeText(page: Page, times: number): Promise<void> {
  await page.evaluate((times) => {
    const elements = [...document.querySelectorAll<HTMLElement>('body, body *')];
    for (const element of elements) element.style.fontSize = '';
    if (times === 1) return;
    const sizes = elements.map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    elements.forEach((element, at) => {
      element.style.fontSize = `${(sizes[at] ?? 16) * times}px`;
    });
  }, times);
}

/** What is wider than the page or than its own box, so that it is cut or must be scrolled sideways; empty where all fits. */
export async function widthFaults(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const faults = scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px too wide`] : [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const { left, right } = element.getBoundingClientRect();
      const isOutside = left < -1 || right > clientWidth + 1;
      const { display, clipPath } = getComputedStyle(element);
      // Read out, not shown.
      if (clipPath !== 'none') continue;
      const isInline = display === 'inline';
      const isOver = !isInline && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
      if (isOutside || isOver) faults.push(`${element.tagName} ${element.className}: ${element.textContent}`);
    }
    return faults;
  });
}
