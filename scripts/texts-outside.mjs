import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseSync } from 'vite';

/** Files that say something by themselves, and why. */
const excepted = {
  'renderer/ui/browsers/cannot-run.mts': 'stands in the page before any script',
  'renderer/admin/closures/national-holidays.ts': 'a list to begin with, which becomes the hall’s own',
  'renderer/admin/closures/list-dialog.tsx': 'a line of such a list, as the server reads it',
  'renderer/admin/people/import-dialog.tsx': 'a list of made-up people, as the server reads it',
  'electron/actions/accounts/read-user-list.ts': 'the words that it reads in such a list',
  'electron/actions/step-out.ts': 'a reason that is written down, as officers write theirs',
  'electron/lost-hall/describe-lost-hall.ts': 'what is typed in a terminal, for technicians',
  'electron/printing/warm-up.ts': 'a ticket that nobody sees',
  'electron/survey/find-persons.ts': 'the words that it looks for in what people wrote',
};

/** Read by whoever works on Antre, and in no build. */
const preview = 'renderer/preview/';

/** Two words side by side, as in a sentence. */
const sentence = /\p{L}{2,}[,:;.]? \p{L}{2,}/u;
/** A selector, a media query, a function of CSS. */
const css = /^\(|^[\w-]+\(|\[[\w-]+=/;
/** What only Indonesian has; in the main process English is what programs, technicians and the command line are told. */
const indonesian =
  /\b(yang|dan|dari|untuk|dengan|tidak|belum|sudah|bukan|sebelum|sesudah|atau|ini|itu|akan|dapat|silakan|mohon|loket|gerai|nomor|antrean|tiket|kertas|petugas|balai|layanan|kios|hari|buka|tutup|tunggu|keluar)\b(?!-)/iu;
/** A word that stands alone between tags or in an attribute: no address (`/staff`), no unit, not Antre's name. */
const word = /^(?!\/|Antre$).*\p{L}{3}/su;
const shownAttributes = ['label', 'title', 'alt', 'description', 'aria-label'];

/** Errors that are thrown, and the log, are for technicians. */
const forTechnicians = /(Error|Exception|Fault|Damaged)$|(^|\.)(log|console)\.|^log$/;

/**
 * Looks for texts for people that stand in the sources and not in the catalogue: in pages sentences, what stands between
 * tags and in attributes that are read; elsewhere Indonesian; everywhere what is said in two languages side by side.
 *
 * @param {string} root of the repository
 * @returns {string[]} a line for each: its place, and what it says
 */
export function textsOutside(root) {
  return globSync('{electron,native,renderer}/**/*.{ts,tsx,mts}', { cwd: root })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => !(path in excepted) && !path.startsWith(preview))
    .sort()
    .flatMap((path) => {
      const source = readFileSync(join(root, path), 'utf8');
      return textsIn(path, source).map(
        ({ start, text }) => `${path}:${source.slice(0, start).split('\n').length} says “${text}”`,
      );
    });
}

/** @returns {{ start: number, text: string }[]} */
function textsIn(path, source) {
  const isSaid = path.startsWith('renderer/')
    ? (text) => sentence.test(text) && !css.test(text)
    : (text) => indonesian.test(text);
  const found = [];
  const visit = (node) => {
    if (Array.isArray(node)) for (const each of node) visit(each);
    if (typeof node?.type !== 'string' || isForPrograms(node, source)) return;
    const text = textOf(node);
    const alone = node.type === 'JSXText' ? text : attributeOf(node);
    if (alone === undefined ? text !== undefined && isSaid(text) : word.test(alone))
      found.push({ start: node.start, text: alone ?? text });
    else if (isInTwoLanguages(node)) found.push({ start: node.start, text: 'id: …, en: …' });
    else for (const [key, part] of Object.entries(node)) if (key !== 'key' || node.computed) visit(part);
  };
  visit(parseSync(path, source).program);
  return found;
}

function isForPrograms({ type, callee, declaration }, source) {
  if (callee) return forTechnicians.test(source.slice(callee.start, callee.end));
  return /^(Import|Export(All|Named)|TS(Type|Interface|Literal))/.test(type) && !declaration;
}

function textOf({ type, value, quasis }) {
  if (type === 'JSXText') return value.trim();
  if (type === 'TemplateLiteral') return quasis.map((each) => each.value.cooked).join('…');
  return type === 'Literal' && typeof value === 'string' ? value : undefined;
}

function attributeOf({ type, name, value }) {
  return type === 'JSXAttribute' && value && shownAttributes.includes(name.name) ? textOf(value) : undefined;
}

function isInTwoLanguages({ type, properties }) {
  if (type !== 'ObjectExpression') return false;
  const said = properties.filter(
    ({ key, value }) => ['id', 'en'].includes(key?.name) && /\p{L}{2}/u.test((value && textOf(value)) ?? ''),
  );
  return said.length === 2;
}
