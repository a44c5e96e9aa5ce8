/** Where the routes of the table lie, below a hall's address. */
export const apiBase = '/api/v1';
