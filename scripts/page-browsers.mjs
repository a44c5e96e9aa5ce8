// What the built pages use that the oldest browser of their surface lacks: declarations and selectors without a
// fallback, methods without a polyfill. Syntax is the build's own target. scripts/build.mjs fails where there is any.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { full } from 'acorn-walk';
import compat from 'core-js-compat/data.json' with { type: 'json' };
import doiuse from 'doiuse';
import postcss from 'postcss';

const root = join(import.meta.dirname, '..');

/** The oldest Chromium on which each surface is complete; docs/panduan/perangkat.md tells halls the same. */
export const oldestChromium = { display: 85, kiosk: 92, phone: 92, staff: 92, admin: 92, reports: 92 };
/** Of the centre's page, which is built apart. */
const oldestOfCentre = { centre: 92 };

/** Features, by caniuse's names, that caniuse counts as lacking only for parts that are not used here. */
const usedInPart = new Set([
  'css-masks',
  'css-clip-path',
  'multicolumn',
  'css-display-contents',
  'css-overflow',
  'css-scrollbar',
]);
/** A letter's box that isn't trimmed stands a pixel lower; the browser's own ring shows what has the focus. */
const harmless = new Set(['css-text-box-trim', 'css-focus-visible']);
/** Names that are older than what core-js mends of them, or are everybody's. */
const common = new Set(
  'asyncDispose cause delete detached dispose escape flags has immediate isError parse push self set size stack stringify transfer try v2 with'.split(
    ' ',
  ),
);
/** Newer parts of browsers that core-js doesn't know, with the Chromium that brought each. */
const ofBrowsers = {
  any: 116,
  checkVisibility: 105,
  randomUUID: 92,
  replaceChildren: 86,
  showPopover: 114,
  structuredClone: 98,
  timeout: 103,
};

/** Sentences about what each surface uses and its oldest browser lacks. */
export async function newerThanBrowsers(pages = join(root, 'build/pages')) {
  return [
    ...(await newerThan(pages, oldestChromium)),
    ...(await newerThan(join(pages, '../centre/pages'), oldestOfCentre)),
  ];
}

async function newerThan(pages, oldestOf) {
  const faults = [];
  for (const [surface, oldest] of Object.entries(oldestOf)) {
    const polyfilled = polyfillsOf(surface);
    const files = filesOf(pages, surface);
    for (const file of files.filter((name) => name.endsWith('.css'))) {
      const text = readFileSync(join(pages, 'assets', file), 'utf8');
      for (const fault of await newerStyles(text, oldest))
        faults.push(`${surface} (${oldest}), ${file}: ${fault}`);
    }
    for (const file of files.filter((name) => name.endsWith('.js'))) {
      const text = readFileSync(join(pages, 'assets', file), 'utf8');
      for (const name of newerMethods(text, oldest)) {
        if (!polyfilled.has(name)) faults.push(`${surface} (${oldest}), ${file}: ${name}`);
      }
    }
  }
  return faults;
}

/** Declarations and selectors of a style sheet that a Chromium lacks and nothing stands in for. */
export async function newerStyles(css, oldest) {
  const found = [];
  const check = doiuse({
    browsers: [`chrome ${oldest}`],
    ignore: [...usedInPart, ...harmless],
    onFeatureUsage: ({ feature, usage }) => found.push({ feature, usage }),
  });
  const { root: sheet } = await postcss([check]).process(css, { from: undefined });
  return found
    .filter(({ usage }) => !isCovered(sheet, usage))
    .map(({ feature, usage }) => `${feature}: ${String(usage).slice(0, 100)}`);
}

/**
 * What a style sheet needs for which nothing stands in, to be asked of a browser itself, which knows more of this than
 * any list of features: declarations as property and value, and selectors.
 */
export function neededStyles(css) {
  const sheet = postcss.parse(css);
  const declarations = new Map();
  const selectors = new Set();
  sheet.walkDecls((declaration) => {
    const { prop, value } = declaration;
    const isFace = declaration.parent.name === 'font-face';
    if (prop.startsWith('-') || isFace || isHarmless(declaration) || isCovered(sheet, declaration)) return;
    declarations.set(`${prop}:${value}`, [prop, value]);
  });
  sheet.walkRules((rule) => {
    const isFrame = rule.parent.type === 'atrule' && rule.parent.name.endsWith('keyframes');
    if (isFrame || /::?-(?:moz|ms)-/.test(rule.selector) || isCovered(sheet, rule)) return;
    // The browser's own ring shows what has the focus.
    for (const selector of rule.selectors) if (!selector.endsWith(':focus-visible')) selectors.add(selector);
  });
  return { declarations: [...declarations.values()], selectors: [...selectors] };
}

