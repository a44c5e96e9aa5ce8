import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { areasIn } from './list-texts.mjs';

/**
 * Writes a language that nobody speaks beside the others: the Indonesian texts, marked and a third longer, so that what
 * does not come from the catalogue, or has no room, is seen.
 *
 * @param {string} folder of the languages' folders
 * @param {string} tag the language's own
 */
export function writePseudoLanguage(folder, tag) {
  for (const area of areasIn(join(folder, 'id'))) {
    const texts = Object.entries(JSON.parse(readFileSync(join(folder, 'id', area), 'utf8')));
    const own = Object.fromEntries(texts.map(([key, text]) => [key, pseudo(text)]));
    mkdirSync(dirname(join(folder, tag, area)), { recursive: true });
    writeFileSync(join(folder, tag, area), `${JSON.stringify(own, null, 2)}\n`);
  }
}

function pseudo(text) {
  return `[${text}${'~'.repeat(Math.ceil(text.length / 3))}]`;
}
