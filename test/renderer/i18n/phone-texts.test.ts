import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const phone = join(import.meta.dirname, '../../../renderer/phone');
const valueIn = /\{\{(\w+)\}\}/g;

/** Every text of a file by its path (`question.cost`, `scale.cost.0`), with the values that are set in. */
function textsOf(folder: string, language: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const collect = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) {
      const values = [...String(value).matchAll(valueIn)].map(([, name]) => name);
      texts.set(path.join('.'), values.sort().join(' '));
      return;
    }
    for (const [key, each] of Object.entries(value)) collect(each, [...path, key]);
  };
  collect(JSON.parse(readFileSync(join(phone, folder, `${language}.json`), 'utf8')), []);
  return texts;
}

describe.each(['texts', 'survey/texts'])('%s of the phone', (folder) => {
  test.each(['en', 'jv'])('are all there in %s, with the same values set in', (language) => {
    // English may have the singular of a text that counts.
    const own = [...textsOf(folder, language)].filter(([key]) => !key.endsWith('_one'));
    expect(Object.fromEntries(own)).toEqual(Object.fromEntries(textsOf(folder, 'id')));
  });
});
