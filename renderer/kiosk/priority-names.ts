import type { Priority } from '../../electron/contract/tickets';
import type { TextKey } from '../i18n/kiosk-texts';

/** What each reason to go first is called. */
export const priorityNames = {
  elderly: 'priorityElderly',
  disability: 'priorityDisability',
  pregnant: 'priorityPregnant',
  infant: 'priorityInfant',
} as const satisfies Record<Priority, TextKey>;
