/**
 * What of a route an account reaches that is for some institutions and not for the whole hall. Every route that officers
 * or supervisors may call says it, and the server keeps to it before its handler:
 * `any`: it is about nothing that is an institution's own (what anybody may read, the hall's rules, oneself);
 * `own`: it tells only what is of their counters, sums and counts too;
 * `counter`, `service`, `desk`: its `:id` has to be of their counters (of a desk of several, of one of them);
 * `act`: what it is about is looked up by the handler (a ticket, in the very transaction), and refused there;
 * `hall`: it is refused to them. A `counterId` in the query has to be of their counters in any case.
 */
export const routeReaches = ['any', 'own', 'counter', 'service', 'desk', 'act', 'hall'] as const;
export type RouteReach = (typeof routeReaches)[number];
