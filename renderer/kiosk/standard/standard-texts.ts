import { catalogue } from '../../../electron/texts/catalogue';
import type skmIndonesian from '../../../electron/texts/id/skm-results.json';
import type indonesian from '../../../electron/texts/id/standards.json';

/** The words around a standard and the Maklumat; they come with their screen. */
export const standardTexts = catalogue<typeof indonesian>(
  import.meta.glob('../../../electron/texts/*/standards.json', { eager: true, import: 'default' }),
);

/** The words of the survey's published result, likewise. */
export const skmTexts = catalogue<typeof skmIndonesian>(
  import.meta.glob('../../../electron/texts/*/skm-results.json', { eager: true, import: 'default' }),
);
