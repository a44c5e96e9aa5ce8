/**
 * Letters that are easily heard as one another in a hall: the closest pairs of a measurement of spoken letter names
 * (distance of their sound below a quarter of the median), and the pairs that read alike are not among them.
 */
const alikePairs = ['PT', 'TV', 'DG', 'DT', 'BP', 'BD', 'SX', 'HK', 'FS'] as const;
const alike = new Set<string>(alikePairs.flatMap(([a = '', b = '']) => [`${a}${b}`, `${b}${a}`]));

/** The other prefixes that are easily heard as this one: as long, and different in letters that sound alike only. */
export function prefixesHeardAs(prefix: string, prefixes: Iterable<string>): string[] {
  return [...new Set(prefixes)]
    .filter((other) => other !== prefix && other.length === prefix.length && soundsLike(prefix, other))
    .sort();
}

function soundsLike(one: string, other: string): boolean {
  return [...one].every((letter, place) => {
    const heard = other[place] ?? '';
    return letter === heard || alike.has(`${letter}${heard}`);
  });
}
