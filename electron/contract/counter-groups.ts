/** The hall's three kinds of institution: regional offices, vertical agencies, state and regional companies. */
export const counterGroups = ['regional', 'vertical', 'enterprise'] as const;