/** Whether a property's lack takes nothing from anybody: lines break less evenly; a unit that it is for has a fallback. */
function isHarmless({ prop, value }) {
  return (
    /^(container|text-wrap|text-box|accent-color|scrollbar|print-color-adjust|forced-color)/.test(prop) ||
    value === 'balance'
  );
}

function isCovered(sheet, usage) {
  return isLibrarys(usage) || (usage.type === 'decl' ? hasFallback(usage) : hasOtherRule(sheet, usage));
}

/** Newer names of methods and functions in a script, each once. */
export function newerMethods(script, oldest) {
  const names = newerNames(oldest);
  const used = new Set();
  full(parse(script, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
    if (node.type !== 'CallExpression') return;
    // One or two letters alone are what the minifier called a function of ours.
    if (node.callee.type === 'Identifier' && node.callee.name.length < 3) return;
    const { callee } = node;
    const name = callee.type === 'MemberExpression' && !callee.computed ? callee.property.name : callee.name;
    if (names.has(name)) used.add(name);
  });
  return [...used];
}

function newerNames(oldest) {
  const names = new Set(Object.keys(ofBrowsers).filter((name) => ofBrowsers[name] > oldest));
  for (const [part, { chrome = Number.POSITIVE_INFINITY }] of Object.entries(compat)) {
    // Of an iterator's methods the names are those of lists.
    if (/^es\.iterator|^esnext|constructor|to-string-tag/.test(part) || Number(chrome) <= oldest) continue;
    const name = camelCase(
      part
        .split('.')
        .at(-1)
        .replace(/-alternative$/, ''),
    );
    if (!common.has(name)) names.add(name);
  }
  // A guarded use falls back by itself.
  names.delete('canParse');
  return names;
}

/** What a surface's entry brings itself: of core-js, and of renderer/ui/browsers. */
function polyfillsOf(surface) {
  const entry = readFileSync(join(root, 'renderer', surface, 'main.tsx'), 'utf8');
  const ofCore = [...entry.matchAll(/'core-js\/.*\/([\w-]+)'/g)].map(([, name]) => camelCase(name));
  const own = [...entry.matchAll(/'\.\.\/(ui\/browsers\/[\w-]+)'/g)]
    .map(([, file]) => readFileSync(join(root, 'renderer', `${file}.ts`), 'utf8'))
    .flatMap((text) => [...text.matchAll(/defineProperty\(\w+, '(\w+)'/g)].map(([, name]) => name));
  return new Set([...ofCore, ...own]);
}

/** Whether an older value stands before it, or it is asked for by `@supports`. */
function hasFallback(declaration) {
  if (isAskedFor(declaration)) return true;
  for (let node = declaration.prev(); node; node = node.prev()) {
    if (node.type !== 'decl') continue;
    if ([declaration.prop, `-webkit-${declaration.prop}`].includes(node.prop)) return true;
  }
  return false;
}

/** Whether each of its declarations stands also in a rule for those that lack the selector. */
function hasOtherRule(sheet, rule) {
  if (isAskedFor(rule)) return true;
  const others = new Set();
  sheet.walkAtRules('supports', (at) => {
    if (/^not selector/.test(at.params))
      at.walkDecls(({ prop, value }) => void others.add(`${prop}:${value}`));
  });
  const own = (rule.nodes ?? []).filter(({ type }) => type === 'decl');
  return own.length > 0 && own.every(({ prop, value }) => others.has(`${prop}:${value}`));
}

function isAskedFor(node) {
  for (let at = node; at; at = at.parent) if (at.type === 'atrule' && at.name === 'supports') return true;
  return false;
}

/** Mantine's own, whose look on the oldest browsers stands in renderer/ui/office/office.css. */
function isLibrarys(node) {
  const rule = node.type === 'decl' ? node.parent : node;
  return /\.m_[0-9a-f]+/.test(rule.selector ?? '');
}

/** The page's scripts and style sheets, those that are fetched when needed too. */
export function filesOf(pages, surface) {
  const known = new Set(readdirSync(join(pages, 'assets')));
  const files = new Set();
  const look = (text) => {
    for (const [name] of text.matchAll(/[\w-]+\.(?:js|css)\b/g)) {
      if (!known.has(name) || files.has(name)) continue;
      files.add(name);
      if (name.endsWith('.js')) look(readFileSync(join(pages, 'assets', name), 'utf8'));
    }
  };
  look(readFileSync(join(pages, surface, 'index.html'), 'utf8'));
  return [...files];
}

function camelCase(name) {
  return name.replace(/-(\w)/g, (_all, letter) => letter.toUpperCase());
}
