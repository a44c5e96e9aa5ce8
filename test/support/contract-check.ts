import { z } from 'zod';
import { problem } from '../../electron/contract/common';
import { problemStatus } from '../../electron/contract/problems';
import { routes } from '../../electron/contract/routes';
import type { Route } from '../../electron/contract/routes/route';
import type { RawAnswer, RawRequest } from './raw-request';

const table: readonly Route[] = Object.values(routes);

/** The row of the route table that a request is for, if any. */
function rowOf({ method = 'GET', path }: RawRequest): Route | undefined {
  const bare = path.split('?', 1)[0] ?? '';
  return table.find(
    (route) =>
      route.method === method && new RegExp(`^/api/v1${route.path.replace(/:\w+/g, '[^/]+')}$`).test(bare),
  );
}

/** Throws unless an answer of the API is what the contract says: the route's schema, or problem details. */
export function requireConforming(request: RawRequest, answer: RawAnswer): void {
  const said = `${request.method ?? 'GET'} ${request.path} → ${answer.status} ${answer.text.slice(0, 300)}`;
  if (answer.status >= 400) {
    const type = answer.headers['content-type'];
    if (type !== 'application/problem+json') throw new Error(`${said}: no problem details but ${type}`);
    // The answer to HEAD is GET's without the body.
    if (request.method === 'HEAD') return;
    const told = problem.safeParse(answer.json);
    if (!told.success) throw new Error(`${said}: ${z.prettifyError(told.error)}`);
    const expected = (problemStatus as Readonly<Record<string, number>>)[told.data.code];
    if (told.data.status !== answer.status || expected !== answer.status) {
      throw new Error(`${said}: the code's status is ${expected}`);
    }
    return;
  }
  const row = rowOf(request);
  if (!row) return;
  const schema = row.answers[answer.status];
  if (schema === undefined) throw new Error(`${said}: the contract has no such status here`);
  if (schema === null) {
    if (answer.text !== '') throw new Error(`${said}: nothing should be said`);
    return;
  }
  const told = schema.safeParse(row.produces ? answer.text : answer.json);
  if (!told.success) throw new Error(`${said}: ${z.prettifyError(told.error)}`);
}
