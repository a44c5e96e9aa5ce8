import { type Language, languageTable } from '../../../electron/contract/languages';

/** `84,2 MB`, of a size in bytes. */
export function sizeInWords(bytes: number, language: Language): string {
  const [amount, unit] =
    bytes < 1_000_000
      ? [bytes / 1000, 'kB']
      : bytes < 1_000_000_000
        ? [bytes / 1_000_000, 'MB']
        : [bytes / 1_000_000_000, 'GB'];
  return `${new Intl.NumberFormat(languageTable[language].locale, { maximumFractionDigits: 1 }).format(amount)} ${unit}`;
}
