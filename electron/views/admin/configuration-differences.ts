import type { ConfigurationDifference } from '../../contract/admin-import';
import type { Configuration } from '../../contract/configuration';

type Json = ConfigurationDifference['before'];
type Tree = { readonly [key: string]: Json };

/** What differs between two configurations, each place by names that people know: `counters.A.services.KTP-el.quotaPerDay`. */
export function configurationDifferences(
  before: Configuration,
  after: Configuration,
): ConfigurationDifference[] {
  const differences: ConfigurationDifference[] = [];
  compare('', named(before), named(after), differences);
  return differences;
}

function compare(path: string, before: Json, after: Json, into: ConfigurationDifference[]): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  if (isTree(before) && isTree(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      compare(path === '' ? key : `${path}.${key}`, before[key] ?? null, after[key] ?? null, into);
    }
    // The same things in another order.
    const [one, other] = [Object.keys(before), Object.keys(after)];
    const sorted = (keys: readonly string[]) => JSON.stringify([...keys].sort());
    if (path.startsWith('counters') && sorted(one) === sorted(other) && String(one) !== String(other)) {
      if (namedLists.test(path)) into.push({ path, before: one, after: other });
    }
    return;
  }
  into.push({ path, before, after });
}

/** Whose order means something: the menu's counters, a counter's services. */
const namedLists = /^counters($|\.[^.]+\.services$)/;

function isTree(value: Json): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lists of things with names, as trees by those names. */
function named({ counters, ...rest }: Configuration): Json {
  const tree = {
    ...rest,
    counters: Object.fromEntries(
      counters.map(({ desks, services, ...counter }) => [
        counter.code,
        {
          ...counter,
          desks: Object.fromEntries(desks.map((desk) => [`${desk.number}`, desk])),
          services: Object.fromEntries(services.map((service) => [service.name.id, service])),
        },
      ]),
    ),
  };
  return JSON.parse(JSON.stringify(tree));
}
