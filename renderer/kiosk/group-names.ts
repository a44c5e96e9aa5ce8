import type { CounterGroup } from '../../electron/contract/site';
import type { TextKey } from '../i18n/kiosk-texts';

/** What each kind of institution is called. */
export const groupNames = {
  regional: 'groupRegional',
  vertical: 'groupVertical',
  enterprise: 'groupEnterprise',
} as const satisfies Record<CounterGroup, TextKey>;
