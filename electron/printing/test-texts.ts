import { catalogue } from '../texts/catalogue';
import type indonesian from '../texts/id/office/test-ticket.json';

/** What stands on tickets that are only tried, in Indonesian, as they are the hall's. */
export const testTexts = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/office/test-ticket.json', { eager: true, import: 'default' }),
).in('id');
