/** What asks for those that nobody has answered, as far as they are counted and dated one by one. */
export const openComplaints = { query: { status: 'open', limit: '50' } } as const;
