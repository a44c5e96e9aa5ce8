import { prepared } from '../../store/prepared';
import type { Tables } from '../../store/schema';
import { query } from '../../store/store';
import type { ActionContext, Actor } from '../action';

export interface AuditEntry {
  /** What was done, by the route's name: `changeUser`, `callNext`. */
  readonly action: string;
  /** What it was done to: `user:7`, `desk:3`, `ticket:1201`; null: nothing in particular. */
  readonly subject: string | null;
  /** What was there, and what is there now, where something was edited. Never a password or its hash. */
  readonly before?: unknown;
  readonly after?: unknown;
}

const insertAudit = prepared((row: Omit<Tables['audit'], 'id'>) =>
  query.insertInto('audit').values({
    at: row.at,
    userId: row.userId,
    actor: row.actor,
    action: row.action,
    subject: row.subject,
    beforeJson: row.beforeJson,
    afterJson: row.afterJson,
  }),
);

/** Writes down who did what, in the transaction of the act itself. */
export function recordAudit({ transaction, now, actor }: ActionContext, entry: AuditEntry): void {
  transaction.run(
    insertAudit({
      at: now,
      userId: actor.kind === 'user' ? actor.userId : null,
      actor: nameOf(actor),
      action: entry.action,
      subject: entry.subject,
      beforeJson: entry.before === undefined ? null : JSON.stringify(entry.before),
      afterJson: entry.after === undefined ? null : JSON.stringify(entry.after),
    }),
  );
}

function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case 'user':
      return `user:${actor.userId}`;
    case 'token':
      return `token:${actor.tokenId}`;
    case 'device':
      return actor.deviceId;
    default:
      return actor.kind;
  }
}
