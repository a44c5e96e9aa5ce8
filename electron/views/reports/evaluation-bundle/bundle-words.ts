import { catalogue } from '../../../texts/catalogue';
import type indonesian from '../../../texts/id/office/evaluation-bundle.json';

/** What stands in the file that is handed in. */
export const bundleTexts = catalogue<typeof indonesian>(
  import.meta.glob('../../../texts/*/office/evaluation-bundle.json', { eager: true, import: 'default' }),
);
