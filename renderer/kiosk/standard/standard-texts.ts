import { catalogue } from '../../../electron/texts/catalogue';
import type indonesian from '../../../electron/texts/id/standards.json';

/** The words around a standard and the Maklumat; they come with their screen. */
export const standardTexts = catalogue<typeof indonesian>(
  import.meta.glob('../../../electron/texts/*/standards.json', { eager: true, import: 'default' }),
);
