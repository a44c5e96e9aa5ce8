import { adminRoutes } from './routes/admin';
import { adminCentreRoutes } from './routes/admin-centre';
import { adminCopyRoutes } from './routes/admin-copies';
import { adminDeviceRoutes } from './routes/admin-devices';
import { adminHallRoutes } from './routes/admin-hall';
import { adminPaperRoutes } from './routes/admin-paper';
import { adminPeopleRoutes } from './routes/admin-people';
import { adminPrinterRoutes } from './routes/admin-printers';
import { adminSafetyRoutes } from './routes/admin-safety';
import { adminScreenRoutes } from './routes/admin-screens';
import { adminUpdateRoutes } from './routes/admin-updates';
import { evaluationRoutes } from './routes/evaluation';
import { followUpRoutes } from './routes/follow-up';
import { joiningRoutes } from './routes/joining';
import { keptFileRoutes } from './routes/kept-files';
import { kioskRoutes } from './routes/kiosk';
import { lobbyRoutes } from './routes/lobby';
import { publicationRoutes } from './routes/publication';
import { reportRoutes } from './routes/reports';
import type { RouteRows } from './routes/route';
import { sessionRoutes } from './routes/session';
import { skmPublicationRoutes } from './routes/skm-publication';
import { speechRoutes } from './routes/speech';
import { staffRoutes } from './routes/staff';
import { standardRoutes } from './routes/standards';
import { standbyRoutes } from './routes/standby';
import { stopRoutes } from './routes/stops';
import { surveyRoutes } from './routes/survey';
import { visitorRoutes } from './routes/visitor';

/**
 * Every route of the API: the server registers exactly these, the OpenAPI text is made of them, and the pages'
 * client calls them by their name here. To add one: add a row to its group, then its handler in `server/routes/`.
 */
export const routes = {
  ...visitorRoutes,
  ...lobbyRoutes,
  ...sessionRoutes,
  ...staffRoutes,
  ...joiningRoutes,
  ...stopRoutes,
  ...adminRoutes,
  ...kioskRoutes,
  ...adminPeopleRoutes,
  ...adminHallRoutes,
  ...adminDeviceRoutes,
  ...standbyRoutes,
  ...adminPrinterRoutes,
  ...adminSafetyRoutes,
  ...adminUpdateRoutes,
  ...adminCentreRoutes,
  ...adminCopyRoutes,
  ...adminPaperRoutes,
  ...surveyRoutes,
  ...followUpRoutes,
  ...standardRoutes,
  ...keptFileRoutes,
  ...publicationRoutes,
  ...skmPublicationRoutes,
  ...evaluationRoutes,
  ...adminScreenRoutes,
  ...reportRoutes,
  ...speechRoutes,
} as const satisfies RouteRows;

export type RouteName = keyof typeof routes;
