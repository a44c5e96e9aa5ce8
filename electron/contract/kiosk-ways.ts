/** Ways to a number at a kiosk besides the usual one: by keys and ears, and in large letters. */
export const kioskWays = ['spoken', 'large'] as const;
export type KioskWay = (typeof kioskWays)[number];
