import type { RouteName } from '../../contract/routes';
import { auditView } from '../../views/admin/audit-view';
import type { Handlers } from '../route-request';

/** What admins look back on. */
export const adminSafetyRoutes = {
  audit: ({ look, query }) => ({ status: 200, body: auditView(look(), query) }),
} satisfies Partial<Handlers<RouteName>>;
