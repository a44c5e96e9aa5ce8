import type { CentreRoute } from './route';
import { type CentreRouteName, centreRoutes } from './routes';

/** How each route of the centre is called; in its pages a plain table, as `contract/route-addresses.ts`. */
export const centreRouteAddresses = Object.fromEntries(
  Object.entries(centreRoutes).map(([name, { method, path }]) => [name, { method, path }]),
) as Readonly<Record<CentreRouteName, Pick<CentreRoute, 'method' | 'path'>>>;
