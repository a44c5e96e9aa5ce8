import { routes } from './routes';

/** The routes' names of what admins do, as audit rows have them; all else is a desk's daily work. */
export const adminActs: readonly string[] = Object.entries(routes)
  .filter(([, { path }]) => path.startsWith('/admin/'))
  .map(([name]) => name);
