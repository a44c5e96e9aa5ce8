import type { Maklumat } from './maklumat';

export type { Maklumat } from './maklumat';

/** Where the hall can show its Maklumat. */
export const maklumatMedia = ['information', 'kiosk', 'display'] as const;

/** Whether it was decided: by whom, by number and date. */
export function isDecided({ decidedBy, decisionNumber, decidedOn }: Maklumat): boolean {
  return decidedBy !== '' && decisionNumber !== '' && decidedOn !== null;
}
