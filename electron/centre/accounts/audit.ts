import type { CentreDatabase } from '../database/engine';

/** Writes down who did what, in the same transaction. */
export async function audit(
  transaction: CentreDatabase['query'],
  act: {
    readonly at: number;
    /** Null: the centre itself. */
    readonly accountId: number | null;
    readonly action: string;
    readonly subject?: string | null;
    readonly detail?: object;
  },
): Promise<void> {
  await transaction
    .insertInto('audit')
    .values({
      at: act.at,
      account_id: act.accountId,
      action: act.action,
      subject: act.subject ?? null,
      detail: act.detail ? JSON.stringify(act.detail) : null,
    })
    .execute();
}
