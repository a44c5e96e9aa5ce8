// Makes native/printer/number-glyphs.json: the letters of ticket numbers as black and white bitmaps at the heights
// that fit the two paper widths. Run it again after changing the typeface: `node scripts/make-number-glyphs.mjs`.
// The letters are Plus Jakarta Sans 800 (Tokotype, SIL Open Font License 1.1) with tabular figures, whose 1 has a
// foot, drawn by Chromium without smoothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { chromium } from 'playwright';
import { PNG } from 'pngjs';

const root = join(import.meta.dirname, '..');
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-'];
/** Dots from the top of a 0 to its foot; a number is printed in the greatest that fits. */
const heights = [132, 112, 94, 80, 66, 54];

const font = readFileSync(
  join(
    root,
    'node_modules/@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2',
  ),
);
const browser = await chromium.launch({
  executablePath: process.env.ANTRE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--font-render-hinting=none', '--disable-lcd-text'],
});
try {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 }, deviceScaleFactor: 1 });
  await page.setContent(`<style>
    @font-face { font-family: number; font-weight: 200 800;
      src: url(data:font/woff2;base64,${font.toString('base64')}) }
    body { margin: 0; background: #fff }
    #letter { position: absolute; left: 100px; top: 100px; white-space: pre; color: #000;
      font-family: number; font-weight: 800; font-feature-settings: 'tnum'; line-height: 1 }
  </style><span id=letter>0</span>`);
  await page.evaluate(() => document.fonts.load('800 100px number', '0'));

  const show = async (letter, size) => {
    const advance = await page.evaluate(
      ([text, pixels]) => {
        const element = document.querySelector('#letter');
        element.textContent = text;
        element.style.fontSize = `${pixels}px`;
        return element.getBoundingClientRect().width;
      },
      [letter, size],
    );
    const png = PNG.sync.read(await page.screenshot());
    const isBlack = (x, y) => png.data[(y * png.width + x) * 4] < 128;
    let [top, bottom] = [Infinity, -1];
    for (let y = 0; y < png.height; y += 1) {
      for (let x = 0; x < png.width; x += 1) {
        if (isBlack(x, y)) {
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    return { advance: Math.round(advance), isBlack, top, bottom };
  };

  const sizes = {};
  for (const height of heights) {
    let size = height;
    for (let zero = await show('0', size); zero.bottom - zero.top + 1 < height; ) {
      size += 0.25;
      zero = await show('0', size);
    }
    const { top } = await show('0', size);
    const glyphs = {};
    for (const letter of letters) {
      const { advance, isBlack } = await show(letter, size);
      const widthBytes = Math.ceil(advance / 8);
      const bits = new Uint8Array(widthBytes * height);
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < advance; x += 1) {
          if (isBlack(100 + x, top + y)) bits[y * widthBytes + (x >> 3)] |= 0x80 >> (x & 7);
        }
      }
      glyphs[letter] = { advance, bits: deflateSync(bits, { level: 9 }).toString('base64') };
    }
    sizes[height] = glyphs;
    console.log(`${height} dots: ${size} px`);
  }
  writeFileSync(
    join(root, 'native/printer/number-glyphs.json'),
    `${JSON.stringify({
      origin:
        'Plus Jakarta Sans 800 by Tokotype, SIL Open Font License 1.1; made by scripts/make-number-glyphs.mjs. ' +
        'Each height has its letters: advance in dots, rows of whole bytes deflated, in base64.',
      heights: sizes,
    })}\n`,
  );
} finally {
  await browser.close();
}
