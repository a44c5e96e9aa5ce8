import { recordAudit } from '../../actions/accounts/record-audit';
import type { ActionContext } from '../../actions/action';
import { importHall } from '../../actions/admin/import-hall';
import type { ConfigurationDifference } from '../../contract/admin-import';
import type { Configuration } from '../../contract/configuration';
import type { RouteName } from '../../contract/routes';
import { exportConfiguration } from '../../store/export-configuration';
import { readHall } from '../../store/hall';
import { auditView } from '../../views/admin/audit-view';
import { configurationDifferences } from '../../views/admin/configuration-differences';
import { listBackups, makeBackup } from '../backups';
import { actorOf } from '../callers';
import { found } from '../edit';
import type { ServerParts } from '../parts';
import type { Handlers } from '../route-request';

/** What admins look back on, take away and bring back. */
export function adminSafetyRoutes({ performer, store, clock, dataDir }: ServerParts) {
  return {
    audit: ({ look, query }) => ({ status: 200, body: auditView(look(), query) }),
    backups: ({ look }) => ({
      status: 200,
      body: listBackups(dataDir, look().hall.settings.timezone),
    }),
    makeBackup: async ({ caller, look }) => {
      const id = await makeBackup(store, dataDir, clock.now());
      const made = listBackups(dataDir, look().hall.settings.timezone).find((each) => each.id === id);
      performer.run(actorOf(caller), (context) =>
        recordAudit(context, { action: 'makeBackup', subject: `backup:${id}`, after: made }),
      );
      return { status: 201, body: found(made) };
    },
    exportConfiguration: ({ look, reply }) => {
      const { hall, businessDate } = look();
      reply.header('content-disposition', `attachment; filename="antre-${businessDate}.json"`);
      return { status: 200, body: exportConfiguration(hall) };
    },
    previewImport: ({ body, caller }) => {
      try {
        return performer.run(actorOf(caller), (context) => {
          throw new Undo(imported(context, body));
        });
      } catch (error) {
        if (error instanceof Undo) return { status: 200, body: { differences: error.differences } };
        throw error;
      }
    },
    importConfiguration: ({ act, body }) =>
      act((context) => {
        const differences = imported(context, body);
        return {
          status: 200,
          body: { differences },
          edit: { subject: 'site', after: { differences } },
        };
      }),
  } satisfies Partial<Handlers<RouteName>>;
}

/** Thrown so that the transaction is undone: only what it would have changed is wanted. */
class Undo extends Error {
  constructor(readonly differences: ConfigurationDifference[]) {
    super('undone on purpose');
  }
}

function imported(context: ActionContext, file: Configuration): ConfigurationDifference[] {
  const before = exportConfiguration(context.hall);
  importHall(context, file);
  return configurationDifferences(before, exportConfiguration(readHall(context.transaction)));
}
