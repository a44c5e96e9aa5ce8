// npm run texts: what each language of the catalogue (electron/texts) lacks, and what is wrong in it.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Values that a language need not set in, since its sentence says less. */
const leftOut = new Set([
  // Javanese has no words for it in the library of dates.
  'lost-hall.json: when ago',
  // English calls them by what they are.
  'kiosk.json: groupRegional city',
  // Only the first sentence is as long.
  'unknown-address.json: opened hall',
  'unknown-address.json: admin name',
  'unknown-address.json: admin field',
]);

/** Each language counts in clips of its own. */
const counted = /^voice\.json: (number-|teen|tens|hundreds?|and$)/;

/**
 * Compares each language of a catalogue with its Indonesian, file by file. `missing` are the texts that are shown in
 * Indonesian instead; `wrong` those that no page asks for, or that set in other values. Both by language, as `AREA: KEY`.
 *
 * @param {string} folder of the languages' folders
 */
export function compareTexts(folder) {
  const languages = readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name);
  const areas = areasIn(join(folder, 'id'));
  /** @type {Record<string, { missing: string[], wrong: string[] }>} */
  const found = {};
  for (const language of languages) {
    const strange = areasIn(join(folder, language)).filter((name) => !areas.includes(name));
    found[language] = { missing: [], wrong: strange.map((name) => `${name}: no such file in id`) };
    for (const area of areas) {
      const indonesian = textsIn(join(folder, 'id', area));
      const own = textsIn(join(folder, language, area));
      const { missing, wrong } = found[language];
      for (const key of Object.keys(indonesian))
        if (!own[key] && !counted.test(`${area}: ${key}`)) missing.push(`${area}: ${key}`);
      for (const [key, text] of Object.entries(own)) {
        // `KEY_one`: a form that Indonesian doesn't tell apart.
        const original = indonesian[key] ?? indonesian[key.replace(/_(zero|one|two|few|many|other)$/, '')];
        if (original === undefined && counted.test(`${area}: ${key}`)) continue;
        if (original === undefined) {
          wrong.push(`${area}: ${key} is no text of it`);
          continue;
        }
        const [set, wanted] = [valuesIn(text), valuesIn(original)];
        // "1 person" may be "one person".
        const free = (value) => value === 'count' && /_(zero|one|two)$/.test(key);
        const unknown = set.filter((value) => !wanted.includes(value));
        const lost = wanted.filter((value) => !set.includes(value) && !free(value));
        for (const value of unknown)
          wrong.push(`${area}: ${key} sets in {{${value}}}, which nobody gives it`);
        for (const value of lost)
          if (!leftOut.has(`${area}: ${key} ${value}`)) wrong.push(`${area}: ${key} leaves out {{${value}}}`);
      }
    }
  }
  return found;
}

/**
 * The areas of a language's folder, by the path of their files in it: what the people read who work with Antre stands in
 * `office`.
 *
 * @returns {string[]}
 */
export function areasIn(folder) {
  return globSync('**/*.json', { cwd: folder })
    .map((path) => path.replaceAll(sep, '/'))
    .sort();
}

/** @returns {Record<string, string>} */
function textsIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw new Error(`${file} can't be read: ${error.message}`);
  }
}

function valuesIn(text) {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))];
}

if (process.argv[1] === import.meta.filename) {
  for (const [language, { missing, wrong }] of Object.entries(
    compareTexts(join(import.meta.dirname, '../electron/texts')),
  )) {
    console.log(`${language}: ${missing.length} texts missing, ${wrong.length} wrong`);
    for (const each of missing) console.log(`  missing: ${each}`);
    for (const each of wrong) console.log(`  wrong:   ${each}`);
  }
}
