/** The three languages of the hall's surfaces: Indonesian, English, Javanese (krama). */
export const languages = ['id', 'en', 'jv'] as const;
