/** What of a service's standard is shown to the public, in the order of the law (UU 25/2009 art. 21; the six of delivery). */
export const publicParts = ['requirements', 'procedure', 'time', 'cost', 'product', 'complaints'] as const;
export type PublicPart = (typeof publicParts)[number];

/** What of it is kept inside: the eight of management. */
export const innerParts = [
  'legalBasis',
  'facilities',
  'competence',
  'supervision',
  'staffing',
  'serviceGuarantee',
  'safetyGuarantee',
  'evaluation',
] as const;
export type InnerPart = (typeof innerParts)[number];

/** All fourteen components. */
export const standardParts = [...publicParts, ...innerParts] as const;
export type StandardPart = (typeof standardParts)[number];

/** Where the six public parts of all services can be shown; the hall chooses. */
export const standardMedia = ['information', 'phone', 'kiosk', 'display', 'paper'] as const;
export type StandardMedium = (typeof standardMedia)[number];
