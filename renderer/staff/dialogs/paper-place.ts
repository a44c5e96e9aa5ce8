import type { PrintersNow } from '../../../electron/contract/printers';

/** Of this computer, whoever sits there: the printer nearest to it. */
const kept = 'antre.staff.paper-at';
const keptUsual = 'antre.staff.paper';

/** A kiosk at whose printers papers can come out. */
export interface PaperPlace {
  readonly kioskId: string;
  readonly name: string;
}

/** Each kiosk that has printers, by the name of its first. */
export function paperPlaces(printers: PrintersNow | undefined): readonly PaperPlace[] {
  const names = new Map<string, string>();
  for (const { deviceId, name } of printers?.printers ?? []) {
    if (!names.has(deviceId)) names.set(deviceId, name);
  }
  return [...names].map(([kioskId, name]) => ({ kioskId, name }));
}

/** The kiosk that was chosen last at this computer, where it still has printers; else the first; undefined: there is none. */
export function usualPlace(places: readonly PaperPlace[]): string | undefined {
  const last = localStorage.getItem(kept);
  return (places.find(({ kioskId }) => kioskId === last) ?? places[0])?.kioskId;
}

/** Remembers the kiosk that was chosen at this computer. */
export function keepPlace(kioskId: string): void {
  localStorage.setItem(kept, kioskId);
}

/** Whether a visitor at this computer usually gets a paper, as at an information desk. */
export function isPaperUsual(): boolean {
  return localStorage.getItem(keptUsual) === 'yes';
}

/** Remembers it. */
export function keepPaperUsual(isUsual: boolean): void {
  localStorage.setItem(keptUsual, isUsual ? 'yes' : 'no');
}
