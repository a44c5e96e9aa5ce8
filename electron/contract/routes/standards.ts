import { z } from 'zod';
import { standardMedia } from '../standard-parts';
import { publicStandard, serviceStandard, standardChange, standardsEvidence } from '../standards';
import { byId, changeRoute, listRoute, oneRoute, supervisors } from './collection';
import type { RouteRows } from './route';

/** The standards of the services: the register, what visitors read of it, and what it proves. */
export const standardRoutes = {
  standards: listRoute('/admin/standards', serviceStandard, 'The standard of each service', 'own'),
  standard: oneRoute('/admin/standards/:id', serviceStandard, "One service's standard", 'service'),
  changeStandard: changeRoute(
    'standard',
    '/admin/standards/:id',
    standardChange,
    serviceStandard,
    "Write or change a service's standard",
  ),
  standardsEvidence: {
    method: 'GET',
    path: '/reports/standards',
    callers: supervisors,
    reach: 'hall',
    summary: 'What the register of standards says of all services',
    answers: { 200: standardsEvidence },
  },
  publicStandard: {
    method: 'GET',
    path: '/services/:id/standard',
    callers: ['anyone'],
    summary: "What visitors read of a service's standard there; null: nothing is shown",
    params: byId,
    query: z.strictObject({ on: z.enum(standardMedia) }),
    sameForAll: true,
    answers: { 200: publicStandard.nullable() },
  },
} as const satisfies RouteRows;
