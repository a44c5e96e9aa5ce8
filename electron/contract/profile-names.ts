import { type Catalogue, catalogue } from '../texts/catalogue';
import type indonesian from '../texts/id/office/printer-profiles.json';
import type { ProfileName } from './printer-profile';

/** What each of the profiles is called that are offered: the printers that it fits. */
export const profileTexts: Catalogue<ProfileName> = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/office/printer-profiles.json', { eager: true, import: 'default' }),
);
