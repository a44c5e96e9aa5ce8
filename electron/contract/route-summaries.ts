import { routes } from './routes';

/** What each route does, in a few English words. In the pages a plain table, as the addresses are. */
export const routeSummaries: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(routes).map(([name, { summary }]) => [name, summary]),
);
