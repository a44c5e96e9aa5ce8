import type { Selectable } from 'kysely';
import { standardParts } from '../contract/standard-parts';
import { type StandardFields, standardFields } from '../contract/standards';
import type { Tables } from './schema';
import { query, type Reader, type Transaction } from './store';

/** The standard of a service as it is stored; version 0: nobody has written one. */
export interface HallStandard extends StandardFields {
  readonly version: number;
}

/** What stands for a standard that nobody has written. */
export const noStandard: HallStandard = { ...standardFields.parse({}), version: 0 };

/** Reads all standards, by service; what can't be read of one is told by `onFault`, and its parts are empty. */
export function readStandards(reader: Reader, onFault: (what: string) => void): Map<number, HallStandard> {
  const rows = reader.all(query.selectFrom('service_standards').selectAll());
  return new Map(rows.map((row) => [row.serviceId, standardOf(row, onFault)]));
}

function standardOf(
  row: Selectable<Tables['service_standards']>,
  onFault: (what: string) => void,
): HallStandard {
  const about = {
    decidedBy: row.decidedBy,
    decisionNumber: row.decisionNumber,
    decidedOn: row.decidedDate,
    reviewedOn: row.reviewedDate,
    reviewDueOn: row.reviewDueDate,
    isExample: row.isExample === 1,
    origin: row.origin,
  };
  const parsed = standardFields.safeParse({ ...parseJson(row.partsJson), ...about });
  if (parsed.success) return { ...parsed.data, version: row.version };
  onFault(`the standard of service ${row.serviceId} cannot be read`);
  return { ...noStandard, ...about, version: row.version };
}

function parseJson(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : { unreadable: true };
  } catch {
    return { unreadable: true };
  }
}

/** Puts a service's standard in, or in the place of what was there; the caller announces the change. */
export function writeStandard(transaction: Transaction, serviceId: number, standard: StandardFields): void {
  const values = {
    partsJson: JSON.stringify(Object.fromEntries(standardParts.map((part) => [part, standard[part]]))),
    decidedBy: standard.decidedBy,
    decisionNumber: standard.decisionNumber,
    decidedDate: standard.decidedOn,
    reviewedDate: standard.reviewedOn,
    reviewDueDate: standard.reviewDueOn,
    isExample: standard.isExample ? (1 as const) : (0 as const),
    origin: standard.origin,
  };
  transaction.run(
    query
      .insertInto('service_standards')
      .values({ serviceId, ...values })
      .onConflict((conflict) =>
        conflict
          .column('serviceId')
          .doUpdateSet((each) => ({ ...values, version: each('service_standards.version', '+', 1) })),
      ),
  );
}
