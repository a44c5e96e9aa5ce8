import { z } from 'zod';
import { id } from '../common';
import type { SubjectKind } from '../history/subject-names';
import type { RouteReach } from './reach';

export const byId = z.strictObject({ id });
export const admins = ['admin'] as const;
export const supervisors = ['supervisor', 'admin'] as const;
export const everybodyHere = ['staff', 'supervisor', 'admin'] as const;

/** The rows of a collection, for supervisors as far as they reach. */
export const listRoute = <Path extends string, Row extends z.ZodType, Reach extends RouteReach>(
  path: Path,
  row: Row,
  summary: string,
  reach: Reach,
) => ({ method: 'GET', path, callers: supervisors, reach, summary, answers: { 200: z.array(row) } }) as const;
/** One row. */
export const oneRoute = <Path extends string, Row extends z.ZodType, Reach extends RouteReach>(
  path: Path,
  row: Row,
  summary: string,
  reach: Reach,
) =>
  ({
    method: 'GET',
    path,
    callers: supervisors,
    reach,
    summary,
    params: byId,
    answers: { 200: row },
  }) as const;
/** The rows of a collection that is for admins alone. */
export const adminListRoute = <Path extends string, Row extends z.ZodType>(
  path: Path,
  row: Row,
  summary: string,
) => ({ method: 'GET', path, callers: admins, summary, answers: { 200: z.array(row) } }) as const;
/** One row of these. */
export const adminOneRoute = <Path extends string, Row extends z.ZodType>(
  path: Path,
  row: Row,
  summary: string,
) => ({ method: 'GET', path, callers: admins, summary, params: byId, answers: { 200: row } }) as const;
/** A new row. */
export const addRoute = <Path extends string, Body extends z.ZodType, Row extends z.ZodType>(
  path: Path,
  body: Body,
  row: Row,
  summary: string,
) =>
  ({
    method: 'POST',
    path,
    callers: admins,
    summary,
    body,
    answers: { 201: row },
    key: 'optional',
  }) as const;
/** A change to a row; `If-Match` is taken. */
export const changeRoute = <Path extends string, Body extends z.ZodType, Row extends z.ZodType>(
  subject: SubjectKind,
  path: Path,
  body: Body,
  row: Row,
  summary: string,
) =>
  ({
    method: 'PATCH',
    path,
    callers: admins,
    summary,
    subject,
    params: byId,
    body,
    answers: { 200: row },
  }) as const;
/** A row's end, or where it has a history its archiving; `If-Match` is taken. */
export const removeRoute = <Path extends string>(subject: SubjectKind, path: Path, summary: string) =>
  ({
    method: 'DELETE',
    path,
    callers: admins,
    summary,
    subject,
    params: byId,
    answers: { 204: null },
  }) as const;
