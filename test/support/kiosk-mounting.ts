import type { KioskSize } from './kiosk-screen';

// How docs/access/README.md says that a kiosk is mounted, and what follows from it in px of the design (1080×1920 or 1920×1080).

/** EN 301 549, 8.3.2.1 and 8.3.2.2: what somebody seated reaches forward, in mm above the floor. */
const reach = { lowest: 380, highest: 1220 };
/** The picture's foot above the floor at most, in mm; never under what is reached. */
export const highestFoot = 800;
/** Diagonals in inches of what stands in halls, 16:9. */
export const screens = [21.5, 24, 27, 32] as const;
/** EN 301 549, 5.1.4: the angle of a capital H, in degrees. */
const leastAngle = 0.7;
/** Of Plus Jakarta Sans: the height of a capital H as a share of the text's size; measured in `kiosk-heard.test.ts`. */
export const capitalShare = 0.75;

/** Mm of a px of the design. */
export function mmOfPx(inches: number): number {
  return (inches * 25.4) / Math.hypot(1920, 1080);
}

/** Up to how many px above the picture's foot everything that is touched must lie, on the largest screen as on the smallest. */
export function reachedPx(size: KioskSize): number {
  const ofLargest = (reach.highest - highestFoot) / mmOfPx(Math.max(...screens));
  return Math.min(Math.floor(ofLargest), size === 'portrait' ? 1920 : 1080);
}

/** From how far a text of so many px is read by 5.1.4, in mm. */
export function readFrom(px: number, inches: number): number {
  return (px * capitalShare * mmOfPx(inches)) / Math.tan((leastAngle * Math.PI) / 180);
}
