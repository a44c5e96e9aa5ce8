const months = [
  ['januari', 'january'],
  ['februari', 'february'],
  ['maret', 'march'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['agustus', 'august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['desember', 'december'],
] as const;

/**
 * A date as people write it, day first (`24 November 2026`, `24 Nov 2026`, `24/11/2026`, `24-11-2026`) or as machines do
 * (`2026-11-24`), as the contract's `2026-11-24`; null where it is none, or no day of the calendar.
 */
export function parseWrittenDate(text: string): string | null {
  const parts = text
    .trim()
    .toLowerCase()
    .split(/[\s./,-]+/);
  // A weekday before it says nothing new: `Selasa, 24 November 2026`.
  const [one = '', two = '', three = ''] = parts.length === 4 ? parts.slice(1) : parts;
  if (parts.length < 3 || parts.length > 4) return null;
  const machine = /^\d{4}$/.test(one);
  const [day, year] = machine ? [three, one] : [one, three];
  if (!/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return null;
  const month = /^\d{1,2}$/.test(two) ? Number(two) : monthNamed(two);
  const written = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(written) ? written : null;
}

function monthNamed(name: string): number {
  if (name.length < 3) return 0;
  return months.findIndex((names) => names.some((each) => each.startsWith(name))) + 1;
}
