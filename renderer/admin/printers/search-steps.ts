import type { PrinterSearch } from '../../../electron/contract/printers';

/** One after the other, so that whoever waits sees how far it is and what was found so far. */
export interface SearchStep {
  readonly search: PrinterSearch;
  /** How many addresses it asks; 0: what is attached to the machine. */
  readonly addresses: number;
}

/** So many addresses are asked at once; those where nobody is take a little over a second together. */
const atOnce = 32;
/** The contract's most of one request. */
const entriesAtOnce = 16;
const lastHost = 254;

/** What to look through for what somebody typed: addresses and ranges, with spaces or commas between. */
export function searchSteps(typed: string): readonly SearchStep[] {
  const entries = typed.split(/[\s,]+/).filter(Boolean);
  const ranges = entries.flatMap((entry) => rangeSteps(entry) ?? []);
  const single = entries.filter((entry) => rangeSteps(entry) === null);
  const groups = Array.from({ length: Math.ceil(single.length / entriesAtOnce) }, (_each, index) =>
    single.slice(index * entriesAtOnce, (index + 1) * entriesAtOnce),
  );
  return [
    { search: { addresses: [], attached: true }, addresses: 0 },
    ...groups.map((addresses) => ({ search: { addresses, attached: false }, addresses: addresses.length })),
    ...ranges,
  ];
}

/** A range such as `192.168.1.1-254:9100` in parts; null where it is none, for the server to say what is wrong with it. */
function rangeSteps(entry: string): SearchStep[] | null {
  const [, net, first, last, port = ''] =
    /^((?:\d{1,3}\.){3})(\d{1,3})-(\d{1,3})(:\d{1,5})?$/.exec(entry) ?? [];
  const from = Number(first);
  const to = Math.min(Number(last), lastHost);
  if (net === undefined || !(from <= to)) return null;
  return Array.from({ length: Math.ceil((to - from + 1) / atOnce) }, (_each, index) => {
    const begin = from + index * atOnce;
    const end = Math.min(begin + atOnce - 1, to);
    return {
      search: { addresses: [`${net}${begin}-${end}${port}`], attached: false },
      addresses: end - begin + 1,
    };
  });
}
