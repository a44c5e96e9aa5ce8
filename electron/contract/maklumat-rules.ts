/** Where the hall can show its Maklumat. */
export const maklumatMedia = ['information', 'kiosk', 'display'] as const;

/** Whether it was decided: by whom, by number and date. */
export function isDecided({
  decidedBy,
  decisionNumber,
  decidedOn,
}: {
  readonly decidedBy: string;
  readonly decisionNumber: string;
  readonly decidedOn: string | null;
}): boolean {
  return decidedBy !== '' && decisionNumber !== '' && decidedOn !== null;
}
