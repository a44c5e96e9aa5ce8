import { z } from 'zod';
import { language } from '../common';
import { maklumatMedia } from '../maklumat-rules';
import { standardListAnswer, standardListBytes, standardListPreview } from '../standard-list';
import { standardMedia } from '../standard-parts';
import {
  publicMaklumat,
  publicStandard,
  serviceStandard,
  standardChange,
  standardsEvidence,
} from '../standards';
import { admins, byId, changeRoute, listRoute, oneRoute, supervisors } from './collection';
import type { RouteRows } from './route';

/** All standards as a spreadsheet, to be taken in again once it was filled in; of a workbook the second sheet is for SIPPN. */
const standardsFile = <Extension extends string>(extension: Extension, produces: string) =>
  ({
    method: 'GET',
    path: `/admin/standards.${extension}`,
    callers: admins,
    summary: 'All standards as a list',
    query: z.strictObject({ language: language.optional() }),
    answers: { 200: z.unknown() },
    produces,
  }) as const;

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
  standardsCsv: standardsFile('csv', 'text/csv; charset=utf-8'),
  standardsXlsx: standardsFile('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  previewStandardList: {
    method: 'POST',
    path: '/admin/standards/list/preview',
    callers: admins,
    summary: 'What a list of standards (XLSX, CSV) would change, and what is wrong in it; nothing is changed',
    file: { most: standardListBytes },
    answers: { 200: standardListPreview },
  },
  importStandardList: {
    method: 'POST',
    path: '/admin/standards/list',
    callers: admins,
    summary: 'Change all standards of a list (XLSX, CSV), or none',
    file: { most: standardListBytes },
    answers: { 200: standardListAnswer },
    key: 'optional',
  },
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
  publicMaklumat: {
    method: 'GET',
    path: '/maklumat',
    callers: ['anyone'],
    summary: "What visitors read of the hall's Maklumat there; null: it isn't shown",
    query: z.strictObject({ on: z.enum(maklumatMedia) }),
    sameForAll: true,
    answers: { 200: publicMaklumat.nullable() },
  },
} as const satisfies RouteRows;
