import type { CentreRouteRows } from './route';
import { hallRoutes } from './routes/halls';
import { peopleRoutes } from './routes/people';

/**
 * Every route of the centre: its server registers exactly these, its OpenAPI text is made of them, and its pages call them by
 * their name here.
 */
export const centreRoutes = {
  ...peopleRoutes,
  ...hallRoutes,
} as const satisfies CentreRouteRows;

export type CentreRouteName = keyof typeof centreRoutes;
