interface Group<Row> {
  /** The place among the levels of the one that these rows share. */
  readonly level: number;
  readonly rows: readonly Row[];
}

/**
 * Groups rows so that of each only that is told which at least `smallest` rows have in common, and nobody is found by
 * counting (k-anonymity, as P. Samarati and L. Sweeney describe it).
 *
 * `levels` name the group of a row, the finest first (`2026-11-24 3`, then `2026-11 3`, …). Rows whose group is large
 * enough stay at that level, the rest are grouped by the next one, and in the end by nothing, a level more. Where fewer
 * than `smallest` are left for that, the smallest group joins them: else they would be known by what is not told of them.
 * Returns no groups where there are fewer rows than `smallest`.
 */
export function hiddenInGroups<Row>(
  rows: readonly Row[],
  levels: readonly ((row: Row) => string)[],
  smallest: number,
): readonly Group<Row>[] {
  if (rows.length < smallest) return [];
  const groups: Group<Row>[] = [];
  let rest = [...rows];
  for (const [level, nameOf] of levels.entries()) {
    const left: Row[] = [];
    for (const group of groupedBy(rest, nameOf).values()) {
      if (group.length >= smallest) groups.push({ level, rows: group });
      else left.push(...group);
    }
    rest = left;
  }
  if (rest.length === 0) return groups;
  if (rest.length < smallest) {
    const joins = groups.reduce((least, group) => (group.rows.length < least.rows.length ? group : least));
    groups.splice(groups.indexOf(joins), 1);
    rest.push(...joins.rows);
  }
  return [...groups, { level: levels.length, rows: rest }];
}

function groupedBy<Row>(rows: readonly Row[], nameOf: (row: Row) => string): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}
