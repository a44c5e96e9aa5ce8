import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a language that nobody speaks beside the others: the Indonesian texts, marked and a third longer, so that what
 * does not come from the catalogue, or has no room, is seen.
 *
 * @param {string} folder of the languages' folders
 * @param {string} tag the language's own
 */
export function writePseudoLanguage(folder, tag) {
  mkdirSync(join(folder, tag), { recursive: true });
  for (const area of readdirSync(join(folder, 'id'))) {
    const texts = Object.entries(JSON.parse(readFileSync(join(folder, 'id', area), 'utf8')));
    const own = Object.fromEntries(texts.map(([key, text]) => [key, pseudo(text)]));
    writeFileSync(join(folder, tag, area), `${JSON.stringify(own, null, 2)}\n`);
  }
}

function pseudo(text) {
  return `[${text}${'~'.repeat(Math.ceil(text.length / 3))}]`;
}
