/** Who may ask to go first. */
export const priorities = ['elderly', 'disability', 'pregnant', 'infant'] as const;
