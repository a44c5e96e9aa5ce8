/** What was published and the lobby's screens can show, where the hall wants it there. */
export const lobbyResults = ['skm', 'answers'] as const;
