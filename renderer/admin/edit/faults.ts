/** Why fields are refused, by the path of each (`code`, `name.en`), as sentences. */
export type Faults = Readonly<Partial<Record<string, string>>>;

/** Returns the faults of a field and of what is in it, by their path within it; that of the field itself is empty. */
export function faultsWithin(faults: Faults, field: string): Faults {
  return Object.fromEntries(
    Object.entries(faults).flatMap(([path, sentence]) =>
      path === field
        ? [['', sentence]]
        : path.startsWith(`${field}.`)
          ? [[path.slice(field.length + 1), sentence]]
          : [],
    ),
  );
}
