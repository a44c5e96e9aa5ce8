import { type RouteName, routes } from './routes';
import type { Route } from './routes/route';

/** How each route is called. In the pages a plain table, made of the rows when they are built: the schemas stay outside. */
export const routeAddresses = Object.fromEntries(
  Object.entries(routes).map(([name, { method, path }]) => [name, { method, path }]),
) as Readonly<Record<RouteName, Pick<Route, 'method' | 'path'>>>;
