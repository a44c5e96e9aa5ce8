/** So long a clip's name may be, before it is the same as another's. */
const maxLetters = 50;

/**
 * How the recording of a name of the hall's own is called, a desk's or a counter's: `desk-kasir-2` for the desk "Kasir 2",
 * `counter-dindukcapil`. By the name and not by an id, so that another name is never spoken for a new one. Null where nothing
 * of it can be written so.
 */
export function clipOfName(kind: 'desk' | 'counter', name: string): string | null {
  const written = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxLetters)
    .replace(/^-|-$/g, '');
  return written === '' ? null : `${kind}-${written}`;
}

/** The label of a desk without the word for it: "Loket 3" → "3". */
export function bareLabel(label: string): string {
  return label.trim().replace(/^(loket|counter|desk)\b[\s.:-]*/i, '');
}

/** Whether a desk's label is said by letters and numbers; one in words needs a recording. */
export function isSpelledLabel(label: string): boolean {
  return /^([A-Z]{0,2}[\s.-]?[0-9]{1,6}[\s.-]?[A-Z]?|[A-Z]{1,2})$/i.test(bareLabel(label));
}
