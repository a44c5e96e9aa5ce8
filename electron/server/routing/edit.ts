import type { FastifyRequest } from 'fastify';
import type { SubjectKind } from '../../contract/history/subject-names';
import { Refusal } from '../../queue/refusal';

/** Whether an `If-Match` header names this tag. */
export function matchesTag(ifMatch: string, tag: string): boolean {
  return ifMatch
    .split(',')
    .map((each) => each.trim())
    .some((each) => each === '*' || each === tag);
}

/** The ETag of what carries a version. */
export function tagOf({ version }: { readonly version: number }): string {
  return `"${version}"`;
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/**
 * Changes one thing: as it was must be what the request was made from (`If-Match`, if sent), and both go into the
 * audit row, or what `noted` keeps of them. Throws `Refusal('not_found' | 'changed_meanwhile')` and what `change` throws.
 */
export function edited<Row extends Versioned, Kept = Row>(
  request: FastifyRequest,
  find: () => Row | undefined,
  change: () => void,
  noted: (row: Row) => Kept = whole,
) {
  const before = found(find());
  requireUnchanged(request, before);
  change();
  const after = found(find());
  return { status: 200 as const, body: after, edit: { before: noted(before), after: noted(after) } };
}

/** Removes or archives one thing, as `edited`. */
export function removed<Row extends Versioned, Kept = Row>(
  request: FastifyRequest,
  find: () => Row | undefined,
  remove: () => void,
  noted: (row: Row) => Kept = whole,
) {
  const before = found(find());
  requireUnchanged(request, before);
  remove();
  return { status: 204 as const, body: null, edit: { before: noted(before) } };
}

/** The answer for what was just made; `kind` names it in the audit row. */
export function made<Row extends Versioned, Kept = Row>(
  kind: SubjectKind,
  row: Row | undefined,
  noted: (row: Row) => Kept = whole,
) {
  const body = found(row);
  return { status: 201 as const, body, edit: { subject: `${kind}:${body.id}` as const, after: noted(body) } };
}

/** Throws `Refusal('not_found')` where there is no such thing. */
export function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Refusal('not_found');
  return row;
}

/** Throws `Refusal('changed_meanwhile')` where `If-Match` names another version than the row has. */
export function requireUnchanged(request: FastifyRequest, row: Pick<Versioned, 'version'>): void {
  const wanted = request.headers['if-match'];
  if (wanted !== undefined && !matchesTag(wanted, tagOf(row))) throw new Refusal('changed_meanwhile');
}

/** A thing as it is, all of which may be kept. */
function whole<Row, Kept>(row: Row): Kept {
  return row as unknown as Kept;
}
