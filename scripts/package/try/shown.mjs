// What a screen shows, by every hundredth of its pixels (three bytes each: red, green, blue).

/** Pages have about 500 where they are looked at, a screen with one sentence on it 25. */
export const manyColours = 100;
const step = 300;

/** Most of the kiosk's page is light; the waiting screen and the console are dark, an empty window is of one colour. */
export function isPage({ pixels }) {
  let light = 0;
  for (let at = 0; at < pixels.length; at += step) if (pixels[at] > 200) light += 1;
  return coloursIn({ pixels }) > manyColours && light > pixels.length / step / 2;
}

/** White and nothing else. */
export function isEmptyWindow({ pixels }) {
  let white = 0;
  for (let at = 0; at < pixels.length; at += step) if (pixels.readUIntBE(at, 3) === 0xffffff) white += 1;
  return white > (pixels.length / step) * 0.9;
}

export function coloursIn({ pixels }) {
  const colours = new Set();
  for (let at = 0; at < pixels.length; at += step) colours.add(pixels.readUIntBE(at, 3));
  return colours.size;
}
