import type { CentreRouteRows } from './route';
import { hallRoutes } from './routes/halls';
import { peopleRoutes } from './routes/people';
import { reportRoutes } from './routes/reports';

/**
 * Every route of the centre: its server registers exactly these, its OpenAPI text is made of them, and its pages call them by
 * their name here.
 */
export const centreRoutes = {
  ...peopleRoutes,
  ...hallRoutes,
  ...reportRoutes,
} as const satisfies CentreRouteRows;

export type CentreRouteName = keyof typeof centreRoutes;
