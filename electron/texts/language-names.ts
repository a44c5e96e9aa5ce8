/** Each language by its own name, as its speakers look for it. */
export const languageNames = { id: 'Indonesia', en: 'English', jv: 'Basa Jawa' } as const;
