export function compareTexts(
  folder: string,
): Readonly<Record<string, { readonly missing: readonly string[]; readonly wrong: readonly string[] }>>;
