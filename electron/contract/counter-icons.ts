/** The pictures that a counter may have; another name, as from a newer Antre, is shown as a common one. */
export const counterIcons = [
  'briefcase',
  'building-bank',
  'building-mosque',
  'building-store',
  'bus',
  'car',
  'cash',
  'droplet',
  'file-percent',
  'fish',
  'gavel',
  'heart-handshake',
  'heartbeat',
  'helmet',
  'home-eco',
  'id',
  'license',
  'map-pin',
  'pig-money',
  'plane',
  'receipt-tax',
  'road',
  'scale',
  'school',
  'shield',
  'stethoscope',
  'bolt',
  'book',
  'mail',
  'plant',
  'tool',
  'users',
] as const;
export type CounterIconName = (typeof counterIcons)[number];

/** Whether it names one of the common icons; else it may be one of the hall's own pictures. */
export function isCounterIcon(name: string): name is CounterIconName {
  return (counterIcons as readonly string[]).includes(name);
}
