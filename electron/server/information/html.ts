/** Markup that is safe to stand in a page. */
class Markup {
  constructor(readonly text: string) {}
}

export type { Markup };

type Part = Markup | string | number | null | readonly Part[];

/**
 * Writes markup: whatever is set in is escaped, unless it is markup itself; a list is put together, null is nothing.
 * Of the page's own making, since it is twenty lines: what else renders on a server brings a browser's framework along.
 */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    texts.map((text, at) => text + (at < parts.length ? written(parts[at] ?? null) : '')).join(''),
  );
}

/** A text that is made with values, with elements in the place of some of them. */
export function withElements(
  say: (values: Readonly<Record<string, string>>) => string,
  elements: Readonly<Record<string, Markup>>,
): Markup {
  // A sign of nobody's stands for each until the text around it is escaped.
  const sign = (at: number) => String.fromCharCode(0xe000 + at);
  const names = Object.keys(elements);
  const text = written(say(Object.fromEntries(names.map((name, at) => [name, sign(at)]))));
  return new Markup(
    names.reduce(
      (whole, name, at) => whole.replaceAll(sign(at), () => written(elements[name] ?? null)),
      text,
    ),
  );
}

function written(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return String(part).replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
